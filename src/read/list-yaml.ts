import { isMap, isSeq, LineCounter, parseDocument } from "yaml";
import { columnOf, invalidList, type RawList, type RawRow } from "./list-rows.ts";

/** Reads a list of objects, as YAML or as JSON. Throws `LIST_INVALID` with `file:line`. */
export function parseListYaml(text: string, file: string): RawList {
  if (text.trim() === "") return { columns: [], rows: [] };
  const places = createPlaces(text, file);
  const value = parseJson(text) ?? places.value();
  if (value === null) return { columns: [], rows: [] };
  if (!Array.isArray(value)) {
    throw invalidList("is no list; it is one of entries such as - { id: …, kind: Person, names: […] }", file);
  }
  const columns = new Set<string>();
  const rows = value.map((item: unknown, index): RawRow => {
    const place = (column?: string): string =>
      `${file}:${places.lineOf(index, column)}${column === undefined ? "" : `, ${column}`}`;
    if (typeof item !== "object" || item === null || Array.isArray(item)) {
      throw invalidList("is no entry; write one as { id: …, kind: Person, names: […] }", place());
    }
    const cells = new Map<string, string | readonly string[]>();
    for (const [key, cell] of Object.entries(item)) {
      const column = columnOf(key);
      columns.add(column);
      cells.set(
        column,
        toCell(cell, () => place(key)),
      );
    }
    return { cells, place };
  });
  return { columns: [...columns], rows };
}

function toCell(cell: unknown, place: () => string): string | readonly string[] {
  if (cell === null || cell === undefined) return "";
  if (typeof cell === "string" || typeof cell === "number") return String(cell);
  if (Array.isArray(cell) && cell.every((item) => typeof item === "string" || typeof item === "number"))
    return cell.map(String);
  throw invalidList(
    "is no text and no list of texts; put what YAML takes for something else into quotation marks",
    place(),
  );
}

/** JSON is read a hundred times faster than YAML, of which it is a part. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

interface Places {
  readonly value: () => unknown;
  readonly lineOf: (index: number, key?: string) => number;
}

/** The document with the lines of its entries, read when it is first asked for. */
function createPlaces(text: string, file: string): Places {
  const lines = new LineCounter();
  let document: ReturnType<typeof parseDocument> | undefined;
  const read = (): ReturnType<typeof parseDocument> => {
    if (document !== undefined) return document;
    document = parseDocument(text, { lineCounter: lines, uniqueKeys: true, strict: true });
    const [mistake] = [...document.errors, ...document.warnings];
    if (mistake !== undefined) {
      const [message = "is not YAML"] = mistake.message.split("\n");
      throw invalidList(message, `${file}:${lines.linePos(mistake.pos[0]).line}`, mistake);
    }
    return document;
  };
  return {
    value: () => read().toJS() as unknown,
    lineOf: (index, key) => {
      const { contents } = read();
      const item = isSeq(contents) ? contents.items[index] : undefined;
      const pair = isMap(item) ? item.items.find((one) => String(one.key) === key) : undefined;
      const node = (pair?.key ?? item) as { readonly range?: readonly number[] } | undefined;
      return lines.linePos(node?.range?.[0] ?? 0).line;
    },
  };
}
