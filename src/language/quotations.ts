import type { Token } from "./tokens.ts";

const OPENING = new Set(["“", "„", "«", "‘"]);
const CLOSING = new Set(["”", "»", "’"]);
/** Opens and closes. */
const STRAIGHT = '"';
/** Closes where „ opens, opens where ” closes. */
const HIGH = "“";
/** Those that open in some texts and close in others. */
const TURNED = new Set(["“", "”", "‘", "’"]);
/** Single marks, which are apostrophes too: a quotation that goes on in the next sentence is not told by them. */
const SINGLE = new Set(["‘", "’"]);

/** Most words of a quotation that is a part of the sentence around it. */
const SHORT_QUOTATION = 6;

/**
 * What the quotation mark at a token does after what came before it; `undefined` for other marks. One that stands at a word
 * on one side only tells by that: from right to left some write ’…‘ and ”…“.
 */
export function quotationAt(tokens: readonly Token[], index: number, quoted: boolean): "opens" | "closes" | undefined {
  const [before, token, behind] = [tokens[index - 1], tokens[index], tokens[index + 1]];
  if (token === undefined) return undefined;
  if (TURNED.has(token.text)) {
    const atWord = behind?.start === token.end;
    if (atWord !== (before?.end === token.start)) return atWord ? "opens" : "closes";
  }
  if (token.text === STRAIGHT) return quoted ? "closes" : "opens";
  if (token.text === HIGH && quoted) return "closes";
  if (OPENING.has(token.text)) return "opens";
  return CLOSING.has(token.text) ? "closes" : undefined;
}

/** Whether the quotation that begins or ends at the token is of a few words only. */
export function isShortQuotation(tokens: readonly Token[], index: number, opens: boolean): boolean {
  const own = tokens[index]?.text ?? "";
  const isOther = (text: string): boolean =>
    text === STRAIGHT ||
    (TURNED.has(own) ? TURNED.has(text) && text !== own : (opens ? CLOSING : OPENING).has(text)) ||
    (opens && text === HIGH);
  const step = opens ? 1 : -1;
  for (let i = index + step, words = 0; words <= SHORT_QUOTATION; i += step, words += 1) {
    const token = tokens[i];
    if (token === undefined) return false;
    if (isOther(token.text)) return true;
  }
  return false;
}

/**
 * For each sentence of a paragraph, whether it begins inside a quotation that an earlier one has opened.
 *
 * An odd number of straight marks is believed only where the first opens the paragraph, as in a quotation of several
 * paragraphs; elsewhere a mark is missing, and nobody knows which.
 */
export function quotedSentences(sentences: readonly (readonly Token[])[]): boolean[] {
  const straight = sentences.reduce((sum, tokens) => sum + tokens.filter(({ text }) => text === STRAIGHT).length, 0);
  const first = sentences[0]?.[0]?.text;
  if (straight % 2 === 1 && first !== STRAIGHT) return sentences.map(() => false);
  let quoted = false;
  return sentences.map((tokens) => {
    const begins = quoted;
    for (const [i, token] of tokens.entries()) {
      if (token.shape !== "mark" || SINGLE.has(token.text)) continue;
      const mark = quotationAt(tokens, i, quoted);
      if (mark !== undefined) quoted = mark === "opens";
    }
    return begins;
  });
}
