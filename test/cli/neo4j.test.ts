import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { runCli } from "../helpers/cli.ts";
import { leaseNeo4j } from "../helpers/neo4j.ts";

const SAMPLES = fileURLToPath(new URL("../../seeds/articles", import.meta.url));

const neo4j = await leaseNeo4j();
const connection = "connection" in neo4j ? neo4j.connection : { uri: "", username: "", password: "", database: "" };
const env = {
  NEO4J_URI: connection.uri,
  NEO4J_USERNAME: connection.username,
  NEO4J_PASSWORD: connection.password,
  NEO4J_DATABASE: connection.database,
};

describe.skipIf("skip" in neo4j)("with a Neo4j", () => {
  let cwd: string;
  beforeAll(async () => {
    cwd = mkdtempSync(join(tmpdir(), "dragoman-test-"));
    expect(await runCli(["build", SAMPLES], { cwd })).toMatchObject({ code: 0 });
  });
  afterAll(() => {
    rmSync(cwd, { recursive: true });
    if ("release" in neo4j) neo4j.release();
  });

  const rows = async (cypher: string, ...args: readonly string[]): Promise<unknown> => {
    const run = await runCli(["query", cypher, "--format", "json", ...args], { cwd, env });
    expect(run).toMatchObject({ code: 0, stderr: "" });
    return JSON.parse(run.stdout);
  };

  test("load puts the graph there, and twice is once", async () => {
    const first = await runCli(["load"], { cwd, env });
    expect(first).toMatchObject({
      code: 0,
      stderr: "",
      stdout: expect.stringMatching(/^Loaded (\d+ nodes and \d+ edges) into Neo4j: \1 new\n$/),
    });
    const counts = "MATCH (n) WITH count(n) AS nodes MATCH ()-[r]->() RETURN nodes, count(r) AS edges";
    const loaded = await rows(counts, "--neo4j");
    expect(loaded).toEqual(await rows(counts));
    expect((await runCli(["load", "--uri", connection.uri], { cwd, env })).stdout).toMatch(
      /^Neo4j has these \d+ nodes and \d+ edges already: nothing was written\n$/,
    );
    expect(await rows(counts, "--neo4j")).toEqual(loaded);
  });

  test("a dry run tells what would be done, and --prune removes what the graph no longer has", async () => {
    const other = join(cwd, "other");
    expect(await runCli(["build", join(SAMPLES, "000_26e7d26395f65de3.txt"), "--graph", other], { cwd })).toMatchObject(
      { code: 0 },
    );
    await runCli(["load"], { cwd, env });
    const counts = "MATCH (n) WITH count(n) AS nodes MATCH ()-[r]->() RETURN nodes, count(r) AS edges";
    const before = await rows(counts, "--neo4j");
    const dry = await runCli(["load", "--graph", other, "--prune", "--dry-run"], { cwd, env });
    expect(dry).toMatchObject({ code: 0, stdout: expect.stringMatching(/^Would load .*: .* removed\n$/) });
    expect(await rows(counts, "--neo4j")).toEqual(before);
    const kept = await runCli(["load", "--graph", other], { cwd, env });
    expect(kept.stderr).toMatch(/are not in the graph; --prune removes them/);
    const pruned = await runCli(["load", "--graph", other, "--prune"], { cwd, env });
    expect(pruned).toMatchObject({ code: 0, stderr: "", stdout: expect.stringMatching(/^Loaded .*: .* removed\n$/) });
    const here = await runCli(["query", counts, "--format", "json", "--graph", other], { cwd });
    expect(await rows(counts, "--neo4j")).toEqual(JSON.parse(here.stdout));
  });

  test.each([
    [
      "calls",
      "MATCH (a:Person)-[r:SPOKE_WITH]-(b:Person) RETURN a.label, b.label, r.date, r.quotes ORDER BY a.label, b.label, coalesce(r.date, ''), r.id",
    ],
    ["counts", "MATCH (n:Entity) RETURN n.kind AS kind, count(*) AS count ORDER BY kind"],
    ["dates", "MATCH (e:Event) RETURN e.id, e.date, e.dateFrom, e.place ORDER BY e.id"],
  ])("a query has the same rows there as in the graph folder: %s", async (_, cypher) => {
    await runCli(["load", "--prune"], { cwd, env });
    const here = await rows(cypher);
    expect(here).not.toEqual([]);
    expect(await rows(cypher, "--neo4j")).toEqual(here);
  });

  test("a build sends what has changed, and nothing when nothing has", async () => {
    const build = async (file: string): Promise<string> => {
      const args = ["build", join(SAMPLES, file), "--graph", "growing", "--store", "neo4j", "--prune"];
      const run = await runCli(args, { cwd, env });
      expect(run).toMatchObject({ code: 0 });
      return run.stdout.split("\n").at(-2) ?? "";
    };
    const first = "002_e29e23a0c924f9cb.txt";
    expect(await build(first)).toMatch(/^(?:Loaded|Neo4j has)/);
    const [, nodes = ""] = /^Loaded (\d+) nodes/.exec(await build("004_0bf7e92c7f78486c.txt")) ?? [];
    expect(await build("004_0bf7e92c7f78486c.txt")).toMatch(/: nothing was written$/);
    const removed = await runCli(["remove", "002_e29e23a0c924f9cb", "--graph", "growing"], { cwd });
    expect(removed).toMatchObject({ code: 0 });
    const [, fewer = ""] = /^Loaded (\d+) nodes.* removed/.exec(await build("004_0bf7e92c7f78486c.txt")) ?? [];
    expect(Number(fewer)).toBeLessThan(Number(nodes));
    const counts = "MATCH (n) RETURN count(n) AS nodes";
    expect(await rows(counts, "--neo4j")).toEqual([{ nodes: Number(fewer) }]);
  });

  test("a build that could not reach its database is not begun", async () => {
    const args = ["build", SAMPLES, "--graph", "none", "--store", "neo4j"];
    const run = await runCli(args, { cwd, env: { ...env, NEO4J_PASSWORD: "not the right one" } });
    expect(run).toMatchObject({ code: 1, stdout: "", stderr: expect.stringMatching(/^error: .*password/) });
    expect(existsSync(join(cwd, "none"))).toBe(false);
  });

  test("a token takes the place of user and password, is told as what it is, and not repeated; what is empty is not set", async () => {
    const token = "eyJhbGciOiJub25lIn0.secret.";
    const user = { NEO4J_USERNAME: "", NEO4J_TOKEN: "" };
    expect(await runCli(["load", "--dry-run"], { cwd, env: { ...env, ...user } })).toMatchObject({ code: 0 });
    const both = await runCli(["load"], { cwd, env: { ...env, NEO4J_TOKEN: token } });
    expect(both).toMatchObject({ code: 2, stderr: expect.stringMatching(/NEO4J_TOKEN and NEO4J_PASSWORD/) });
    // The Community edition knows no single sign-on, and says which scheme it was offered.
    const run = await runCli(["load"], { cwd, env: { ...env, NEO4J_PASSWORD: "", NEO4J_TOKEN: token } });
    expect(run).toMatchObject({
      code: 1,
      stdout: "",
      stderr: expect.stringMatching(/^error: .*'bearer'.*NEO4J_TOKEN/),
    });
    expect(run.stderr).not.toContain("secret");
  });

  test("a query can only read", async () => {
    const run = await runCli(["query", "--neo4j", "MATCH (n) DETACH DELETE n"], { cwd, env });
    expect(run).toMatchObject({ code: 1, stdout: "", stderr: expect.stringMatching(/^error: ./) });
  });

  test("a wrong password is told as what it is, and not repeated", async () => {
    const run = await runCli(["load"], { cwd, env: { ...env, NEO4J_PASSWORD: "not the right one" } });
    expect(run).toMatchObject({ code: 1, stdout: "", stderr: expect.stringMatching(/^error: .*password/) });
    expect(run.stderr).not.toContain("not the right one");
  });
});
