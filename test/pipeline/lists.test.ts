import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { readDerived } from "../../src/folder/derived.ts";
import type { Decision } from "../../src/model/decision.ts";
import type { Diagnostic } from "../../src/model/diagnostic.ts";
import { buildFolder, type BuildResult } from "../../src/pipeline/build-folder.ts";
import { curate } from "../../src/pipeline/curate.ts";
import { extractTexts } from "../../src/pipeline/extract-texts.ts";
import { rebuildFolder } from "../../src/pipeline/generation.ts";
import { openGraph } from "../../src/pipeline/open-graph.ts";
import { encodeExtraction } from "../../src/read/json-lines.ts";
import { readInputs } from "../../src/read/read-inputs.ts";
import { loadKnowledge } from "../../src/seeds/knowledge.ts";
import { tempFolder } from "../helpers/temp.ts";

const knowledge = loadKnowledge();

const ARTICLES = {
  "in/en.txt": "Jane Goodall met Angela Merkel in Berlin on Monday, and she said that the talks had been good.",
  "in/ur.txt": "جرمن چانسلر انگیلا میرکل نے برلن میں جین گوڈال سے ملاقات کی اور ان کا شکریہ ادا کیا۔",
};
const HEAD = "id,kind,names,names_ur,same_as";
const PEOPLE = `${HEAD}\nP-1,Person,Jane Goodall,جین گوڈال,Q184746\nmerkel,Person,Angela Merkel,,Q567\n`;

interface Built extends BuildResult {
  readonly diagnostics: readonly Diagnostic[];
}

async function build(folder: string, inputs: readonly string[], gazetteers?: readonly string[]): Promise<Built> {
  const diagnostics: Diagnostic[] = [];
  const result = await buildFolder({
    graphFolder: folder,
    inputs,
    knowledge,
    jobs: 1,
    ...(gazetteers === undefined ? {} : { gazetteers }),
    onEvent: (event) => {
      if (event.type === "diagnostic") diagnostics.push(event.diagnostic);
    },
  });
  return { ...result, diagnostics };
}

/** The graph and its layout, byte for byte. */
async function derivedOf(folder: string): Promise<string> {
  const current = (await readDerived(folder))?.folder ?? "";
  return ["graph.jsonl", "positions.jsonl"].map((file) => readFileSync(join(current, file), "utf8")).join("\n");
}

async function nodesOf(folder: string): Promise<readonly string[]> {
  const open = await openGraph(folder, { knowledge });
  try {
    return [...(await open.graph()).nodes()].filter(({ type }) => type === "entity").map(({ id }) => id);
  } finally {
    await open.close();
  }
}

describe("a list of the user's own", () => {
  test("is a part of the graph: later builds, rebuilds and other machines need no file", async () => {
    const cwd = tempFolder({ ...ARTICLES, "people.csv": PEOPLE });
    const [one, two] = [join(cwd, "one"), join(cwd, "two")];
    await build(one, [join(cwd, "in/en.txt")], [join(cwd, "people.csv")]);
    expect(await build(one, [join(cwd, "in")])).toMatchObject({ articles: 2, extracted: 1 });
    await build(two, [join(cwd, "in")], [join(cwd, "people.csv")]);
    expect(await nodesOf(one)).toEqual(expect.arrayContaining(["P-1", "merkel"]));
    const graph = await derivedOf(one);
    expect(await derivedOf(two)).toBe(graph);

    await rebuildFolder({ graphFolder: one, knowledge });
    expect(await derivedOf(one)).toBe(graph);

    const copy = join(tempFolder({ "graph/journal.jsonl": readFileSync(join(one, "journal.jsonl")) }), "graph");
    expect(await nodesOf(copy)).toEqual(await nodesOf(one));
    expect(await derivedOf(copy)).toBe(graph);
    const open = await openGraph(copy, { knowledge });
    expect((await open.lists()).map(({ name, entities }) => [name, entities.length])).toEqual([["people.csv", 2]]);
    await open.close();
  });

  test("that comes later makes the graph that it makes from the beginning, and no article is given again", async () => {
    const cwd = tempFolder({ ...ARTICLES, "people.csv": PEOPLE });
    const [one, two] = [join(cwd, "one"), join(cwd, "two")];
    await build(one, [join(cwd, "in")], [join(cwd, "people.csv")]);
    await build(two, [join(cwd, "in")]);
    expect(await nodesOf(two)).not.toContain("P-1");
    expect(await build(two, [], [join(cwd, "people.csv")])).toMatchObject({ articles: 2, extracted: 2 });
    expect(await derivedOf(two)).toBe(await derivedOf(one));
    expect(await build(two, [], [join(cwd, "people.csv")])).toMatchObject({ articles: 2, extracted: 0 });
  });

  test("is replaced by one of its file's name, and taken away by an empty one", async () => {
    const cwd = tempFolder({
      ...ARTICLES,
      "people.csv": PEOPLE,
      "more/people.csv": `${HEAD}\nP-2,Person,Jane Goodall,,\n`,
    });
    const [one, plain] = [join(cwd, "one"), join(cwd, "plain")];
    await build(one, [join(cwd, "in")], [join(cwd, "people.csv")]);
    await build(one, [], [join(cwd, "more/people.csv")]);
    expect(await nodesOf(one)).toContain("P-2");
    expect(await nodesOf(one)).not.toContain("P-1");

    writeFileSync(join(cwd, "people.csv"), HEAD);
    const { diagnostics } = await build(one, [], [join(cwd, "people.csv")]);
    expect(diagnostics).toMatchObject([{ code: "LIST_TAKEN", at: "people.csv", message: /its list is taken away$/ }]);
    await build(plain, [join(cwd, "in")]);
    expect(await derivedOf(one)).toBe(await derivedOf(plain));
  });

  test("of which nothing but addresses changes makes no article be read again", async () => {
    const cwd = tempFolder({ ...ARTICLES, "people.csv": PEOPLE });
    const folder = join(cwd, "graph");
    await build(folder, [join(cwd, "in")], [join(cwd, "people.csv")]);
    writeFileSync(join(cwd, "people.csv"), PEOPLE.replace("Q567", "https://example.org/merkel"));
    expect(await build(folder, [], [join(cwd, "people.csv")])).toMatchObject({ extracted: 0 });
    const open = await openGraph(folder, { knowledge });
    expect((await open.graph()).node("merkel")).toMatchObject({ sameAs: ["https://example.org/merkel"] });
    await open.close();
  });

  test("gives the same extractions elsewhere, so that no article is read twice", async () => {
    const cwd = tempFolder({ ...ARTICLES, "people.csv": PEOPLE });
    const report = (): void => undefined;
    const gazetteers = [join(cwd, "people.csv")];
    const lines: string[] = [];
    const texts = readInputs([join(cwd, "in")], { report });
    for await (const { found, extraction } of extractTexts(texts, { report, knowledge, jobs: 1, gazetteers }))
      lines.push(encodeExtraction(found, extraction));
    writeFileSync(join(cwd, "read.jsonl"), lines.join(""));
    const [one, two] = [join(cwd, "one"), join(cwd, "two")];
    expect(await build(one, [join(cwd, "read.jsonl")], gazetteers)).toMatchObject({ given: 2, extracted: 0 });
    expect(await build(two, [join(cwd, "read.jsonl")])).toMatchObject({ given: 0, extracted: 2 });
  });
});

test("what somebody joins keeps the addresses of both, under the id of the list, until it is parted again", async () => {
  const cwd = tempFolder({ ...ARTICLES, "people.csv": PEOPLE });
  const folder = join(cwd, "graph");
  await build(folder, [join(cwd, "in")], [join(cwd, "people.csv")]);
  const before = await derivedOf(folder);
  const decide = (decision: Decision): Promise<unknown> =>
    curate({ graphFolder: folder, knowledge, decision, by: "desk" });
  await decide({ type: "merge", ids: ["merkel", "P-1"] });
  const open = await openGraph(folder, { knowledge });
  expect((await open.graph()).node("P-1")).toMatchObject({ sameAs: ["Q184746", "Q567"], articles: 2 });
  expect((await open.graph()).node("merkel")).toBeUndefined();
  await open.close();
  await decide({ type: "undo" });
  expect(await derivedOf(folder)).toBe(before);
});

describe("a list that cannot be used", () => {
  test.each([
    [
      "has a mistake",
      { "people.csv": `${HEAD}\nP-1,Company,Acme,,\n` },
      ["people.csv"],
      /people\.csv:2, column kind: Company is no kind/,
    ],
    ["is not there", {}, ["people.csv"], /people\.csv: does not exist$/],
    [
      "contradicts another",
      { "people.csv": PEOPLE, "b.csv": `${HEAD}\nP-2,Person,Jane Goodall,,\n` },
      ["people.csv", "b.csv"],
      /the name Jane Goodall is that of P-1, and of P-2 in b\.csv/,
    ],
    [
      "has the name of another",
      { "people.csv": PEOPLE, "b/people.csv": PEOPLE },
      ["people.csv", "b/people.csv"],
      /rename one/,
    ],
  ])("since it %s leaves no graph behind", async (_, files, gazetteers, message) => {
    const cwd = tempFolder({ ...ARTICLES, ...files });
    const paths = gazetteers.map((file) => join(cwd, file));
    await expect(build(join(cwd, "graph"), [join(cwd, "in")], paths)).rejects.toThrow(message);
    expect(existsSync(join(cwd, "graph"))).toBe(false);
  });

  test("since it contradicts one of the graph leaves that as it was", async () => {
    const cwd = tempFolder({ ...ARTICLES, "people.csv": PEOPLE, "b.csv": `${HEAD}\nP-2,Person,Jane Goodall,,\n` });
    const folder = join(cwd, "graph");
    await build(folder, [join(cwd, "in/en.txt")], [join(cwd, "people.csv")]);
    const journal = readFileSync(join(folder, "journal.jsonl"));
    await expect(build(folder, [join(cwd, "in")], [join(cwd, "b.csv")])).rejects.toThrow(/is that of P-1, and of P-2/);
    expect(readFileSync(join(folder, "journal.jsonl"))).toEqual(journal);
  });

  test("since there is no graph yet, nor an article, says so", async () => {
    const cwd = tempFolder({ "people.csv": PEOPLE });
    await expect(build(join(cwd, "graph"), [], [join(cwd, "people.csv")])).rejects.toMatchObject({
      code: "GRAPH_FOLDER",
    });
  });
});
