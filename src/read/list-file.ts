import { readFile } from "node:fs/promises";
import { basename, extname } from "node:path";
import type { Report } from "../model/diagnostic.ts";
import type { EntityList, ListedEntity, ListedName } from "../model/entity-list.ts";
import type { LanguageCode } from "../model/ids.ts";
import { KINDS } from "../model/kinds.ts";
import { decodeText } from "./decode.ts";
import { parseListCsv } from "./list-csv.ts";
import { invalidList, type Mistake, type RawList, type RawRow } from "./list-rows.ts";
import { parseListYaml } from "./list-yaml.ts";
import { unreadable } from "./unreadable.ts";

/** What is asked about what a list refers to. */
export interface ListContext {
  /** The kind of what the shipped gazetteer has under an id; `undefined` where it has nothing. */
  readonly kindOf: (id: string) => string | undefined;
  /** Whether a code of ISO 3166-1 is that of a state that it has. */
  readonly isState: (code: string) => boolean;
  /** The form under which names are compared. */
  readonly fold: (name: string) => string;
  readonly report: Report;
}

const PARSERS: Readonly<Record<string, (text: string, file: string) => RawList>> = {
  ".csv": parseListCsv,
  ".tsv": parseListCsv,
  ".yaml": parseListYaml,
  ".yml": parseListYaml,
  ".json": parseListYaml,
};
const EXTENSIONS = Object.keys(PARSERS).join(", ");

/** Kinds of which a user can list something. */
const LISTED_KINDS: readonly string[] = [KINDS.person, KINDS.state, KINDS.organization, KINDS.place];
/** Ids that the engine makes. */
const RESERVED = ["article:", "event:", "fact:"];
const LONGEST = 200;
const NAMES_COLUMN = /^names_([a-z]{2,3})$/;
const WIKIDATA_ID = /^Q[1-9]\d*$/;
/** Mistakes of one file that are told one by one. */
const MOST_MISTAKES = 20;

/**
 * Reads a list of whom and what the user knows: a table (.csv, .tsv) or a list of entries (.yaml, .json), with the columns
 * `id`, `kind`, `names`, `names_<language>`, `same_as` and `state`. Its name is that of the file.
 *
 * Throws `INPUT_UNREADABLE` for a file that cannot be read or decoded, `LIST_INVALID` with file and line for what cannot
 * be used: where there is more than one mistake, each is reported before.
 */
export async function readEntityList(file: string, context: ListContext): Promise<EntityList> {
  const parse = PARSERS[extname(file).toLowerCase()];
  if (parse === undefined)
    throw invalidList(`is no kind of file that can be a list; name it as one of ${EXTENSIONS}`, file);
  const bytes = await readFile(file).catch((error: unknown) => {
    throw unreadable(file, error);
  });
  const { columns, rows } = parse(decodeText(bytes, file), file);
  checkColumns(columns, file, context.report);
  const entities: ListedEntity[] = [];
  const mistakes: Mistake[] = [];
  const check = createChecker(context, mistakes);
  for (const row of rows) {
    const entity = check(row);
    if (entity !== undefined) entities.push(entity);
  }
  const [mistake] = mistakes;
  if (mistake !== undefined) tellAndRefuse(mistake, mistakes, context.report);
  return { name: basename(file), entities };
}

function tellAndRefuse(first: Mistake, all: readonly Mistake[], report: Report): never {
  if (all.length === 1) throw invalidList(first.message, first.at);
  for (const { message, at } of all.slice(0, MOST_MISTAKES))
    report({ code: "LIST_MISTAKE", severity: "error", message, at });
  const shown = all.length > MOST_MISTAKES ? `, of which the first ${MOST_MISTAKES} are told` : "";
  throw invalidList(`there are ${all.length} mistakes in this list${shown}; the first: ${first.message}`, first.at);
}

/** Refuses a table that lacks a column, and tells which ones are not read. */
function checkColumns(columns: readonly string[], file: string, report: Report): void {
  if (columns.length === 0) return;
  const missing = ["id", "kind"].filter((column) => !columns.includes(column));
  if (!columns.some((column) => column === "names" || NAMES_COLUMN.test(column))) missing.push("names");
  if (missing.length > 0) {
    const found = `found: ${columns.join(", ")}`;
    throw invalidList(
      `there is no column ${missing.join(", ")} (${found}); name the columns id, kind and names`,
      `${file}:1`,
    );
  }
  const known = new Set(["id", "kind", "names", "same_as", "state"]);
  const others = columns.filter((column) => !known.has(column) && !NAMES_COLUMN.test(column));
  if (others.length === 0) return;
  const message = `not read: ${others.join(", ")}; the columns of a list are id, kind, names, names_<language>, same_as, state`;
  report({ code: "LIST_TAKEN", severity: "note", message, at: file });
}

/** Makes the function that checks one row after the other. Mistakes are added to a list, and their row is `undefined`. */
function createChecker(
  { kindOf, isState, fold }: ListContext,
  mistakes: Mistake[],
): (row: RawRow) => ListedEntity | undefined {
  const rowOf = new Map<string, RawRow>();
  const bearers = new Map<string, { readonly id: string; readonly row: RawRow }>();

  return (row) => {
    const before = mistakes.length;
    const refuse = (column: string, message: string): void => {
      mistakes.push({ message, at: row.place(column) });
    };
    const text = (column: string): string => {
      const cell = row.cells.get(column) ?? "";
      if (typeof cell === "string") return cell.trim();
      refuse(column, "holds several texts, where one is asked for");
      return "";
    };

    const id = text("id");
    const idMistake = checkId(id);
    if (idMistake !== undefined) refuse("id", idMistake);
    else {
      const other = rowOf.get(id);
      if (other !== undefined) {
        refuse("id", `${id} is the id of ${other.place()} as well; join both rows, or give one another id`);
      }
      rowOf.set(id, row);
    }

    const asked = text("kind");
    const kind = LISTED_KINDS.find((one) => one.toLowerCase() === asked.toLowerCase());
    const shipped = kindOf(id);
    if (kind === undefined) {
      refuse(
        "kind",
        `${asked === "" ? "there is no kind" : `${asked} is no kind`}; one of ${LISTED_KINDS.join(", ")} is`,
      );
    } else if (shipped !== undefined && shipped !== kind) {
      refuse("kind", `${id} is a ${shipped} of the shipped gazetteer; give it that kind, or another id`);
    }

    const names: ListedName[] = [];
    // In an order of their own, so that the order of the columns does not matter.
    for (const column of [...row.cells.keys()].filter((one) => one === "names" || NAMES_COLUMN.test(one)).sort()) {
      const language = NAMES_COLUMN.exec(column)?.[1] as LanguageCode | undefined;
      const cell = row.cells.get(column) ?? "";
      for (const name of splitNames(cell)) {
        const mistake = checkName(name, kind);
        if (mistake !== undefined) refuse(column, mistake);
        else if (!names.some((one) => one.text === name && one.language === language))
          names.push({ text: name, ...(language === undefined ? {} : { language }) });
        const key = `${kind} ${fold(name)}`;
        const bearer = bearers.get(key);
        if (bearer !== undefined && bearer.id !== id) {
          const remedy = "leave it in one of the rows, or write it out more fully";
          refuse(column, `the name ${name} is that of ${bearer.id} in ${bearer.row.place()} as well; ${remedy}`);
        }
        bearers.set(key, { id, row });
      }
    }
    if (names.length === 0 && shipped === undefined && mistakes.length === before) {
      refuse("names", "there is no name; give at least one, several with | between them");
    }

    const sameAs = splitAddresses(row.cells.get("same_as") ?? "");
    for (const one of sameAs) {
      if (!isAddress(one))
        refuse("same_as", `${one} is neither an id of Wikidata, such as Q42, nor an address that begins with https://`);
    }

    const state = text("state").replace(/^gov:/i, "").toUpperCase();
    if (state !== "" && kind === KINDS.state) refuse("state", `a ${KINDS.state} belongs to no state; leave it empty`);
    else if (state !== "" && !isState(state))
      refuse("state", `${state} is no code of a state; write two letters of ISO 3166-1, such as PK`);

    if (mistakes.length > before || kind === undefined) return undefined;
    return { id, kind, names, sameAs, ...(state === "" ? {} : { state }) };
  };
}

function checkId(id: string): string | undefined {
  if (id === "") return "there is no id; give one, such as person:jane-goodall or Q184746";
  if (/[\s\p{C}]/u.test(id))
    return `${JSON.stringify(id)} holds a space or a control character; write - or _ in its place`;
  if (id.length > LONGEST) return `the id has more than ${LONGEST} characters; shorten it`;
  const reserved = RESERVED.find((prefix) => id.startsWith(prefix));
  return reserved === undefined ? undefined : `ids that begin with ${reserved} are made by Dragoman; choose another`;
}

function checkName(name: string, kind: string | undefined): string | undefined {
  // As lists write it, and articles do not.
  if (kind === KINDS.person && name.includes(","))
    return `the name ${name} holds a comma; write it as articles do: Jane Goodall`;
  const mistake = nameMistake(name);
  return name.length > LONGEST ? `${mistake}; several have | between them` : mistake;
}

/** What is wrong with a name that somebody writes; `undefined` where nothing is. */
export function nameMistake(name: string): string | undefined {
  if (name.length > LONGEST) return `a name has more than ${LONGEST} characters`;
  if (/\p{Cc}/u.test(name)) return `the name ${JSON.stringify(name)} holds a control character`;
  return /\p{L}/u.test(name) ? undefined : `the name ${name} holds no letter`;
}

/** Names stand in lines of their own, or with | or ; between them; in a list of YAML each is one. */
function splitNames(cell: string | readonly string[]): readonly string[] {
  const parts = typeof cell === "string" ? cell.split(/[|;\n]/) : cell;
  return parts.map((part) => part.trim().replace(/\s+/g, " ")).filter((part) => part !== "");
}

/** Addresses hold no space, and may hold a semicolon. */
function splitAddresses(cell: string | readonly string[]): readonly string[] {
  const parts = typeof cell === "string" ? cell.split(/[|\s]+|;(?=\s|Q\d|https?:|$)/) : cell;
  return [...new Set(parts.map((part) => part.trim()).filter((part) => part !== ""))];
}

function isAddress(text: string): boolean {
  return WIKIDATA_ID.test(text) || (/^https?:\/\//i.test(text) && !/\s/.test(text) && URL.canParse(text));
}
