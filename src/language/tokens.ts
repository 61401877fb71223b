import type { Span } from "../model/text.ts";
import { fold } from "./fold.ts";

export type TokenShape = "word" | "number" | "handle" | "mark";

/** A word, number or mark. The surface form is `text`; `norm` is what lexicons are asked for. */
export interface Token extends Span {
  readonly text: string;
  readonly norm: string;
  readonly shape: TokenShape;
  /** Whether nothing stands between it and the token before it: `US` `-` `Außenminister`. */
  readonly glued: boolean;
}

export interface TokenRules {
  /** Folded endings that are tokens of their own, longest first. */
  readonly clitics: readonly string[];
  /** Folded abbreviations that take their full stop with them. */
  readonly abbreviations: ReadonlySet<string>;
}

const PATTERN = new RegExp(
  [
    String.raw`(?<handle>https?:\/\/\S+|[@#][\p{L}\p{N}_]+)`,
    String.raw`(?<acronym>(?:\p{Lu}\.){2,}|\p{Lu}\.(?=\s?\p{Lu}[\p{Ll}'’]))`,
    String.raw`(?<number>\p{N}+(?:[.,:]\p{N}+)*)`,
    String.raw`(?<word>[\p{L}\p{M}\u200C\u200D]+(?:['’][\p{L}\p{M}]+)*)`,
    String.raw`(?<mark>\S)`,
  ].join("|"),
  "gu",
);

/** Splits a stretch of an article into tokens. `offset` is where `text` begins in the article. Linear in its length. */
export function tokenize(text: string, offset: number, rules: TokenRules): Token[] {
  const tokens: Token[] = [];
  let end = -1;
  const push = (from: number, surface: string, shape: TokenShape, norm = fold(surface)): void => {
    const start = offset + from;
    tokens.push({ start, end: start + surface.length, text: surface, norm, shape, glued: start === end });
    end = start + surface.length;
  };
  for (const match of text.matchAll(PATTERN)) {
    const [surface] = match;
    const groups = match.groups ?? {};
    if (groups["word"] !== undefined) {
      const norm = fold(surface);
      const clitic = rules.clitics.find((ending) => norm.length > ending.length && norm.endsWith(ending));
      const stem = clitic === undefined ? surface : surface.slice(0, surface.length - clitic.length);
      if (clitic === undefined && text[match.index + surface.length] === "." && rules.abbreviations.has(norm)) {
        push(match.index, `${surface}.`, "word", norm);
      } else {
        push(match.index, stem, "word");
        if (clitic !== undefined) push(match.index + stem.length, surface.slice(stem.length), "word", clitic);
      }
    } else if (groups["acronym"] !== undefined) {
      push(match.index, surface, "word", fold(surface).replaceAll(".", ""));
    } else if (groups["number"] !== undefined) {
      push(match.index, surface, "number");
    } else if (groups["handle"] !== undefined) {
      push(match.index, surface, "handle");
    } else if (offset + match.index >= end) {
      // A full stop that an abbreviation has taken lies before the end of the last token.
      push(match.index, surface, "mark");
    }
  }
  return tokens;
}
