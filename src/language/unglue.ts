import type { Entry } from "./entries.ts";
import type { Lexicon } from "./lexicon.ts";
import { fold } from "./fold.ts";
import type { Token } from "./tokens.ts";

/** Parts of speech so closed that a word of theirs is told even where it is written together with its neighbour. */
const FUNCTION_WORDS: ReadonlySet<Entry["type"]> = new Set([
  "genitive",
  "scope-marker",
  "subject-marker",
  "object-marker",
  "adposition",
  "coordinator",
  "complementizer",
  "negation",
  "additive",
]);
/** Letters of the shortest unknown word that may have swallowed a word behind it, and of that word. */
const SHORTEST_HEAD = 3;
const SHORTEST_TAIL = 2;
/** Letters of the longest that two or three words make together; longer is no language, and every cut of it is looked up. */
const LONGEST_WORD = 60;

/**
 * Parts words that are written together. Behind a letter that joins none an Arabic script shows no gap, so that the press
 * often leaves out the space: "میڈیاکے", "نومبرمیں", "کہاکہ". What the lexicon knows as it stands is left alone.
 */
export function createUngluer(lexicon: Lexicon): (tokens: Token[]) => Token[] {
  const { finalLetters, nonJoiners } = lexicon.data.language;
  if (nonJoiners === "" && finalLetters === "") return (tokens) => tokens;
  const finals = new Set(finalLetters);
  const openEnds = new Set([...nonJoiners, ...finalLetters]);
  const auxiliaries = new Set(lexicon.data.verbs.auxiliaries.map(({ lemma }) => lemma));
  const cuts = new Map<string, number>();

  const entriesOf = (norms: readonly string[]): readonly Entry[] =>
    lexicon.phrase(norms).filter(({ type }) => type !== "surname");
  const isFunction = (entries: readonly Entry[]): boolean => entries.some(({ type }) => FUNCTION_WORDS.has(type));
  const isAuxiliary = (entries: readonly Entry[]): boolean =>
    entries.some((entry) => entry.type === "verb" && auxiliaries.has(entry.lemma));

  const fits = (head: string, tail: string): boolean => {
    if (entriesOf([head, tail]).length > 0) return true;
    const before = entriesOf([head]);
    const behind = entriesOf([tail]);
    if (behind.length === 0) return finals.has(head.at(-1) ?? "") && before.length > 0;
    if (before.length === 0)
      // A name that no list knows may end like a genitive: only markers that are rarely part of one are taken off.
      return head.length >= SHORTEST_HEAD && isFunction(behind) && finals.has(tail.at(-1) ?? "");
    if (isFunction(behind)) return true;
    if (isFunction(before)) return tail.length >= SHORTEST_HEAD;
    return isAuxiliary(behind) && before.some(({ type }) => type === "verb" || type === "noun");
  };

  /** Where a folded word is to be cut; 0 for nowhere. */
  const cutOf = (norm: string): number => {
    for (let at = norm.length - SHORTEST_TAIL; at >= SHORTEST_TAIL; at -= 1) {
      if (openEnds.has(norm[at - 1] ?? "") && fits(norm.slice(0, at), norm.slice(at))) return at;
    }
    return 0;
  };

  /** Where a token is to be cut; 0 for nowhere. */
  const cutAt = ({ shape, norm }: Token): number => {
    if (shape !== "word" || norm.length < 2 * SHORTEST_TAIL || norm.length > LONGEST_WORD || lexicon.knows(norm))
      return 0;
    let at = cuts.get(norm);
    if (at === undefined) cuts.set(norm, (at = cutOf(norm)));
    return at;
  };

  const parts = (token: Token): Token[] => {
    const at = cutAt(token);
    if (at === 0) return [token];
    // Marks that folding drops lie in the surface only: the cut is where the head, folded, is complete.
    let length = at;
    while (fold(token.text.slice(0, length)).length < at) length += 1;
    const [head, tail] = [token.text.slice(0, length), token.text.slice(length)];
    const middle = token.start + length;
    return [
      { ...token, end: middle, text: head, norm: fold(head) },
      ...parts({ ...token, start: middle, text: tail, norm: fold(tail), glued: true }),
    ];
  };

  return (tokens) => {
    const whole: Token[] = [];
    for (const token of tokens) {
      if (cutAt(token) === 0) whole.push(token);
      else whole.push(...parts(token));
    }
    return whole;
  };
}
