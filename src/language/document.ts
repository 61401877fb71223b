import type { Article } from "../model/article.ts";
import { publicationDate } from "../model/article.ts";
import type { Span } from "../model/text.ts";
import type { TimeSpan } from "../model/time.ts";
import { boundsOf, spanOfDate } from "../model/time.ts";
import type { Knowledge, LanguageData } from "../seeds/knowledge.ts";
import { compileDatePatterns, findDates, resolveDate, type DateExpression, type DatePatterns } from "./dates.ts";
import { detectLanguage, hasScript, scriptOf, UNKNOWN_LANGUAGE, type LanguageProfile } from "./detect.ts";
import { fold } from "./fold.ts";
import { createLexicon, type Lexicon, type Match } from "./lexicon.ts";
import { withNamesOf } from "./others.ts";
import { quotedSentences } from "./quotations.ts";
import { splitSentences, type SentenceRules } from "./sentences.ts";
import { tokenize, type Token } from "./tokens.ts";
import { createUngluer } from "./unglue.ts";

/** One language, ready for use. */
export interface LanguagePack {
  readonly code: string;
  /** Whether there are rules for it. Without them there are names and dates, and no relations. */
  readonly covered: boolean;
  readonly lexicon: Lexicon;
  /** Parts words that the press writes together. */
  readonly unglue: (tokens: Token[]) => Token[];
  readonly datePatterns: DatePatterns;
  readonly sentenceRules: SentenceRules;
  readonly noiseLines: ReadonlySet<string>;
  readonly noisePatterns: readonly RegExp[];
  readonly profile: LanguageProfile;
}

export interface Sentence extends Span {
  readonly tokens: readonly Token[];
  /** For each token, the entries of phrases that start there. */
  readonly matches: readonly (readonly Match[])[];
  readonly dates: readonly DateExpression[];
  /** Whether it begins inside a quotation that an earlier sentence of its paragraph has opened. */
  readonly quoted: boolean;
}

/** `headline`: a line without end; `post`: a tweet or the like, with its author; `body`: everything else. Noise is left out. */
export type Zone = "body" | "headline" | "post";

export interface Paragraph extends Span {
  readonly pack: LanguagePack;
  readonly zone: Zone;
  /** Who wrote a post: the name and the handle as they stand in its signature. */
  readonly author?: { readonly name: string; readonly handle: string };
  /** ISO date of a post. */
  readonly postedAt?: string;
  readonly sentences: readonly Sentence[];
}

/** An article cut into paragraphs and sentences, with the date that its dates are counted from. */
export interface Segmented {
  readonly article: Article;
  /** Language of most of its text; `und` when no pack covers it. */
  readonly language: string;
  readonly covered: boolean;
  readonly anchor: TimeSpan;
  readonly paragraphs: readonly Paragraph[];
}

/** Length below which a line that fits no language is taken for one in that of its article: names and few small words. */
const SHORT_LINE = 200;
/** Frequent words that show a language without rules beside those of its script that have them: two look like many. */
const RIVAL_HITS = 3;
/** Words from which a line without end is no headline. */
const HEADLINE_WORDS = 25;
const SIGNATURE =
  /^(?<text>.*?)(?:^|[—–-]\s*)(?<name>[^—–()]{2,60}?)\s*\((?<handle>@\w{1,30})\)\s*(?<date>[^()]{6,40})$/u;

/** Prepares every language of the knowledge: those with rules, then the others. What each knows of words is taken in when first asked for. */
export function createPacks(knowledge: Knowledge): readonly LanguagePack[] {
  const covered = Object.values(knowledge.languages).map((data) =>
    createPack(data, true, 1, () => wordsOf(knowledge, data)),
  );
  const scripts = new Set(covered.map(({ profile }) => profile.script));
  const others = Object.values(knowledge.others).map((other) => {
    const leastHits = scripts.has(other.data.language.script) ? RIVAL_HITS : 1;
    return createPack(other.data, false, leastHits, () => wordsOf(withNamesOf(knowledge, other), other.data));
  });
  return [...covered, ...others];
}

/** What a language knows of words, which takes a moment to make. */
type Words = Pick<LanguagePack, "lexicon" | "unglue">;

function wordsOf(knowledge: Knowledge, data: LanguageData): Words {
  const lexicon = createLexicon(knowledge, data);
  return { lexicon, unglue: createUngluer(lexicon) };
}

function createPack(data: LanguageData, covered: boolean, leastHits: number, make: () => Words): LanguagePack {
  const { language, words, calendar } = data;
  let made: Words | undefined;
  const known = (): Words => (made ??= make());
  return {
    code: language.code,
    covered,
    get lexicon() {
      return known().lexicon;
    },
    get unglue() {
      return known().unglue;
    },
    datePatterns: compileDatePatterns(calendar.patterns),
    sentenceRules: {
      ends: new Set(language.sentenceEnd),
      capitals: language.capitals !== "none",
      ordinalFollowers: new Set([...language.ordinalFollowers, ...calendar.months.flat()].map(fold)),
      ordinalLeaders: new Set(language.ordinalLeaders.map(fold)),
      openers: new Set(
        [...words.determiners, ...words.pronouns, ...words.possessives].flatMap(({ forms }) => forms).map(fold),
      ),
    },
    noiseLines: new Set(language.noiseLines.map(fold)),
    noisePatterns: language.noisePatterns.map((pattern) => new RegExp(pattern, "iu")),
    profile: {
      code: language.code,
      script: language.script,
      letters: new Set(language.letters),
      stopWords: new Set(language.stopWords.map(fold)),
      tokens: language.tokens,
      leastHits,
    },
  };
}

/** Cuts an article into paragraphs, each in its language, and sentences. Offsets are into the article's text. */
export function segment(article: Article, packs: readonly LanguagePack[]): Segmented {
  const lines = linesOf(article.text);
  const detected = lines.map((line) => detectLanguage(article.text.slice(line.start, line.end), profilesOf(packs)));
  const language = mainLanguage(lines, detected, article.sources[0].language);
  const pack = packs.find((candidate) => candidate.code === language);
  const base = { article, language: language ?? UNKNOWN_LANGUAGE, covered: pack?.covered === true };
  const published = publicationDate(article);
  if (pack === undefined)
    return { ...base, anchor: published === undefined ? {} : spanOfDate(published), paragraphs: [] };

  const paragraphs: Paragraph[] = [];
  let dateLine: string | undefined;
  const posts: string[] = [];
  for (const [i, line] of lines.entries()) {
    const text = article.text.slice(line.start, line.end);
    const own = packOfLine(text, detected[i], pack, paragraphs.at(-1)?.pack, packs);
    if (own === undefined || isNoise(text, own)) continue;
    const signature = signatureOf(text, own);
    if (signature !== undefined) {
      posts.push(signature.postedAt);
      signPost(paragraphs, line.start, own, language, signature, article.text, text);
      continue;
    }
    const date = dateLine === undefined && paragraphs.length < 4 ? dateOfLine(text, own) : undefined;
    if (date !== undefined) {
      dateLine = date;
      continue;
    }
    paragraphs.push(paragraphOf(article.text, line, own));
  }
  const anchor = published ?? dateLine ?? posts.sort().at(-1);
  return { ...base, anchor: anchor === undefined ? {} : spanOfDate(anchor), paragraphs };
}

const profiles = new WeakMap<readonly LanguagePack[], readonly LanguageProfile[]>();

/** The profiles of all packs, one list for all articles: detection remembers what it knows of words with it. */
function profilesOf(packs: readonly LanguagePack[]): readonly LanguageProfile[] {
  let all = profiles.get(packs);
  if (all === undefined) profiles.set(packs, (all = packs.map(({ profile }) => profile)));
  return all;
}

function linesOf(text: string): Span[] {
  const lines: Span[] = [];
  const frontMatter = /^---\r?\n[\s\S]*?\r?\n---\r?\n/.exec(text)?.[0].length ?? 0;
  for (const match of text.slice(frontMatter).matchAll(/[^\r\n\u2028\u2029]+/g)) {
    const lead = match[0].length - match[0].trimStart().length;
    const body = match[0].trim();
    if (body !== "")
      lines.push({ start: frontMatter + match.index + lead, end: frontMatter + match.index + lead + body.length });
  }
  return lines;
}

/** The language of most of the text. One that nothing tells, or that no pack covers, is what its source says it is. */
function mainLanguage(
  lines: readonly Span[],
  detected: readonly (string | undefined)[],
  declared: string | undefined,
): string | undefined {
  const letters = new Map<string, number>();
  for (const [i, line] of lines.entries()) {
    const code = detected[i];
    if (code !== undefined) letters.set(code, (letters.get(code) ?? 0) + line.end - line.start);
  }
  const [most] = [...letters].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  return most === undefined || most[0] === UNKNOWN_LANGUAGE ? (declared ?? most?.[0]) : most[0];
}

/**
 * The language in which a line is read; none for a long one in a language that is not known.
 *
 * A language without rules is believed of a line only where that is long or in another script than the article: headlines
 * of names and few small words look like many languages. In an article in such a language nothing is read with rules.
 */
function packOfLine(
  text: string,
  detected: string | undefined,
  main: LanguagePack,
  above: LanguagePack | undefined,
  packs: readonly LanguagePack[],
): LanguagePack | undefined {
  const own = packs.find(({ code }) => code === detected);
  const short = text.length < SHORT_LINE;
  const isForeign = (): boolean => scriptOf(text) !== main.profile.script;
  if (!main.covered) return !short && own?.covered === false && isForeign() ? own : main;
  if (own !== undefined && (own.covered || !short || isForeign())) return own;
  if (detected !== undefined && !short) return undefined;
  // A line too short to tell is in the language of its article, or, in another script, in that of the line above.
  return [main, above].find((pack) => pack !== undefined && hasScript(text, pack.profile.script));
}

function isNoise(text: string, pack: LanguagePack): boolean {
  return (
    (text.length < SHORT_LINE && pack.noiseLines.has(fold(text))) ||
    pack.noisePatterns.some((pattern) => pattern.test(text))
  );
}

function analyse(text: string, offset: number, pack: LanguagePack): Sentence[] {
  const tokens = pack.unglue(tokenize(text, offset, pack.lexicon.tokenRules));
  const sentences = splitSentences(tokens, pack.sentenceRules);
  const quoted = quotedSentences(sentences);
  return sentences.map((sentence, i) => {
    const matches = pack.lexicon.match(sentence);
    return {
      start: sentence[0]?.start ?? offset,
      end: sentence.at(-1)?.end ?? offset,
      tokens: sentence,
      matches,
      dates: findDates(sentence, matches, pack.datePatterns),
      quoted: quoted[i] === true,
    };
  });
}

function paragraphOf(article: string, line: Span, pack: LanguagePack): Paragraph {
  const sentences = analyse(article.slice(line.start, line.end), line.start, pack);
  const words = sentences.reduce((sum, sentence) => sum + sentence.tokens.length, 0);
  const last = sentences.at(-1)?.tokens.findLast((token) => !/^["”“’»«)\]]$/.test(token.text))?.text ?? "";
  const ends = pack.sentenceRules.ends.has(last) || last === ":";
  return { ...line, pack, zone: !ends && words < HEADLINE_WORDS ? "headline" : "body", sentences };
}

/** A line that is a date and at most two words more. */
function dateOfLine(text: string, pack: LanguagePack): string | undefined {
  if (text.length > 60) return undefined;
  const [sentence, ...others] = analyse(text, 0, pack);
  const [date, ...more] = sentence?.dates ?? [];
  if (sentence === undefined || others.length > 0 || date === undefined || more.length > 0 || date.year === undefined)
    return undefined;
  const rest = sentence.tokens.filter((token, i) => token.shape === "word" && (i < date.from || i >= date.to));
  return rest.length <= 2 ? resolveDate(date, undefined, "past").time.date : undefined;
}

interface Signature {
  readonly author: { readonly name: string; readonly handle: string };
  readonly postedAt: string;
  /** Length of the post's own text before the signature on the same line. */
  readonly textLength: number;
}

/** The last line of an embedded post: "— Name (@handle) May 6, 2022". */
function signatureOf(text: string, pack: LanguagePack): Signature | undefined {
  const groups = text.includes("(@") ? SIGNATURE.exec(text)?.groups : undefined;
  if (groups === undefined) return undefined;
  const { text: own = "", name = "", handle = "", date = "" } = groups;
  const [sentence] = analyse(date, 0, pack);
  const [found] = sentence?.dates ?? [];
  // Behind the handle stands a date and nothing else; "He spoke with X (@x) on May 6" is no signature.
  if (
    sentence === undefined ||
    found?.from !== 0 ||
    sentence.tokens.slice(found.to).some(({ shape }) => shape !== "mark")
  )
    return undefined;
  const postedAt = found?.year === undefined ? undefined : resolveDate(found, undefined, "past").time.date;
  if (postedAt === undefined || boundsOf(postedAt).from !== postedAt) return undefined;
  return { author: { name: name.trim(), handle }, postedAt, textLength: own.trimEnd().length };
}

/** Turns the lines above a signature into a post: all that follow each other in its language where that is not the article's, else one. */
function signPost(
  paragraphs: Paragraph[],
  lineStart: number,
  pack: LanguagePack,
  language: string | undefined,
  signature: Signature,
  article: string,
  text: string,
): void {
  const { author, postedAt } = signature;
  if (signature.textLength > 0) {
    const lead = text.length - text.trimStart().length;
    paragraphs.push(paragraphOf(article, { start: lineStart + lead, end: lineStart + signature.textLength }, pack));
  }
  const foreign = pack.code !== language;
  for (let i = paragraphs.length - 1; i >= 0; i -= 1) {
    const paragraph = paragraphs[i];
    if (paragraph === undefined || paragraph.zone === "post") break;
    if (foreign ? paragraph.pack !== pack : i < paragraphs.length - 1) break;
    paragraphs[i] = { ...paragraph, zone: "post", author, postedAt };
  }
}
