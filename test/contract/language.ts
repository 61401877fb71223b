import { readFileSync, writeFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { countsToldIn } from "../../src/extract/counts.ts";
import { createExtractor } from "../../src/extract/extract.ts";
import { findDates, resolveDate } from "../../src/language/dates.ts";
import { createPacks, segment } from "../../src/language/document.ts";
import { fold } from "../../src/language/fold.ts";
import { tokenize } from "../../src/language/tokens.ts";
import type { LocalId, StatementDraft } from "../../src/model/extraction.ts";
import type { Frame, LanguageData } from "../../src/seeds/knowledge.ts";
import { articleOf, knowledge, packOf } from "../helpers/knowledge.ts";
import { detectMentions } from "../../src/mentions/detect.ts";
import { labelOf, namesOf, read, type Reading } from "../helpers/reading.ts";

/**
 * What every folder of `seeds/languages` keeps to: its own examples are read as they say.
 *
 * Rows of frames and of the calendar that the engine does not read yet stand in `known-gaps.json`; a row that is read
 * must not.
 * `DRAGOMAN_GAPS=show` prints what is not read, `DRAGOMAN_GAPS=1` rewrites the list.
 */
export function languageContract(code: string): void {
  const data = knowledge.languages[code] as LanguageData;

  describe(code, () => {
    it("has the code of its folder", () => {
      expect(data.language.code).toBe(code);
    });

    it("is read as its examples say", () => {
      const rows = [
        ...data.frames.map((frame) => readRow(code, frame)),
        ...data.calendar.examples.map((example) => readDate(code, example)),
        ...data.counts.examples.map((example) => readCount(code, example)),
      ];
      const unread = rows.filter(({ mistakes }) => mistakes.length > 0);
      const mode = process.env["DRAGOMAN_GAPS"];
      const share = `${code}: ${rows.length - unread.length} of ${rows.length} rows are read as they say`;
      if (mode !== undefined) process.stdout.write(`${share}, not these:\n${describeRows(unread)}\n`);
      if (mode === "1") writeGaps(code, unread);
      const gaps = new Set(readGaps()[code]);
      const broken = unread.filter(({ id }) => !gaps.has(id));
      if (broken.length > 0) expect.fail(`${share}; of the others these are not in the list:\n${describeRows(broken)}`);
      const mended = [...gaps].filter((id) => !unread.some((row) => row.id === id));
      expect(mended, "rows that are read, or gone: remove them from test/contract/known-gaps.json").toEqual([]);
    });
  });
}

const packs = createPacks(knowledge);
const GAPS = new URL("known-gaps.json", import.meta.url);
/** Rows leave out who takes part in their event: it follows from their ends. */
const PARTICIPATION = "PARTICIPATED_IN";

/** Who takes part in an event by its noun alone ("the G7 summit") is no part of what a row says. */
const EVENT_NOUN = "event-noun";

interface Mistake {
  readonly text: string;
  readonly missing: readonly string[];
  readonly extra: readonly string[];
}

interface RowReading {
  readonly id: string;
  readonly mistakes: readonly Mistake[];
}

const relations = new Map(knowledge.ontology.relations.map((relation) => [relation.id, relation]));

function readRow(code: string, frame: Frame): RowReading {
  const mistakes = frame.examples.map(({ text, gives }) => readExample(code, text, gives));
  return { id: frame.id, mistakes: mistakes.filter(({ missing, extra }) => missing.length + extra.length > 0) };
}

/** A claim of an example: `Qatar MEDIATED Taliban [planned]`. */
interface Claim {
  readonly subject: string;
  readonly relation: string;
  readonly object: string;
  readonly modality: string;
}

function parseClaim(claim: string): Claim {
  const modality = / \[(\w+)\]$/.exec(claim);
  const words = claim.slice(0, modality?.index ?? claim.length).split(" ");
  const at = words.findIndex((word, i) => i > 0 && relations.has(word));
  if (at < 0) throw new RangeError(`“${claim}” names no relation`);
  return {
    subject: words.slice(0, at).join(" "),
    relation: words[at] ?? "",
    object: words.slice(at + 1).join(" "),
    modality: modality?.[1] ?? "actual",
  };
}

function readExample(code: string, text: string, gives: readonly string[]): Mistake {
  // One sentence may be too short to tell its language by itself.
  const reading = read(text, { language: code });
  const claims = gives.map(parseClaim).filter(({ relation }) => relations.get(relation)?.group !== "topical");
  const listed = new Set(claims.map(({ relation }) => relation));
  const counts = ({ relation, rule }: StatementDraft): boolean =>
    (listed.has(relation) && rule !== EVENT_NOUN) ||
    (relations.get(relation)?.group === "action" && relation !== PARTICIPATION);
  const statements = reading.extraction.statements.filter(
    (statement) =>
      counts(statement) &&
      statement.subject !== statement.object &&
      [statement.subject, statement.object].every((id) => namesOf(reading, id).length > 0),
  );
  const fits = (claim: Claim, statement: StatementDraft): boolean => {
    if (claim.relation !== statement.relation || claim.modality !== statement.modality) return false;
    const between = (subject: string, object: string): boolean =>
      isCalled(subject, statement.subject, reading) && isCalled(object, statement.object, reading);
    const symmetric = relations.get(claim.relation)?.symmetric === true;
    return between(claim.subject, claim.object) || (symmetric && between(claim.object, claim.subject));
  };
  const isMissing = (claim: Claim): boolean => !statements.some((statement) => fits(claim, statement));
  const isExtra = (statement: StatementDraft): boolean => !claims.some((claim) => fits(claim, statement));
  return {
    text,
    missing: claims.filter(isMissing).map(writeClaim),
    extra: [...new Set(statements.filter(isExtra).map((statement) => writeFound(statement, reading)))],
  };
}

function writeClaim({ subject, relation, object, modality }: Claim): string {
  return `${subject} ${relation} ${object}${modality === "actual" ? "" : ` [${modality}]`}`;
}

function writeFound(statement: StatementDraft, reading: Reading): string {
  const claim = {
    ...statement,
    subject: labelOf(reading, statement.subject),
    object: labelOf(reading, statement.object),
  };
  return `${writeClaim(claim)} (${statement.rule})`;
}

function describeRows(rows: readonly RowReading[]): string {
  const lines = rows.flatMap(({ id, mistakes }) => [
    `  ${id}`,
    ...mistakes.flatMap(({ text, missing, extra }) => [
      `    ${text}`,
      ...missing.map((claim) => `      missing  ${claim}`),
      ...extra.map((claim) => `      extra    ${claim}`),
    ]),
  ]);
  return lines.join("\n");
}

/** Whether an entity or event of the article may be called so. An event's name may be longer or shorter than the example's. */
function isCalled(name: string, id: LocalId, reading: Reading): boolean {
  const wanted = comparable(name);
  const names = namesOf(reading, id).map(comparable);
  if (id.startsWith("e")) return names.includes(wanted);
  return names.some((other) => ` ${other} `.includes(` ${wanted} `) || ` ${wanted} `.includes(` ${other} `));
}

function comparable(name: string): string {
  return fold(name).replace(/[\s\-–]+/g, " ");
}

function readDate(
  code: string,
  { text, anchor, tense, gives }: LanguageData["calendar"]["examples"][number],
): RowReading {
  const { lexicon, datePatterns } = packOf(code);
  const tokens = tokenize(text, 0, lexicon.tokenRules);
  const [date] = findDates(tokens, lexicon.match(tokens), datePatterns);
  const time = date === undefined ? {} : resolveDate(date, anchor, tense).time;
  const found = gives.includes("/") ? `${time.from ?? ""}/${time.to ?? ""}` : (time.date ?? "nothing");
  return { id: `calendar: ${text}`, mistakes: found === gives ? [] : [{ text, missing: [gives], extra: [found] }] };
}

function readCount(code: string, { text, gives }: LanguageData["counts"]["examples"][number]): RowReading {
  const found: string[] = [];
  const extractor = createExtractor(knowledge, (sentence) => {
    for (const { what, from, to } of countsToldIn(sentence)) {
      const value =
        from === to ? `${from}` : from === undefined ? `<=${to}` : to === undefined ? `>=${from}` : `${from}-${to}`;
      found.push(`${what} ${value}`);
    }
  });
  const segmented = segment(articleOf(text, { language: code, publishedAt: "2020-01-01" }), packs);
  extractor(segmented, detectMentions(segmented));
  const missing = gives.filter((count) => !found.includes(count));
  const extra = found.filter((count) => !gives.includes(count));
  return { id: `count: ${text}`, mistakes: missing.length + extra.length === 0 ? [] : [{ text, missing, extra }] };
}

function readGaps(): Readonly<Record<string, readonly string[]>> {
  return JSON.parse(readFileSync(GAPS, "utf8")) as Record<string, readonly string[]>;
}

function writeGaps(code: string, unread: readonly RowReading[]): void {
  const gaps = { ...readGaps(), [code]: unread.map(({ id }) => id).sort() };
  const sorted = Object.fromEntries(Object.entries(gaps).sort(([a], [b]) => (a < b ? -1 : 1)));
  writeFileSync(GAPS, `${JSON.stringify(sorted, null, 2)}\n`);
}
