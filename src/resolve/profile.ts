import type { Phonetics } from "../language/phonetic.ts";
import type { EntityDraft } from "../model/extraction.ts";
import { KINDS } from "../model/kinds.ts";
import { compareText } from "../model/text.ts";
import type { Linkable } from "./linkage.ts";

/**
 * Who an entity is, by what its article says of it. The entities of all articles that have one profile are one; only
 * profiles are compared, of which there are far fewer than entities.
 */
export interface Profile extends Linkable {
  readonly kind: string;
  /** Identifier in the gazetteer. */
  readonly known: string | undefined;
  /** The state that it is tied to. */
  readonly state: string | undefined;
  /** Names by which other articles may call it too: of people those that are complete. Distinct, sorted. */
  readonly names: readonly string[];
  /** Of a person without a complete name: the words by which its article calls it. */
  readonly parts: readonly string[];
}

/** What the profile of an entity is made with. */
export interface ProfileContext {
  readonly phonetics: Phonetics;
  /** Names that the gazetteer has for one of its entities. */
  readonly namesOf: (known: string) => readonly string[];
}

/**
 * The profile of an entity of an article; `undefined` where it has neither name nor id, so that nothing can be said of
 * who it is. `place` tells the entity from all others: whoever is called by a part of a name only is nobody that another
 * article may mean too.
 */
export function profileOf(draft: EntityDraft, place: string, context: ProfileContext): Profile | undefined {
  const { kind, known, state } = draft;
  if (known !== undefined) {
    const key = JSON.stringify([kind, known, state ?? null]);
    const names = context.namesOf(known).filter((name) => isComplete(name, kind, context));
    return { key, kind, known, state, names, parts: [] };
  }
  if (draft.names.length === 0) return undefined;
  const all = [...new Set(draft.names.map(({ text }) => text))].sort(compareText);
  const names = all.filter((name) => isComplete(name, kind, context));
  const key = JSON.stringify(names.length === 0 ? [kind, null, place] : [kind, null, state ?? null, ...names]);
  return { key, kind, known, state, names, parts: names.length === 0 ? all : [] };
}

/** Whether a name says who bears it: of a person more than one word. */
function isComplete(name: string, kind: string, { phonetics }: ProfileContext): boolean {
  const words = phonetics.nameWords(name).length;
  return kind === KINDS.person ? words > 1 : words > 0;
}
