import type { Span } from "../model/text.ts";
import { CHARACTER, classOf, codePointAt, widthOf } from "./characters.ts";
import { fold } from "./fold.ts";
import { rememberWords } from "./memo.ts";

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
  /** What a word is: letters joined by apostrophes, letters up to an apostrophe, or, but for Latin ones, each letter. */
  readonly words: "joined" | "plain" | "letters";
}

/** A written word as its language reads it: one or two tokens, or an abbreviation that takes a full stop behind it. */
interface Word {
  readonly text: string;
  readonly norm: string;
  /** The ending that is a token of its own. */
  readonly clitic: { readonly text: string; readonly norm: string } | undefined;
  readonly abbreviation: boolean;
}

const {
  letter: LETTER,
  mark: MARK,
  capital: CAPITAL,
  small: SMALL,
  number: NUMBER,
  space: SPACE,
  latin: LATIN,
} = CHARACTER;
const ADDRESS = /https?:\/\/\S+/uy;
const NON_JOINER = 0x200c;
const JOINER = 0x200d;
const FULL_STOP = 0x2e;
const COMMA = 0x2c;
const COLON = 0x3a;
const AT_SIGN = 0x40;
const HASH = 0x23;
const UNDERSCORE = 0x5f;
const APOSTROPHE = 0x27;
const CURLY_APOSTROPHE = 0x2019;
const SMALL_H = 0x68;

const HYPHENS: ReadonlySet<string> = new Set(["-", "‐", "‑", "–"]);

/** Whether the token joins two words into one: `US-Außenminister`. */
export function isJoiner(tokens: readonly Token[], index: number): boolean {
  const token = tokens[index];
  return token !== undefined && token.glued && HYPHENS.has(token.text) && tokens[index + 1]?.glued === true;
}

/** Splits a stretch of an article into tokens. `offset` is where `text` begins in the article. Linear in its length. */
export function tokenize(text: string, offset: number, rules: TokenRules): Token[] {
  const asWord = wordsOf(rules);
  const tokens: Token[] = [];
  let end = -1;
  const push = (from: number, surface: string, shape: TokenShape, norm: string): void => {
    const start = offset + from;
    tokens.push({ start, end: start + surface.length, text: surface, norm, shape, glued: start === end });
    end = start + surface.length;
  };
  for (let i = 0; i < text.length;) {
    const code = codePointAt(text, i);
    const is = classOf(code);
    if ((is & SPACE) !== 0) {
      i += 1;
      continue;
    }
    let to = endOfHandle(text, i, code);
    if (to > i) {
      const surface = text.slice(i, to);
      push(i, surface, "handle", fold(surface));
    } else if ((is & CAPITAL) !== 0 && (to = endOfAcronym(text, i, code)) > i) {
      const surface = text.slice(i, to);
      push(i, surface, "word", fold(surface).replaceAll(".", ""));
    } else if ((is & NUMBER) !== 0) {
      to = endOfNumber(text, i);
      const surface = text.slice(i, to);
      push(i, surface, "number", fold(surface));
    } else if ((to = endOfWord(text, i, rules.words)) > i) {
      const word = asWord(text.slice(i, to));
      if (word.abbreviation && text.charCodeAt(to) === FULL_STOP) {
        to += 1;
        push(i, `${word.text}.`, "word", word.norm);
      } else {
        push(i, word.text, "word", word.norm);
        if (word.clitic !== undefined) push(i + word.text.length, word.clitic.text, "word", word.clitic.norm);
      }
    } else {
      to = i + widthOf(code);
      const surface = text.slice(i, to);
      push(i, surface, "mark", foldMark(surface));
    }
    i = to;
  }
  return tokens;
}

const foldMark = rememberWords(fold);
const readers = new WeakMap<TokenRules, (surface: string) => Word>();

/** What the words of a language are read as; an article has few words and many tokens. */
function wordsOf(rules: TokenRules): (surface: string) => Word {
  let reader = readers.get(rules);
  if (reader === undefined) readers.set(rules, (reader = rememberWords((surface) => readWord(surface, rules))));
  return reader;
}

function readWord(surface: string, { clitics, abbreviations }: TokenRules): Word {
  const norm = fold(surface);
  const clitic = clitics.find((ending) => norm.length > ending.length && norm.endsWith(ending));
  if (clitic === undefined) return { text: surface, norm, clitic: undefined, abbreviation: abbreviations.has(norm) };
  const text = surface.slice(0, surface.length - clitic.length);
  return {
    text,
    norm: fold(text),
    clitic: { text: surface.slice(text.length), norm: clitic },
    abbreviation: false,
  };
}

/** The end of an address of the web, or of a handle or hashtag, that begins at the index; the index when none does. */
function endOfHandle(text: string, from: number, code: number): number {
  if (code === SMALL_H && text.startsWith("http", from)) {
    ADDRESS.lastIndex = from;
    return ADDRESS.test(text) ? ADDRESS.lastIndex : from;
  }
  if (code !== AT_SIGN && code !== HASH) return from;
  let to = from + 1;
  for (let next = codePointAt(text, to); ; next = codePointAt(text, to)) {
    if ((classOf(next) & (LETTER | NUMBER)) === 0 && next !== UNDERSCORE) break;
    to += widthOf(next);
  }
  return to === from + 1 ? from : to;
}

/** The end of letters with a stop behind each ("U.S."), or of an initial before a name ("J. Blinken"). */
function endOfAcronym(text: string, from: number, first: number): number {
  let to = from + widthOf(first);
  if (text.charCodeAt(to) !== FULL_STOP) return from;
  to += 1;
  const initial = to;
  for (let next = codePointAt(text, to); (classOf(next) & CAPITAL) !== 0; next = codePointAt(text, to)) {
    const stop = to + widthOf(next);
    if (text.charCodeAt(stop) !== FULL_STOP) break;
    to = stop + 1;
  }
  if (to > initial) return to;
  const name = (classOf(codePointAt(text, to)) & SPACE) === 0 ? to : to + 1;
  const capital = codePointAt(text, name);
  const second = codePointAt(text, name + widthOf(capital));
  return (classOf(capital) & CAPITAL) !== 0 && ((classOf(second) & SMALL) !== 0 || isApostrophe(second)) ? to : from;
}

/** The end of digits with stops, commas or colons between them. */
function endOfNumber(text: string, from: number): number {
  let to = from;
  for (;;) {
    for (let next = codePointAt(text, to); (classOf(next) & NUMBER) !== 0; next = codePointAt(text, to))
      to += widthOf(next);
    const mark = text.charCodeAt(to);
    if (mark !== FULL_STOP && mark !== COMMA && mark !== COLON) return to;
    if ((classOf(codePointAt(text, to + 1)) & NUMBER) === 0) return to;
    to += 1;
  }
}

/** The end of letters with what belongs to them, and with more of them behind apostrophes; the index when there are none. */
function endOfWord(text: string, from: number, words: TokenRules["words"]): number {
  const first = codePointAt(text, from);
  if (words === "letters" && (classOf(first) & (LETTER | LATIN)) === LETTER) return endOfLetter(text, from);
  let to = from;
  for (let next = first; ; next = codePointAt(text, to)) {
    if ((classOf(next) & (LETTER | MARK)) === 0 && next !== NON_JOINER && next !== JOINER) break;
    to += widthOf(next);
  }
  if (to === from || words !== "joined") return to;
  while (isApostrophe(text.charCodeAt(to))) {
    const part = endOfLetters(text, to + 1);
    if (part === to + 1) break;
    to = part;
  }
  return to;
}

/** The end of a letter and its marks. */
function endOfLetter(text: string, from: number): number {
  let to = from + widthOf(codePointAt(text, from));
  for (let next = codePointAt(text, to); (classOf(next) & MARK) !== 0; next = codePointAt(text, to))
    to += widthOf(next);
  return to;
}

function endOfLetters(text: string, from: number): number {
  let to = from;
  for (let next = codePointAt(text, to); (classOf(next) & (LETTER | MARK)) !== 0; next = codePointAt(text, to))
    to += widthOf(next);
  return to;
}

function isApostrophe(code: number): boolean {
  return code === APOSTROPHE || code === CURLY_APOSTROPHE;
}
