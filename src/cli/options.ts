import { InvalidArgumentError, Option } from "commander";
import type { LanguageCode } from "../model/ids.ts";
import { parseDate, parseLanguage } from "../read/metadata.ts";
import type { CypherParameter } from "../stores/store.ts";

/** The folder of the graph: the same option for every command. */
export function graphOption(): Option {
  return new Option("--graph <folder>", "folder of the graph").default("graph");
}

/** Files of whom and what the user knows: the option may be given several times. */
export function gazetteerOption(): Option {
  return new Option(
    "--gazetteer <file>",
    "people, organizations … that you know, with their names: CSV, YAML or JSON (repeatable)",
  ).argParser((file: string, files: readonly string[] | undefined) => [...(files ?? []), file]);
}

/** A whole number from 1. */
export function parseCount(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value) || value < 1) throw new InvalidArgumentError("It must be a whole number from 1.");
  return value;
}

/** A port of TCP; 0 takes any that is free. */
export function parsePort(text: string): number {
  const value = Number(text);
  if (text.trim() === "" || !Number.isInteger(value) || value < 0 || value > 65_535) {
    throw new InvalidArgumentError("It must be a number from 0 to 65535.");
  }
  return value;
}

/** Seconds, as milliseconds. */
export function parseTimeout(text: string): number {
  const seconds = Number(text);
  if (!(seconds > 0 && seconds <= 86_400))
    throw new InvalidArgumentError("It must be a number of seconds, such as 30.");
  return Math.ceil(seconds * 1000);
}

export function parsePublished(text: string): string {
  const date = parseDate(text);
  if (date === undefined) throw new InvalidArgumentError("It must be a date of ISO 8601, such as 2022-05-06.");
  return date;
}

export function parseLang(text: string): LanguageCode {
  const language = parseLanguage(text);
  if (language === undefined) throw new InvalidArgumentError("It must be a language code, such as de.");
  return language;
}

/** Where in an article something is said: UTF-16 offsets, half-open. */
export interface ArticlePlace {
  readonly article: string;
  readonly start: number;
  readonly end: number;
}

/** `report-7:310-314`. Names of articles may hold colons. */
export function parsePlace(text: string): ArticlePlace {
  const match = /^(.+):(\d+)[-–](\d+)$/su.exec(text);
  if (match === null) throw new InvalidArgumentError("It must be article:start-end, such as report-7:310-314.");
  const [, article = "", start, end] = match;
  return { article, start: Number(start), end: Number(end) };
}

/** Languages in which nodes are to be labelled, by preference. */
export function labelsOption(): Option {
  return new Option("--labels <languages>", "languages of the labels by preference, such as de or ur,de").argParser(
    parseLanguages,
  );
}

/** Language codes, separated by commas. */
export function parseLanguages(text: string): readonly LanguageCode[] {
  return text.split(",").map((part) => parseLang(part.trim()));
}

/** Words, separated by commas. */
export function parseWords(text: string): readonly string[] {
  const words = text.split(",").map((part) => part.trim());
  if (words.includes("")) throw new InvalidArgumentError("It must be words with commas between them.");
  return words;
}

/** A whole number from 0. */
export function parseNumber(text: string): number {
  return text.trim() === "0" ? 0 : parseCount(text);
}

/** Which part of a graph is wanted. */
export function selectionOptions(): readonly Option[] {
  return [
    new Option("--kinds <kinds>", "only nodes of these kinds: Person,Event").argParser(parseWords),
    new Option("--relations <relations>", "only these relations: MET,SPOKE_WITH").argParser(parseWords),
    new Option("--from <date>", "only facts that may be of this day, month or year, or later").argParser(
      parsePublished,
    ),
    new Option("--to <date>", "… or earlier").argParser(parsePublished),
    new Option("--min-weight <n>", "only facts that so many texts say").argParser(parseCount),
    new Option("--modality <modalities>", "only facts that are put so: actual,denied; all for every one").argParser(
      parseWords,
    ),
    new Option("--around <node>", "only what is near this node, by its id or name (repeatable)").argParser(
      (node: string, nodes: readonly string[] | undefined) => [...(nodes ?? []), node],
    ),
    new Option("--steps <n>", "how near: facts between (default: 1)").argParser(parseNumber),
  ];
}

/** One `name=value` of a query. The value is JSON where it can be read as such, else a text. */
export function collectParameter(
  text: string,
  previous: Readonly<Record<string, CypherParameter>> = {},
): Readonly<Record<string, CypherParameter>> {
  const match = /^\$?([A-Za-z_]\w*)=([\s\S]*)$/.exec(text);
  if (match === null) throw new InvalidArgumentError("It must be name=value, such as name=Blinken.");
  const [, name = "", value = ""] = match;
  return { ...previous, [name]: parseValue(value) };
}

function parseValue(text: string): CypherParameter {
  try {
    return JSON.parse(text) as CypherParameter;
  } catch {
    return text;
  }
}
