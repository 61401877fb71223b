/** A stretch of tokens of one sentence, half-open. */
export interface TokenRange {
  readonly from: number;
  readonly to: number;
}

/** What the words of a mention refer to, before the article as a whole is considered. */
export type Reference =
  /** Something that the gazetteer names: `gov:PK`, `org:un`, `place:moscow`, `person:antony-blinken`. */
  | { readonly type: "known"; readonly kind: string; readonly id: string }
  /** A name that no list holds, or a part of one; `partOf` is the id of a known organization that the name itself puts above it. */
  | { readonly type: "name"; readonly kind: string; readonly text: string; readonly partOf?: string }
  /**
   * A body that every state has; without `country` it is the one of the state in question. `region`: the place of the
   * gazetteer whose it is, and not its state's: "the Scottish parliament".
   */
  | {
      readonly type: "body";
      readonly kind: string;
      readonly body: string;
      readonly country: string | undefined;
      readonly region?: string;
    }
  /** Somebody by his office: see `offices` and `country` of the mention. `several`: its plural, which is none of its holders. */
  | { readonly type: "office"; readonly kind: string; readonly several: boolean }
  /** Who holds elsewhere the office that another one holds here. */
  | { readonly type: "counterpart"; readonly kind: string }
  | {
      readonly type: "pronoun";
      readonly person: number;
      readonly plural: boolean;
      /** Whether it is several where its verb is in the plural: sie. */
      readonly alsoPlural: boolean;
      readonly gender: "male" | "female" | undefined;
      /** What it can stand for: "he" for a person, "its" for a state or organization, a reflexive for either, "this" for what is said. */
      readonly of: "person" | "thing" | "any" | "fact";
    }
  /** "the two ministers", "both sides". */
  | { readonly type: "group"; readonly members: "people" | "states" | "any"; readonly office: string | undefined }
  /** "the country", "the newspaper"; indefinite ones ("a group") name nothing that is known. `types`: those of the gazetteer that fit. */
  | {
      readonly type: "description";
      readonly kind: string;
      readonly types: readonly string[] | undefined;
      readonly definite: boolean;
      /** Of a person: how old he is said to be, "the 50-year-old". */
      readonly age?: number;
    }
  | { readonly type: "handle"; readonly kind: string; readonly handle: string };

export type PronounReference = Extract<Reference, { readonly type: "pronoun" }>;

/** An office as the words around a name give it. */
export interface OfficeWords {
  readonly office: string;
  readonly former: boolean;
  /** Where it is held, when the words say so. */
  readonly of: Reference | undefined;
}

/** One place in a sentence that names or refers to somebody or something. */
export interface MentionItem extends TokenRange {
  readonly reference: Reference;
  /** The tokens of the name alone, without title and state. */
  readonly name: TokenRange | undefined;
  readonly offices: readonly OfficeWords[];
  /** Whether its words name it by something that belongs to it, and are no name of it: UN in "the UN chief". */
  readonly unnamed?: boolean;
  /** The party to which the words around a name say that he belongs. */
  readonly memberOf?: Reference;
  /** ISO code of the state that the words tie it to: "the Pakistani …". */
  readonly country: string | undefined;
  /** Whether its own words say which state a body belongs to: "Pakistan's Foreign Office". */
  readonly tied: boolean;
  /** Whether it stands before a noun and only qualifies it: "Afghan" in "Afghan peace process". */
  readonly qualifies: boolean;
  /** Whether a possessive refers from it to somebody else: "his counterpart". */
  readonly possessive: boolean;
  /** What that possessive says. */
  readonly possessor?: PronounReference;
}
