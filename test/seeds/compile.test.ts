import { cpSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { DragomanError } from "../../src/errors.ts";
import { compileKnowledge } from "../../src/seeds/compile.ts";
import type { Knowledge } from "../../src/seeds/knowledge.ts";
import { SEEDS } from "../helpers/knowledge.ts";
import { tempFolder } from "../helpers/temp.ts";

const HEADER = "source: test\nlicence: MIT\n";
const EMPTY_LISTS = ["states", "places", "organizations", "bodies", "offices", "people", "topics", "holidays"];

/** A folder of seeds with the real ontology and English, without gazetteer, whose only frames are these. */
function seedsWith(frames: string, files: Readonly<Record<string, string>> = {}): string {
  const terms = { "gazetteer/terms.yaml": `${HEADER}asOf: 2025-01\nterms: []\n` };
  const lists = EMPTY_LISTS.map((name) => [`gazetteer/${name}.yaml`, `${HEADER}${name}: []\n`]);
  const folder = tempFolder({
    ...Object.fromEntries(lists),
    ...terms,
    "languages/en/frames/test.yaml": `${HEADER}frames:\n${frames}`,
  });
  cpSync(join(SEEDS, "ontology"), join(folder, "ontology"), { recursive: true });
  for (const name of ["letters", "names"]) {
    const file = join("gazetteer", `${name}.yaml`);
    cpSync(join(SEEDS, file), join(folder, file));
  }
  cpSync(join(SEEDS, "others"), join(folder, "others"), { recursive: true });
  for (const name of ["calendar", "counts", "events", "language", "references", "reporting", "verbs", "words"]) {
    const file = join("languages", "en", `${name}.yaml`);
    cpSync(join(SEEDS, file), join(folder, file));
  }
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
  return folder;
}

/** A row that is right, but for what is given. */
function row(given: Readonly<Record<string, string>> = {}): string {
  const fields = {
    id: "praise",
    verbs: "[praise]",
    gives: "[{ relation: PRAISED, subject: subject, object: object }]",
    examples: '[{ text: "He praised her.", gives: [] }]',
    ...given,
  };
  return `  - { ${Object.entries(fields)
    .map(([key, value]) => `${key}: ${value}`)
    .join(", ")} }\n`;
}

function compile(frames: string, files?: Readonly<Record<string, string>>): Knowledge {
  return compileKnowledge(seedsWith(frames, files));
}

function refusalOf(frames: string, files?: Readonly<Record<string, string>>): DragomanError {
  try {
    compile(frames, files);
  } catch (error) {
    if (error instanceof DragomanError) return error;
    throw error;
  }
  throw new Error("the seeds were compiled");
}

describe("compileKnowledge", () => {
  it("takes a row whose verb, relation and slots there are", () => {
    const { frames } = compile(row()).languages["en"] ?? { frames: [] };
    expect(frames.map(({ id, verbs }) => ({ id, verbs }))).toEqual([{ id: "praise", verbs: ["praise"] }]);
  });

  it.each([
    [
      "an unknown relation",
      { gives: "[{ relation: ADORES, subject: subject, object: object }]" },
      "frame praise: no relation ADORES",
    ],
    ["a verb without forms", { verbs: "[praise, blurgle]" }, "frame praise: verb blurgle is not in verbs.yaml"],
    [
      "an unknown slot",
      { gives: "[{ relation: PRAISED, subject: subject, object: beside }]" },
      "frame praise: no slot beside",
    ],
    [
      "an unknown slot among alternatives",
      { gives: "[{ relation: PRAISED, subject: subject, object: object|beside }]" },
      "frame praise: no slot beside",
    ],
    [
      "the possessor of an unknown slot",
      { gives: `[{ relation: PRAISED, subject: subject, object: "beside's" }]` },
      "frame praise: no slot beside's",
    ],
    ["an unknown type of event", { event: "Party" }, "frame praise: no event type Party"],
    ["an unknown role", { event: "Call", roles: "{ object: clown }" }, "frame praise: no role clown"],
    ["neither verb nor noun", { verbs: "[]" }, "frame praise has neither verbs nor nouns nor auxiliaries"],
  ])("refuses a row that names %s", (_, given, message) => {
    expect(refusalOf(row(given))).toMatchObject({
      code: "SEED_INVALID",
      at: "seeds/languages/en",
      message: `seeds/languages/en: ${message}`,
    });
  });

  it("refuses two rows of one id", () => {
    expect(refusalOf(row() + row()).message).toBe("seeds/languages/en: frame praise is given twice");
  });

  it("refuses a reporting verb without forms", () => {
    const reporting = `${HEADER}verbs: [{ lemma: blurgle }]\ncontrol: []\nmodals: []\nhedges: []\n`;
    expect(refusalOf(row(), { "languages/en/reporting.yaml": reporting })).toMatchObject({
      code: "SEED_INVALID",
      message: expect.stringContaining("verb blurgle is not in verbs.yaml"),
    });
  });

  it.each([
    [
      "an office that many hold",
      "{ office: diplomat, of: PK, holders: [{ person: a, from: 2013-06 }] }",
      "no such office",
    ],
    ["a state that is none", "{ office: premier, of: XX, holders: [{ person: a, from: 2013-06 }] }", "no such state"],
    [
      "somebody unknown",
      "{ office: premier, of: PK, holders: [{ person: c, from: 2013-06 }] }",
      "people.yaml has no c",
    ],
    [
      "an end before its beginning",
      "{ office: premier, of: PK, holders: [{ person: a, from: 2013-06, to: 2013-05 }] }",
      "the term of a ends before it begins",
    ],
    [
      "two at a time",
      "{ office: premier, of: PK, holders: [{ person: a, from: 2013-06, to: 2014-01 }, { person: b, from: 2013-12 }] }",
      "b begins before the one before him ends",
    ],
  ])("refuses a term of office of %s", (_, term, message) => {
    const names = "names: { en: [A B], de: [A B], ur: [A B] }";
    const titles = "titles: { en: [a], de: [a], ur: [a] }, label: { en: a, de: a, ur: a }, of: state";
    const refusal = refusalOf(row(), {
      "gazetteer/terms.yaml": `${HEADER}asOf: 2025-01\nterms: [${term}]\n`,
      "gazetteer/offices.yaml": `${HEADER}offices: [{ id: premier, sole: true, ${titles} }, { id: diplomat, ${titles} }]\n`,
      "gazetteer/people.yaml": `${HEADER}people: [{ id: a, countries: [PK], ${names} }, { id: b, countries: [PK], ${names} }]\n`,
      "gazetteer/states.yaml": `${HEADER}states: [{ id: PK, names: { en: [P], de: [P], ur: [P] }, adjectives: {}, people: {} }]\n`,
    });
    expect(refusal).toMatchObject({
      code: "SEED_INVALID",
      at: "seeds/gazetteer/terms.yaml",
      message: expect.stringContaining(message),
    });
  });

  it("names file, line and column of a row that breaks its schema", () => {
    const { code, at } = refusalOf(`${row()}${row({ id: "Praise Again" })}`);
    expect(code).toBe("SEED_INVALID");
    expect(at).toMatch(/[/\\]languages[/\\]en[/\\]frames[/\\]test\.yaml:5:11$/);
  });

  it("gives the same version for the same seeds, and another for others", () => {
    const version = compile(row()).version;
    expect(compile(row()).version).toBe(version);
    expect(compile(row({ confidence: "0.5" })).version).not.toBe(version);
    expect(version).toMatch(/^[0-9a-f]{16}$/);
  });

  it("gives what JSON can hold", () => {
    const knowledge = compile(row());
    expect(JSON.parse(JSON.stringify(knowledge))).toEqual(knowledge);
  });
});
