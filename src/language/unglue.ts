import type { Entry } from "./entries.ts";
import type { Lexicon } from "./lexicon.ts";
import { fold } from "./fold.ts";
import { createForm, type Form, type Token } from "./tokens.ts";

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

const NO_PARTS: readonly Form[] = [];

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
    if (norm.length < 2 * SHORTEST_TAIL || norm.length > LONGEST_WORD || lexicon.knows(norm)) return 0;
    for (let at = norm.length - SHORTEST_TAIL; at >= SHORTEST_TAIL; at -= 1) {
      if (openEnds.has(norm[at - 1] ?? "") && fits(norm.slice(0, at), norm.slice(at))) return at;
    }
    return 0;
  };

  const partsOf = (form: Form): readonly Form[] => {
    const { text, norm } = form;
    const at = cutOf(norm);
    if (at === 0) return [form];
    // Marks that folding drops lie in the surface only: the cut is where the head, folded, is complete.
    let length = at;
    while (fold(text.slice(0, length)).length < at) length += 1;
    const [head, tail] = [text.slice(0, length), text.slice(length)];
    return [createForm(head, fold(head)), ...partsOf(createForm(tail, fold(tail)))];
  };

  return (tokens) => {
    const whole: Token[] = [];
    for (const token of tokens) {
      const { shape, form } = token;
      const parts = shape === "word" ? (form.parts ??= partsOf(form)) : NO_PARTS;
      if (parts.length < 2) {
        whole.push(token);
        continue;
      }
      let { start } = token;
      for (const part of parts) {
        const { text, norm } = part;
        const end = start + text.length;
        whole.push({ start, end, text, norm, shape, glued: start > token.start || token.glued, form: part });
        start = end;
      }
    }
    return whole;
  };
}
