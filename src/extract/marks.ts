import type { Token } from "../language/tokens.ts";

const OPENING = new Set(["“", "„", "«", "‘"]);
const CLOSING = new Set(["”", "»", "’"]);
const STRAIGHT = '"';
/** Closes where „ opens, opens where ” closes. */
const HIGH = "“";

/** Marks that part clauses and members of a list. */
export const BREAKS: ReadonlySet<string> = new Set([
  ",",
  ";",
  ":",
  "(",
  ")",
  "[",
  "]",
  "–",
  "—",
  "-",
  "،",
  "؛",
  "/",
  "…",
]);

/** Marks that part the members of a list. */
export const COMMAS: ReadonlySet<string> = new Set([",", "،", ";", "؛"]);

/** Most words of a quotation that is a part of the sentence around it. */
const SHORT_QUOTATION = 6;

/** What a quotation mark does after what came before it; `undefined` for other marks. */
export function quotationAt(token: Token, quoted: boolean): "opens" | "closes" | undefined {
  if (token.text === STRAIGHT) return quoted ? "closes" : "opens";
  if (token.text === HIGH && quoted) return "closes";
  if (OPENING.has(token.text)) return "opens";
  return CLOSING.has(token.text) ? "closes" : undefined;
}

/** Whether the quotation that begins or ends at the token is of a few words only. */
export function isShortQuotation(tokens: readonly Token[], index: number, opens: boolean): boolean {
  const isOther = (text: string): boolean =>
    text === STRAIGHT || (opens ? CLOSING.has(text) || text === HIGH : OPENING.has(text));
  const step = opens ? 1 : -1;
  for (let i = index + step, words = 0; words <= SHORT_QUOTATION; i += step, words += 1) {
    const token = tokens[i];
    if (token === undefined) return false;
    if (isOther(token.text)) return true;
  }
  return false;
}
