import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { Modality } from "../../../src/model/modality.ts";
import type { KindTerm, Ontology, RelationTerm } from "../../../src/server/contract.ts";
import type { GraphView } from "../graph/graph-view.ts";
import type { Explorer } from "../state/explorer.ts";
import type { LabelLanguage, Preferences } from "../state/preferences.ts";
import type { Selection } from "../state/selection.ts";
import type { ViewerState, ViewerStore } from "../state/store.ts";
import { labelOf } from "../strings/index.ts";
import type { Curation } from "./curation.ts";
import type { MenuRequest } from "./exploration.tsx";

/** The ontology's words, looked up by id. */
export interface Words {
  readonly kind: (id: string) => KindTerm | undefined;
  readonly kindLabel: (id: string) => string;
  /** How a relation reads: from its source, or from its target. */
  readonly relation: (id: string, outgoing: boolean) => string;
  readonly isRelation: (id: string) => boolean;
  /** Where a relation stands in the ontology: the order in which its relations are told. */
  readonly relationRank: (id: string) => number;
  readonly eventType: (id: string) => string;
  readonly role: (id: string) => string;
  readonly office: (id: string) => string;
  /** What people who are counted in an event met with. */
  readonly counted: (id: string) => string;
}

/** What every panel may use. */
export interface ViewerContextValue {
  readonly words: Words;
  readonly store: ViewerStore;
  readonly state: ViewerState;
  readonly select: (selection: Selection) => void;
  readonly preferences: Preferences;
  readonly prefer: (change: Partial<Preferences>) => void;
  /** The language in which nodes are named. */
  readonly labels: LabelLanguage;
  /** Absent where nothing can be decided. */
  readonly curation: Curation | undefined;
  readonly back: (() => void) | undefined;
  /** The address that leads to exactly this view. */
  readonly link: () => string;
  /** Whether facts of this modality are shown now. */
  readonly isShown: (modality: Modality) => boolean;
  readonly explorer: Explorer;
  /** Opens the menu of nodes; that of the picture, where there are none. */
  readonly openMenu: (menu: MenuRequest) => void;
  /** Whether the lasso is drawn next. */
  readonly isLasso: boolean;
  readonly setLasso: (isLasso: boolean) => void;
  /** The picture, where there is one. */
  readonly picture: { current: GraphView | undefined };
}

export function createWords(ontology: Ontology): Words {
  const byId = <T extends { readonly id: string }>(terms: readonly T[]): ReadonlyMap<string, T> =>
    new Map(terms.map((term) => [term.id, term]));
  const kinds = byId(ontology.kinds);
  const relations = byId(ontology.relations);
  const ranks = new Map(ontology.relations.map(({ id }, index) => [id, index]));
  const [events, roles, offices, counts] = [ontology.events, ontology.roles, ontology.offices, ontology.counts].map(
    byId,
  );
  return {
    kind: (id) => kinds.get(id),
    kindLabel: (id) => labelOf(kinds.get(id), id),
    relation: (id, outgoing) => relationLabel(relations.get(id), id, outgoing),
    isRelation: (id) => relations.has(id),
    relationRank: (id) => ranks.get(id) ?? ranks.size,
    eventType: (id) => labelOf(events?.get(id), id),
    role: (id) => labelOf(roles?.get(id), id),
    office: (id) => labelOf(offices?.get(id), id.replaceAll("-", " ")),
    counted: (id) => labelOf(counts?.get(id), id),
  };
}

/** A relation without inverse words is told with an arrow against the reading direction. */
function relationLabel(relation: RelationTerm | undefined, id: string, outgoing: boolean): string {
  if (outgoing || relation?.symmetric === true) return labelOf(relation, id);
  return relation?.inverse === undefined ? `← ${labelOf(relation, id)}` : labelOf({ id, labels: relation.inverse });
}

const Context = createContext<ViewerContextValue | undefined>(undefined);
export const ViewerProvider = Context.Provider;

/** What the panels share. */
export function useViewer(): ViewerContextValue {
  const value = useContext(Context);
  if (value === undefined) throw new Error("The panels are used outside of the viewer.");
  return value;
}
