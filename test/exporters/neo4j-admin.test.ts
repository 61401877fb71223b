import { execFile } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import neo4jDriver from "neo4j-driver";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { neo4jAdmin } from "../../src/exporters/neo4j-admin.ts";
import { writeFolderExport } from "../../src/exporters/write.ts";
import { createGraph } from "../../src/graph/memory.ts";
import type { Graph } from "../../src/model/graph.ts";
import { openNeo4jStore } from "../../src/stores/neo4j.ts";
import { edge, entity, event, evidence, sampleGraph } from "../helpers/graph.ts";
import { type Neo4jServer, startNeo4j, whyNoServer } from "../helpers/neo4j-server.ts";
import { tempFolder } from "../helpers/temp.ts";

const run = promisify(execFile);
const reason = process.env["CI"] === "true" ? undefined : await whyNoServer();

/** What a table, a list and a line can stumble over, beside one of everything. */
function hardGraph(): Graph {
  const texts = [
    'a "quoted" word',
    "comma, semicolon; bar|",
    "line\nbreak\r\nand tab\t",
    "back\\slash\\",
    " spaces ",
    "'",
    "\u001F\u001E\u001D\u001C and \u0001\u0002\u0003\u0004\u0005\u0006",
    "اردو ‎",
    "😀",
    "",
  ];
  const sample = sampleGraph();
  return createGraph(
    [
      ...sample.nodes(),
      ...texts.map((text, index) =>
        entity(`hard:${index}`, { label: text, aliases: [text, "x", text], names: { "zh-hans": [text] } }),
      ),
      event("event:hard", { label: "", aliases: [""], place: "place:new-york" }),
    ],
    [
      ...sample.edges(),
      ...texts.map((text, index) =>
        edge(`fact:hard-${index}`, `hard:${index}`, "MET", "event:hard", {
          role: text,
          evidence: [evidence(text), evidence("x")],
        }),
      ),
    ],
  );
}

describe.skipIf(reason !== undefined)(`neo4j-admin import${reason === undefined ? "" : ` (${reason})`}`, () => {
  let server: Neo4jServer;
  beforeAll(async () => {
    server = await startNeo4j();
  });
  afterAll(() => server.stop());

  /** All that is in the database, in an order of its own. */
  const dump = async (): Promise<readonly unknown[]> => {
    const { uri, username, password, database } = server.connection;
    const driver = neo4jDriver.driver(uri, neo4jDriver.auth.basic(username, password), {
      disableLosslessIntegers: true,
    });
    try {
      const all = [];
      for (const cypher of [
        "MATCH (n) RETURN n.id AS id, labels(n) AS labels, properties(n) AS properties ORDER BY id",
        "MATCH (a)-[r]->(b) RETURN r.id AS id, a.id, b.id, type(r), properties(r) AS properties ORDER BY id",
        "MATCH (n) UNWIND keys(n) AS key RETURN DISTINCT key, valueType(n[key]) AS type ORDER BY key, type",
        "MATCH ()-[r]->() UNWIND keys(r) AS key RETURN DISTINCT key, valueType(r[key]) AS type ORDER BY key, type",
      ]) {
        const { records } = await driver.executeQuery(cypher, {}, { database });
        all.push(records.map((record) => record.toObject()));
      }
      return all;
    } finally {
      await driver.close();
    }
  };

  /** Runs a script as cypher-shell does. */
  const finish = async (text: string): Promise<void> => {
    const { uri, username, password, database } = server.connection;
    const driver = neo4jDriver.driver(uri, neo4jDriver.auth.basic(username, password));
    const session = driver.session({ database });
    for (const line of text.split(";\n").filter(Boolean)) await session.run(line.replace(/^:auto /, ""));
    await session.close();
    await driver.close();
  };

  test("makes the database that load makes: a load after it finds next to nothing to write", async () => {
    const graph = hardGraph();
    const folder = tempFolder();
    const store = await openNeo4jStore(server.connection);
    await store.sync(graph);
    await store.close();
    const loaded = await dump();

    const names = await writeFolderExport(neo4jAdmin, graph, {}, folder);
    expect(readdirSync(folder).sort()).toEqual([...names].sort());
    await server.kill();
    const env = { ...process.env, PATH: `${server.bin}:${process.env["PATH"] ?? ""}` };
    const { stdout } = await run("sh", [join(folder, "import.sh"), "--overwrite-destination"], { env });
    expect(stdout).toContain(`${graph.nodeCount} nodes`);
    expect(stdout).toContain(`${graph.edgeCount} relationships`);
    await server.restart();

    await finish(readFileSync(join(folder, "finish.cypher"), "utf8"));
    const again = await openNeo4jStore(server.connection);
    const nothing = { made: 0, changed: 0, gone: 0, removed: 0 };
    // Three nodes have an empty list where others have none, which no statement could tell apart.
    expect(await again.sync(graph)).toEqual({
      nodes: { ...nothing, total: graph.nodeCount, changed: 3 },
      edges: { ...nothing, total: graph.edgeCount },
    });
    expect(await dump()).toEqual(loaded);
    await again.close();
  });
});

test("refuses a graph whose lists hold everything that could stand between their items", async () => {
  const aliases = ["\u001F\u001E\u001D\u001C\u0001\u0002\u0003\u0004\u0005\u0006\uF8FB\uF8FC\uF8FD\uF8FE\uF8FF"];
  const graph = createGraph([entity("a", { aliases })], []);
  await expect(writeFolderExport(neo4jAdmin, graph, {}, tempFolder())).rejects.toMatchObject({ code: "OUTPUT" });
});

test("a list that is empty in the first row has the type of what others have in it", async () => {
  const folder = tempFolder();
  const graph = createGraph([entity("a", { aliasCounts: [] }), entity("b", { aliases: ["b"], aliasCounts: [1] })], []);
  await writeFolderExport(neo4jAdmin, graph, {}, folder);
  expect(readFileSync(join(folder, "nodes-entity-header.csv"), "utf8")).toContain(",aliasCounts:long[],");
});

test("the same graph makes the same files, which name only each other", async () => {
  const folders = [tempFolder(), tempFolder()];
  for (const folder of folders) await writeFolderExport(neo4jAdmin, hardGraph(), {}, folder);
  const [one = "", other = ""] = folders;
  for (const name of readdirSync(one))
    expect(readFileSync(join(other, name)), name).toEqual(readFileSync(join(one, name)));
  const script = readFileSync(join(one, "import.sh"), "utf8");
  const named = [...script.matchAll(/[a-z-]+\.csv/g)].map(([name]) => name).sort();
  expect(named).toEqual(
    readdirSync(one)
      .filter((name) => name.endsWith(".csv"))
      .sort(),
  );
  // All control characters that could stand between the items of a list are in one.
  expect(script).toContain("--array-delimiter=U+F8FB");
});
