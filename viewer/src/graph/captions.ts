import type { GraphData } from "../../../src/server/contract.ts";
import { formatDate } from "../format.ts";
import { labelOf, strings } from "../strings/index.ts";
import { wordsOfFacts } from "./edge-texts.ts";
import { truncate } from "./text.ts";

/** The words of a fact, by the index of its edge, in the language of the labels or else of the page. */
export function factWords(data: GraphData): (edge: number) => string {
  const { ontology, labels } = data;
  const relations = ontology.relations.map(
    (relation) =>
      labels.map((language) => relation.labels[language]).find((words) => words !== undefined) ?? labelOf(relation),
  );
  return wordsOfFacts(data, relations, strings.modalities);
}

/** Graphemes of a caption. */
const LENGTH = 36;

/**
 * What stands beside each node, by index: its label cut to size. An event without a name stands beside its participants,
 * so its type and date are enough.
 */
export function createCaptions({ nodes, ontology, labels }: GraphData): readonly string[] {
  return nodes.label.map((label, index) => {
    const type = ontology.events[nodes.unnamedEvent[index] ?? -1];
    if (type === undefined) return truncate(label, LENGTH);
    const date = nodes.date[index] ?? null;
    const what = labels.map((language) => type.labels[language]).find((words) => words !== undefined) ?? labelOf(type);
    return date === null ? what : `${what}${strings.comma}${formatDate(date)}`;
  });
}
