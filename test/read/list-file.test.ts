import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { fold } from "../../src/language/fold.ts";
import type { Diagnostic } from "../../src/model/diagnostic.ts";
import type { ListedEntity } from "../../src/model/entity-list.ts";
import { readEntityList } from "../../src/read/list-file.ts";
import { tempFolder } from "../helpers/temp.ts";

const SHIPPED: Readonly<Record<string, string>> = { "person:antony-blinken": "Person", "gov:PK": "Government" };

interface Outcome {
  readonly name: string;
  readonly entities: readonly ListedEntity[];
  readonly diagnostics: readonly Diagnostic[];
}

async function read(file: string, content: string | Uint8Array): Promise<Outcome> {
  const diagnostics: Diagnostic[] = [];
  const path = join(tempFolder({ [file]: content }), file);
  const list = await readEntityList(path, {
    kindOf: (id) => SHIPPED[id],
    isState: (code) => ["PK", "DE"].includes(code),
    fold,
    report: (diagnostic) => diagnostics.push(diagnostic),
  });
  return { ...list, diagnostics };
}

const GOODALL = {
  id: "Q184746",
  kind: "Person",
  names: [{ text: "Jane Goodall" }, { text: "Dr. Jane Goodall" }, { text: "جین گوڈال", language: "ur" }],
  sameAs: ["Q184746", "https://example.org/a;b?c=1"],
  state: "DE",
};

describe("a list is read the same", () => {
  const head = "id,kind,names,names_ur,same_as,state";
  const row = `Q184746,Person,Jane Goodall|Dr. Jane Goodall,جین گوڈال,Q184746 https://example.org/a;b?c=1,DE`;
  test.each<[string, string, string | Uint8Array]>([
    ["as a table with commas", "a.csv", `${head}\n${row}\n`],
    ["without an end of the last line", "a.csv", `${head}\n${row}`],
    ["with line ends of Windows, and empty rows", "a.csv", `${head}\r\n\r\n,,,,,\r\n${row}\r\n`],
    ["with a byte order mark", "a.csv", `\uFEFF${head}\n${row}`],
    ["in UTF-16, as Excel calls Unicode", "a.csv", Buffer.from(`\uFEFF${head}\n${row}`, "utf16le")],
    ["with tabs", "a.tsv", `${head}\n${row}`.replaceAll(",", "\t")],
    [
      "with semicolons, as Excel writes it where commas are decimal marks",
      "a.csv",
      `${head.replaceAll(",", ";")}\nQ184746;Person;"Jane Goodall;Dr. Jane Goodall";جین گوڈال;"Q184746|https://example.org/a;b?c=1";DE`,
    ],
    [
      "with names in lines of one cell",
      "a.csv",
      `${head}\n${row.replace("Jane Goodall|Dr. Jane Goodall", '"Jane Goodall\nDr.  Jane Goodall "')}`,
    ],
    [
      "with other cases, spaces and orders of columns",
      "a.csv",
      `State, Same As ,NAMES_UR,Names,Kind,ID\ngov:de,Q184746|https://example.org/a;b?c=1,جین گوڈال,Jane Goodall|Dr. Jane Goodall,person,Q184746`,
    ],
    [
      "as YAML",
      "a.yaml",
      "- id: Q184746\n  kind: Person\n  names: [Jane Goodall, Dr. Jane Goodall]\n  names_ur: جین گوڈال\n" +
        "  same_as: [Q184746, 'https://example.org/a;b?c=1']\n  state: DE\n",
    ],
    [
      "as JSON",
      "a.json",
      JSON.stringify([
        {
          id: "Q184746",
          kind: "Person",
          names: ["Jane Goodall", "Dr. Jane Goodall"],
          names_ur: ["جین گوڈال"],
          same_as: "Q184746 https://example.org/a;b?c=1",
          state: "DE",
        },
      ]),
    ],
  ])("%s", async (_, file, content) => {
    expect(await read(file, content)).toEqual({ name: file, entities: [GOODALL], diagnostics: [] });
  });
});

test("what is shipped needs no name, and what is not read is told", async () => {
  const { entities, diagnostics } = await read("a.csv", "id,kind,names,same_as,note\ngov:PK,Government,,Q843,x\n");
  expect(entities).toEqual([{ id: "gov:PK", kind: "Government", names: [], sameAs: ["Q843"] }]);
  expect(diagnostics).toMatchObject([
    { severity: "note", message: expect.stringMatching(/^not read: note; the columns/) },
  ]);
});

test.each([
  ["a.csv", "id,kind,names\n"],
  ["a.yaml", "# nobody\n"],
  ["a.yaml", ""],
  ["a.json", "[]"],
])("%s with no rows is an empty list", async (file, content) => {
  expect(await read(file, content)).toMatchObject({ entities: [], diagnostics: [] });
});

describe("what cannot be used is named by file, line and column, with a remedy", () => {
  const HEAD = "id,kind,names,same_as,state";
  test.each([
    ["no rows at all", "a.csv", "", /a\.csv: is empty; its first row names the columns: id, kind, names$/],
    [
      "no column for names",
      "a.csv",
      "id,kind,label\n",
      /a\.csv:1: there is no column names \(found: id, kind, label\)/,
    ],
    ["a column twice", "a.csv", "id,kind,names,Names\n", /a\.csv:1: the column names is there twice/],
    ["no id", "a.csv", `${HEAD}\n,Person,Jane Goodall,,`, /a\.csv:2, column id: there is no id; give one, such as/],
    [
      "a space in an id",
      "a.csv",
      `${HEAD}\njane goodall,Person,Jane Goodall,,`,
      /:2, column id: "jane goodall" holds a space/,
    ],
    [
      "an id of ours",
      "a.csv",
      `${HEAD}\nevent:1,Person,Jane Goodall,,`,
      /ids that begin with event: are made by Dragoman/,
    ],
    [
      "an id twice",
      "a.csv",
      `${HEAD}\nQ1,Person,Jane Goodall,,\n\nQ1,Person,Greta Thunberg,,`,
      /a\.csv:4, column id: Q1 is the id of .*a\.csv:2 as well; join both rows, or give one another id$/,
    ],
    [
      "an unknown kind",
      "a.csv",
      `${HEAD}\nQ1,Company,Acme,,`,
      /a\.csv:2, column kind: Company is no kind; one of Person, Government, Organization, Place is$/,
    ],
    [
      "another kind than the shipped one",
      "a.csv",
      `${HEAD}\ngov:PK,Place,Pakistan,,`,
      /column kind: gov:PK is a Government/,
    ],
    ["no name", "a.csv", `${HEAD}\nQ1,Person,|,,`, /a\.csv:2, column names: there is no name; give at least one/],
    ["a name without letters", "a.csv", `${HEAD}\nQ1,Person,2022,,`, /column names: the name 2022 holds no letter$/],
    [
      "a last name first",
      "a.csv",
      `${HEAD}\nQ1,Person,"Goodall, Jane",,`,
      /Goodall, Jane holds a comma; write it as articles do/,
    ],
    [
      "a name of two rows, however it is written",
      "a.csv",
      `${HEAD}\nQ1,Person,"A\nJane Goodall",,\nQ2,Person,JANE GOODALL,,`,
      /a\.csv:4, column names: the name JANE GOODALL is that of Q1 in .*a\.csv:2 as well; leave it in one of the rows/,
    ],
    [
      "what is no address",
      "a.csv",
      `${HEAD}\nQ1,Person,A B,javascript:x,`,
      /:2, column same_as: javascript:x is neither an id of Wiki/,
    ],
    [
      "an unknown state",
      "a.csv",
      `${HEAD}\nQ1,Person,A B,,XX`,
      /column state: XX is no code of a state; write two letters/,
    ],
    [
      "the state of a state",
      "a.csv",
      `${HEAD}\nQ1,Government,Somaliland,,PK`,
      /column state: a Government belongs to no state/,
    ],
    [
      "too many cells",
      "a.csv",
      `id,kind,names\nQ1,Organization,Smith, Ltd`,
      /a\.csv:2: has 4 cells, and the first row names 3/,
    ],
    [
      "a quotation mark that is not closed",
      "a.csv",
      `${HEAD}\nQ1,Person,A B,,\nQ2,Person,"C D,,\n`,
      /a\.csv:3: a quotation mark that begins/,
    ],
    [
      "a quotation mark in a cell",
      "a.csv",
      `${HEAD}\nQ1,Person,A "B" C,,`,
      /a\.csv:2: a quotation mark stands where none can be/,
    ],
    [
      "bytes of Windows",
      "a.csv",
      Buffer.from("id,kind,names\nQ1,Person,J\xfcrgen", "latin1"),
      /is not UTF-8 \(byte 25, in line 2\); convert it/,
    ],
    [
      "another kind of file",
      "a.xlsx",
      "x",
      /a\.xlsx: is no kind of file that can be a list; name it as one of \.csv, /,
    ],
    ["YAML that is none", "a.yaml", "- id: [\n", /a\.yaml:\d: /],
    ["YAML that is no list", "a.yaml", "people: []\n", /a\.yaml: is no list; it is one of entries such as/],
    ["an entry that is none", "a.yaml", "- Jane Goodall\n", /a\.yaml:1: is no entry; write one as/],
    [
      "a mistake in an entry",
      "a.yaml",
      "- id: Q1\n  names: [A B]\n  kind: Company\n",
      /a\.yaml:3, kind: Company is no kind/,
    ],
    [
      "a value that is none",
      "a.yaml",
      "- id: Q1\n  kind: Person\n  names: [true]\n",
      /a\.yaml:3, names: is no text and no list of texts/,
    ],
    [
      "a mistake in JSON",
      "a.json",
      '[\n{"id":"Q1","kind":"Person","names":["A B"],\n"state":"XX"}]',
      /a\.json:3, state: XX is no code/,
    ],
  ])("%s", async (_, file, content, message) => {
    await expect(read(file, content)).rejects.toThrow(message);
  });

  test("each where there are several", async () => {
    const diagnostics: Diagnostic[] = [];
    const path = join(tempFolder({ "a.csv": `${HEAD}\n,Person,A B,,\nQ1,Company,C D,,\n` }), "a.csv");
    const context = { kindOf: () => undefined, isState: () => true, fold };
    const reading = readEntityList(path, { ...context, report: (diagnostic) => diagnostics.push(diagnostic) });
    await expect(reading).rejects.toMatchObject({
      code: "LIST_INVALID",
      message: expect.stringMatching(
        /a\.csv:2, column id: there are 2 mistakes in this list; the first: there is no id/,
      ),
    });
    expect(diagnostics.map(({ code, severity, at }) => [code, severity, at])).toEqual([
      ["LIST_MISTAKE", "error", `${path}:2, column id`],
      ["LIST_MISTAKE", "error", `${path}:3, column kind`],
    ]);
  });

  test("a file that is not there", async () => {
    const context = { kindOf: () => undefined, isState: () => true, fold, report: () => undefined };
    await expect(readEntityList("/nowhere/a.csv", context)).rejects.toMatchObject({ code: "INPUT_UNREADABLE" });
  });
});
