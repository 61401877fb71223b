import type { Phonetics } from "../language/phonetic.ts";
import type { KnownPerson } from "../seeds/knowledge.ts";

/** Finds the known person of whose name another name is a spelling. */
export type PersonLike = (name: string, country: string | undefined) => string | undefined;

interface Spelling {
  readonly id: string;
  readonly countries: readonly string[];
  readonly name: string;
}

/**
 * Likeness from which a name is a spelling of a known one: with capitals, without them, where more spellings of foreign
 * names are about, and where the words say of which state the person is and it is his. Measured on the spellings of the
 * gazetteer: nine of ten of one person's lie above, of two people's only those that differ in a letter.
 */
const SAME_SPELLING = { Latin: 0.94, Arabic: 0.9, ofState: 0.86 } as const;
/** Letters under which a name in Latin letters is too short to differ at all: Anna Lindh, Ann Linde. */
const SHORT_NAME = 12;
const SAME_SOUND = 0.98;
/** How much less like the name anybody else's must be. */
const MARGIN = 0.03;
const ARABIC = /[\u0600-\u06FF]/;

/** Names by the consonants of a word and by how many words they have: all that a spelling of one can be. */
interface SpellingIndex {
  readonly byFirst: ReadonlyMap<string, readonly Spelling[]>;
  readonly byLast: ReadonlyMap<string, readonly Spelling[]>;
}

/**
 * Makes the search; its index is made when it is first asked. Names are compared that share the consonants of their last
 * word, and, where the state is known, of their first: Macrone for Macron.
 */
export function createPersonLike(people: readonly KnownPerson[], phonetics: Phonetics): PersonLike {
  let index: SpellingIndex | undefined;

  const alike = (name: string, words: readonly string[], country: string | undefined) => {
    index ??= indexSpellings(people, phonetics);
    const [first = "", last = ""] = [words[0], words.at(-1)];
    const byLast = index.byLast.get(keyOf(name, last, words.length, phonetics)) ?? [];
    const byFirst = country === undefined ? [] : (index.byFirst.get(keyOf(name, first, words.length, phonetics)) ?? []);
    const compatriots = byFirst.filter(({ countries }) => country !== undefined && countries.includes(country));
    return [...new Set([...byLast, ...compatriots])]
      .map((spelling) => ({ ...spelling, score: phonetics.nameSimilarity(spelling.name, name) }))
      .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1));
  };

  return (name, country) => {
    const words = phonetics.nameWords(name);
    if (words.length < 2) return undefined;
    const all = alike(name, words, country);
    const [best] = all;
    if (best === undefined) return undefined;
    const { id, countries, score } = best;
    const rival = all.find((other) => other.id !== id);
    const ofState = country !== undefined && countries.includes(country);
    if (country !== undefined && !ofState) return undefined;
    const needed = ofState ? SAME_SPELLING.ofState : likenessNeeded(name);
    return score >= needed && score - (rival?.score ?? 0) >= MARGIN ? `person:${id}` : undefined;
  };
}

function likenessNeeded(name: string): number {
  if (ARABIC.test(name)) return SAME_SPELLING.Arabic;
  return name.length < SHORT_NAME ? SAME_SOUND : SAME_SPELLING.Latin;
}

function keyOf(name: string, word: string, words: number, phonetics: Phonetics): string {
  return `${ARABIC.test(name) ? "Arabic" : "Latin"} ${words} ${phonetics.skeleton(word)}`;
}

function indexSpellings(people: readonly KnownPerson[], phonetics: Phonetics): SpellingIndex {
  const byFirst = new Map<string, Spelling[]>();
  const byLast = new Map<string, Spelling[]>();
  const add = (index: Map<string, Spelling[]>, key: string, spelling: Spelling): void => {
    const list = index.get(key);
    if (list === undefined) index.set(key, [spelling]);
    else list.push(spelling);
  };
  for (const { id, countries, names } of people) {
    for (const name of new Set(Object.values(names).flat())) {
      const words = phonetics.nameWords(name);
      const [first, last] = [words[0], words.at(-1)];
      if (first === undefined || last === undefined || words.length < 2) continue;
      add(byFirst, keyOf(name, first, words.length, phonetics), { id, countries, name });
      add(byLast, keyOf(name, last, words.length, phonetics), { id, countries, name });
    }
  }
  return { byFirst, byLast };
}
