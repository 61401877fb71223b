import type { Modality } from "../../../src/model/modality.ts";
import { fansOf, type Focus } from "./focus.ts";
import type { GraphModel } from "./model.ts";

/** What is written at an edge in focus: its relation; or at a fan of several edges, how many they are. */
export interface EdgeText {
  readonly edge: string;
  /** How far off the straight line it stands, as edges are bent. */
  readonly bend: number;
  readonly text: string;
  readonly isCount: boolean;
  /** Whether it is what is selected. */
  readonly isCentre: boolean;
}

/** More edges between two nodes than this are counted, and not named: their names would cover each other. */
const NAMED = 7;
/** Beyond this number of neighbours nothing is written: there would be no room. */
const MOST_FANS = 80;

/**
 * What is written at the edges in focus. Those of a selected fact's pair are named one by one; elsewhere an edge that is alone
 * between its nodes is, and several are counted. `words`: those of a fact, by the index of its edge.
 */
export function edgeTexts(
  { graph, edgeIndex }: GraphModel,
  focus: Focus | undefined,
  words: (edge: number) => string,
  formatCount: (count: number) => string,
): readonly EdgeText[] {
  const fans = focus === undefined ? [] : fansOf(graph, focus.edges.keys());
  if (focus === undefined || fans.length > MOST_FANS) return [];
  return fans.flatMap((fan): readonly EdgeText[] => {
    const [first] = fan;
    if (first === undefined) return [];
    const isOfCentre = fan.some((edge) => focus.centres.has(edge));
    if (fan.length > 1 && (!isOfCentre || fan.length > NAMED)) {
      return [{ edge: first, bend: 0, text: formatCount(fan.length), isCount: true, isCentre: false }];
    }
    return fan.map((edge) => ({
      edge,
      bend: focus.edges.get(edge) ?? 0,
      text: words(edgeIndex.get(edge) ?? -1),
      isCount: false,
      isCentre: focus.centres.has(edge),
    }));
  });
}

/**
 * The words of a fact, by the index of its edge: its relation, as it reads from source to target, and how it is said where
 * that is not as what has happened. `relations`: the words of each, by index.
 */
export function wordsOfFacts(
  { edges, modalities }: Pick<GraphModel["data"], "edges" | "modalities">,
  relations: readonly string[],
  words: Readonly<Record<Modality, string>>,
): (edge: number) => string {
  return (edge) => {
    const relation = relations[edges.relation[edge] ?? -1] ?? "";
    const modality = modalities[edges.modality[edge] ?? 0] ?? "actual";
    return modality === "actual" ? relation : `${relation} (${words[modality]})`;
  };
}
