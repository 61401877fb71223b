import type { Phonetics } from "../language/phonetic.ts";
import type { SpokenName } from "../language/spoken-names.ts";

/** Consonants from which the beginning of a word is a key of its own, since endings differ most. */
const PREFIX = 4;
/** Consonants from which two words written as one are a key without another word. */
const ENOUGH = 3;

/** Keys by which names find each other that may be of one. */
export interface NameKeys {
  /** Keys under which names meet. */
  readonly meets: readonly string[];
  /** Keys of the words by which a name of a single word finds those of several, and the other way round. */
  readonly parts: readonly string[];
}

/** A word of a name, or two that follow each other, by their places. */
interface Unit {
  readonly skeleton: string;
  readonly from: number;
  readonly to: number;
}

/**
 * Two names meet where a word of each, or two that follow each other, has the same skeleton, and another of each begins or
 * ends with consonants of one kind; where two words of each have the same steady consonants; where two words that follow
 * each other have one skeleton together, since spellings differ in where they part a name; and names of a single word where
 * that has the same skeleton. One word alone would be common to more and more names, the more there are.
 */
export function createNameKeys(phonetics: Phonetics): (name: SpokenName) => NameKeys {
  const skeletonOf = (word: string): string => phonetics.skeleton(word).replace(/(.)\1+/g, "$1");
  const beginnings = (skeleton: string): string[] =>
    skeleton.length < PREFIX ? [] : [`${skeleton.slice(0, PREFIX)}~`];

  const pairKeys = (skeleton: string, other: string): string[] => {
    if (skeleton === "") return [];
    const { kinds, steady } = phonetics.outline(other);
    const [first, last] = [kinds.slice(0, 1), kinds.slice(-1)];
    const own = phonetics.outline(skeleton).steady;
    return [
      `${skeleton} ^${first}`,
      `${skeleton} $${last}`,
      own.length > 1 ? `${own} ${steady}` : `${skeleton} ${steady}`,
      ...beginnings(skeleton).map((beginning) => `${beginning} $${last}`),
    ];
  };

  return ({ words }) => {
    const single = words.map((word, at): Unit => ({ skeleton: skeletonOf(word), from: at, to: at }));
    const joined = words
      .slice(1)
      .map((word, i): Unit => ({ skeleton: skeletonOf(`${words[i] ?? ""}${word}`), from: i, to: i + 1 }));
    const pairs = [...single, ...joined].flatMap((one) =>
      [...single, ...joined]
        .filter((other) => other.to < one.from || one.to < other.from)
        .flatMap((other) => pairKeys(one.skeleton, other.skeleton)),
    );
    const whole = joined.map(({ skeleton }) => skeleton).filter(({ length }) => length >= ENOUGH);
    const long = single.map(({ skeleton }) => skeleton).filter(({ length }) => length > 1);
    const parts = [...long, ...whole].flatMap((skeleton) => [skeleton, ...beginnings(skeleton)]);
    const meets =
      words.length === 1 ? parts : [...pairs, ...whole.flatMap((skeleton) => [skeleton, ...beginnings(skeleton)])];
    return { meets: meets.length > 0 ? meets : [`=${words.map(phonetics.romanize).join("")}`], parts };
  };
}
