import { rememberWords } from "../language/memo.ts";
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
const MARGIN = 0.04;
/** Between a state and a name: no name has it. */
const BETWEEN = "\n";
const ARABIC = /[\u0600-\u06FF]/;

/** Names by the consonants of one of their words and by how many they have: all that a spelling of one can be. */
type SpellingIndex = ReadonlyMap<string, readonly Spelling[]>;

/**
 * Makes the search. Names are compared that share the consonants of their last word, and, where the state is known, of
 * their first: Macrone for Macron. The index of a script and a word is made when it is first asked, since it takes a
 * moment and few texts need all.
 */
export function createPersonLike(people: readonly KnownPerson[], phonetics: Phonetics): PersonLike {
  const indexes = new Map<string, SpellingIndex>();
  const spellingsOf = (name: string, words: readonly string[], at: 0 | -1): readonly Spelling[] => {
    const script = scriptOf(name);
    const wanted = `${script} ${at}`;
    let index = indexes.get(wanted);
    if (index === undefined) indexes.set(wanted, (index = indexSpellings(people, script, at, phonetics)));
    return index.get(keyOf(words, at, phonetics)) ?? [];
  };

  const alike = (name: string, words: readonly string[], country: string | undefined) => {
    const byLast = spellingsOf(name, words, -1);
    const byFirst = country === undefined ? [] : spellingsOf(name, words, 0);
    const compatriots = byFirst.filter(({ countries }) => country !== undefined && countries.includes(country));
    return [...new Set([...byLast, ...compatriots])]
      .map((spelling) => ({ ...spelling, score: phonetics.nameSimilarity(spelling.name, name) }))
      .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1));
  };

  const find = (name: string, country: string | undefined): string | undefined => {
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
  const found = rememberWords((asked) => {
    const [country = "", name = ""] = asked.split(BETWEEN);
    return find(name, country === "" ? undefined : country);
  });
  return (name, country) => found((country ?? "") + BETWEEN + name);
}

function likenessNeeded(name: string): number {
  if (ARABIC.test(name)) return SAME_SPELLING.Arabic;
  return name.length < SHORT_NAME ? SAME_SOUND : SAME_SPELLING.Latin;
}

function scriptOf(name: string): "Arabic" | "Latin" {
  return ARABIC.test(name) ? "Arabic" : "Latin";
}

function keyOf(words: readonly string[], at: 0 | -1, phonetics: Phonetics): string {
  return `${words.length} ${phonetics.skeleton(words.at(at) ?? "")}`;
}

function indexSpellings(
  people: readonly KnownPerson[],
  script: "Arabic" | "Latin",
  at: 0 | -1,
  phonetics: Phonetics,
): SpellingIndex {
  const index = new Map<string, Spelling[]>();
  for (const { id, countries, names } of people) {
    for (const name of new Set(Object.values(names).flat())) {
      if (scriptOf(name) !== script) continue;
      const words = phonetics.nameWords(name);
      if (words.length < 2) continue;
      const key = keyOf(words, at, phonetics);
      const list = index.get(key);
      const spelling = { id, countries, name };
      if (list === undefined) index.set(key, [spelling]);
      else list.push(spelling);
    }
  }
  return index;
}
