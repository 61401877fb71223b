import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { compareText } from "../../src/model/text.ts";
import { outcomeOf, runCli, startCli } from "../helpers/cli.ts";
import { tempFolder } from "../helpers/temp.ts";

const SAMPLES = fileURLToPath(new URL("../../seeds/articles", import.meta.url));

/** A folder with the graph of the samples in `graph`. */
let cwd: string;
beforeAll(async () => {
  cwd = mkdtempSync(join(tmpdir(), "dragoman-test-"));
  expect(await runCli(["build", SAMPLES], { cwd })).toMatchObject({ code: 0 });
});
afterAll(() => rmSync(cwd, { recursive: true }));

interface Exported {
  readonly nodes: readonly { readonly key: string; readonly attributes: { readonly kind: string } }[];
  readonly edges: readonly {
    readonly source: string;
    readonly target: string;
    readonly attributes: Readonly<Record<"type" | "modality", string>> & { readonly dateFrom: string | null };
  }[];
}

async function exported(...args: readonly string[]): Promise<Exported> {
  const run = await runCli(["export", "--format", "json", ...args], { cwd });
  expect(run).toMatchObject({ code: 0, stderr: "" });
  return JSON.parse(run.stdout) as Exported;
}

const distinct = (items: readonly string[]): readonly string[] => [...new Set(items)].sort(compareText);

describe("a part of the graph", () => {
  test("by kind and relation, whatever their case", async () => {
    const { nodes, edges } = await exported("--kinds", "person,EVENT", "--relations", "participated_in");
    expect(distinct(nodes.map(({ attributes }) => attributes.kind))).toEqual(["Event", "Person"]);
    expect(distinct(edges.map(({ attributes }) => attributes.type))).toEqual(["PARTICIPATED_IN"]);
  });

  test("by date", async () => {
    const { edges } = await exported("--from", "2022-05", "--to", "2022");
    expect(distinct(edges.map(({ attributes }) => attributes.type))).toEqual(
      expect.arrayContaining(["PARTICIPATED_IN", "SPOKE_WITH"]),
    );
    for (const { attributes } of edges) expect(attributes.dateFrom ?? "2022").toMatch(/^2022/);
    expect((await exported("--to", "1999")).edges).toEqual([]);
  });

  test("by weight, and by modality", async () => {
    const all = await exported();
    expect((await exported("--min-weight", "2")).edges.length).toBeLessThan(all.edges.length);
    const alleged = await exported("--modality", "alleged");
    expect(distinct(alleged.edges.map(({ attributes }) => attributes.modality))).toEqual(["alleged"]);
    expect(await exported("--modality", "all")).toEqual(all);
  });

  test.each([["person:antony-blinken"], ["Antony Blinken"], ["اینٹونی بلنکن"]])("around %s", async (name) => {
    const { nodes, edges } = await exported("--around", name, "--kinds", "Person,Government");
    expect(nodes.map(({ key }) => key)).toContain("person:antony-blinken");
    const ends = edges.filter(({ source, target }) => [source, target].includes("person:antony-blinken"));
    const near = new Set(ends.flatMap(({ source, target }) => [source, target]));
    expect(nodes.every(({ key }) => near.has(key))).toBe(true);
    const further = await exported("--around", name, "--kinds", "Person,Government", "--steps", "2");
    expect(further.nodes.length).toBeGreaterThan(nodes.length);
  });

  test("in a picture holds what is stated or planned, and says what it leaves out", async () => {
    const graphml = await runCli(["export", "--format", "graphml"], { cwd });
    expect(graphml.stderr).toMatch(/^\d+ facts that are only alleged, .* --modality all takes in every one\n$/);
    expect(graphml.stdout).not.toMatch(/>alleged</);
    const every = await runCli(["export", "--format", "graphml", "--modality", "all"], { cwd });
    expect(every).toMatchObject({ stderr: "", stdout: expect.stringMatching(/>alleged</) });
  });

  test("in a picture of a part says what is left out of that part", async () => {
    const part = ["export", "--format", "graphml", "--relations", "KILLED,MET"];
    const shown = await runCli(part, { cwd });
    const every = await runCli([...part, "--modality", "all"], { cwd });
    const edgesIn = (text: string): number => text.match(/<edge /g)?.length ?? 0;
    const left = edgesIn(every.stdout) - edgesIn(shown.stdout);
    expect(left).toBeGreaterThan(0);
    expect(shown.stderr).toMatch(new RegExp(`^${left} facts? that (?:is|are) only alleged`));
  });

  test.each([
    ["an unknown kind", ["--kinds", "Persons"], 2, /^error: there is no kind Persons: Person, Government/],
    ["an unknown relation", ["--relations", "SAW"], 2, /^error: there is no relation SAW: HOLDS_OFFICE, /],
    ["an unknown modality", ["--modality", "sure"], 2, /^error: there is no modality sure: actual, /],
    ["an empty list", ["--kinds", "Person,"], 2, /It must be words with commas/],
    ["what is no date", ["--from", "May"], 2, /It must be a date of ISO 8601/],
    ["dates the wrong way round", ["--from", "2023", "--to", "2022"], 2, /^error: --from 2023 is after --to 2022/],
    ["steps from nowhere", ["--steps", "2"], 2, /^error: --steps needs --around/],
    ["a node that is not there", ["--around", "Blink"], 1, /no node with the id or name Blink; is it person:antony-bl/],
    ["a flavor of no such", ["--flavor", "yed"], 2, /^error: there is no flavor yed; json has no flavors/],
  ])("refuses %s", async (_, args, code, stderr) => {
    expect(await runCli(["export", "--format", "json", ...args], { cwd })).toMatchObject({
      code,
      stdout: "",
      stderr: expect.stringMatching(stderr),
    });
  });
});

test.runIf(process.platform === "linux")("a disk that is full behind standard output is told of", async () => {
  expect(await runCli(["export", "--format", "json"], { cwd, stdoutTo: "/dev/full" })).toMatchObject({
    code: 1,
    stderr: "error: standard output cannot be written (ENOSPC: no space left on device, write); send it elsewhere\n",
  });
});

test("CSV is a folder of two tables", async () => {
  const folder = join(tempFolder(), "tables");
  const run = await runCli(["export", "--format", "csv", "--output", folder], { cwd });
  expect(run).toMatchObject({ code: 0, stderr: "", stdout: `${folder}: nodes.csv, edges.csv\n` });
  expect(readdirSync(folder)).toEqual(["edges.csv", "nodes.csv"]);
  for (const args of [
    ["--format", "csv"],
    ["--output", "graph.csv"],
  ]) {
    expect(await runCli(["export", ...args], { cwd })).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(/^error: csv is a folder of files: --format csv --output <folder>/),
    });
  }
});

test("HTML is one file with the texts of the articles, or without", async () => {
  const file = join(tempFolder(), "graph.html");
  expect(await runCli(["export", "--output", file], { cwd })).toMatchObject({ code: 0, stdout: "", stderr: "" });
  const text = readFileSync(file, "utf8");
  expect(text).toMatch(/^<!doctype html>\n/);
  expect(text).not.toMatch(/(?:src|href)="(?!data:)/);
  const quotes = await runCli(["export", "--format", "html", "--flavor", "quotes"], { cwd });
  expect(quotes.stdout.length).toBeLessThan(text.length - 10_000);
});

test("classes of schema.org and colours come from the ontology", async () => {
  const linked = await runCli(["export", "--format", "jsonld"], { cwd });
  expect(linked.stdout).toContain('"type":["schema:Country","schema:GovernmentOrganization"]');
  const gexf = await runCli(["export", "--format", "gexf"], { cwd });
  expect(gexf.stdout).toContain("<viz:color ");
});

test("a file stays as it was when Ctrl-C stops the export", async () => {
  const folder = tempFolder();
  const file = join(folder, "graph.json");
  writeFileSync(file, "old");
  const child = startCli(["export", "--output", file], { cwd });
  // Whether it is stopped before, while or after it writes, the file is whole and nothing lies beside it.
  setTimeout(() => child.kill("SIGINT"), 250);
  await outcomeOf(child);
  expect(readFileSync(file, "utf8")).toMatch(/^(?:old|\{[\s\S]*\}\n)$/);
  expect(readdirSync(folder)).toEqual(["graph.json"]);
});
