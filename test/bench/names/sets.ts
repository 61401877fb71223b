import { fileURLToPath } from "node:url";
import { z } from "zod";
import { readYaml } from "../../../src/seeds/yaml.ts";

export const LANGUAGES = ["en", "de", "ur"] as const;

/** Names of one thing by language, the usual one first. */
export type Names = Readonly<Record<(typeof LANGUAGES)[number], readonly string[]>>;

/** Two names, and whether one person bears both. */
export interface NamePair {
  readonly a: string;
  readonly b: string;
  readonly same: boolean;
}

const header = { source: z.string(), licence: z.string() };
const list = z.array(z.string()).min(1);
const names = z.strictObject({ en: list, de: list, ur: list });
const peopleFile = z.strictObject({ ...header, people: z.array(names) });
const othersFile = z.strictObject({ ...header, groups: z.array(z.array(list).min(2)) });
const citiesFile = z.strictObject({ ...header, cities: z.array(names) });

/** People, and pairs of names: every two spellings of one of them, and names of people who are easily taken for each other. */
export interface NameSet {
  readonly people: readonly Names[];
  readonly pairs: readonly NamePair[];
}

/**
 * The people of a file of spellings and of one of others; of each the rows of which `isMeant` says so by their index, so
 * that what the comparison was made with can be measured apart from what it was not.
 */
export function readPeople(
  spellings: string,
  others: string,
  isMeant: (index: number) => boolean = () => true,
): NameSet {
  const people = readYaml(pathOf(spellings), peopleFile).people.filter((_, i) => isMeant(i));
  const groups = readYaml(pathOf(others), othersFile).groups.filter((_, i) => isMeant(i));
  const same = people.flatMap((one) => everyTwo(spellingsOf(one), (a, b) => [{ a, b, same: true }]));
  const different = groups.flatMap((group) =>
    everyTwo(group, (one, other) => one.flatMap((a) => other.map((b) => ({ a, b, same: false })))),
  );
  return { people, pairs: [...same, ...different] };
}

/** All spellings of a name, each once. */
export function spellingsOf(one: Names): readonly string[] {
  return [...new Set(LANGUAGES.flatMap((language) => one[language]))];
}

/** Cities of the world after GeoNames. */
export function readCities(): readonly Names[] {
  return readYaml(pathOf("cities"), citiesFile).cities;
}

/** The states of the world, after the tables of ICU. */
export function readCountries(codes: readonly string[]): readonly Names[] {
  const tables = LANGUAGES.map((language) => new Intl.DisplayNames(language, { type: "region" }));
  return codes.map((code) => {
    const [en, de, ur] = tables.map((table) => [table.of(code) ?? code]);
    return { en: en ?? [], de: de ?? [], ur: ur ?? [] };
  });
}

function pathOf(name: string): string {
  return fileURLToPath(new URL(`${name}.yaml`, import.meta.url));
}

function everyTwo<Item, Result>(items: readonly Item[], make: (a: Item, b: Item) => readonly Result[]): Result[] {
  return items.flatMap((a, i) => items.slice(i + 1).flatMap((b) => make(a, b)));
}
