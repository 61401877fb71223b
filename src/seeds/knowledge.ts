import { existsSync, readFileSync } from "node:fs";
import type { z } from "zod";
import { DragomanError } from "../errors.ts";
import type { ListedName } from "../model/entity-list.ts";
import type * as gazetteer from "./gazetteer.schema.ts";
import type * as language from "./language.schema.ts";
import type * as ontology from "./ontology.schema.ts";

type Kinds = z.output<typeof ontology.kindsFile>["kinds"];
type Relations = z.output<typeof ontology.relationsFile>["relations"];
type Events = z.output<typeof ontology.eventsFile>;

export type Kind = Kinds[number];
export type Relation = Relations[number];
export type EventType = Events["events"][number];

/** What there is in the world of the graph: kinds of nodes, relations, types of events. */
export interface Ontology {
  readonly kinds: readonly Kind[];
  readonly relations: readonly Relation[];
  readonly roles: readonly Events["roles"][number][];
  readonly counts: readonly Events["counts"][number][];
  readonly events: readonly EventType[];
}

export type State = z.output<typeof gazetteer.statesFile>["states"][number];
export type Place = z.output<typeof gazetteer.placesFile>["places"][number];
export type Organization = z.output<typeof gazetteer.organizationsFile>["organizations"][number];
export type OrganizationType = z.output<typeof gazetteer.organizationsFile>["types"][number];
export type Body = z.output<typeof gazetteer.bodiesFile>["bodies"][number];
export type Office = z.output<typeof gazetteer.officesFile>["offices"][number];
/** `listed`: only a list of the user names him, so that a last name alone says nothing of him. */
export type KnownPerson = z.output<typeof gazetteer.peopleFile>["people"][number] & { readonly listed?: true };
export type Holiday = z.output<typeof gazetteer.holidaysFile>["holidays"][number];
export type GivenNames = z.output<typeof gazetteer.namesFile>["givenNames"];
/** Who held an office when, and up to which month that is known. */
export type TermsOfOffice = Pick<z.output<typeof gazetteer.termsFile>, "asOf" | "terms">;
export type Topic = z.output<typeof gazetteer.topicsFile>["topics"][number];

/** Known names. They link mentions and tell them apart; they never make an edge. */
export interface Gazetteer {
  readonly states: readonly State[];
  readonly places: readonly Place[];
  /** Types of places that lie in no other place of their type. */
  readonly placesApart: readonly string[];
  readonly organizations: readonly Organization[];
  readonly organizationTypes: readonly OrganizationType[];
  readonly bodies: readonly Body[];
  readonly offices: readonly Office[];
  readonly people: readonly KnownPerson[];
  readonly termsOfOffice: TermsOfOffice;
  readonly topics: readonly Topic[];
  readonly holidays: readonly Holiday[];
  readonly givenNames: GivenNames;
}

export type LetterTables = z.output<typeof gazetteer.lettersFile>;

/** One folder of `seeds/languages`. */
export interface LanguageData {
  readonly language: z.output<typeof language.languageFile>;
  readonly words: z.output<typeof language.wordsFile>;
  readonly verbs: z.output<typeof language.verbsFile>;
  readonly frames: readonly Frame[];
  readonly reporting: z.output<typeof language.reportingFile>;
  readonly events: z.output<typeof language.eventWordsFile>;
  readonly calendar: z.output<typeof language.calendarFile>;
  readonly counts: z.output<typeof language.countsFile>;
  readonly references: z.output<typeof language.referencesFile>;
}

export type Frame = z.output<typeof language.framesFile>["frames"][number];

/** A language in which names are known, and no rules. */
export interface OtherLanguage {
  /** A pack without words: what kind of language it is, and its calendar. */
  readonly data: LanguageData;
  /** Names of states by their ISO 3166-1 code, and the rules for the forms in which they are written. */
  readonly states: Readonly<Record<string, readonly string[]>>;
  readonly forms: readonly (readonly [pattern: string, replacement: string])[];
}

/** Everything that `seeds/` holds, checked and compiled. */
export interface Knowledge {
  /** Hash of the compiled knowledge: part of the key of every extraction. */
  readonly version: string;
  readonly ontology: Ontology;
  readonly gazetteer: Gazetteer;
  readonly letters: LetterTables;
  readonly languages: Readonly<Record<string, LanguageData>>;
  /** Languages that no pack covers, by code. */
  readonly others: Readonly<Record<string, OtherLanguage>>;
  /** What lists of the user have added. */
  readonly listed?: ListedKnowledge;
}

/** What lists of the user add to the shipped knowledge. */
export interface ListedKnowledge {
  /** The knowledge without them. */
  readonly shipped: Knowledge;
  /** Sorted by `known`. */
  readonly entities: readonly KnownListed[];
}

/** Somebody or something that a list names, as the engine knows it. */
export interface KnownListed {
  /** Identifier in the gazetteer: that of something shipped, or one of its own. */
  readonly known: string;
  /** Id of its node. */
  readonly id: string;
  readonly kind: string;
  /** Names that say who or what it is, wherever they stand. */
  readonly names: readonly ListedName[];
  /** Single words by which an article calls a person whom it names in full elsewhere. */
  readonly partial: readonly ListedName[];
  readonly sameAs: readonly string[];
}

/** Where `npm run build` puts the compiled knowledge: beside the built code, and, seen from the sources, in `dist`. */
const COMPILED = [new URL("../knowledge.json", import.meta.url), new URL("../../dist/knowledge.json", import.meta.url)];

/** Reads the compiled knowledge. Throws `KNOWLEDGE_MISSING` when the project has not been built. */
export function loadKnowledge(): Knowledge {
  const file = COMPILED.find((candidate) => existsSync(candidate));
  if (file === undefined) {
    throw new DragomanError("KNOWLEDGE_MISSING", "the compiled knowledge is missing; run `npm run build`");
  }
  return JSON.parse(readFileSync(file, "utf8")) as Knowledge;
}
