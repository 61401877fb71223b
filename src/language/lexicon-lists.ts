import { KINDS } from "../model/kinds.ts";
import type { ListedName } from "../model/entity-list.ts";
import type { Knowledge, KnownListed, LanguageData } from "../seeds/knowledge.ts";
import { scriptOf } from "./detect.ts";
import type { Entry } from "./entries.ts";
import { withEndings } from "./inflect.ts";
import {
  addNames,
  organizationEntry,
  personEntry,
  placeEntry,
  rewritten,
  statesByCapital,
} from "./lexicon-gazetteer.ts";
import { createPhraseTree, phraseNorms, type PhraseNode, type Phrases, type Stored } from "./phrases.ts";
import type { TokenRules } from "./tokens.ts";

/** Entries of names: a word that has no others is a name and nothing else. */
const NAMES: ReadonlySet<Entry["type"]> = new Set([
  "person",
  "surname",
  "given-name",
  "state",
  "demonym",
  "people",
  "organization",
  "place",
  "member",
] as const);
/** Of these a phrase means one only: what a list names takes the place of what is shipped. */
const ONE: ReadonlySet<Entry["type"]> = new Set(["person", "state", "organization", "place"] as const);

/** A name of a list as a language reads it. */
interface Listing {
  readonly entity: KnownListed;
  readonly text: string;
  readonly partial: boolean;
}

/**
 * The shipped phrases of a language with the names of the user's lists. Of the names, which may be many, only the first
 * words are taken in at once; the rest is when a text first has the word.
 */
export function withListed(shipped: Phrases, knowledge: Knowledge, data: LanguageData, rules: TokenRules): Phrases {
  const entryOf = createEntries(knowledge);
  const byFirst = new Map<string, Listing[]>();
  for (const entity of knowledge.listed?.entities ?? []) {
    for (const [names, partial] of [
      [entity.names, false],
      [entity.partial, true],
    ] as const) {
      for (const name of names) {
        if (!isReadIn(name, entity.kind, data)) continue;
        const { text } = name;
        for (const first of firstWords(text, entity.kind, data, rules)) {
          const others = byFirst.get(first);
          if (others === undefined) byFirst.set(first, [{ entity, text, partial }]);
          else others.push({ entity, text, partial });
        }
      }
    }
  }

  const joined = new Map<string, PhraseNode | undefined>();
  const join = (first: string, listings: readonly Listing[]): PhraseNode | undefined => {
    const { words, add } = createPhraseTree(data, rules);
    for (const { entity, text, partial } of listings) {
      if (isCommon(text, shipped, data, rules)) continue;
      addNames({ data, add }, formsOf(text, entity.kind, data), entryOf(entity, partial));
    }
    const [own, known] = [words.get(first), shipped.get(first)];
    return own === undefined || known === undefined ? (own ?? known) : joinNodes(known, own);
  };
  return {
    get: (norm) => {
      const listings = byFirst.get(norm);
      if (listings === undefined) return shipped.get(norm);
      if (!joined.has(norm)) joined.set(norm, join(norm, listings));
      return joined.get(norm);
    },
  };
}

/** A single word that is also another word of the language says too little where its capital does not tell. */
function isCommon(text: string, shipped: Phrases, data: LanguageData, rules: TokenRules): boolean {
  if (data.language.capitals === "names" && /\p{Lu}/u.test(text)) return false;
  const [norm, ...more] = phraseNorms(text, false, rules)[0] ?? [];
  if (norm === undefined || more.length > 0) return false;
  return shipped.get(norm)?.stored?.some(({ type }) => !NAMES.has(type)) === true;
}

/** The names of the user's lists that a language passes over, since they are also other words of it. */
export function passedOver(
  shipped: Phrases,
  knowledge: Knowledge,
  data: LanguageData,
  rules: TokenRules,
): readonly string[] {
  const names = (knowledge.listed?.entities ?? []).flatMap(({ kind, names: all, partial }) =>
    [...all, ...partial].filter((name) => isReadIn(name, kind, data)).map(({ text }) => text),
  );
  return [...new Set(names)].filter((text) => isCommon(text, shipped, data, rules)).sort();
}

/** Whether texts in a language may use a name: one of its script; of states, whose names are words, one of its own. */
function isReadIn({ text, language }: ListedName, kind: string, data: LanguageData): boolean {
  const { code, script } = data.language;
  if (language === code) return true;
  return scriptOf(text) === script && (language === undefined || kind !== KINDS.state);
}

/** A name, and how it begins where its adjective is declined: "Demokratischen Partei". */
function formsOf(text: string, kind: string, { language }: LanguageData): readonly string[] {
  return kind === KINDS.organization ? [text, ...rewritten(text, language.nameForms)] : [text];
}

/** The folded words with which a name may begin. */
function firstWords(text: string, kind: string, data: LanguageData, rules: TokenRules): ReadonlySet<string> {
  // Endings change the last word only.
  const forms = formsOf(text, kind, data).flatMap((form) =>
    form.includes(" ") ? [form] : withEndings(form, data.language.nameEndings),
  );
  return new Set(forms.flatMap((form) => phraseNorms(form, true, rules).flatMap(([first]) => first ?? [])));
}

/** What a listed name is to the grammar, by what is known of whom or what it names. */
function createEntries({ gazetteer, ontology }: Knowledge): (entity: KnownListed, partial: boolean) => Entry {
  const people = new Map(gazetteer.people.map((row) => [row.id, row]));
  const organizations = new Map(gazetteer.organizations.map((row) => [row.id, row]));
  const places = new Map(gazetteer.places.map((row) => [row.id, row]));
  const prefixes = new Map(ontology.kinds.map(({ id, prefix }) => [id, prefix]));
  const stateOfCapital = statesByCapital(gazetteer);
  return ({ known, kind }, partial) => {
    const id = known.slice((prefixes.get(kind) ?? "").length + 1);
    if (partial) return { type: "surname", id, alone: false };
    const [person, organization, place] = [people.get(id), organizations.get(id), places.get(id)];
    if (kind === KINDS.person && person !== undefined) return personEntry(person);
    if (kind === KINDS.organization && organization !== undefined)
      return organizationEntry(organization, gazetteer.organizationTypes);
    if (kind === KINDS.place && place !== undefined) return placeEntry(place, stateOfCapital);
    return { type: "state", id };
  };
}

/** Both together. What stands last is found first. */
function joinNodes(shipped: PhraseNode, own: PhraseNode): PhraseNode {
  const stored = own.stored ?? [];
  const taken = new Set(stored.flatMap(({ type }) => (ONE.has(type) ? [type] : [])));
  const kept = shipped.stored?.filter(({ type }) => !taken.has(type)) ?? [];
  const all: Stored[] = [
    ...stored.filter(({ type }) => type === "surname"),
    ...kept,
    ...stored.filter(({ type }) => type !== "surname"),
  ];
  return { stored: all.length === 0 ? undefined : all, next: joinBranches(shipped.next, own.next) };
}

function joinBranches(shipped: PhraseNode["next"], own: PhraseNode["next"]): PhraseNode["next"] {
  if (shipped === undefined || own === undefined) return shipped ?? own;
  const next = new Map(shipped);
  for (const [norm, node] of own) {
    const known = next.get(norm);
    next.set(norm, known === undefined ? node : joinNodes(known, node));
  }
  return next;
}
