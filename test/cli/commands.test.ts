import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { runCli, startCli } from "../helpers/cli.ts";
import { tempFolder } from "../helpers/temp.ts";

const SAMPLES = fileURLToPath(new URL("../../seeds/articles", import.meta.url));

/** A folder with the graph of the samples in `graph`. */
let cwd: string;
beforeAll(async () => {
  cwd = mkdtempSync(join(tmpdir(), "dragoman-test-"));
  expect(await runCli(["build", SAMPLES], { cwd })).toMatchObject({ code: 0 });
});
afterAll(() => rmSync(cwd, { recursive: true }));

describe("query", () => {
  const ARTICLES = "MATCH (n:Article) RETURN n.label AS name, size(n.label) AS length ORDER BY name";

  test("answers in a table", async () => {
    const { code, stdout, stderr } = await runCli(["query", ARTICLES], { cwd });
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout).toMatch(/^name +length\n─+ {2}─+\n000_26e7d26395f65de3 +20\n(?:.*\n){4}\n5 rows\n$/);
  });

  test("in JSON and in CSV", async () => {
    const json = await runCli(["query", ARTICLES, "--format", "json"], { cwd });
    const rows = JSON.parse(json.stdout) as readonly unknown[];
    expect(rows).toHaveLength(5);
    expect(rows[0]).toEqual({ name: "000_26e7d26395f65de3", length: 20 });
    const csv = await runCli(["query", ARTICLES, "--format", "csv"], { cwd });
    expect(csv.stdout).toMatch(/^name,length\r\n000_26e7d26395f65de3,20\r\n/);
  });

  test("takes parameters", async () => {
    const cypher = "UNWIND $list AS item RETURN item, $name AS name";
    const run = await runCli(["query", cypher, "-p", "list=[1,2]", "--parameter", "name=بلنکن", "--format", "json"], {
      cwd,
    });
    expect(JSON.parse(run.stdout)).toEqual([1, 2].map((item) => ({ item, name: "بلنکن" })));
  });

  test("tells when there are more rows than asked for", async () => {
    const run = await runCli(["query", ARTICLES, "--limit", "2"], { cwd });
    expect(run.stdout).toMatch(/\n2 rows\n$/);
    expect(run).toMatchObject({
      code: 0,
      stderr: "warning: there are more rows than these 2; --limit raises the limit\n",
    });
  });

  test.each([
    ["is not understood", ["MATCH (n RETURN n"], 1],
    ["would write", ["CREATE (n:Person) RETURN n"], 1],
    ["is missing", [], 2],
    ["has a parameter without a name", ["RETURN 1", "-p", "=1"], 2],
    ["wants an unknown format", ["RETURN 1", "--format", "xml"], 2],
    ["wants Neo4j, which nobody names", ["RETURN 1", "--neo4j"], 2],
    ["wants both databases", ["RETURN 1", "--neo4j", "--graph", "graph"], 2],
  ])("that %s fails", async (_, args, code) => {
    const run = await runCli(["query", ...args], { cwd, env: { NEO4J_URI: "" } });
    expect(run).toMatchObject({ code, stdout: "", stderr: expect.stringMatching(/^error: ./) });
  });

  test("ends in silence when its reader has seen enough", async () => {
    const child = startCli(["query", "UNWIND range(1, 9000) AS n RETURN n, 'a text that fills the pipe' AS text"], {
      cwd,
    });
    child.stdin.end();
    child.stdout.destroy();
    const [stderr, [code]] = await Promise.all([text(child.stderr), once(child, "exit") as Promise<[number | null]>]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  });
});

describe("export", () => {
  test("writes labels in the languages that are asked for, and says where there are none", async () => {
    const labelOf = (stdout: string, id: string): string | undefined =>
      (JSON.parse(stdout) as { nodes: { key: string; attributes: { label: string } }[] }).nodes.find(
        ({ key }) => key === id,
      )?.attributes.label;
    const urdu = await runCli(["export", "--format", "json", "--labels", "ur,de"], { cwd });
    expect(urdu).toMatchObject({ code: 0, stderr: "" });
    expect(labelOf(urdu.stdout, "person:antony-blinken")).toBe("اینٹونی بلنکن");
    const none = await runCli(["export", "--format", "json", "--labels", "sw"], { cwd });
    expect(none).toMatchObject({
      code: 0,
      stderr: expect.stringContaining("nothing in the graph has a name in the language sw"),
    });
    expect(labelOf(none.stdout, "person:antony-blinken")).toBe("Antony Blinken");
    const graphml = await runCli(["export", "--format", "graphml", "--labels", "de"], { cwd });
    expect(graphml.stdout).toMatch(/<data key="e_label">sprach mit/);
  });

  test("writes the format of the file's name, with places where asked", async () => {
    const folder = tempFolder();
    for (const [file, beginning] of [
      ["g.json", "{"],
      ["g.graphml", "<?xml"],
    ] as const) {
      expect(await runCli(["export", "--output", join(folder, file), "--modality", "all"], { cwd })).toMatchObject({
        code: 0,
        stdout: "",
        stderr: "",
      });
      expect(readFileSync(join(folder, file), "utf8").startsWith(beginning)).toBe(true);
    }
    await runCli(["export", "--layout", "-o", join(folder, "placed.json")], { cwd });
    const nodes = (file: string): readonly { readonly attributes: object }[] =>
      (JSON.parse(readFileSync(join(folder, file), "utf8")) as { nodes: { attributes: object }[] }).nodes;
    expect(nodes("placed.json").every(({ attributes }) => "x" in attributes && "y" in attributes)).toBe(true);
    expect(nodes("g.json").some(({ attributes }) => "x" in attributes)).toBe(false);
  });

  test("writes the same to standard output", async () => {
    const file = join(tempFolder(), "graph");
    await runCli(["export", "--format", "graphml", "--output", file], { cwd });
    const { stdout } = await runCli(["export", "--format", "graphml", "--output", "-"], { cwd });
    expect(stdout).toBe(readFileSync(file, "utf8"));
  });

  test.each([
    [
      "an unknown format",
      ["--format", "xls"],
      2,
      /there is no format xls: graphml, gexf, json, jsonld, cypher, html, csv/,
    ],
    ["no format at all", [], 2, /standard output needs a --format: graphml, gexf, json/],
    [
      "an unknown extension",
      ["-o", "graph.xls"],
      2,
      /^error: graph\.xls: no format has this extension; give one with --format/,
    ],
    ["a folder that is not there", ["-o", "nowhere/graph.json"], 1, /^error: nowhere\/graph\.json: cannot be written/],
  ])("refuses %s", async (_, args, code, stderr) => {
    expect(await runCli(["export", ...args], { cwd })).toMatchObject({
      code,
      stdout: "",
      stderr: expect.stringMatching(stderr),
    });
  });
});

test("stats counts what is there", async () => {
  const run = await runCli(["stats"], { cwd });
  expect(run).toMatchObject({
    code: 0,
    stderr: "",
    stdout: expect.stringMatching(/^5 articles, .*\n\nNodes by kind\n/),
  });
});

describe("explain", () => {
  test("tells where a fact comes from", async () => {
    const query = await runCli(
      ["query", "MATCH ()-[r]->() RETURN r.id AS id ORDER BY id LIMIT 1", "--format", "json"],
      { cwd },
    );
    const [{ id }] = JSON.parse(query.stdout) as [{ readonly id: string }];
    const run = await runCli(["explain", id], { cwd });
    expect(run).toMatchObject({ code: 0, stderr: "" });
    expect(run.stdout.startsWith(`${id}\n`)).toBe(true);
    expect(run.stdout).toMatch(/\n\nSaid in \d articles?:\n\n {2}\d{3}_/);
  });

  test("of what is not there fails", async () => {
    expect(await runCli(["explain", "fact:none"], { cwd })).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/^error: the graph holds no fact or node fact:none; /),
    });
  });
});

describe("load", () => {
  const env = { NEO4J_URI: "", NEO4J_USERNAME: "neo4j", NEO4J_PASSWORD: "a secret", NEO4J_DATABASE: "neo4j" };

  test("tells when Neo4j cannot be reached, and never the password", async () => {
    // Port 9 is reserved for a service that nobody runs any more (RFC 863).
    const run = await runCli(["load"], { cwd, env: { ...env, NEO4J_URI: "bolt://127.0.0.1:9" } });
    expect(run).toMatchObject({
      code: 1,
      stdout: "",
      stderr: expect.stringMatching(/^error: .*bolt:\/\/127\.0\.0\.1:9/),
    });
    expect(run.stderr).not.toContain(env.NEO4J_PASSWORD);
  });

  test.each([
    ["no address", ["load"], /^error: no Neo4j is named; set NEO4J_URI/],
    [
      "an address with a password",
      ["load", "--uri", "neo4j://neo4j:hush@localhost"],
      /^error: the address of Neo4j holds a user or a password/,
    ],
    ["a password on the command line", ["load", "--password", "hush"], /^error: unknown option '--password'/],
  ])("refuses %s", async (_, args, stderr) => {
    const run = await runCli(args, { cwd, env });
    expect(run).toMatchObject({ code: 2, stderr: expect.stringMatching(stderr) });
    expect(run.stderr).not.toContain("hush");
  });
});

describe("without a graph", () => {
  test.each([
    [["query", "RETURN 1"]],
    [["export", "--format", "json"]],
    [["stats"]],
    [["explain", "gov:PK"]],
    [["rebuild"]],
    [["serve"]],
  ])("%j tells how to make one", async (args) => {
    const run = await runCli(args, { cwd: tempFolder() });
    expect(run).toMatchObject({
      code: 1,
      stdout: "",
      stderr: expect.stringMatching(/^error: graph: there is no graph here; .*dragoman build/),
    });
  });
});

describe("help", () => {
  test.each(["build", "serve", "query", "export", "load", "stats", "explain", "rebuild", "demo"])(
    "of %s shows examples",
    async (command) => {
      const run = await runCli([command, "--help"]);
      expect(run).toMatchObject({ code: 0, stderr: "" });
      expect(run.stdout).toMatch(new RegExp(`^Usage: dragoman ${command} [\\s\\S]*\\nExamples?:\\n {2}.*dragoman `));
    },
  );

  test("the version is that of the package", async () => {
    const { version } = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8")) as {
      version: string;
    };
    expect(await runCli(["--version"])).toMatchObject({ code: 0, stdout: `${version}\n` });
  });

  test.each([[[]], [["biuld"]], [["help", "biuld"]]])("what is no command is wrong usage: %j", async (args) => {
    expect((await runCli(args)).code).toBe(2);
  });
});
