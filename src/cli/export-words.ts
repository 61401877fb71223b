import type { ExportOptions } from "../exporters/index.ts";
import { inLanguage } from "../model/labels.ts";
import type { Knowledge } from "../seeds/knowledge.ts";

/** What formats take from the ontology: colours and classes of kinds, and the words for relations in these languages. */
export function exportWords({ ontology }: Knowledge, languages: readonly string[]): ExportOptions {
  const { kinds, relations } = ontology;
  return {
    colours: new Map(kinds.map(({ id, colour }) => [id, colour.light])),
    classes: new Map(kinds.map(({ id, classes }) => [id, classes])),
    ...(languages.length === 0
      ? {}
      : {
          relationLabels: new Map(relations.map(({ id, labels }) => [id, inLanguage<string>(labels, languages) ?? id])),
        }),
  };
}
