import { copyFile, mkdir, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import neo4j from "neo4j-driver";
import { describe, expect, it } from "vitest";
import { graphml } from "../../src/exporters/graphml.ts";
import { writeExport } from "../../src/exporters/write.ts";
import { type Artifact, findJars } from "../helpers/maven.ts";
import { type Neo4jConnection, startNeo4j, whyNoServer } from "../helpers/neo4j-server.ts";
import { sampleGraph } from "./sample.ts";

/** The last of its releases for the Neo4j of the tests. */
const VERSION = "5.26.19";

/** Its artifacts leave to the server's distribution what they need for GraphML: the rest of the list. */
const APOC: readonly Artifact[] = [
  { group: "org.neo4j.procedure", name: "apoc-core", version: VERSION },
  { group: "org.neo4j.procedure", name: "apoc-common", version: VERSION },
  { group: "com.fasterxml.woodstox", name: "woodstox-core", version: "6.5.1" },
  { group: "org.apache.commons", name: "commons-collections4", version: "4.4" },
  { group: "org.apache.hadoop.thirdparty", name: "hadoop-shaded-guava", version: "1.1.1" },
  { group: "org.apache.hadoop", name: "hadoop-common", version: "3.3.6", alone: true },
];

const reason = await whyNoServer();
if (reason !== undefined) {
  if (process.env["CI"] === "true") throw new Error(reason);
  process.stderr.write(`GraphML is not imported with APOC: ${reason}\n`);
}

/** Runs statements one after the other, and gives the rows of each. */
async function runAll(
  { uri, username, password, database }: Neo4jConnection,
  statements: readonly string[],
): Promise<readonly (readonly Record<string, unknown>[])[]> {
  const driver = neo4j.driver(uri, neo4j.auth.basic(username, password), {
    disableLosslessIntegers: true,
    telemetryDisabled: true,
  });
  try {
    const answers: (readonly Record<string, unknown>[])[] = [];
    for (const statement of statements) {
      const { records } = await driver.executeQuery(statement, {}, { database });
      answers.push(records.map((record) => record.toObject()));
    }
    return answers;
  } finally {
    await driver.close();
  }
}

describe.skipIf(reason !== undefined)("GraphML of the flavor apoc", () => {
  it("is imported by APOC with labels, types, ids and text in every script", async () => {
    const jars = await findJars(`apoc/${VERSION}`, APOC);
    // A server of its own: the others run without plugins, which take time to start.
    const server = await startNeo4j({
      jars,
      settings: ["dbms.security.procedures.unrestricted=apoc.*"],
      prepare: async (home) => {
        await mkdir(join(home, "plugins"));
        for (const jar of jars) await copyFile(jar, join(home, "plugins", basename(jar)));
        await writeFile(join(home, "conf", "apoc.conf"), "apoc.import.file.enabled=true\n");
        await writeExport(graphml, sampleGraph(), { flavor: "apoc" }, join(home, "graph.graphml"));
      },
    });
    try {
      const [imported, nodes, edges] = await runAll(server.connection, [
        `CALL apoc.import.graphml("file:///graph.graphml", {readLabels: true, storeNodeIds: true}) YIELD nodes, relationships RETURN nodes, relationships`,
        "MATCH (n) RETURN n.id AS id, n.label AS label, labels(n) AS labels, n.label_ur AS urdu ORDER BY id",
        "MATCH (a)-[r]->(b) RETURN r.edge_id AS id, a.id AS source, type(r) AS relation, b.id AS target, r.quotes AS quotes ORDER BY id",
      ]);
      const graph = sampleGraph();
      expect(imported).toEqual([{ nodes: graph.nodeCount, relationships: graph.edgeCount }]);
      expect(nodes).toEqual(
        [...graph.nodes()].map((node) => ({
          id: node.id,
          label: node.label,
          labels: node.type === "article" ? ["Article"] : ["Entity", node.kind],
          urdu: node.type === "entity" ? (node.names["ur"]?.[0] ?? null) : null,
        })),
      );
      expect(edges).toEqual(
        [...graph.edges()].map(({ id, source, relation, target, evidence }) => {
          return { id, source, relation, target, quotes: JSON.stringify(evidence.map(({ text }) => text)) };
        }),
      );
    } finally {
      await server.stop();
    }
  });
});
