import { z } from "zod";
import { EVENT_STATUSES } from "../model/extraction.ts";
import { MODALITIES } from "../model/modality.ts";
import { header, slug, words } from "./common.schema.ts";
import { NEEDS, TIES } from "./ontology.schema.ts";

const list = z.array(words).default([]);
const features = z
  .string()
  .regex(
    /^(?:finite|past|present|future|participle|infinitive|gerund|converb|subjunctive|plural|base|agentive)(?:\+(?:finite|past|present|future|participle|infinitive|gerund|converb|subjunctive|plural|base|agentive))*$/,
  );
const cases = z.array(z.enum(["nom", "acc", "dat", "gen"]));

/** The scripts that are told apart, as Unicode names them. Japanese kana count as Han. */
export const SCRIPTS = [
  "Latin",
  "Arabic",
  "Cyrillic",
  "Greek",
  "Hebrew",
  "Devanagari",
  "Bengali",
  "Han",
  "Hangul",
  "Thai",
] as const;

/** `language.yaml`: what kind of language it is. The engine reads these properties and never the code. */
export const languageFile = z.strictObject({
  ...header,
  code: z.string().regex(/^[a-z]{2,3}$/),
  name: words,
  /** ISO codes of the states whose press writes in it: where an office stands without its state, theirs comes first. */
  countries: z.array(z.string().regex(/^[A-Z]{2}$/)).default([]),
  direction: z.enum(["ltr", "rtl"]),
  script: z.enum(SCRIPTS),
  /**
   * What a token is: a word between spaces, or one letter, where words are not separated or carry particles.
   */
  tokens: z.enum(["words", "letters"]).default("words"),
  /** Which words are written with a capital: names only, all nouns, or the script has no capitals. */
  capitals: z.enum(["names", "nouns", "none"]),
  /** Order of the clause: subject–verb–object, verb second with a final bracket, or verb last. */
  order: z.enum(["svo", "v2", "sov"]),
  adpositions: z.enum(["before", "after"]),
  /** Whether reported speech keeps the person of who speaks: "he said that we …" is his "we". */
  reportsInOwnPerson: z.boolean().default(false),
  /** Letters that tell it from other languages of its script. */
  letters: z.string().default(""),
  /** Frequent words that tell it from other languages of its script; frequent letters where tokens are letters. */
  stopWords: z.array(words).min(20),
  /** Characters that end a sentence. */
  sentenceEnd: z.string(),
  /** Abbreviations after which a full stop ends no sentence, without the stop. */
  abbreviations: list,
  /** Words that after a number and a full stop show that the sentence goes on ("18. Mai"). */
  ordinalFollowers: list,
  /** Words behind which a number with a full stop is an ordinal ("des 25. Zusatzartikels"). */
  ordinalLeaders: list,
  /** Whether an apostrophe joins what stands around it to one word (don't), or separates two (l'Iran). */
  apostropheJoins: z.boolean().default(true),
  /** Endings split off as tokens of their own (`'s`). */
  clitics: list,
  /** Letters that do not join the next one, so that no gap shows behind them; and those that only end a word. */
  nonJoiners: z.string().default(""),
  finalLetters: z.string().default(""),
  /** Endings that a name may carry (`s` of the genitive). */
  nameEndings: z.array(z.string()).default([]),
  /** Other ways to write a title: rules `[pattern, replacement]`; وزیر خارجہ is also خارجہ کے وزیر. */
  titleForms: z.array(z.tuple([z.string(), z.string()])).default([]),
  /** Other forms of names of organizations: rules `[pattern, replacement]`; every one that fits gives a form. */
  nameForms: z.array(z.tuple([z.string(), z.string()])).default([]),
  /** Words for a direction that join the name of a state: Nord in Nordsyrien. */
  directions: list,
  /** Titles of several who hold one: وزرائے خارجہ. */
  titlePlurals: z.array(z.tuple([z.string(), z.string()])).default([]),
  /** Endings of adjectives, added to the base form. */
  adjectiveEndings: z.array(z.string()).default([]),
  /** Those of them that behind a noun, and without an article, are genitive: "die Ausweisung russischer Diplomaten". */
  genitiveAdjectiveEndings: z.array(z.string()).default([]),
  /** Whether nouns are written together, so that the last part of a long word may be a known noun (Telefongespräch). */
  compounds: z.boolean().default(false),
  /** Patterns (regular expressions) of folded words that by their ending can only be adjectives, plurals, oblique forms. */
  adjectivePattern: z.string().optional(),
  pluralPattern: z.string().optional(),
  obliquePattern: z.string().optional(),
  /** Pattern of words, in small letters, whose article in the nominative is another than in dative and genitive: not "der Regierung". */
  femininePattern: z.string().optional(),
  /** Pattern of folded words that by their ending can only be common nouns, and are no names: Windgeschwindigkeiten. */
  nounPattern: z.string().optional(),
  /** Endings of nouns in other cases and numbers: rules `[pattern, replacement]`; every one that fits gives a form. */
  nounForms: z.array(z.tuple([z.string(), z.string()])).default([]),
  /** Endings that mark a word as an adverb or as no noun. */
  adverbEndings: z.array(z.string()).default([]),
  /** Lines that are furniture of news sites, not text. */
  noiseLines: list,
  /** Patterns (regular expressions) of further such lines. */
  noisePatterns: z.array(z.string()).default([]),
});

/** `words.yaml`: the closed classes. */
export const wordsFile = z.strictObject({
  ...header,
  determiners: z.array(
    z.strictObject({ forms: z.array(words).min(1), cases: cases.optional(), definite: z.boolean().default(true) }),
  ),
  possessives: z.array(
    z.strictObject({
      forms: z.array(words).min(1),
      cases: cases.optional(),
      person: z.number().int().min(1).max(3).default(3),
      reflexive: z.boolean().default(false),
      plural: z.boolean().default(false),
      gender: z.enum(["male", "female"]).optional(),
      of: z.enum(["person", "thing", "any"]).default("person"),
    }),
  ),
  adpositions: z.array(
    z.strictObject({
      /** The name by which frames refer to it. */
      id: words,
      forms: z.array(words).min(1),
      /** Whether it brings both ends of a relation: between A and B. */
      pairs: z.boolean().default(false),
    }),
  ),
  /** Ids of adpositions that tie an office or a body to where it is held: minister of, ambassador for. */
  holderMarkers: list,
  /** Ids of adpositions that bring the possessor of the noun before them: of, von. */
  possessorMarkers: list,
  /** Ids of adpositions that bring who does it in a passive: by, von, کی جانب سے. */
  agentMarkers: list,
  /** Ids of adpositions that bring some of those that were just spoken of: including. */
  includingMarkers: list,
  /** Nouns with which a relative clause does: جن میں X شامل ہیں. */
  includingPredicates: list,
  /** Ids of adpositions that bring what somebody is said to be: as. */
  predicateMarkers: list,
  /** Ids of adpositions that bring what somebody becomes: zum Präsidenten. */
  resultMarkers: list,
  /** Ids of adpositions under which an infinitive did not happen (without, instead of), and is still to come (before, for). */
  absenceMarkers: list,
  /** Ids of adpositions of where those come from who act for somebody: negotiators from. */
  originMarkers: list,
  /** Ids of adpositions that bring who does the same: as did. */
  alikeMarkers: list,
  /** Ids of adpositions that before a number say how exact it is: about. */
  approximators: list,
  /** Ids of adpositions of what comes later: before. */
  beforeMarkers: list,
  /** Ids of adpositions that bring what somebody is praised or blamed for, and words that announce a clause of it: dafür. */
  groundMarkers: list,
  groundWords: list,
  /**
   * Nouns of what is done to somebody, behind which "of" names him: the invasion of Ukraine. Of the first kind a person is
   * it before them too: Navalny's arrest, but Putin's invasion.
   */
  sufferedNouns: list,
  inflictedNouns: list,
  aheadMarkers: list,
  /** Ids of adpositions that bring where a body has its seat: "the government in Kyiv". */
  seatMarkers: list,
  /** Words between an office and what it is for: مشیر برائے تجارت. */
  scopeMarkers: list,
  /** Marks of the possessor: `'s`, کا. */
  genitive: list,
  /** Marks of the subject and of the object, where the language has them. */
  subjectMarkers: list,
  objectMarkers: list,
  coordinators: list,
  complementizers: list,
  relatives: z.array(
    z.strictObject({
      forms: z.array(words).min(1),
      role: z.enum(["subject", "object", "indirect", "possessor", "any", "place"]).default("any"),
    }),
  ),
  subordinators: z.array(
    z.strictObject({
      forms: z.array(words).min(1),
      /** `simultaneous`: at the time of the clause above it. `ahead`: later than that, so that what it tells in the present is to come. */
      kind: z.enum([
        "time",
        "ahead",
        "simultaneous",
        "cause",
        "condition",
        "concession",
        "purpose",
        "contrast",
        "manner",
      ]),
    }),
  ),
  negations: list,
  additives: list,
  pronouns: z.array(
    z.strictObject({
      forms: z.array(words).min(1),
      person: z.number().int().min(1).max(3),
      plural: z.boolean().default(false),
      /** Whether it is several where its verb is in the plural; else what `gender` says: sie. */
      alsoPlural: z.boolean().default(false),
      gender: z.enum(["male", "female"]).optional(),
      /** What it can stand for: a person ("he"), a state or organization ("it"), either, or only what is said ("this"). */
      of: z.enum(["person", "thing", "any", "fact"]).default("person"),
      cases: cases.optional(),
      /** The marker that the form contains: انہیں is "to them". */
      marker: words.optional(),
    }),
  ),
  adverbs: list,
  /** Nouns of what somebody writes or says: what stands in it in the passive he says who did: "in the letter it is said". */
  documents: list,
  /** Words that make a plural subject the object too: each other. */
  reciprocals: list,
  /** Adjectives that no noun is mistaken for: they end no noun phrase, and what stands behind them is no verb. */
  adjectives: list,
  /** Common nouns that are also forms of verbs. */
  nouns: list,
  /** Nouns and names that are several without an ending that says so: people, police. */
  plurals: list,
  /** Nouns that count what stands behind them in the same phrase: Million, Dollar, Tonne. */
  measures: list,
  /** Names of states and places that stand with an article: "die Türkei". */
  articleNames: list,
  /** Nouns that without an adposition say how long something lasts: "sechs Jahre". */
  durations: list,
  /** Words that can follow a noun phrase or verb and change nothing: particles. */
  particles: list,
  honorifics: list,
  /** Parts of names written small: von, bin, al. */
  nameParticles: list,
  /** Words that say an office is past, not yet held, or acting. */
  former: list,
  coming: list,
  acting: list,
  /** Words before a name that say what somebody is, and hold no office: journalist, widow. */
  occupations: list,
  /** Words between a place and the organization that has its seat there, and between the organization and the place. */
  basedBefore: list,
  basedBehind: list,
});

/** `verbs.yaml`: paradigms and lemmas. */
export const verbsFile = z.strictObject({
  ...header,
  /**
   * A paradigm turns a lemma into its forms. `stem` cuts the lemma; each form is a list of rules `[pattern, replacement]`
   * on that stem, of which the first that fits gives the form (a replacement may hold a space: a form of two words).
   */
  paradigms: z.record(
    z.string(),
    z.strictObject({
      stem: z.tuple([z.string(), z.string()]),
      forms: z.array(z.strictObject({ features, rules: z.array(z.tuple([z.string(), z.string()])).min(1) })),
    }),
  ),
  verbs: z.array(
    z.strictObject({
      lemma: words,
      paradigm: z.string(),
      /** Separable prefix: `ein` of `einladen`. The forms below are then given without it. */
      prefix: words.optional(),
      /** Forms that the paradigm does not give, by features joined with `+`. They replace those of the same features. */
      forms: z.record(z.string(), z.array(words)).default({}),
      /** Whether its perfect is built with the auxiliary of the passive ("ist gereist"). */
      perfectWithPassive: z.boolean().default(false),
    }),
  ),
  /** Auxiliaries by what they do. */
  auxiliaries: z.array(
    z.strictObject({
      lemma: words,
      role: z.enum(["passive", "perfect", "future", "modal", "copula", "light", "obligation"]),
    }),
  ),
  /** Verbs whose infinitive can stand without its marker: help. */
  bareInfinitives: list,
  /** Verbs that say of a noun no more than that somebody does it: an allegation made by X, a US-led invasion. */
  doing: list,
  /** The word before an infinitive: to, zu. */
  infinitiveMarkers: list,
});

/**
 * How the language says a relation. Slots of a row:
 * `subject`, `object`, `indirect` (a second bare or a dative object), the id of an adposition (`with`), `possessor` (of the
 * row's noun: genitive, `'s`, `of`, possessive pronoun), `modifier` (a name joined to that noun: China-Besuch), `pair` (both
 * ends at once: "between A and B", or a plural subject), `speaker` (who says the clause), `self` (the same, where a pronoun is
 * the clause's subject: "said it would attack"), `answered` (who said of the subject what the relation answers),
 * `doer` (who did what a relative clause speaks of: "fired missiles, which X condemned"),
 * `complement` (the subject of the clause under it), `condition` (that of the "if" under it), `noun` (the row's noun itself,
 * where it is an event: "signed the treaty"), `predicate` (the office in "was elected president of France"), `made` (X
 * in "appointed X as minister, replacing Y"); with `'s` behind it the possessor of what fills a slot: `object's` in
 * "criticised Russia's war".
 */
const slot = z.string().regex(/^[^\s|]+(?:\|[^\s|]+)*$/u, "names of slots, separated by |");

/** What a row of `frames` says when it fits: relation, and which slots are its ends. */
const gives = z.strictObject({
  relation: z.string(),
  subject: slot,
  object: slot,
  modality: z.enum(MODALITIES).optional(),
  /** Whether a person must be at one end, or none may be: meetings of people, negotiations of states. */
  people: z.boolean().optional(),
});

/**
 * `frames/*.yaml`: how the language says a relation. A row is one or more verbs, or verbs with a noun, or a noun alone.
 * Passives, participles, relative clauses, infinitives and coordination are the engine's: a row gives the active form.
 */
export const framesFile = z.strictObject({
  ...header,
  frames: z.array(
    z.strictObject({
      id: slug,
      verbs: list,
      /** Nouns that must stand with the verbs; without verbs, the nouns alone. */
      nouns: list,
      /** The adposition under which the noun stands: `zu` in "zu Besuch"; of several, separated by |, one. */
      nounMarker: words.optional(),
      /** Whether the noun says the same where it stands beside a name without a verb: "X, the son of Y". */
      apposition: z.boolean().default(false),
      /** Auxiliaries one of which must stand with the verb; without verbs and nouns, any active verb will do. */
      auxiliaries: list,
      /** Verbs one of which must govern the clause: "vowed to attack". */
      under: list,
      /** Whether no bare noun may stand before a verb that is last: "met him", not "got gas from him". */
      alone: z.boolean().default(false),
      /** Words one of which must stand in the clause, and words none of which may. */
      with: list,
      without: list,
      /** Whether a clause under it must wish for something: "said to X that he should …". */
      wish: z.boolean().default(false),
      gives: z.array(gives).min(1),
      /** Type of the event that it makes, with its medium. */
      event: z.string().optional(),
      medium: z.string().optional(),
      /** The end that says which event it is even where the other is not told: who resigns. */
      of: z.enum(["subject", "object"]).optional(),
      /** Roles of slots in that event, where they are not `participant`. */
      roles: z.record(z.string(), z.string()).default({}),
      /** A clause or infinitive under it has this modality and subject. */
      complement: z.strictObject({ modality: z.enum(MODALITIES), subject: slot }).optional(),
      confidence: z.number().min(0).max(1).default(0.9),
      examples: z.array(z.strictObject({ text: words, gives: z.array(z.string()) })).min(1),
    }),
  ),
});

/** `reporting.yaml`: who says so, and in which mood. */
export const reportingFile = z.strictObject({
  ...header,
  /** Verbs whose clause is what somebody says. `claim`: the text keeps its distance. */
  verbs: z.array(
    z.strictObject({
      lemma: words,
      noun: words.optional(),
      claim: z.boolean().default(false),
      modality: z.enum(MODALITIES).optional(),
    }),
  ),
  /** Adpositions that name a source: according to, laut, کے مطابق. */
  sources: list,
  /**
   * Verbs, with a noun or one of several words where they need one, whose clause or infinitive did not happen or not yet:
   * want, plan, agree. The first that fits counts.
   */
  control: z.array(
    z.strictObject({
      lemma: words,
      noun: words.optional(),
      with: list,
      modality: z.enum(MODALITIES),
      subject: z.enum(["subject", "object"]).default("subject"),
      /** Whether it says that somebody tries: "tried to persuade" has asked. */
      tries: z.boolean().default(false),
      /** Whether it says that somebody with power decides: "decided to expel" has announced it. */
      decides: z.boolean().default(false),
    }),
  ),
  /** Nouns whose clause or infinitive is what they say, wish or fear: the claim that, the refusal to. */
  nouns: z.array(z.strictObject({ lemmas: z.array(words).min(1), modality: z.enum(MODALITIES) })).default([]),
  modals: z.array(
    z.strictObject({
      lemma: words,
      modality: z.enum(MODALITIES),
      /** What it says with a perfect: "soll angegriffen haben" is hearsay. */
      perfect: z.enum(MODALITIES).optional(),
    }),
  ),
  /** Words that make the clause alleged, planned and so on: allegedly, angeblich, مبینہ. */
  hedges: z.array(z.strictObject({ forms: z.array(words).min(1), modality: z.enum(MODALITIES) })),
});

/** `events.yaml`: nouns of events, and the words around them. */
export const eventWordsFile = z.strictObject({
  ...header,
  nouns: z.array(
    z.strictObject({
      type: z.string(),
      nouns: z.array(words).min(1),
      medium: z.string().optional(),
      /** Whether it needs a name, topic, date or place of its own to be an event ("talks"). */
      generic: z.boolean().default(false),
      /** Whether it goes on for longer than the news of a day: war, dispute. */
      lasting: z.boolean().default(false),
      /** Whether its nouns can stand for any event of the kind that was told before: the gathering. */
      general: z.boolean().default(false),
      /** Whether its nouns say something else than the shorter ones in them: a trade war is no war. */
      apart: z.boolean().default(false),
      /** Words that may not stand in its phrase: a verbal attack is none. */
      without: list,
      /** Whether the state of which it is said to be is where it is, and one of its parties: a civil war, a crisis. */
      within: z.boolean().default(false),
      /** What a state whose name only stands before the noun is to it, where that is not what it is to others of the type. */
      modifier: z.enum(TIES).optional(),
      /** What its nouns need to tell of an event, where that is not what those of the type do. */
      needs: z.enum(NEEDS).optional(),
      /** Whose it must be: a decision is an event of the world where it is that of a court. */
      of: z.enum(["court"]).optional(),
    }),
  ),
  /** Words that modify an event noun and belong to its name: virtual, ministerial. */
  media: z.array(z.strictObject({ forms: z.array(words).min(1), medium: z.string() })),
  ordinals: z.array(z.strictObject({ forms: z.array(words).min(1), value: z.number().int().min(1) })),
  /** Adpositions that bring its topic, place, participants. */
  topicMarkers: list,
  placeMarkers: list,
  participantMarkers: list,
  /** Adpositions that say on which occasion, besides those of places: during, on the sidelines of. */
  occasionMarkers: list,
  /** Adpositions before an event that has been: after, since. */
  pastMarkers: list,
  /** Adjectives that say how it stands with an event: planned, cancelled. */
  statuses: z.array(z.strictObject({ forms: z.array(words).min(1), status: z.enum(EVENT_STATUSES) })).default([]),
  /** Verbs that say so of their object: cancel, postpone. */
  statusVerbs: z
    .array(
      z.strictObject({
        lemmas: z.array(words).min(1),
        /** The adposition of what they say it of, where that is no object: wait for. */
        marker: words.optional(),
        /** The word behind the verb with which alone it says so: call off. */
        particle: words.optional(),
        /** Whether it says so of its subject in the active: "das Treffen fällt aus". */
        ofSubject: z.boolean().default(false),
        status: z.enum(EVENT_STATUSES),
      }),
    )
    .default([]),
  /** Verbs that say that an event is put off only with the day to which: move. */
  moveVerbs: list,
  /** Verbs that say of their object that it is no more: end its support. */
  endVerbs: list,
  /** Words beside the day from which, and to which, an event is put off: from 18 May to 20 June. */
  movedFrom: list,
  movedTo: list,
  /** Verbs by which somebody owns up to an event, or has it agreed, with other words of the clause, one of which must stand in it. */
  claims: z
    .array(z.strictObject({ verbs: z.array(words).min(1), with: list, markers: z.array(words).min(1) }))
    .default([]),
  /** Words between the topic and the noun: ہونے والے. */
  linkers: list,
  /** Nouns that hand their complement on: "participation in the summit". */
  transparent: list,
  /** Verbs that say an event takes place. */
  takePlace: list,
  /** Verbs whose subject holds, makes or leads the event that is their object: hold talks, give a speech. */
  holdVerbs: list,
  /** Verbs of coming, and adpositions of what somebody comes for: arrived for the talks. */
  comeVerbs: list,
  purposeMarkers: list,
  /** Words for where the article is written: here. */
  here: list,
  /** Words before or at an end of a date that make it the end of a span of time, in which an event may be anywhere: since, until. */
  spanWords: list,
});

const fields = z.strictObject({
  /** How many units from the anchor: 0 this, -1 last, 1 next. */
  offset: z.number().int(),
  unit: z.enum(["day", "week", "month", "year", "weekend"]),
});

/** `calendar.yaml`: dates. Patterns are words and the slots {day} {month} {year} {weekday} {relative} {part}. */
export const calendarFile = z.strictObject({
  ...header,
  months: z.array(z.array(words).min(1)).length(12),
  weekdays: z.array(z.array(words).min(1)).length(7),
  /** Days of the month in words, where they are written so: یکم مئی. */
  days: z.array(z.array(words).min(1)).max(31).default([]),
  /** Words of days that are also other words: they count only where a pattern with another word fits. */
  relative: z.array(
    z.strictObject({
      forms: z.array(words).min(1),
      ...fields.shape,
      /** Whether it is counted from the day that was told last, and not from that of the article: a day earlier. */
      told: z.boolean().default(false),
    }),
  ),
  partsOfDay: list,
  patterns: z.array(words).min(3),
  /** What a pattern reads when nothing stands around it that says otherwise. */
  examples: z
    .array(
      z.strictObject({
        text: words,
        anchor: z.string().optional(),
        tense: z.enum(["past", "future"]).default("past"),
        gives: z.string(),
      }),
    )
    .min(3),
});

const valued = z.array(z.strictObject({ forms: z.array(words).min(1), value: z.number().min(1) })).default([]);

/** `counts.yaml`: how people are counted who were killed, arrested, expelled. */
export const countsFile = z.strictObject({
  ...header,
  /** Numbers in words; what is not whole counts only where it is multiplied. */
  numbers: valued,
  /** Words behind a number that multiply it: thousand. */
  multipliers: valued,
  /** Words between a number and what is added to it: two hundred and three. */
  joints: list,
  /** Words before a number that say that it is the least, the most, or only near: at least, up to, about. */
  least: list,
  most: list,
  near: list,
  /** Words between the ends of a range: to. And before a range whose ends a coordinator joins: between 20 and 30. */
  range: list,
  between: list,
  /** Words between a number and that of all of whom it counts some, and behind the number of all: five of the 20, 20 میں سے. */
  of: list,
  outOf: list,
  /** Words before a number that say that nobody knows which it is, or of whom it is not told: several hundred, most of the 20. */
  vague: list,
  /** Words behind a number that counts no people: years, percent. */
  units: list,
  /** Words that open what is said of some of those who are counted: including. */
  including: list,
  /** Forms of nouns of people who are counted. */
  people: list,
  counts: z
    .array(
      z.strictObject({
        /** What they met with, of `counts` in the ontology. */
        what: z.string(),
        /** Words directly before the number that need no people behind it: the death toll rose to 14. */
        tolls: list,
        /** Words directly before the number: killing 14. */
        before: list,
        /** Words behind the number and the people: 14 people were killed, 14 dead. */
        behind: list,
        /** Lemmas of verbs whose object they are: expel. */
        verbs: list,
      }),
    )
    .default([]),
  /** What is counted in a sentence: `killed 14`, `killed >=14`, `killed 10-12`. */
  examples: z.array(z.strictObject({ text: words, gives: z.array(z.string()) })).default([]),
});

/** `references.yaml`: how a text refers back. */
export const referencesFile = z.strictObject({
  ...header,
  /** Who has the same office elsewhere: counterpart, Amtskollege, ہم منصب. */
  counterparts: list,
  /** What stands behind a number of years and with it for somebody: the 50-year-old, der 50-Jährige. */
  ages: list,
  /** Plural offices and groups: "the two foreign ministers", "both sides". `of`: the members' kind or office. */
  groups: z.array(
    z.strictObject({
      forms: z.array(words).min(1),
      members: z.enum(["people", "states", "any"]),
      /** Whether they refer to somebody only behind a definite article: the ministers. */
      needsArticle: z.boolean().default(false),
    }),
  ),
  /** Nouns with which a state acts: troops, officials. */
  actingNouns: list,
  /** Nouns for those who make up a group, which it is where they are said to be of it: rebels of X. */
  followerNouns: list,
  /** Nouns with which an organization acts as a whole: the G7 countries. */
  memberNouns: list,
  /**
   * Nouns that refer to somebody or something named before: the politician, the country. `types`: types of the gazetteer
   * that they fit, all of their kind when left out ("the newspaper" is a medium, "the group" any organization).
   */
  descriptions: z.array(
    z.strictObject({ forms: z.array(words).min(1), kind: z.string(), types: z.array(z.string()).min(1).optional() }),
  ),
  /** Nouns at the head of a name that make it an organization: Council, Ministerium. */
  organizationHeads: list,
  /** Common nouns for a part of an organization behind its name: "UN mission", "EU-Mission", "اقوام متحدہ کا مشن". */
  organizationParts: list,
  /** Words that hardly stand anywhere but in names of organizations, where no capital shows a name: لبریشن. */
  organizationWords: list,
  /** Nouns at the head of a name that make it neither a person nor an organization: Street, Prize, Airport. */
  thingHeads: list,
  /** Words that are written like names and are none. */
  notNames: list,
});
