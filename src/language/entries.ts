import type { EventStatus } from "../model/extraction.ts";
import type { Modality } from "../model/modality.ts";
import type { Holiday } from "../seeds/knowledge.ts";

export type Case = "nom" | "acc" | "dat" | "gen";

/** What a word or phrase can be. One phrase may have several entries; the grammar decides by what stands around it. */
export type Entry =
  | { readonly type: "determiner"; readonly cases: readonly Case[] | undefined; readonly definite: boolean }
  | {
      readonly type: "possessive";
      readonly person: number;
      readonly plural: boolean;
      readonly gender: "male" | "female" | undefined;
      readonly reflexive: boolean;
      readonly of: "person" | "thing" | "any";
      readonly cases: readonly Case[] | undefined;
    }
  | { readonly type: "adposition"; readonly id: string; readonly pairs: boolean }
  | { readonly type: "relative"; readonly role: "subject" | "object" | "indirect" | "possessor" | "any" | "place" }
  | { readonly type: "subordinator"; readonly kind: string }
  | {
      readonly type: "pronoun";
      readonly person: number;
      readonly plural: boolean;
      readonly alsoPlural: boolean;
      readonly gender: "male" | "female" | undefined;
      readonly of: "person" | "thing" | "any" | "fact";
      readonly cases: readonly Case[] | undefined;
      readonly marker: string | undefined;
    }
  | {
      readonly type: "verb";
      readonly lemma: string;
      readonly features: ReadonlySet<string>;
      readonly prefix: string | undefined;
      readonly split: boolean;
      readonly marked: boolean;
    }
  | { readonly type: "noun"; readonly lemma: string }
  | { readonly type: "hedge"; readonly modality: Modality }
  | { readonly type: "group"; readonly members: "people" | "states" | "any"; readonly needsArticle: boolean }
  | { readonly type: "description"; readonly kind: string; readonly types: readonly string[] | undefined }
  | { readonly type: "medium"; readonly medium: string }
  | { readonly type: "event-status"; readonly status: EventStatus }
  | { readonly type: "ordinal"; readonly value: number }
  | { readonly type: "day" | "month" | "weekday"; readonly value: number }
  | {
      readonly type: "relative-date";
      readonly offset: number;
      readonly unit: "day" | "week" | "month" | "year" | "weekend";
      /** Whether it is counted from the day that was told last, and not from that of the article: a day earlier. */
      readonly told: boolean;
    }
  /** A holiday, and when it is, where that is known. */
  | { readonly type: "holiday"; readonly on: Holiday["on"] }
  | {
      readonly type: "state" | "demonym" | "people" | "topic" | "region-adjective";
      readonly id: string;
    }
  /** A known person, and the state of one who has but one. */
  | { readonly type: "person"; readonly id: string; readonly state?: string }
  /**
   * A place; `seat` is the country whose government sits there, in a building, and `capitalOf` that of which it is the
   * capital. `region`: whether it has people and bodies of its own.
   */
  | {
      readonly type: "place";
      readonly id: string;
      readonly seat?: string;
      readonly capitalOf?: string;
      readonly region?: boolean;
    }
  /** An organization of the gazetteer (`partOf`: of which its name says that it is a part), or, with `name` in place of an id, one that only the article names. */
  | {
      readonly type: "organization";
      readonly id: string;
      readonly name?: string;
      readonly partOf?: string;
      readonly country?: string;
      readonly hasMembers?: boolean;
      readonly hasParts?: boolean;
    }
  /** Who belongs to a party, and what stands for it in brackets behind his name: Republican, (R-Texas). */
  | { readonly type: "member" | "party-mark"; readonly id: string }
  /** A last name of people of the gazetteer: whom of them it means, and whether it does so where it stands alone. */
  | { readonly type: "surname"; readonly id: string | undefined; readonly alone: boolean }
  | {
      readonly type: "body" | "office";
      readonly id: string;
      readonly country: string | undefined;
      readonly plural?: boolean;
      /** Of a body: whether it also works outside its state, and whether it is people who do not act for theirs. */
      readonly abroad?: boolean;
      readonly group?: boolean;
      /** Of a body: whether it is one of a region only. */
      readonly regional?: boolean;
      /** Of an office: where it is held, and, of a title that only some states have, whether theirs must be said with it. */
      readonly of?: "state" | "organization" | "either";
      readonly stateSaid?: boolean;
      /** Of an office: whether what stands behind it under "to" or "for" is where its holder is sent. */
      readonly sent?: boolean;
      /** Of an office: whether it is a rank. */
      readonly rank?: boolean;
    }
  | { readonly type: ClosedClass };

/** Classes of which nothing but the membership matters. */
export type ClosedClass =
  | "scope-marker"
  | "genitive"
  | "subject-marker"
  | "object-marker"
  | "coordinator"
  | "complementizer"
  | "negation"
  | "additive"
  | "adjective"
  | "adverb"
  | "particle"
  | "honorific"
  | "name-particle"
  | "given-name"
  | "former"
  | "coming"
  | "acting"
  | "occupation"
  | "based-before"
  | "based-behind"
  | "infinitive-marker"
  | "source"
  | "counterpart"
  | "age"
  | "acting-noun"
  | "follower-noun"
  | "member-noun"
  | "organization-head"
  | "organization-part"
  | "organization-word"
  | "thing-head"
  | "not-name"
  | "linker"
  | "transparent"
  | "part-of-day";

/** The entries of a type. Distributive, so that one type of several that share a shape can be asked for. */
export type EntryOf<Type extends Entry["type"], Of = Entry> = Type extends unknown
  ? Of extends { readonly type: infer Known }
    ? Type extends Known
      ? Of & { readonly type: Type }
      : never
    : never
  : never;

/** What the surface form of a phrase must be, beyond its folded words. */
export interface Requirement {
  /** The form to the letter: an abbreviation. */
  readonly exact?: string;
  /** Whether it is a name, which is also found without its diacritics. */
  readonly name?: boolean;
  /** A capital at its beginning, in scripts that have them. */
  readonly capital?: boolean;
}

/** Takes a phrase into the lexicon. */
export type AddEntry = (phrase: string, entry: Entry, requirement?: Requirement) => void;
