import { fold, stripDiacritics } from "../language/fold.ts";
import { compareText } from "../model/text.ts";

/** Orders the names of one thing in one language, each with the number of articles that use it, the best first. */
export type RankNames = (counts: ReadonlyMap<string, number>) => readonly string[];

/** What speaks for a name, the most important first: the larger number is better. */
type Merits = readonly number[];

const ABBREVIATION = /^\p{Lu}{1,5}$/u;
const IN_CAPITALS = /^(?=.*\p{Lu}{2})[^\p{Ll}]+$/u;
const POSSESSIVE = /'s?$/;

/**
 * The best name is, of the complete ones, that which most articles use. Complete is a name of enough words, not counting
 * initials, that is no abbreviation and no honorific before a name that is not; where none is, the others take part.
 *
 * Spellings that differ in case, accents and hyphens count as one, of which the most used stands for them; a spelling in
 * capitals (of a date line) or with a possessive only does where there is no other. Among equals that with more words,
 * then that with fewer initials, then that whose rarest word is the most frequent among all names (a slip of the pen is
 * in one), then the first by code unit.
 */
export function createNameRanking(honorifics: readonly string[]): (enough: number) => RankNames {
  const titles = new Set(honorifics.map(keyOf));

  return (enough) => (counts) => {
    if (counts.size < 2) return [...counts.keys()];
    const keys = new Map([...counts.keys()].map((name) => [name, keyOf(name)]));
    const uses = new Map<string, number>();
    const wordUses = new Map<string, number>();
    for (const [name, count] of counts) {
      const key = keys.get(name) ?? name;
      uses.set(key, (uses.get(key) ?? 0) + count);
      for (const word of new Set(key.split(" "))) wordUses.set(word, (wordUses.get(word) ?? 0) + count);
    }
    const isComplete = (key: string): boolean => {
      const title = [...titles].find((each) => key.startsWith(`${each} `) && uses.has(key.slice(each.length + 1)));
      return title === undefined ? fullWords(key).length >= enough : isComplete(key.slice(title.length + 1));
    };
    const meritsOf = (name: string): Merits => {
      const key = keys.get(name) ?? name;
      const words = fullWords(key);
      const stem = fold(name).replace(POSSESSIVE, "");
      const isPossessive = stem !== fold(name) && uses.has(keyOf(stem));
      return [
        Number(isComplete(key) && !ABBREVIATION.test(name)),
        Number(!isPossessive && !(IN_CAPITALS.test(name) && !ABBREVIATION.test(name))),
        uses.get(key) ?? 0,
        words.length,
        words.length - key.split(" ").length,
        words.length === 0 ? 0 : Math.min(...words.map((word) => wordUses.get(word) ?? 0)),
        counts.get(name) ?? 0,
      ];
    };
    return [...counts.keys()]
      .map((name) => ({ name, merits: meritsOf(name) }))
      .sort((a, b) => compareMerits(a.merits, b.merits) || compareText(a.name, b.name))
      .map(({ name }) => name);
  };
}

function compareMerits(a: Merits, b: Merits): number {
  for (const [i, merit] of a.entries()) {
    const difference = (b[i] ?? 0) - merit;
    if (difference !== 0) return difference;
  }
  return 0;
}

/** What spellings of one name have in common: neither case nor accents nor hyphens. */
function keyOf(name: string): string {
  return stripDiacritics(fold(name))
    .replace(/[^\p{L}\p{N}']+/gu, " ")
    .trim();
}

/** The words of a key that are no initials. */
function fullWords(key: string): readonly string[] {
  return key.split(" ").filter((word) => [...word].length > 1);
}
