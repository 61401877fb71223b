import type { Modality } from "../model/modality.ts";
import type { Knowledge, LanguageData } from "../seeds/knowledge.ts";
import { fold, stripDiacritics, startsWithCapital } from "./fold.ts";
import { conjugateAll, declineNoun, withEndings } from "./inflect.ts";
import { tokenize, type Token, type TokenRules } from "./tokens.ts";

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
      readonly cases: readonly Case[] | undefined;
    }
  | { readonly type: "adposition"; readonly id: string; readonly pairs: boolean }
  | { readonly type: "relative"; readonly role: "subject" | "object" | "any" | "place" }
  | { readonly type: "subordinator"; readonly kind: string }
  | {
      readonly type: "pronoun";
      readonly person: number;
      readonly plural: boolean;
      readonly gender: "male" | "female" | undefined;
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
  | { readonly type: "group"; readonly members: "people" | "states" | "any" }
  | { readonly type: "description"; readonly kind: string }
  | { readonly type: "medium"; readonly medium: string }
  | { readonly type: "ordinal"; readonly value: number }
  | { readonly type: "month" | "weekday"; readonly value: number }
  | {
      readonly type: "relative-date";
      readonly offset: number;
      readonly unit: "day" | "week" | "month" | "year" | "weekend";
    }
  | {
      readonly type: "state" | "demonym" | "people" | "place" | "organization" | "person" | "topic";
      readonly id: string;
    }
  | {
      readonly type: "body" | "office";
      readonly id: string;
      readonly country: string | undefined;
      readonly plural?: boolean;
    }
  | { readonly type: ClosedClass };

/** Classes of which nothing but the membership matters. */
export type ClosedClass =
  | "genitive"
  | "subject-marker"
  | "object-marker"
  | "coordinator"
  | "complementizer"
  | "negation"
  | "additive"
  | "adverb"
  | "particle"
  | "honorific"
  | "name-particle"
  | "former"
  | "acting"
  | "occupation"
  | "infinitive-marker"
  | "source"
  | "counterpart"
  | "acting-noun"
  | "organization-head"
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

/** An entry of a phrase that starts at a token; `end` is the index after its last token. */
export interface Match {
  readonly end: number;
  readonly entry: Entry;
}

interface Stored {
  readonly entry: Entry;
  /** `exact`: the surface form that is required (abbreviations); `capital`: the first letter must be one. */
  readonly requires: { readonly exact?: string; readonly capital?: boolean };
}

interface TrieNode {
  readonly next: Map<string, TrieNode>;
  stored: Stored[] | undefined;
}

/** Finds the entries of words and phrases of one language, together with the names of the gazetteer. */
export interface Lexicon {
  readonly data: LanguageData;
  readonly tokenRules: TokenRules;
  /** For each token, the entries of all phrases that start there, the longest first. */
  readonly match: (tokens: readonly Token[]) => readonly (readonly Match[])[];
  /** Whether any entry knows the folded word on its own. */
  readonly knows: (norm: string) => boolean;
}

const HYPHENS = new Set(["-", "‐", "‑", "–"]);
/** Shortest known noun, and shortest rest before it, for which a long word counts as a compound of it. */
const COMPOUND_PART = 4;

/** Whether the token joins two words into one: `US-Außenminister`. */
export function isJoiner(tokens: readonly Token[], index: number): boolean {
  const token = tokens[index];
  return token !== undefined && token.glued && HYPHENS.has(token.text) && tokens[index + 1]?.glued === true;
}

/** Builds the lexicon of a language from its pack and the gazetteer. Takes milliseconds; made once a process. */
export function createLexicon(knowledge: Knowledge, data: LanguageData): Lexicon {
  const tokenRules = tokenRulesOf(data);
  const root: TrieNode = { next: new Map(), stored: undefined };
  const capitals = data.language.capitals !== "none";

  const add = (phrase: string, entry: Entry, requires: Stored["requires"] = {}): void => {
    // An ending such as 's is a token only behind a word.
    const words = tokenRules.clitics.includes(fold(phrase))
      ? [fold(phrase)]
      : tokenize(phrase, 0, tokenRules)
          .filter((token, i, all) => !isJoiner(all, i))
          .map((token) => token.norm);
    for (const norms of spellings(words)) {
      let node = root;
      for (const norm of norms) {
        let next = node.next.get(norm);
        if (next === undefined) node.next.set(norm, (next = { next: new Map(), stored: undefined }));
        node = next;
      }
      (node.stored ??= []).push({ entry, requires });
    }
  };
  const addAll = (phrases: readonly string[], entry: Entry, requires?: Stored["requires"]): void => {
    for (const phrase of phrases) add(phrase, entry, requires);
  };

  addWords(data, addAll);
  addVerbs(data, addAll);
  addNouns(data, addAll);
  addCalendar(data, addAll);
  addGazetteer(knowledge, data, add);

  const compounds = new Map<string, readonly Stored[]>();
  const compoundOf = (norm: string): readonly Stored[] => {
    let found = compounds.get(norm);
    if (found === undefined) {
      found = [];
      for (let cut = COMPOUND_PART; cut <= norm.length - COMPOUND_PART; cut += 1) {
        const stored = root.next.get(norm.slice(cut))?.stored?.filter(({ entry }) => isCompoundHead(entry));
        if (stored === undefined || stored.length === 0) continue;
        const media =
          root.next.get(norm.slice(0, cut).replace(/s$/, ""))?.stored ??
          root.next.get(norm.slice(0, cut))?.stored ??
          [];
        found = [...stored, ...media.filter(({ entry }) => entry.type === "medium" || entry.type === "topic")];
        break;
      }
      compounds.set(norm, found);
    }
    return found;
  };

  const fits = (stored: Stored, token: Token): boolean => {
    const { exact, capital } = stored.requires;
    if (exact !== undefined) return token.text === exact || token.text === `${exact}.`;
    return capital !== true || !capitals || startsWithCapital(token.text);
  };

  return {
    data,
    tokenRules,
    knows: (norm) => root.next.has(norm),
    match: (tokens) =>
      tokens.map((first, i) => {
        const matches: Match[] = [];
        let node: TrieNode | undefined = root;
        for (let j = i; j < tokens.length && node !== undefined; j += 1) {
          const token = tokens[j];
          if (token === undefined) break;
          if (j > i && isJoiner(tokens, j)) continue;
          node = node.next.get(token.norm);
          for (const stored of node?.stored ?? []) {
            if (fits(stored, first)) matches.push({ end: j + 1, entry: stored.entry });
          }
        }
        if (
          matches.length === 0 &&
          data.language.compounds &&
          first.text.length >= 2 * COMPOUND_PART &&
          startsWithCapital(first.text)
        ) {
          for (const { entry } of compoundOf(first.norm)) matches.push({ end: i + 1, entry });
        }
        return matches.reverse();
      }),
  };
}

function isCompoundHead(entry: Entry): boolean {
  return entry.type === "noun" || entry.type === "body" || entry.type === "office" || entry.type === "acting-noun";
}

/** A name is found with and without its diacritics. */
function spellings(norms: readonly string[]): (readonly string[])[] {
  const plain = norms.map(stripDiacritics);
  return plain.some((norm, i) => norm !== norms[i]) ? [norms, plain] : [norms];
}

function tokenRulesOf(data: LanguageData): TokenRules {
  return {
    clitics: data.language.clitics.map(fold).sort((a, b) => b.length - a.length),
    abbreviations: new Set(data.language.abbreviations.map((word) => fold(word).replace(/\.$/, ""))),
  };
}

type AddAll = (phrases: readonly string[], entry: Entry, requires?: Stored["requires"]) => void;

function addWords(data: LanguageData, addAll: AddAll): void {
  const { words, reporting, references, events, verbs } = data;
  for (const { forms, cases, definite } of words.determiners) addAll(forms, { type: "determiner", cases, definite });
  for (const { forms, person, plural, gender, reflexive, cases } of words.possessives)
    addAll(forms, { type: "possessive", person, plural, gender, reflexive, cases });
  for (const { forms, id, pairs } of words.adpositions) addAll(forms, { type: "adposition", id, pairs });
  for (const { forms, role } of words.relatives) addAll(forms, { type: "relative", role });
  for (const { forms, kind } of words.subordinators) addAll(forms, { type: "subordinator", kind });
  for (const { forms, person, plural, gender, cases, marker } of words.pronouns)
    addAll(forms, { type: "pronoun", person, plural, gender, cases, marker });
  for (const { forms, modality } of reporting.hedges) addAll(forms, { type: "hedge", modality });
  for (const { forms, members } of references.groups) addAll(forms, { type: "group", members });
  for (const { forms, kind } of references.descriptions) addAll(forms, { type: "description", kind });
  for (const { forms, medium } of events.media)
    addAll(
      forms.flatMap((form) => withEndings(form, data.language.adjectiveEndings)),
      { type: "medium", medium },
    );
  for (const { forms, value } of events.ordinals)
    addAll(
      forms.flatMap((form) => withEndings(form, data.language.adjectiveEndings)),
      { type: "ordinal", value },
    );
  const closed: readonly (readonly [ClosedClass, readonly string[]])[] = [
    ["genitive", words.genitive],
    ["subject-marker", words.subjectMarkers],
    ["object-marker", words.objectMarkers],
    ["coordinator", words.coordinators],
    ["complementizer", words.complementizers],
    ["negation", words.negations],
    ["additive", words.additives],
    ["adverb", words.adverbs],
    ["particle", words.particles],
    ["honorific", words.honorifics],
    ["name-particle", words.nameParticles],
    ["former", words.former.flatMap((word) => withEndings(word, data.language.adjectiveEndings))],
    ["acting", words.acting.flatMap((word) => withEndings(word, data.language.adjectiveEndings))],
    ["occupation", words.occupations.flatMap((word) => declineNoun(word, data.language.nounForms))],
    ["infinitive-marker", verbs.infinitiveMarkers],
    ["source", reporting.sources],
    ["counterpart", references.counterparts.flatMap((word) => declineNoun(word, data.language.nounForms))],
    ["acting-noun", references.actingNouns.flatMap((word) => declineNoun(word, data.language.nounForms))],
    ["organization-head", references.organizationHeads],
    ["not-name", references.notNames],
    ["linker", events.linkers],
    ["transparent", events.transparent.flatMap((word) => declineNoun(word, data.language.nounForms))],
  ];
  for (const [type, phrases] of closed) addAll(phrases, { type });
}

function addVerbs(data: LanguageData, addAll: AddAll): void {
  for (const { form, lemma, features, prefix, split, marked } of conjugateAll(data.verbs))
    addAll([form], { type: "verb", lemma, features, prefix, split, marked });
}

function addNouns(data: LanguageData, addAll: AddAll): void {
  const lemmas = new Set([
    ...data.frames.flatMap((frame) => frame.nouns),
    ...data.events.nouns.flatMap(({ nouns }) => nouns),
    ...data.reporting.verbs.flatMap(({ noun }) => (noun === undefined ? [] : [noun])),
    ...data.reporting.control.flatMap(({ noun }) => (noun === undefined ? [] : [noun])),
  ]);
  for (const lemma of lemmas) addAll(declineNoun(lemma, data.language.nounForms), { type: "noun", lemma });
}

function addCalendar(data: LanguageData, addAll: AddAll): void {
  const { months, weekdays, relative, partsOfDay } = data.calendar;
  for (const [i, forms] of months.entries()) addAll(forms, { type: "month", value: i + 1 }, { capital: true });
  for (const [i, forms] of weekdays.entries()) addAll(forms, { type: "weekday", value: i + 1 }, { capital: true });
  for (const { forms, offset, unit } of relative) addAll(forms, { type: "relative-date", offset, unit });
  addAll(partsOfDay, { type: "part-of-day" });
}

type NamesByLanguage = Readonly<Record<string, readonly string[]>>;

function addGazetteer(
  knowledge: Knowledge,
  data: LanguageData,
  add: (phrase: string, entry: Entry, requires?: Stored["requires"]) => void,
): void {
  const { code, script, nameEndings, adjectiveEndings, nounForms } = data.language;
  const own = (names: NamesByLanguage | undefined): readonly string[] => names?.[code] ?? [];
  // Names travel between languages of one script; common nouns, adjectives and titles do not.
  const sameScript = Object.entries(knowledge.languages)
    .filter(([, other]) => other.language.script === script)
    .map(([other]) => other);
  const addNames = (names: NamesByLanguage | undefined, entry: Entry): void => {
    for (const name of new Set(sameScript.flatMap((other) => names?.[other] ?? []))) {
      const abbreviation = /^(?:\p{Lu}\.?){1,5}$/u.test(name);
      if (abbreviation) add(name, entry, { exact: name.replace(/\.$/, "") });
      else for (const form of withEndings(name, nameEndings)) add(form, entry, { capital: true });
    }
  };
  const { states, places, organizations, bodies, offices, people, topics } = knowledge.gazetteer;
  for (const state of states) {
    addNames(state.names, { type: "state", id: state.id });
    for (const word of own(state.adjectives))
      for (const form of withEndings(word, adjectiveEndings)) add(form, { type: "demonym", id: state.id });
    for (const word of own(state.people))
      for (const form of declineNoun(word, nounForms)) add(form, { type: "people", id: state.id }, { capital: true });
  }
  for (const place of places) addNames(place.names, { type: "place", id: place.id });
  for (const organization of organizations) {
    addNames(organization.names, { type: "organization", id: organization.id });
    for (const name of new Set(sameScript.flatMap((other) => organization.short?.[other as "en"] ?? [])))
      add(name, { type: "organization", id: organization.id }, script === "Latin" ? { exact: name } : {});
  }
  for (const body of bodies) {
    for (const noun of own(body.nouns))
      for (const form of declineNoun(noun, nounForms)) add(form, { type: "body", id: body.id, country: undefined });
    for (const { country, names } of body.proper) {
      for (const [language, own] of Object.entries(names)) {
        // A name that several states use for theirs says only what it is: "Foreign Office".
        const shared = (name: string): boolean =>
          body.proper.some((other) => other.country !== country && other.names[language as "en"].includes(name));
        addNames({ [language]: own.filter((name) => !shared(name)) }, { type: "body", id: body.id, country });
        addNames({ [language]: own.filter(shared) }, { type: "body", id: body.id, country: undefined });
      }
    }
  }
  for (const office of offices) {
    const addTitles = (titles: NamesByLanguage | undefined, country: string | undefined): void => {
      for (const title of own(titles))
        for (const form of declineNoun(title, nounForms))
          add(form, {
            type: "office",
            id: office.id,
            country,
            plural: form !== title && !nameEndings.includes(form.slice(title.length)),
          });
    };
    addTitles(office.titles, undefined);
    addTitles(office.feminine, undefined);
    for (const { country, titles } of office.local) addTitles(titles, country);
  }
  for (const person of people) {
    addNames(person.names, { type: "person", id: person.id });
    addNames(person.short, { type: "person", id: person.id });
  }
  for (const topic of topics) for (const name of own(topic.names)) add(name, { type: "topic", id: topic.id });
}
