import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, test } from "vitest";
import { readDerived } from "../../src/folder/derived.ts";
import type { Diagnostic } from "../../src/model/diagnostic.ts";
import type { GraphEdge } from "../../src/model/graph.ts";
import { buildFolder } from "../../src/pipeline/build-folder.ts";
import { curate, type Curated } from "../../src/pipeline/curate.ts";
import type { Decision } from "../../src/model/decision.ts";
import { localAt, placesOf } from "../../src/resolve/anchors.ts";
import { rebuildFolder } from "../../src/pipeline/generation.ts";
import { importVerdicts } from "../../src/pipeline/import-verdicts.ts";
import { openGraph } from "../../src/pipeline/open-graph.ts";
import { removeArticles } from "../../src/pipeline/remove-articles.ts";
import { encodeVerdicts } from "../../src/pipeline/verdict-file.ts";
import { readVerdicts } from "../../src/pipeline/verdict-log.ts";
import { knowledge } from "../helpers/knowledge.ts";
import { tempFolder } from "../helpers/temp.ts";

const SAMPLES = fileURLToPath(new URL("../../seeds/articles", import.meta.url));
const BLINKEN = "person:antony-blinken";
const QURESHI = "person:shah-mahmood-qureshi";
const PRICE = "person:ned-price";

/** The journal of the sample articles, so that each test need not read them. */
let journal: Buffer;
beforeAll(async () => {
  const folder = mkdtempSync(join(tmpdir(), "dragoman-test-"));
  try {
    await buildFolder({ inputs: [SAMPLES], graphFolder: folder, knowledge, jobs: 1 });
    journal = readFileSync(join(folder, "journal.jsonl"));
  } finally {
    rmSync(folder, { recursive: true });
  }
});

const samples = (): string => tempFolder({ "journal.jsonl": journal });

const decide = (graphFolder: string, decision: Decision): Promise<Curated> =>
  curate({ graphFolder, decision, knowledge, by: "desk", at: "2026-11-22T12:00:00.000Z" });

/** Everything of a graph that is not where the layout puts it. */
async function contentOf(graphFolder: string): Promise<string> {
  await rebuildFolder({ graphFolder, knowledge });
  const folder = (await readDerived(graphFolder))?.folder ?? "";
  return ["graph.jsonl", "positions.jsonl", "identities.jsonl", "unsure.jsonl"]
    .map((name) => readFileSync(join(folder, name), "utf8"))
    .join("\n");
}

async function idsOf(graphFolder: string): Promise<readonly string[]> {
  const open = await openGraph(graphFolder, { knowledge });
  try {
    return [...(await open.graph()).nodes()].map(({ id }) => id);
  } finally {
    await open.close();
  }
}

async function edgesOf(graphFolder: string): Promise<readonly GraphEdge[]> {
  const open = await openGraph(graphFolder, { knowledge });
  try {
    return [...(await open.graph()).edges()];
  } finally {
    await open.close();
  }
}

describe("what was decided and taken back leaves the graph as it was, byte for byte", () => {
  test.each<readonly [string, Decision]>([
    ["merge", { type: "merge", ids: [BLINKEN, QURESHI] }],
    ["split by articles", { type: "split", id: BLINKEN, part: { articles: ["000_26e7d26395f65de3"] } }],
    ["split by names", { type: "split", id: BLINKEN, part: { names: ["Antony J. Blinken"] } }],
    ["different", { type: "different", ids: [BLINKEN, QURESHI] }],
    ["rename", { type: "rename", id: PRICE, name: "The spokesman" }],
    ["reject", { type: "reject", ids: [BLINKEN] }],
    ["note", { type: "note", id: BLINKEN, text: "on the record" }],
  ])("%s", async (_, decision) => {
    const folder = samples();
    const before = await contentOf(folder);
    const { verdict } = await decide(folder, decision);
    const after = await contentOf(folder);
    if (["note", "different"].includes(decision.type)) expect(after).toBe(before);
    else expect(after).not.toBe(before);
    await decide(folder, { type: "undo" });
    expect(await contentOf(folder)).toBe(before);
    await decide(folder, { type: "redo", verdict: verdict.id.slice(0, 5) });
    expect(await contentOf(folder)).toBe(after);
  });

  test("merge, split and undo one after the other", async () => {
    const folder = samples();
    const before = await contentOf(folder);
    await decide(folder, { type: "merge", ids: [BLINKEN, QURESHI] });
    const merged = await contentOf(folder);
    await decide(folder, { type: "split", id: BLINKEN, part: { names: ["Shah Mahmood Qureshi"] } });
    expect(await contentOf(folder)).not.toBe(merged);
    await decide(folder, { type: "undo" });
    expect(await contentOf(folder)).toBe(merged);
    await decide(folder, { type: "undo" });
    expect(await contentOf(folder)).toBe(before);
  });
});

describe("a decision", () => {
  test("makes nodes one with all that is said of them, under one id; the other id still leads there", async () => {
    const folder = samples();
    const names = (edge: GraphEdge): readonly string[] => edge.evidence.map(({ text }) => text);
    const said = new Set((await edgesOf(folder)).flatMap(names));
    const { nodes } = await decide(folder, { type: "merge", ids: [PRICE, QURESHI] });
    expect(nodes).toHaveLength(1);
    expect(await idsOf(folder)).toContain(nodes[0]);
    expect(await idsOf(folder)).not.toContain(nodes[0] === PRICE ? QURESHI : PRICE);
    // What two said to each other is an edge no more; every sentence still stands somewhere.
    expect(new Set((await edgesOf(folder)).flatMap(names))).toEqual(said);
    const open = await openGraph(folder, { knowledge });
    const world = await open.world();
    expect([PRICE, QURESHI].map((id) => world.identity(id)?.node)).toEqual([nodes[0], nodes[0]]);
    const label = (await open.graph()).node(nodes[0] ?? "")?.label;
    await open.close();
    await expect(decide(folder, { type: "merge", ids: [PRICE, QURESHI] })).rejects.toThrow(/name two nodes/);
    const former = nodes[0] === PRICE ? QURESHI : PRICE;
    expect((await decide(folder, { type: "note", id: former, text: "on the record" })).verdict.about).toEqual([label]);
  });

  test("parts a node: the rest keeps its id, and the part is not whom the gazetteer means", async () => {
    const folder = samples();
    const article = "000_26e7d26395f65de3";
    const { nodes } = await decide(folder, { type: "split", id: BLINKEN, part: { articles: [article] } });
    expect(nodes).toEqual([expect.stringMatching(/^person:antony-blinken-[0-9a-f]{4}$/), BLINKEN]);
    const told = (await edgesOf(folder)).filter(({ source, target }) => [source, target].includes(nodes[0] as never));
    expect(new Set(told.flatMap(({ evidence }) => evidence.map((item) => item.article)))).toEqual(new Set([article]));
  });

  test("parts by all mentions of an article as by the article", async () => {
    const [folder, other] = [samples(), samples()];
    const article = "000_26e7d26395f65de3";
    const { verdict } = await decide(folder, { type: "split", id: BLINKEN, part: { articles: [article] } });
    if (verdict.ruling.type !== "different") throw new TypeError("no split");
    const [anchor] = verdict.ruling.left;
    const open = await openGraph(other, { knowledge });
    const extraction = anchor === undefined ? undefined : (await open.world()).record(anchor.article)?.extraction;
    await open.close();
    if (extraction === undefined || anchor === undefined) throw new RangeError("no such article");
    const mentions = placesOf(extraction, localAt(extraction, anchor) ?? "e0").map((place) => ({ article, ...place }));
    expect(mentions.length).toBeGreaterThan(1);
    const same = await decide(other, { type: "split", id: BLINKEN, part: { mentions } });
    expect(same.verdict.ruling).toEqual(verdict.ruling);
  });

  test("overrules an earlier one", async () => {
    const folder = samples();
    await decide(folder, { type: "merge", ids: [BLINKEN, PRICE] });
    await decide(folder, { type: "split", id: BLINKEN, part: { names: ["Ned Price"] } });
    const split = await idsOf(folder);
    expect(split).toEqual(expect.arrayContaining([BLINKEN, PRICE]));
    await decide(folder, { type: "merge", ids: [BLINKEN, PRICE] });
    expect((await idsOf(folder)).filter((id) => [BLINKEN, PRICE].includes(id))).toHaveLength(1);
  });

  test("makes one of what is of several kinds only where that is meant, and never an event and a person", async () => {
    const folder = samples();
    const { nodes } = await decide(folder, { type: "merge", ids: [PRICE, "gov:PK"], acrossKinds: true });
    expect(nodes).toEqual(["gov:PK"]);
    const event = (await idsOf(folder)).find((id) => id.startsWith("event:")) ?? "";
    const decision: Decision = { type: "merge", ids: [BLINKEN, event], acrossKinds: true };
    await expect(decide(folder, decision)).rejects.toThrow(/an event and an entity are never one/);
  });

  test("makes two events one, and takes one out", async () => {
    const folder = samples();
    const calls = (await idsOf(folder)).filter((id) => id.startsWith("event:call"));
    expect(calls.length).toBeGreaterThan(2);
    const { nodes } = await decide(folder, { type: "merge", ids: calls.slice(0, 2) });
    expect(nodes).toHaveLength(1);
    const left = (await idsOf(folder)).filter((id) => id.startsWith("event:call"));
    expect(left).toHaveLength(calls.length - 1);
    await decide(folder, { type: "reject", ids: left.slice(0, 1) });
    expect((await idsOf(folder)).filter((id) => id.startsWith("event:call"))).toHaveLength(left.length - 1);
  });

  test("takes a wrong fact out, and nothing else", async () => {
    const folder = samples();
    const before = await edgesOf(folder);
    const fact = before.find(({ relation }) => relation === "SPOKE_WITH");
    await decide(folder, { type: "reject", ids: [fact?.id ?? ""] });
    expect((await edgesOf(folder)).map(({ id }) => id)).toEqual(
      before.map(({ id }) => id).filter((id) => id !== fact?.id),
    );
  });

  test("takes out what a sentence says to come, and leaves what it says to have been", async () => {
    const text =
      "French President Emmanuel Macron met German Chancellor Olaf Scholz in Berlin on Monday and will meet Scholz in Paris on Friday, officials said.";
    const folder = tempFolder({ "in/a.md": `---\ndate: 2024-03-05\n---\n\n${text}\n` });
    const graphFolder = join(folder, "graph");
    await buildFolder({ inputs: [join(folder, "in")], graphFolder, knowledge, jobs: 1 });
    const met = async (): Promise<readonly GraphEdge[]> =>
      (await edgesOf(graphFolder)).filter(({ relation }) => relation === "MET");
    const toCome = (await met()).find(({ modality }) => modality === "planned");
    await decide(graphFolder, { type: "reject", ids: [toCome?.id ?? ""] });
    expect((await met()).map(({ modality }) => modality)).toEqual(["actual"]);
  });

  test("names a node, in a language or in all", async () => {
    const folder = samples();
    await decide(folder, { type: "rename", id: PRICE, name: "Edward Price" });
    await decide(folder, { type: "rename", id: PRICE, name: "Herr Price", language: "de" });
    const open = await openGraph(folder, { knowledge });
    expect((await open.graph()).node(PRICE)).toMatchObject({
      label: "Edward Price",
      names: { de: ["Herr Price", "Edward Price", "Ned Price"] },
    });
    await open.close();
  });

  test.each<readonly [string, Decision, string, RegExp]>([
    ["of one node", { type: "merge", ids: [BLINKEN, BLINKEN] }, "VERDICT_INVALID", /name two nodes/],
    [
      "of a person and a state",
      { type: "merge", ids: [PRICE, "gov:PK"] },
      "VERDICT_INVALID",
      /several kinds: Ned Price \(Person\), Pakistan \(Government\); `--across-kinds`/,
    ],
    ["of nothing", { type: "merge", ids: [BLINKEN, "person:nobody"] }, "NOT_FOUND", /person:nobody/],
    [
      "of no part",
      { type: "split", id: BLINKEN, part: { articles: ["x"] } },
      "VERDICT_INVALID",
      /nothing of .* is meant/,
    ],
    [
      "of a whole",
      { type: "split", id: "person:daniel-pearl", part: { names: ["Daniel Pearl"] } },
      "VERDICT_INVALID",
      /all of person:daniel-pearl is meant/,
    ],
    ["without a name", { type: "rename", id: PRICE, name: " " }, "VERDICT_INVALID", /empty/],
    ["by no letter", { type: "rename", id: PRICE, name: "!?" }, "VERDICT_INVALID", /holds no letter/],
    ["in two lines", { type: "rename", id: PRICE, name: "Ned\nPrice" }, "VERDICT_INVALID", /control character/],
    [
      "by a whole text",
      { type: "rename", id: PRICE, name: "Ned ".repeat(60) },
      "VERDICT_INVALID",
      /more than 200 characters$/,
    ],
    [
      "in no language",
      { type: "rename", id: PRICE, name: "Price", language: "x!" },
      "VERDICT_INVALID",
      /x! is no language/,
    ],
    ["of no verdict", { type: "undo" }, "NOT_FOUND", /no verdict is in force/],
    ["of an unknown verdict", { type: "redo", verdict: "0" }, "NOT_FOUND", /no verdict 0 was taken back/],
  ])("%s is refused, and changes nothing", async (_, decision, code, message) => {
    const folder = samples();
    await expect(decide(folder, decision)).rejects.toMatchObject({ code, message: expect.stringMatching(message) });
    expect(readFileSync(join(folder, "journal.jsonl"))).toEqual(journal);
  });
});

describe("verdicts", () => {
  test("hold where articles come after them, and in any graph of the same articles", async () => {
    const [one, other] = [samples(), samples()];
    await decide(one, { type: "merge", ids: [BLINKEN, PRICE] });
    await decide(one, { type: "rename", id: QURESHI, name: "The minister" });
    await decide(one, { type: "undo" });
    const text = [...encodeVerdicts(await readVerdicts(one))].join("");
    const shared = { text, at: "verdicts.jsonl", knowledge };
    expect(await importVerdicts({ graphFolder: other, ...shared })).toMatchObject({ added: 2, known: 0 });
    expect(await contentOf(other)).toBe(await contentOf(one));
    expect(await importVerdicts({ graphFolder: other, ...shared })).toMatchObject({ added: 0, known: 2 });

    const late = join(tempFolder(), "graph");
    const input = tempFolder({ "a.txt": "Ein Text." });
    await buildFolder({ inputs: [input], graphFolder: late, knowledge });
    await importVerdicts({ graphFolder: late, ...shared });
    expect((await readVerdicts(late)).map(({ reach }) => reach)).toEqual(["absent", "absent"]);
    await buildFolder({ inputs: [SAMPLES], graphFolder: late, knowledge });
    await removeArticles({ graphFolder: late, articles: ["a"], knowledge });
    expect((await readVerdicts(late)).map(({ reach }) => reach)).toEqual(["applies", "applies"]);
    expect(await contentOf(late)).toBe(await contentOf(one));
  });

  test("of two graphs make one graph of both, whoever takes over the other's", async () => {
    const [one, other] = [samples(), samples()];
    const at = (minute: number): string => `2026-11-22T12:0${minute}:00.000Z`;
    const give = (graphFolder: string, minute: number, decision: Decision): Promise<Curated> =>
      curate({ graphFolder, decision, knowledge, by: "desk", at: at(minute) });
    const share = async (from: string, to: string): Promise<unknown> =>
      importVerdicts({
        graphFolder: to,
        text: [...encodeVerdicts(await readVerdicts(from))].join(""),
        at: "v.jsonl",
        knowledge,
      });
    const { verdict } = await give(one, 0, { type: "rename", id: PRICE, name: "The first" });
    await share(one, other);
    await give(one, 1, { type: "rename", id: QURESHI, name: "The second" });
    await give(one, 3, { type: "undo", verdict: verdict.id });
    await give(other, 2, { type: "rename", id: QURESHI, name: "The third" });
    await give(other, 4, { type: "undo", verdict: verdict.id });
    await give(other, 5, { type: "redo", verdict: verdict.id });
    await share(one, other);
    await share(other, one);
    expect(await contentOf(one)).toBe(await contentOf(other));
    expect(await readVerdicts(one)).toEqual(await readVerdicts(other));
    const labels = [PRICE, QURESHI].map(async (id) => {
      const open = await openGraph(one, { knowledge });
      const label = (await open.graph()).node(id)?.label;
      await open.close();
      return label;
    });
    expect(await Promise.all(labels)).toEqual(["The first", "The third"]);
  });

  test("come after all that was decided before, whatever the clock says", async () => {
    const folder = samples();
    const late = "2099-01-01T00:00:00.000Z";
    await curate({ graphFolder: folder, decision: { type: "rename", id: PRICE, name: "A" }, knowledge, at: late });
    const { verdict } = await curate({
      graphFolder: folder,
      decision: { type: "rename", id: PRICE, name: "B" },
      knowledge,
    });
    expect(verdict.at > late).toBe(true);
    await curate({ graphFolder: folder, decision: { type: "undo" }, knowledge });
    expect((await readVerdicts(folder)).map(({ active }) => active)).toEqual([true, false]);
  });

  test.each([
    ["another file", '{"format":"x"}\n', 1, /is no file of verdicts/],
    ["a newer one", '{"format":"dragoman-verdicts","formatVersion":2}\n', 1, /newer Dragoman/],
    ["a damaged one", '{"format":"dragoman-verdicts","formatVersion":1}\n{"type":"verdict"}\n', 2, /is damaged/],
    [
      "one that takes back what it does not hold",
      '{"format":"dragoman-verdicts","formatVersion":1}\n{"type":"undo","verdict":"1","by":"x","at":"2026-11-22"}\n',
      2,
      /which|that no line before it holds/,
    ],
  ])("of %s are not taken over", async (_, text, line, message) => {
    const folder = samples();
    await expect(importVerdicts({ graphFolder: folder, text, at: "v.jsonl", knowledge })).rejects.toMatchObject({
      code: "INPUT_UNREADABLE",
      at: `v.jsonl:${line}`,
      message: expect.stringMatching(message),
    });
    expect(readFileSync(join(folder, "journal.jsonl"))).toEqual(journal);
  });

  test("that find nothing any more are told by the next build, and stay in force", async () => {
    const folder = join(tempFolder(), "graph");
    const input = tempFolder({
      "a.txt":
        "Der US-Außenminister Antony Blinken traf am Montag in Moskau den russischen Außenminister Sergei Lawrow.",
      "b.txt": "Der russische Außenminister Sergei Lawrow telefonierte am Dienstag mit Annalena Baerbock.",
    });
    const build = async (): Promise<readonly Diagnostic[]> => {
      const diagnostics: Diagnostic[] = [];
      await buildFolder({
        inputs: [input],
        graphFolder: folder,
        knowledge,
        onEvent: (event) => void (event.type === "diagnostic" && diagnostics.push(event.diagnostic)),
      });
      return diagnostics;
    };
    await build();
    await decide(folder, { type: "merge", ids: [BLINKEN, "person:annalena-baerbock"] });
    writeFileSync(
      join(input, "a.txt"),
      "Der russische Außenminister Sergei Lawrow blieb am Montag in Moskau und traf niemanden.",
    );
    expect(await build()).toMatchObject([{ code: "VERDICT_LOST", severity: "warning", at: folder }]);
    const [verdict] = await readVerdicts(folder);
    expect(verdict).toMatchObject({ active: true, reach: "lost" });
    writeFileSync(
      join(input, "a.txt"),
      "Der US-Außenminister Antony Blinken traf am Montag in Moskau den russischen Außenminister Sergei Lawrow.",
    );
    expect(await build()).toEqual([]);
  });
});

test("an article that is taken out leaves the graph that never had it", async () => {
  const [folder, without] = [samples(), join(tempFolder(), "graph")];
  const removal = { graphFolder: folder, articles: ["000_26e7d26395f65de3"], knowledge };
  await removeArticles(removal);
  await expect(removeArticles(removal)).rejects.toMatchObject({ code: "NOT_FOUND" });
  const others = readdirSync(SAMPLES).filter((name) => !name.startsWith("000"));
  await buildFolder({ inputs: others.map((name) => join(SAMPLES, name)), graphFolder: without, knowledge });
  expect(await contentOf(folder)).toBe(await contentOf(without));
});
