import { startsWithCapital } from "./fold.ts";
import type { Token } from "./tokens.ts";

export interface SentenceRules {
  /** Marks that end a sentence. */
  readonly ends: ReadonlySet<string>;
  /** Whether the script has capitals, so that a small letter shows that the sentence goes on. */
  readonly capitals: boolean;
  /** Folded words before which a number with a full stop is an ordinal. */
  readonly ordinalFollowers: ReadonlySet<string>;
  /** Folded words behind which a number with a full stop is an ordinal, whatever follows: "des 25. Zusatzartikels". */
  readonly ordinalLeaders: ReadonlySet<string>;
  /** Folded words that open a sentence after an acronym ("… with the U.S. The minister"). */
  readonly openers: ReadonlySet<string>;
}

/**
 * Tokens at which a sentence is cut that goes on. The longest of the press have some hundred; what is longer is a list or
 * no language at all, and would take time out of all proportion, since later stages look from every word of a sentence
 * at the others.
 */
const LONGEST_SENTENCE = 250;

const CLOSERS = new Set(['"', "”", "“", "’", "»", "«", ")", "]", "‘"]);

/** Splits the tokens of one paragraph into sentences: lists of tokens, none empty, nothing lost. */
export function splitSentences(tokens: readonly Token[], rules: SentenceRules): Token[][] {
  const sentences: Token[][] = [];
  let current: Token[] = [];
  for (let i = 0; i < tokens.length; i += 1) {
    const token = tokens[i];
    if (token === undefined) break;
    current.push(token);
    if (current.length >= LONGEST_SENTENCE) {
      sentences.push(current);
      current = [];
      continue;
    }
    if (!isEnd(tokens, i, rules)) continue;
    while (CLOSERS.has(tokens[i + 1]?.text ?? "") && closes(tokens, i + 1)) {
      i += 1;
      const closer = tokens[i];
      if (closer !== undefined) current.push(closer);
    }
    // A quotation that is followed by its reporting clause ("…,“ sagte er") belongs to one sentence with it.
    const next = tokens[i + 1];
    if (next !== undefined && rules.capitals && next.shape === "word" && !startsWithCapital(next.text)) continue;
    if (next?.text === ",") continue;
    sentences.push(current);
    current = [];
  }
  if (current.length > 0) sentences.push(current);
  return sentences;
}

function isEnd(tokens: readonly Token[], i: number, rules: SentenceRules): boolean {
  const token = tokens[i];
  const next = tokens[i + 1];
  if (token === undefined) return false;
  if (next === undefined) return true;
  if (token.shape === "word" && token.text.endsWith(".")) {
    // An acronym or abbreviation that took its full stop ends a sentence only before a word that clearly opens one.
    return /^(?:\p{Lu}\.){2,}$/u.test(token.text) && startsWithCapital(next.text) && rules.openers.has(next.norm);
  }
  if (!rules.ends.has(token.text)) return false;
  if (token.text !== ".") return true;
  const before = tokens[i - 1];
  if (before?.shape === "number" && token.glued && before.text.length <= 3) {
    if (rules.ordinalFollowers.has(next.norm) || rules.ordinalLeaders.has(tokens[i - 2]?.norm ?? "")) return false;
    if (rules.capitals && next.shape === "word" && !startsWithCapital(next.text)) return false;
  }
  if (next.glued && !CLOSERS.has(next.text)) return startsWithCapital(next.text) || !rules.capitals;
  return !(rules.capitals && next.shape === "word" && !startsWithCapital(next.text)) && next.text !== ",";
}

/** A quotation mark after the end of a sentence closes unless a space stands before it and none after it. */
function closes(tokens: readonly Token[], i: number): boolean {
  const token = tokens[i];
  const next = tokens[i + 1];
  return token?.glued === true || next === undefined || !next.glued;
}
