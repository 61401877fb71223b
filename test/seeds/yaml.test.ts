import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { DragomanError } from "../../src/errors.ts";
import { readYaml } from "../../src/seeds/yaml.ts";
import { tempFolder } from "../helpers/temp.ts";

const schema = z.strictObject({
  source: z.string(),
  rows: z.array(z.strictObject({ id: z.string(), size: z.number().default(1), tags: z.array(z.string()).default([]) })),
});

/** The place, below the folder, and the message of the mistake in a file of this content. */
function mistakeIn(content: string): {
  readonly at: string | undefined;
  readonly message: string;
  readonly code: string;
} {
  const folder = tempFolder({ "rows.yaml": content });
  try {
    readYaml(join(folder, "rows.yaml"), schema);
  } catch (error) {
    if (!(error instanceof DragomanError)) throw error;
    return {
      at: error.at?.replace(`${folder}/`, ""),
      message: error.message.replace(`${folder}/`, ""),
      code: error.code,
    };
  }
  throw new Error("the file was read");
}

describe("readYaml", () => {
  it("gives the rows of a file that follows its schema, with defaults", () => {
    const folder = tempFolder({
      "rows.yaml": "source: test\nrows:\n  - { id: a }\n  - { id: b, size: 2, tags: [x] }\n",
    });
    expect(readYaml(join(folder, "rows.yaml"), schema)).toEqual({
      source: "test",
      rows: [
        { id: "a", size: 1, tags: [] },
        { id: "b", size: 2, tags: ["x"] },
      ],
    });
  });

  it.each([
    ["a bracket that is not closed", "source: test\nrows:\n  - { id: a\n", "rows.yaml:4:1"],
    ["a tab as indent", "source: test\nrows:\n\t- id: a\n", "rows.yaml:3:1"],
    ["a colon inside a plain text", "source: test\nrows:\n  - id: a: b\n", "rows.yaml:3:9"],
    ["a key given twice", "source: test\nrows:\n  - { id: a, id: b }\n", "rows.yaml:3:14"],
    ["a key at the top given twice", "source: test\nrows: []\nsource: again\n", "rows.yaml:3:1"],
    ["a value of another type", "source: test\nrows:\n  - id: a\n    size: large\n", "rows.yaml:4:11"],
    ["a value deep in a list", "source: test\nrows:\n  - id: a\n    tags: [x, 5]\n", "rows.yaml:4:15"],
    ["a key that is missing", "source: test\nrows:\n  - id: a\n  - size: 3\n", "rows.yaml:4:5"],
    ["a key that is missing at the top", "rows: []\n", "rows.yaml:1:1"],
    ["an empty file", "", "rows.yaml:1:1"],
    ["a list where keys belong", "- a\n- b\n", "rows.yaml:1:1"],
  ])("names line and column of %s", (_, content, at) => {
    expect(mistakeIn(content)).toMatchObject({ code: "SEED_INVALID", at });
  });

  it("names line and column of a key that the schema does not know", () => {
    expect(mistakeIn("source: test\nrows:\n  - id: a\n    colour: red\n").at).toBe("rows.yaml:4:5");
  });

  it("says which key is wrong, on one line, after the place", () => {
    const { message } = mistakeIn("source: test\nrows:\n  - id: a\n    size: large\n");
    expect(message).toMatch(/^rows\.yaml:4:11: rows\.0\.size: \S.*$/);
  });

  it("names the key that it does not know", () => {
    expect(mistakeIn("source: test\nrows: []\ncolour: red\n").message).toContain("colour");
  });

  it("counts columns in UTF-16 units, as editors do", () => {
    expect(mistakeIn("source: test\nrows:\n  - { id: بلنکن, size: x }\n").at).toBe("rows.yaml:3:24");
  });
});
