import { describe, expect, test } from "vitest";
import type { Diagnostic } from "../../src/model/diagnostic.ts";
import type { Extraction } from "../../src/model/extraction.ts";
import type { LanguageCode } from "../../src/model/ids.ts";
import type { FoundText } from "../../src/read/found-text.ts";
import { encodeExtraction } from "../../src/read/json-lines.ts";
import { readInputs } from "../../src/read/read-inputs.ts";
import { entityDraft, eventDraft, recordOf, statementDraft } from "../helpers/extraction.ts";

const text = "Biden met Xi.\r\nA “quote” \u2028 and a 😀.";
const { extraction } = recordOf(text, {
  entities: [entityDraft("Joe Biden"), entityDraft("Xi Jinping")],
  events: [eventDraft("Meeting", ["e0", "e1"])],
  mentions: [{ of: "e0", start: 0, end: 5, form: "name", language: "en" as LanguageCode }],
  statements: [statementDraft("e0", "MET", "e1", { event: "v0", attribution: ["e1", { words: "a paper" }] })],
});
const found: Pick<FoundText, "text" | "source"> = {
  text,
  source: {
    name: "a1",
    publishedAt: "2022-05",
    language: "en" as LanguageCode,
    title: "T",
    url: "https://example.org/",
    outlet: "O",
  },
};

async function readLines(...lines: readonly string[]): Promise<{ found: FoundText[]; diagnostics: Diagnostic[] }> {
  const diagnostics: Diagnostic[] = [];
  const all: FoundText[] = [];
  async function* stdin(): AsyncGenerator<Buffer> {
    yield Buffer.from(lines.join(""));
  }
  const texts = readInputs(["-"], { report: (diagnostic) => diagnostics.push(diagnostic), stdin: stdin() });
  for await (const one of texts) all.push(one);
  return { found: all, diagnostics };
}

test("a line is read as it was written", async () => {
  const line = encodeExtraction(found, extraction);
  expect(line.split("\n")).toHaveLength(2);
  expect(await readLines(line)).toEqual({
    found: [{ ...found, extraction, path: "stdin", line: 1 }],
    diagnostics: [],
  });
  const plain = { text, source: { name: "https://example.org/x" } };
  expect((await readLines(encodeExtraction(plain, extraction))).found).toMatchObject([{ ...plain, extraction }]);
});

describe("an extraction that cannot be one of the article is dropped with a warning, and the article kept", () => {
  const [statement] = extraction.statements;
  const [mention] = extraction.mentions;
  const [event] = extraction.events;
  test.each<readonly [what: string, changed: unknown]>([
    ["none", undefined],
    ["another thing", ["x"]],
    ["of another text", { ...extraction, article: "0123456789abcdef" }],
    ["without statements", { ...extraction, statements: undefined }],
    ["of an entity that is not there", { ...extraction, statements: [{ ...statement, object: "e2" }] }],
    ["of an event that is not there", { ...extraction, statements: [{ ...statement, event: "v1" }] }],
    ["of no entity", { ...extraction, mentions: [{ ...mention, of: "x0" }] }],
    ["of a participant that is not there", { ...extraction, events: [{ ...event, participants: [{ entity: "e7" }] }] }],
    ["of an inviter that is not there", { ...extraction, events: [{ ...event, inviters: ["e0", "e2"] }] }],
    ["with a place behind the text", { ...extraction, mentions: [{ ...mention, end: text.length + 1 }] }],
    ["with a place that is none", { ...extraction, mentions: [{ ...mention, start: -1 }] }],
    ["with a place turned round", { ...extraction, sentences: [{ start: 5, end: 2 }] }],
  ])("%s", async (_, changed) => {
    const { found: all, diagnostics } = await readLines(
      encodeExtraction(found, extraction).replace(JSON.stringify(extraction), JSON.stringify(changed) ?? "null"),
    );
    expect(all).toEqual([{ ...found, path: "stdin", line: 1 }]);
    expect(diagnostics).toEqual([
      { code: "EXTRACTION_DROPPED", severity: "warning", message: expect.stringMatching(/read again$/), at: "stdin:1" },
    ]);
  });
});

test("another format is a field like others", async () => {
  const line = `${JSON.stringify({ id: "a", text: "A", format: "rss", extraction: extraction satisfies Extraction })}\n`;
  expect(await readLines(line)).toEqual({
    found: [{ text: "A", source: { name: "a" }, path: "stdin", line: 1 }],
    diagnostics: [],
  });
});
