import type { Span } from "../model/text.ts";
import { CHARACTER, classOf, codePointAt, widthOf } from "./characters.ts";
import { fold } from "./fold.ts";
import { rememberParts } from "./memo.ts";
import type { PhraseNode } from "./phrases.ts";

export type TokenShape = "word" | "number" | "handle" | "mark";

/** A word, number or mark. The surface form is `text`; `norm` is what lexicons are asked for. */
export interface Token extends Span {
  readonly text: string;
  readonly norm: string;
  readonly shape: TokenShape;
  /** Whether nothing stands between it and the token before it: `US` `-` `Außenminister`. */
  readonly glued: boolean;
  readonly form: Form;
}

/** How a token is written, one for all tokens of a language that are written so. The lexicon keeps with it what it has found. */
export interface Form {
  readonly text: string;
  readonly norm: string;
  /** The phrases that begin with it; `null` where none does. */
  phrases: PhraseNode | null | undefined;
  /** The words that are written together in it; itself where it is one. */
  parts: readonly Form[] | undefined;
}

export function createForm(text: string, norm: string): Form {
  return { text, norm, phrases: undefined, parts: undefined };
}

export interface TokenRules {
  /** Folded endings that are tokens of their own, longest first. */
  readonly clitics: readonly string[];
  /** Folded abbreviations that take their full stop with them. */
  readonly abbreviations: ReadonlySet<string>;
  /** What a word is: letters joined by apostrophes, letters up to an apostrophe, or, but for Latin ones, each letter. */
  readonly words: "joined" | "plain" | "letters";
}

/** A token as if its last letters were not written. */
export function withoutEnd(token: Token, letters: number): Token {
  const [text, norm] = [token.text.slice(0, -letters), token.norm.slice(0, -letters)];
  return { ...token, text, norm, form: createForm(text, norm) };
}

/** A written word as its language reads it: one or two tokens, or an abbreviation that takes a full stop behind it. */
interface Word {
  readonly form: Form;
  /** The ending that is a token of its own. */
  readonly clitic: Form | undefined;
  /** An abbreviation with its full stop. */
  readonly stopped: Form | undefined;
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
  const { wordAt, otherAt, acronymAt } = formsOf(rules);
  const tokens: Token[] = [];
  let end = -1;
  const push = (from: number, shape: TokenShape, form: Form): void => {
    const start = offset + from;
    const glued = start === end;
    end = start + form.text.length;
    tokens.push({ start, end, text: form.text, norm: form.norm, shape, glued, form });
  };
  for (let i = 0; i < text.length;) {
    const code = codePointAt(text, i);
    const is = classOf(code);
    if ((is & SPACE) !== 0) {
      i += 1;
      continue;
    }
    let to = endOfHandle(text, i, code);
    if (to > i) push(i, "handle", otherAt(text, i, to));
    else if ((is & CAPITAL) !== 0 && (to = endOfAcronym(text, i, code)) > i) push(i, "word", acronymAt(text, i, to));
    else if ((is & NUMBER) !== 0) {
      to = endOfNumber(text, i);
      push(i, "number", otherAt(text, i, to));
    } else if ((to = endOfWord(text, i, rules.words)) > i) {
      const { form, clitic, stopped } = wordAt(text, i, to);
      if (stopped !== undefined && text.charCodeAt(to) === FULL_STOP) {
        to += 1;
        push(i, "word", stopped);
      } else {
        push(i, "word", form);
        if (clitic !== undefined) push(i + form.text.length, "word", clitic);
      }
    } else {
      to = i + widthOf(code);
      push(i, "mark", otherAt(text, i, to));
    }
    i = to;
  }
  return tokens;
}

/** What is written between two places of a text, as a language reads it. */
interface Forms {
  readonly wordAt: (text: string, from: number, to: number) => Word;
  readonly acronymAt: (text: string, from: number, to: number) => Form;
  /** Of marks, numbers and handles. */
  readonly otherAt: (text: string, from: number, to: number) => Form;
}

const forms = new WeakMap<TokenRules, Forms>();

/** The forms of a language; an article has few of them and many tokens. */
function formsOf(rules: TokenRules): Forms {
  let known = forms.get(rules);
  if (known === undefined) {
    known = {
      wordAt: rememberParts((surface) => readWord(surface, rules)),
      acronymAt: rememberParts((surface) => createForm(surface, fold(surface).replaceAll(".", ""))),
      otherAt: rememberParts((surface) => createForm(surface, fold(surface))),
    };
    forms.set(rules, known);
  }
  return known;
}

function readWord(surface: string, { clitics, abbreviations }: TokenRules): Word {
  const norm = fold(surface);
  const clitic = clitics.find((ending) => norm.length > ending.length && norm.endsWith(ending));
  if (clitic === undefined) {
    const stopped = abbreviations.has(norm) ? createForm(`${surface}.`, norm) : undefined;
    return { form: createForm(surface, norm), clitic: undefined, stopped };
  }
  const text = surface.slice(0, surface.length - clitic.length);
  return {
    form: createForm(text, fold(text)),
    clitic: createForm(surface.slice(text.length), clitic),
    stopped: undefined,
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
