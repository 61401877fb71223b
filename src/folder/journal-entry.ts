import type { ArticleSource } from "../model/article.ts";
import { isExtraction } from "../model/check-extraction.ts";
import { isEntityList, type EntityList } from "../model/entity-list.ts";
import type { Extraction } from "../model/extraction.ts";
import { isAnchor, isTurn, isVerdict } from "../model/check-verdict.ts";
import { articleIdOf, type ArticleId } from "../model/ids.ts";
import type { Anchor, Turn, Verdict } from "../model/verdict.ts";

/**
 * The version of the journal's format that this program writes. It reads every version up to this one: 1 had articles,
 * extractions and removals, 2 has verdicts and lists of the user too.
 */
export const JOURNAL_VERSION = 2;

/**
 * The first line of every journal. It stands again where a later version goes on with a journal of an earlier one, so that
 * the earlier one sees that it cannot read on.
 */
export const JOURNAL_HEADER = `${JSON.stringify({ format: "dragoman-journal", formatVersion: JOURNAL_VERSION })}\n`;

/** A text, and where it was found. A later entry of the same text adds its sources. */
export interface ArticleEntry {
  readonly type: "article";
  readonly id: ArticleId;
  readonly text: string;
  readonly sources: readonly ArticleSource[];
  /** Names of another text that was found at the same address in an earlier build: this one takes its place. */
  readonly replaces?: readonly string[];
}

/** What was read in an article. A later entry for the same article takes its place. */
export interface ExtractionEntry {
  readonly type: "extraction";
  readonly extraction: Extraction;
}

/** An article is taken out of the graph, until an entry brings it back. */
export interface RemovalEntry {
  readonly type: "removal";
  readonly article: ArticleId;
}

/** Somebody decided something. */
export interface VerdictEntry {
  readonly type: "verdict";
  readonly verdict: Verdict;
}

/** A list of whom and what the user knows. It takes the place of an earlier one of its name; an empty one takes that away. */
export interface ListEntry {
  readonly type: "list";
  readonly list: EntityList;
}

/** Nodes had other ids until here: where an article speaks of each, so that its former id still leads to it. */
export interface FormerEntry {
  readonly type: "former";
  readonly nodes: readonly (readonly [id: string, anchor: Anchor])[];
}

/** A line of the journal after the first. A turn takes a verdict back, or puts it in force again. */
export type JournalEntry =
  | ArticleEntry
  | ExtractionEntry
  | RemovalEntry
  | VerdictEntry
  | Turn
  | ListEntry
  | FormerEntry;

/** An entry as a line, with its line end. */
export function encodeEntry(entry: JournalEntry): string {
  return `${JSON.stringify(entry)}\n`;
}

/** What is wrong with a line. */
export interface LineProblem {
  readonly problem: string;
}

/** The entry of a line, checked as far as the graph depends on it. */
export function decodeEntry(line: string): JournalEntry | LineProblem {
  const value = parseObject(line);
  if (value === undefined) return { problem: "is damaged: it is no JSON object" };
  switch (value["type"]) {
    case "article":
      return isArticle(value) ? value : { problem: "is damaged: its article is not as it was written" };
    case "extraction":
      return isExtractionEntry(value) ? value : { problem: "is damaged: its extraction is not as it was written" };
    case "removal":
      return isRemoval(value) ? value : { problem: "is damaged: it does not say which article is removed" };
    case "verdict":
      return isVerdictEntry(value) ? value : { problem: "is damaged: its verdict is not as it was written" };
    case "undo":
    case "redo":
      return isTurn(value) ? value : { problem: "is damaged: it does not say which verdict it is about" };
    case "list":
      return isListEntry(value) ? value : { problem: "is damaged: its list is not as it was written" };
    case "former":
      return isFormer(value) ? value : { problem: "is damaged: it does not say which nodes had other ids" };
    default:
      return { problem: `holds an entry of the unknown type ${JSON.stringify(value["type"])}` };
  }
}

/** Whether a line says of which format the lines after it are. */
export function isHeader(line: string): boolean {
  return line.startsWith(`{"format":`);
}

/** The version of the format that a header says, or what is wrong with it. */
export function readHeader(line: string): { readonly version: number } | LineProblem {
  const value = parseObject(line);
  const version = value?.["formatVersion"];
  if (value?.["format"] !== "dragoman-journal" || typeof version !== "number") {
    return { problem: "is not the first line of a journal of Dragoman" };
  }
  if (version <= JOURNAL_VERSION) return { version };
  const message = `was written by a newer Dragoman (format ${version}, this one reads up to ${JOURNAL_VERSION}); update it`;
  return { problem: message };
}

function parseObject(line: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(line);
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The id is a hash of the text, so a changed text shows. */
function isArticle(value: object): value is ArticleEntry {
  const { id, text, sources, replaces } = value as Partial<ArticleEntry>;
  return (
    typeof text === "string" &&
    id === articleIdOf(text) &&
    Array.isArray(sources) &&
    sources.length > 0 &&
    sources.every((source: unknown) => isObject(source) && typeof source["name"] === "string") &&
    (replaces === undefined || (Array.isArray(replaces) && replaces.every((name: unknown) => typeof name === "string")))
  );
}

function isExtractionEntry(value: object): value is ExtractionEntry {
  return isExtraction((value as Partial<ExtractionEntry>).extraction);
}

function isRemoval(value: object): value is RemovalEntry {
  return typeof (value as Partial<RemovalEntry>).article === "string";
}

function isFormer(value: object): value is FormerEntry {
  const { nodes } = value as Partial<FormerEntry>;
  return (
    Array.isArray(nodes) &&
    nodes.every((node: unknown) => Array.isArray(node) && typeof node[0] === "string" && isAnchor(node[1]))
  );
}

function isVerdictEntry(value: object): value is VerdictEntry {
  return isVerdict((value as Partial<VerdictEntry>).verdict);
}

function isListEntry(value: object): value is ListEntry {
  return isEntityList((value as Partial<ListEntry>).list);
}
