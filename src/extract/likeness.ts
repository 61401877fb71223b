import type { Phonetics } from "../language/phonetic.ts";
import type { KnownPerson } from "../seeds/knowledge.ts";

/** Finds the known person of whose name another name is a spelling. */
export type PersonLike = (name: string, country: string | undefined) => string | undefined;

interface Spelling {
  readonly id: string;
  readonly countries: readonly string[];
  readonly name: string;
  readonly words: number;
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

/** Makes the search; its index is made when it is first asked. */
export function createPersonLike(people: readonly KnownPerson[], phonetics: Phonetics): PersonLike {
  let index: ReadonlyMap<string, readonly Spelling[]> | undefined;
  const found = new Map<string, readonly (readonly [Spelling, number])[]>();

  const alike = (name: string): readonly (readonly [Spelling, number])[] => {
    index ??= indexSpellings(people, phonetics);
    const words = phonetics.nameWords(name);
    const candidates = new Set(words.flatMap((word) => index?.get(keyOf(name, word, phonetics)) ?? []));
    return [...candidates]
      .filter((spelling) => spelling.words === words.length)
      .map((spelling) => [spelling, phonetics.nameSimilarity(spelling.name, name)] as const)
      .filter(([, score]) => score >= SAME_SPELLING.ofState - MARGIN)
      .sort(([a, x], [b, y]) => y - x || (a.id < b.id ? -1 : 1));
  };

  return (name, country) => {
    if (phonetics.nameWords(name).length < 2) return undefined;
    const all = found.get(name) ?? alike(name);
    found.set(name, all);
    const [best] = all;
    if (best === undefined) return undefined;
    const [{ id, countries }, score] = best;
    const rival = all.find(([other]) => other.id !== id);
    const ofState = country !== undefined && countries.includes(country);
    if (country !== undefined && !ofState) return undefined;
    const needed = ofState ? SAME_SPELLING.ofState : likenessNeeded(name);
    return score >= needed && score - (rival?.[1] ?? 0) >= MARGIN ? `person:${id}` : undefined;
  };
}

function likenessNeeded(name: string): number {
  if (ARABIC.test(name)) return SAME_SPELLING.Arabic;
  return name.length < SHORT_NAME ? SAME_SOUND : SAME_SPELLING.Latin;
}

/** Names that are compared share a script and the consonants of a word. */
function keyOf(name: string, word: string, phonetics: Phonetics): string {
  return `${ARABIC.test(name) ? "Arabic" : "Latin"} ${phonetics.skeleton(word)}`;
}

function indexSpellings(
  people: readonly KnownPerson[],
  phonetics: Phonetics,
): ReadonlyMap<string, readonly Spelling[]> {
  const index = new Map<string, Spelling[]>();
  for (const { id, countries, names } of people) {
    for (const name of new Set(Object.values(names).flat())) {
      const words = phonetics.nameWords(name);
      const spelling = { id, countries, name, words: words.length };
      for (const key of new Set(words.map((word) => keyOf(name, word, phonetics)))) {
        const list = index.get(key);
        if (list === undefined) index.set(key, [spelling]);
        else list.push(spelling);
      }
    }
  }
  return index;
}
