import { stripDiacritics } from "../language/fold.ts";
import type { Name } from "../model/extraction.ts";
import { inLanguage } from "../model/labels.ts";
import { compareText } from "../model/text.ts";
import type { Knowledge } from "../seeds/knowledge.ts";
import type { RankNames } from "./best-name.ts";

const ABBREVIATION = /^\p{Lu}{1,5}$/u;

/** The gazetteer's usual names of its entities; of a body of a state its own name and what it is. */
export interface KnownNames {
  readonly namesOf: (id: string) => Readonly<Record<string, readonly string[]>> | undefined;
  /** Every spelling that the gazetteer has for it; of a body of a state what `namesOf` gives. */
  readonly spellingsOf: (id: string) => readonly string[];
  /** Id of its node: its own, or the one that a list of the user gives it. */
  readonly nodeOf: (id: string) => string;
  /** Ids of what is one by a decision: first those of the user's lists, each by the id of its node. */
  readonly inOrder: (ids: readonly string[]) => readonly string[];
  /** The same thing elsewhere, as a list of the user has it. */
  readonly sameAs: (id: string) => readonly string[];
}

export function createKnownNames(knowledge: Knowledge): KnownNames {
  const names = new Map<string, Readonly<Record<string, readonly string[]>>>();
  const { states, places, organizations, bodies, people } = knowledge.gazetteer;
  const listed = new Map(knowledge.listed?.entities.map((entity) => [entity.known, entity]));
  const usual = (all: Readonly<Record<string, readonly string[]>>): Readonly<Record<string, readonly string[]>> =>
    Object.fromEntries(Object.entries(all).map(([language, own]) => [language, own.slice(0, 1)]));
  const spellings = new Map<string, readonly string[]>();
  const add = (id: string, all: Readonly<Record<string, readonly string[]>>): void => {
    names.set(id, usual(all));
    spellings.set(id, [...new Set(Object.values(all).flat())]);
  };
  for (const state of states) add(`gov:${state.id}`, state.names);
  for (const place of places) add(`place:${place.id}`, place.names);
  for (const organization of organizations) add(`org:${organization.id}`, organization.names);
  for (const person of people) add(`person:${person.id}`, person.names);
  const bodyNames = (id: string): Readonly<Record<string, readonly string[]>> | undefined => {
    const body = bodies.find((candidate) => id.endsWith(`-${candidate.id}`));
    const code = id.slice("org:".length, -1 - (body?.id.length ?? 0));
    const state = [...states, ...places].find((owner) => owner.id.toLowerCase() === code);
    if (body === undefined || state === undefined) return undefined;
    return Object.fromEntries(
      Object.entries(body.label).map(([language, template]) => {
        const namesIn = (owner: string): readonly string[] =>
          body.proper.find((row) => row.country === owner)?.names[language as "en"] ?? [];
        const others = new Set(
          body.proper.filter(({ country }) => country !== state.id).flatMap(({ country }) => namesIn(country)),
        );
        // A name of its own is the better label, unless other states have one like it or it is an abbreviation.
        const own = namesIn(state.id).find((name) => !others.has(name) && !ABBREVIATION.test(name));
        const general = template.replace("{state}", state.names[language as "en"][0] ?? state.id);
        return [language, own === undefined ? [general] : [own, general]];
      }),
    );
  };
  const namesOf = (id: string): Readonly<Record<string, readonly string[]>> | undefined => {
    const [given, body] = [names.get(id), listed.has(id) || !names.has(id) ? bodyNames(id) : undefined];
    if (given === undefined || body === undefined) return given ?? body;
    const [first, second] = listed.get(id)?.id === id ? [body, given] : [given, body];
    const languages = [...new Set([...Object.keys(first), ...Object.keys(second)])];
    return Object.fromEntries(languages.map((code) => [code, [...(first[code] ?? []), ...(second[code] ?? [])]]));
  };
  const nodeOf = (id: string): string => listed.get(id)?.id ?? id;
  return {
    namesOf,
    nodeOf,
    inOrder: (ids) =>
      ids.toSorted((a, b) => Number(listed.has(b)) - Number(listed.has(a)) || compareText(nodeOf(a), nodeOf(b))),
    sameAs: (id) => listed.get(id)?.sameAs ?? [],
    spellingsOf: (id) => {
      const [given, all] = [spellings.get(id), Object.values(namesOf(id) ?? {}).flat()];
      return given === undefined ? all : listed.has(id) ? [...new Set([...given, ...all])] : given;
    },
  };
}

/** How often each name is used, by language. */
export type NameCounts = ReadonlyMap<string, ReadonlyMap<string, number>>;

/** Adds up counts of names, and names that count once each. */
export function countNames(all: readonly (NameCounts | readonly Name[])[]): NameCounts {
  const counts = new Map<string, Map<string, number>>();
  const add = (language: string, text: string, by: number): void => {
    const own = counts.get(language) ?? new Map<string, number>();
    counts.set(language, own);
    own.set(text, (own.get(text) ?? 0) + by);
  };
  for (const names of all) {
    if (Array.isArray(names)) for (const { language, text } of names as readonly Name[]) add(language, text, 1);
    else for (const [language, own] of names as NameCounts) for (const [text, by] of own) add(language, text, by);
  }
  return counts;
}

/** Names by language in the order of `rank`, after those that the gazetteer gives. */
export function namesByLanguage(
  counts: NameCounts,
  known: Readonly<Record<string, readonly string[]>> | undefined,
  rank: RankNames,
): Record<string, readonly string[]> {
  const languages = [...new Set([...Object.keys(known ?? {}), ...counts.keys()])].sort();
  return Object.fromEntries(
    languages.map((language) => [
      language,
      [...new Set([...(known?.[language] ?? []), ...rank(counts.get(language) ?? new Map())])],
    ]),
  );
}

/** Orders descriptions ("meeting on food security"): the more words the better, then the more used. */
export const rankByLength: RankNames = (counts) =>
  [...counts]
    .sort((a, b) => wordCount(b[0]) - wordCount(a[0]) || b[1] - a[1] || compareText(a[0], b[0]))
    .map(([text]) => text);

function wordCount(name: string): number {
  return name.split(/[\s-]+/).length;
}

/** The label: the best name in the first of the default languages that has one, else in any other. */
export function labelOf(names: Readonly<Record<string, readonly string[]>>): string | undefined {
  return inLanguage(Object.fromEntries(Object.entries(names).map(([language, own]) => [language, own[0]])), []);
}

/** All names in the order of their letters, and beside each how many articles use it. */
export function aliasesOf(
  names: Readonly<Record<string, readonly string[]>>,
  counts: NameCounts,
): { readonly aliases: readonly string[]; readonly aliasCounts: readonly number[] } {
  const aliases = [...new Set(Object.values(names).flat())].sort(compareText);
  const uses = (alias: string): number => [...counts.values()].reduce((sum, own) => sum + (own.get(alias) ?? 0), 0);
  return { aliases, aliasCounts: aliases.map(uses) };
}

/** Lower case Latin letters, digits and hyphens. `romanize` writes other scripts in Latin letters first. */
export function slugOf(label: string, romanize: (text: string) => string): string {
  const latin = stripDiacritics(label.toLowerCase().replace(/ä/g, "ae").replace(/ö/g, "oe").replace(/ü/g, "ue"));
  const slug = [...latin.matchAll(/[\p{L}\p{N}]+/gu)]
    .map(([word]) => (/^[a-z0-9]+$/.test(word) ? word : romanize(word)))
    .join("-");
  return (
    slug
      .replace(/[^a-z0-9-]/g, "")
      .replace(/-+/g, "-")
      .replace(/^-|-$/g, "") || "unnamed"
  );
}
