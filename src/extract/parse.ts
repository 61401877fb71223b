import type { Case, EntryOf } from "../language/lexicon.ts";
import type { DateExpression } from "../language/dates.ts";
import type { Token } from "../language/tokens.ts";
import type { MentionItem, TokenRange } from "../model/mention.ts";

/** Who or what a phrase is about, or stands before its head and owns or qualifies it. */
export interface Owner {
  readonly item: MentionItem;
  /** `genitive`: by case, clitic or possessive; `modifier`: a name or adjective before the noun; `adposition`: of, von. */
  readonly by: "genitive" | "modifier" | "adposition";
}

/** A possessive that refers to the subject of its clause, whatever that is: اپنا. */
export function isReflexive({ reference }: MentionItem): boolean {
  return reference.type === "pronoun" && reference.of === "any";
}

/** A known noun in a phrase. The last one is its head unless a mention follows. */
export interface NounUse {
  readonly lemma: string;
  readonly index: number;
}

/** A noun phrase with what marks its place in the clause. */
export interface Phrase extends TokenRange {
  /** Id of the adposition that governs it; `subject` or `object` for marks of these; `genitive` for a bare genitive. */
  readonly marker: string | undefined;
  /** Whether the adposition brings both ends of a relation. */
  readonly pairs: boolean;
  /** Cases that its determiner allows; all when nothing tells. */
  readonly cases: readonly Case[] | undefined;
  /** What the phrase denotes, when its head is a mention; several when names are coordinated. */
  readonly members: readonly MentionItem[];
  /** Known nouns in it, in order. */
  readonly nouns: readonly NounUse[];
  readonly owners: readonly Owner[];
  /** A date expression that is the whole phrase. */
  readonly date: DateExpression | undefined;
  /** Whether its head is a word that no list knows. */
  readonly unknownHead: boolean;
  /** Index behind the adverbs and linkers that follow it, where adpositions follow: what comes next stands at it none the less. */
  readonly reach: number;
  /** Phrase directly before it, which it may complete: "talks" of "with Iran". */
  readonly after: Phrase | undefined;
  /** Whether it lies in quotation marks. */
  readonly quoted: boolean;
  /** Whether it ends in a mark of the genitive, so that what it owns stands further on. */
  readonly dangling: boolean;
  /** What stands beside the name and says only what it is. */
  readonly apposed?: readonly Apposition[];
  /** Genitive phrases that it has taken in: "the salvos of the war". */
  readonly attributes?: readonly Phrase[];
}

/** A noun beside a name that says what it is: "the son of Y" beside X. */
export interface Apposition {
  /** The name alone. */
  readonly host: Phrase;
  /** Lemma of the verb with which a clause would say it: be. */
  readonly verb: string;
  /** The phrase of the noun, then what depends on it. */
  readonly phrases: readonly Phrase[];
}

export type VerbEntry = EntryOf<"verb">;

/** What separates or holds together the phrases and verbs of a sentence. */
export type Chunk =
  | { readonly type: "phrase"; readonly phrase: Phrase }
  | { readonly type: "verb"; readonly index: number; readonly to: number; readonly entries: readonly VerbEntry[] }
  | { readonly type: "prefix"; readonly index: number; readonly form: string }
  /** A relative pronoun, with the marker that stands behind it where adpositions follow: جس پر. */
  | { readonly type: "relative"; readonly index: number; readonly role: string; readonly marker: string | undefined }
  | { readonly type: "subordinator"; readonly index: number; readonly kind: string }
  | {
      readonly type: "linker" | "complementizer" | "coordinator" | "infinitive" | "negation" | "additive" | "stop";
      readonly index: number;
    }
  | { readonly type: "adverb"; readonly index: number; readonly to?: number }
  /** A mark that parts clauses or the members of a list; a strong one parts main clauses. */
  | { readonly type: "break"; readonly index: number; readonly comma: boolean; readonly strong: boolean }
  | { readonly type: "hedge"; readonly index: number; readonly entry: EntryOf<"hedge"> }
  | { readonly type: "quote"; readonly index: number; readonly open: boolean }
  | { readonly type: "adposition"; readonly index: number; readonly id: string }
  /** A participle with what belongs to it, between an article and its noun: "die von Russland angegriffene Ukraine". */
  | {
      readonly type: "attribute";
      /** Its first token, and the participle. */
      readonly from: number;
      readonly index: number;
      readonly to: number;
      readonly entries: readonly VerbEntry[];
      readonly active: boolean;
      readonly phrases: readonly Phrase[];
    };

/** The verbs of a clause, read together. */
export interface VerbGroup {
  /** Lemma of the main verb. */
  readonly lemma: string;
  /** Lemmas of auxiliaries and of verbs that bracket it. */
  readonly auxiliaries: readonly string[];
  readonly features: ReadonlySet<string>;
  readonly finite: boolean;
  readonly passive: boolean;
  readonly future: boolean;
  /** Whether it is a participle with an auxiliary of the perfect. */
  readonly perfect: boolean;
  /** Whether somebody must or should do it: who must stands as an object, where the verb stands last. */
  readonly obliged: boolean;
  /** Whether its finite verb can only have a plural subject. */
  readonly plural: boolean;
  /** Whether it can only have a singular one: a form of the present beside which there is another for several. */
  readonly singular: boolean;
  /** First and last token. */
  readonly from: number;
  readonly to: number;
  readonly tokens: readonly number[];
}

/** Marker of a phrase that names a source: according to. */
export const SOURCE = "source";

export type ClauseKind = "main" | "complement" | "relative" | "adverbial" | "infinitive" | "participle";

/** A clause while it is built, and after. Clauses point at their parent; the first of a sentence has none. */
export interface Clause {
  kind: ClauseKind;
  parent: Clause | undefined;
  /** Of a subordinator: `time`, `condition` … */
  subordinator: string | undefined;
  verbs: { readonly index: number; readonly to: number; readonly entries: readonly VerbEntry[] }[];
  prefixes: string[];
  group: VerbGroup | undefined;
  phrases: Phrase[];
  /** Tokens of the coordinators in it. */
  joints: number[];
  /** Phrase that a relative or participle clause qualifies. */
  antecedent: Phrase | undefined;
  /** What the relative pronoun is in its clause. */
  relativeRole: string | undefined;
  /** Marker of the relative pronoun: "with whom". */
  relativeMarker: string | undefined;
  /** Phrase whose noun governs it: "the claim that …", "the refusal to …". */
  governor: Phrase | undefined;
  /** Clause whose subject it takes when it has none: coordination, converb, participle, infinitive. */
  sharesSubjectWith: Clause | undefined;
  negated: boolean;
  additive: boolean;
  hedges: EntryOf<"hedge">["modality"][];
  quoted: boolean;
  /** Whether it stands before a complement and belongs to it: "that if …, …". */
  opensComplement: boolean;
  /** The clause of a condition under it: "threatened that if …". */
  condition: Clause | undefined;
  /** Whether a coordinator opens it. */
  coordinated: boolean;
  /** Whether its missing subject is who writes: "Spoke with the minister today." in a post. */
  speaksFor: boolean;
  /** Whether an infinitive depends on it: "asked X to …". */
  governsInfinitive: boolean;
  /** Whether a condition depends on it: "would attack if …". */
  hasCondition: boolean;
  /** The clause that is its complement. */
  complement: Clause | undefined;
  /** Whether its complement can be what is wished: a clause in the subjunctive, behind "dass", or quoted before it. */
  governsWish: boolean;
  /** The passive of a participle that stands without auxiliary. */
  reducedPassive: boolean;
  subject: Phrase | undefined;
  object: Phrase | undefined;
  indirect: Phrase | undefined;
  /** The tokens of its sentence. */
  tokens: readonly Token[];
  /** Its folded words, with a space around each, once they were asked for. */
  words: string | undefined;
  from: number;
  to: number;
}

export function createClause(kind: ClauseKind, from: number, parent?: Clause): Clause {
  return {
    kind,
    parent,
    subordinator: undefined,
    verbs: [],
    prefixes: [],
    group: undefined,
    phrases: [],
    joints: [],
    antecedent: undefined,
    relativeRole: undefined,
    relativeMarker: undefined,
    governor: undefined,
    sharesSubjectWith: undefined,
    negated: false,
    additive: false,
    hedges: [],
    quoted: false,
    opensComplement: false,
    condition: undefined,
    coordinated: false,
    speaksFor: false,
    governsInfinitive: false,
    hasCondition: false,
    complement: undefined,
    governsWish: false,
    reducedPassive: false,
    subject: undefined,
    object: undefined,
    indirect: undefined,
    tokens: [],
    words: undefined,
    from,
    to: from,
  };
}

/**
 * The folded words of a clause, with a space around each, and of an infinitive behind it the marker and the verb ("ordered X
 * [to leave]"). Titles before names say nothing of what the clause tells. Few clauses are asked for them.
 */
function wordsOf(clause: Clause): string {
  return (clause.words ??= ` ${spokenWords(clause).join(" ")} `);
}

const INFINITIVE_TOKENS = 2;

function spokenWords({ tokens, phrases, from, to, governsInfinitive }: Clause): string[] {
  const titles = phrases.flatMap(({ members }) =>
    members.flatMap((item) =>
      item.name === undefined || item.offices.length === 0 ? [] : [[item.from, item.name.from]],
    ),
  );
  const end = governsInfinitive ? to + INFINITIVE_TOKENS : to;
  return tokens
    .slice(from, end)
    .filter((_, i) => !titles.some(([first = 0, name = 0]) => from + i >= first && from + i < name))
    .map(({ norm }) => norm);
}

/** Whether a folded word, or several in a row, stand in a clause. */
export function holdsWord(clause: Clause, word: string): boolean {
  return wordsOf(clause).includes(` ${word} `);
}

/** Whether one of the words, each with a space around it, stands in a clause. */
export function holdsAny(clause: Clause, spaced: readonly string[]): boolean {
  const words = wordsOf(clause);
  return spaced.some((word) => words.includes(word));
}
