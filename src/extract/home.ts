import type { Segmented, Sentence } from "../language/document.ts";
import { isJoiner } from "../language/tokens.ts";
import { countryOf, KINDS } from "../model/kinds.ts";
import type { MentionItem } from "../model/mention.ts";
import type { World } from "./world.ts";

/** Marks between a dateline and its text: "ISLAMABAD:", "BERLIN (dpa) –". */
const DATELINE_MARKS = new Set([":", "–", "—", "-", "/", "(", ","]);
const DATELINE_ENDS = new Set([":", "–", "—", "-"]);
const DATELINE_TOKENS = 12;
/** Most tokens of the source in brackets behind a place or date: "(مانیٹرنگ ڈیسک، نیوز ایجنسیاں)". */
const SOURCE_TOKENS = 10;
/** What shows that a bracket belongs to the phrase before it, and is no source. */
const GOES_ON: ReadonlySet<string> = new Set([
  "subject-marker",
  "object-marker",
  "adposition",
  "genitive",
  "verb",
  "coordinator",
  "relative",
]);
/** What a person of one state weighs, whose office is given without a state, and a dateline, against one mention of a state. */
const BARE_OFFICE_WEIGHT = 2;
/** The same of the state of which the article speaks first, of a body by a name that says no state, and of somebody known. */
const FIRST_WEIGHT = 2;
const PROPER_BODY_WEIGHT = 0.5;
const PERSON_WEIGHT = 0.5;
const DATELINE_WEIGHT = 4;
/** What a state weighs more whose press writes in the language of the article. */
const PRESS_FACTOR = 1.5;
/** How many times the score of the next state makes a home sure. */
const SURE_RATIO = 1.5;

/** The state from which an article looks at the world: "the foreign minister" is that state's. */
export interface Home {
  /** ISO code. */
  readonly country: string;
  /** Whether no other state comes near it, so that even an office of somebody unknown is its. */
  readonly sure: boolean;
  /** Whether its press writes in the language of the article: there an office without its state is that of the state. */
  readonly press: boolean;
}

/**
 * Its dateline tells where an article is written; else it looks from the state that it speaks of most, where people whose
 * office stands without a state count more.
 */
export function homeState(
  segmented: Segmented,
  mentions: ReadonlyMap<Sentence, readonly MentionItem[]>,
  world: World,
): Home | undefined {
  const scores = new Map<string, number>();
  let written: string | undefined;
  const add = (country: string | undefined, weight: number): void => {
    if (country !== undefined) scores.set(country, (scores.get(country) ?? 0) + weight);
  };
  for (const paragraph of segmented.paragraphs) {
    for (const [i, sentence] of paragraph.sentences.entries()) {
      const items = mentions.get(sentence) ?? [];
      if (i === 0) written ??= datelineCountry(sentence, items, world);
      for (const item of items) {
        const [country, weight] = countryIn(item, world);
        if (country !== undefined && scores.size === 0) add(country, FIRST_WEIGHT);
        add(country, weight);
      }
    }
  }
  const press = new Set(segmented.paragraphs.flatMap(({ pack }) => pack.lexicon.data.language.countries));
  for (const country of press) add(country, (PRESS_FACTOR - 1) * (scores.get(country) ?? 0));
  add(written, DATELINE_WEIGHT);
  const [most, next] = [...scores].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  if (most === undefined) return undefined;
  const country = written ?? most[0];
  const leads = most[1] >= SURE_RATIO * (next?.[1] ?? 0) || (written !== undefined && press.has(country));
  const sure = country === most[0] && leads && most[1] > 1;
  return { country, sure, press: press.has(country) };
}

/** The state of which a mention speaks, and how much that says of where the article looks from. */
function countryIn(item: MentionItem, world: World): readonly [country: string | undefined, weight: number] {
  const { reference, country, offices } = item;
  if (reference.type === "body") return [country, item.tied ? 1 : PROPER_BODY_WEIGHT];
  if (country !== undefined || reference.type !== "known") return [country, 1];
  const own = countryOf(reference.id);
  if (own !== undefined) return [own, 1];
  if (reference.kind !== KINDS.person) return [undefined, 0];
  const bare = isComplete(item) && offices.length > 0 && offices.every(({ of }) => of === undefined);
  return [world.countryOfKnown(reference.id), bare ? BARE_OFFICE_WEIGHT : PERSON_WEIGHT];
}

/** Whether a name stands in full: where it is said again, its state is old news. */
function isComplete({ name }: MentionItem): boolean {
  return name !== undefined && name.to - name.from > 1;
}

function datelineCountry(sentence: Sentence, items: readonly MentionItem[], world: World): string | undefined {
  const [first] = items;
  if (first?.reference.type !== "known") return undefined;
  const alone = first.from === 0 && sentence.tokens.slice(first.to).every(({ shape }) => shape === "mark");
  return alone || datelineEnd(sentence, items) > 0 ? world.countryOfKnown(first.reference.id) : undefined;
}

/**
 * Index of the first token behind the dateline of a sentence: "BERLIN (dpa) –", "ISLAMABAD, Pakistan:", "کابل (اے پی پی)".
 * 0 without one.
 */
export function datelineEnd(sentence: Sentence, items: readonly MentionItem[]): number {
  const [first] = items;
  const head = sentence.dates[0]?.from === 0 ? sentence.dates[0].to : first?.from === 0 ? first.to : 0;
  const source = head === 0 ? 0 : sourceEnd(sentence, head);
  if (source > 0) return source;
  const behind = sentence.tokens[first?.to ?? 0];
  if (first?.from !== 0 || first.reference.type !== "known" || behind === undefined || !DATELINE_MARKS.has(behind.text))
    return 0;
  const end = sentence.tokens.findIndex(
    ({ text }, i) => DATELINE_ENDS.has(text) && i < DATELINE_TOKENS && !isJoiner(sentence.tokens, i),
  );
  return holdsOnlyNames(sentence, items, end) ? end + 1 : 0;
}

/** Whether nothing but names, dates and what stands in brackets comes before a token: "WASHINGTON, Feb. 24 (Reuters) –". */
function holdsOnlyNames({ tokens, dates }: Sentence, items: readonly MentionItem[], end: number): boolean {
  const isNamed = (i: number): boolean => [...items, ...dates].some(({ from, to }) => i >= from && i < to);
  let inBrackets = false;
  return tokens.slice(0, end).every(({ shape, text }, i) => {
    if (text === "(") inBrackets = true;
    else if (text === ")") inBrackets = false;
    return inBrackets || shape === "mark" || isNamed(i);
  });
}

/** Behind a source in brackets: "(اے پی پی)", unless a verb stands in it, or what it stands behind goes on. */
function sourceEnd({ tokens, matches }: Sentence, from: number): number {
  // Two places, or place and date, may stand before it.
  const open = tokens.slice(0, from + 3).findIndex(({ text }) => text === "(");
  if (open < from) return 0;
  const length = tokens.slice(open, open + SOURCE_TOKENS).findIndex(({ text }) => text === ")");
  if (length < 2) return 0;
  const end = open + length + 1;
  const behind = (matches[end] ?? []).map(({ entry }) => entry.type);
  const goesOn = behind.some((type) => GOES_ON.has(type)) || tokens[end] === undefined;
  return goesOn ? 0 : end;
}
