import type { LanguageCode } from "./ids.ts";

/** A name of somebody or something that the user lists. Without a language it is one of every language of its script. */
export interface ListedName {
  readonly text: string;
  readonly language?: LanguageCode;
}

/** Somebody or something that the user knows, and that is to be one node. */
export interface ListedEntity {
  /** Id of its node, as the user writes it; or that of something in the shipped gazetteer, to which this adds. */
  readonly id: string;
  /** A kind of `seeds/ontology/kinds.yaml`. */
  readonly kind: string;
  /** The best first. */
  readonly names: readonly ListedName[];
  /** The same thing elsewhere: ids of Wikidata, addresses. */
  readonly sameAs: readonly string[];
  /** ISO 3166-1 code of the state that it is tied to. */
  readonly state?: string;
}

/** What a user knows of whom and what the articles are about: a file of his, by its name. */
export interface EntityList {
  readonly name: string;
  readonly entities: readonly ListedEntity[];
}

/** Whether a value has the form of a list, as a journal keeps it. */
export function isEntityList(value: unknown): value is EntityList {
  if (!isFields(value)) return false;
  const { name, entities } = value;
  return typeof name === "string" && Array.isArray(entities) && entities.every(isListedEntity);
}

function isListedEntity(value: unknown): value is ListedEntity {
  if (!isFields(value)) return false;
  const { id, kind, names, sameAs, state } = value;
  return (
    typeof id === "string" &&
    typeof kind === "string" &&
    Array.isArray(names) &&
    names.every((name: unknown) => isFields(name) && typeof name["text"] === "string") &&
    Array.isArray(sameAs) &&
    sameAs.every((one) => typeof one === "string") &&
    (state === undefined || typeof state === "string")
  );
}

function isFields(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
