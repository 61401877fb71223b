import type { Article } from "../../src/model/article.ts";
import type { Extraction, LocalId, StatementDraft } from "../../src/model/extraction.ts";
import { createKnownNames } from "../../src/resolve/naming.ts";
import { articleOf, extract, knowledge, type Source } from "./knowledge.ts";

/** An article and what was read in it, with what tests ask about it. */
export interface Reading {
  readonly article: Article;
  readonly extraction: Extraction;
}

/** Reads a text. Dates count from 2020-01-01 unless the source says otherwise. */
export function read(text: string, source: Source = {}): Reading {
  const article = articleOf(text, { publishedAt: "2020-01-01", ...source });
  return { article, extraction: extract(article) };
}

const { namesOf: usualNames } = createKnownNames(knowledge);
const groups = new Map(knowledge.ontology.relations.map(({ id, group }) => [id, group]));

/** Every name of an entity: those of the article and those of the gazetteer. Of an event the words that stand for it. */
export function namesOf({ article, extraction }: Reading, id: LocalId): readonly string[] {
  if (id.startsWith("v")) {
    const event = extraction.events[Number(id.slice(1))];
    const words = extraction.mentions
      .filter(({ of }) => of === id)
      .map(({ start, end }) => article.text.slice(start, end));
    return event === undefined ? [] : [...event.names.map(({ text }) => text), ...words, event.type];
  }
  const entity = extraction.entities[Number(id.slice(1))];
  if (entity === undefined) return [];
  return [...entity.names.map(({ text }) => text), ...(entity.known === undefined ? [] : gazetteerNames(entity.known))];
}

/** One name to show: the gazetteer's usual English one, else the first of the article; of an event its type. */
export function labelOf({ extraction }: Reading, id: LocalId): string {
  const index = Number(id.slice(1));
  if (id.startsWith("v")) return extraction.events[index]?.type ?? "?";
  const entity = extraction.entities[index];
  const known = entity?.known === undefined ? undefined : usualNames(entity.known)?.["en"]?.[0];
  return known ?? entity?.names[0]?.text ?? entity?.known ?? `unnamed ${entity?.kind ?? "?"}`;
}

/** `Qatar MEDIATED Taliban [planned]`. */
export function writeStatement(reading: Reading, { subject, relation, object, modality }: StatementDraft): string {
  const mood = modality === "actual" ? "" : ` [${modality}]`;
  return `${labelOf(reading, subject)} ${relation} ${labelOf(reading, object)}${mood}`;
}

/** Who did what to whom, in reading order, each once; without what only lists participants. */
export function actionsOf(reading: Reading): readonly string[] {
  const actions = reading.extraction.statements.filter(
    ({ relation }) => groups.get(relation) === "action" && relation !== "PARTICIPATED_IN",
  );
  return [...new Set(actions.map((statement) => writeStatement(reading, statement)))];
}

const { states, places, organizations, bodies, people } = knowledge.gazetteer;
type NamesByLanguage = Readonly<Record<string, readonly string[]>>;
const allNames = new Map<string, readonly NamesByLanguage[]>([
  ...states.map(({ id, names }) => [`gov:${id}`, [names]] as const),
  ...places.map(({ id, names }) => [`place:${id}`, [names]] as const),
  ...organizations.map(({ id, names, short }) => [`org:${id}`, [names, short ?? {}]] as const),
  ...people.map(({ id, names, short }) => [`person:${id}`, [names, short ?? {}]] as const),
]);

/** All names by which the gazetteer calls an entity, in every language. */
function gazetteerNames(id: string): readonly string[] {
  const body = bodies.find((candidate) => id.endsWith(`-${candidate.id}`));
  const own = allNames.get(id) ?? [usualNames(id) ?? {}, body?.nouns ?? {}];
  return own.flatMap((names) => Object.values(names).flat());
}
