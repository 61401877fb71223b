import { jaroWinkler } from "@skyra/jaro-winkler";
import anyAscii from "any-ascii";
import { distance } from "fastest-levenshtein";
import { createPhonetics } from "../../../src/language/phonetic.ts";
import { createProfileComparison } from "../../../src/resolve/compare.ts";
import { createProfiles, type Profile } from "../../../src/resolve/profile.ts";
import type { LanguageCode } from "../../../src/model/ids.ts";
import type { Knowledge } from "../../../src/seeds/knowledge.ts";

/** A way to compare names. */
export interface Method {
  readonly name: string;
  /** How alike two names are. */
  readonly likeness: (a: string, b: string) => number;
  /** From where on two names are one; `undefined`: where it serves this method best. */
  readonly needed: number | undefined;
  /** Keys under which it finds a name, where it compares only names that share one. */
  readonly keysOf?: (name: string) => readonly string[];
}

/** What the resolver says of two entities of which nothing is known but their names: from 1 on they are one. */
export function createNameResolver(
  { letters }: Knowledge,
  kind: "Person" | "Place",
): Method & Required<Pick<Method, "keysOf">> {
  const phonetics = createPhonetics(letters);
  const profileOf = createProfiles({ phonetics, namesOf: () => [] });
  const { compare, keysOf } = createProfileComparison({ phonetics, held: () => undefined }, () => []);
  const known = new Map<string, Profile>();
  const spoken = (text: string): Profile => {
    let profile = known.get(text);
    if (profile !== undefined) return profile;
    const draft = { kind, names: [{ text, language: "en" as LanguageCode }], offices: [] };
    profile = profileOf(draft, text, () => undefined);
    if (profile === undefined) throw new RangeError(`no profile of ${text}`);
    known.set(text, profile);
    return profile;
  };
  return {
    name: "Dragoman",
    likeness: (a, b) => compare(spoken(a), spoken(b), false) ?? 0,
    needed: 1,
    keysOf: (name) => keysOf(spoken(name)),
  };
}

/** What is at hand without rules for names: transliteration to ASCII, and the likeness of the letters. */
export const BASELINES: readonly Method[] = [
  { name: "any-ascii, Jaro–Winkler", likeness: (a, b) => jaroWinkler(ascii(a), ascii(b)), needed: undefined },
  { name: "any-ascii, Levenshtein", likeness: (a, b) => levenshtein(ascii(a), ascii(b)), needed: undefined },
];

const transliterated = new Map<string, string>();

function ascii(name: string): string {
  const known = transliterated.get(name);
  if (known !== undefined) return known;
  const made = anyAscii(name).toLowerCase();
  transliterated.set(name, made);
  return made;
}

function levenshtein(a: string, b: string): number {
  return 1 - distance(a, b) / Math.max(1, a.length, b.length);
}
