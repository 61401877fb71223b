import fc from "fast-check";
import neo4j, { type Driver } from "neo4j-driver";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { cypher, cypherLiteral } from "../../src/exporters/cypher-script.ts";
import { compareText } from "../../src/model/text.ts";
import { openStore } from "../../src/stores/index.ts";
import { encodeToString, exporterContract, type ReadGraph } from "../contract/exporter.ts";
import { leaseNeo4j } from "../helpers/neo4j.ts";
import { sampleGraph } from "./sample.ts";

const lease = await leaseNeo4j();

describe.skipIf("skip" in lease)("a Cypher script on Neo4j", () => {
  let driver: Driver;
  const database = "skip" in lease ? "" : lease.connection.database;

  beforeAll(() => {
    if ("skip" in lease) return;
    const { uri, username, password } = lease.connection;
    driver = neo4j.driver(uri, neo4j.auth.basic(username, password), {
      disableLosslessIntegers: true,
      telemetryDisabled: true,
    });
  });
  beforeEach(() => empty());
  afterAll(async () => {
    await driver.close();
    if (!("skip" in lease)) lease.release();
  });

  async function run(statement: string): Promise<readonly Record<string, unknown>[]> {
    const { records } = await driver.executeQuery(statement, {}, { database });
    return records.map((record) => record.toObject());
  }
  const empty = (): Promise<unknown> => run("MATCH (n) DETACH DELETE n");

  /** As a shell does: each statement for itself. */
  async function runScript(script: string): Promise<void> {
    for (const statement of script.split(/;\n/)) if (statement !== "") await run(statement);
  }

  /** Everything but the mark by which `load` knows what it wrote. */
  const dump = async (): Promise<unknown> => [
    await run("MATCH (n) RETURN labels(n) AS labels, n {.*, dragomanHash: null} AS properties ORDER BY n.id"),
    await run(
      "MATCH (a)-[r]->(b) RETURN a.id AS source, type(r) AS type, b.id AS target, r {.*, dragomanHash: null} AS properties ORDER BY r.id",
    ),
  ];

  async function readBack(script: string): Promise<ReadGraph> {
    await empty();
    await runScript(script);
    const nodes = await run("MATCH (n) RETURN n.id AS id, n.label AS label");
    const edges = await run(
      "MATCH (a)-[r]->(b) RETURN r.id AS id, a.id AS source, b.id AS target, type(r) AS relation, r.quotes AS quotes",
    );
    const sorted = (rows: readonly Record<string, unknown>[]): readonly Record<string, unknown>[] =>
      rows.toSorted((a, b) => compareText(String(a["id"]), String(b["id"])));
    return { nodes: sorted(nodes), edges: sorted(edges) } as unknown as ReadGraph;
  }

  const wellFormed = (text: string): string => text.replace(/\p{Surrogate}/gu, "\uFFFD");
  exporterContract({ exporter: cypher, read: readBack, normalise: wellFormed, normaliseQuote: wellFormed, runs: 40 });

  it("makes the graph that load makes, and the same again when it is run again", async () => {
    if ("skip" in lease) return;
    const { uri, username, password } = lease.connection;
    const store = await openStore("neo4j", { uri, username, password, database });
    await store.write(sampleGraph());
    await store.close();
    const loaded = await dump();
    await empty();
    const script = await encodeToString(cypher, sampleGraph());
    await runScript(script);
    expect(await dump()).toEqual(loaded);
    await runScript(script);
    expect(await dump()).toEqual(loaded);
  });

  it("holds numbers of any size", async () => {
    const numbers = [0, 1, -5, 2 ** 40, 0.1, 1e-7, 1.5e300, 1e21];
    const [row] = await run(`RETURN ${cypherLiteral(numbers)} AS numbers`);
    expect(row?.["numbers"]).toEqual(numbers);
  });

  it("holds any text exactly, whatever would end a string elsewhere", async () => {
    const text = fc.oneof(
      fc.string({ unit: "binary", maxLength: 12 }),
      fc
        .array(
          fc.constantFrom(
            "\\",
            "\\u0022",
            "u0022",
            "\\\\u0022",
            '"',
            "'",
            "`",
            "\n",
            "\r",
            ";\n",
            "//",
            "/*",
            "$rows",
            "\0",
            "\uD800",
            "😀",
            "ہے",
          ),
          { maxLength: 6 },
        )
        .map((parts) => parts.join("")),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(text, { minLength: 50, maxLength: 100 }), async (texts) => {
        const [row] = await run(`RETURN ${cypherLiteral(texts)} AS texts`);
        expect(row?.["texts"]).toEqual(texts.map(wellFormed));
      }),
      { numRuns: 20 },
    );
  });
});

describe("literals of Cypher", () => {
  it.each([
    [null, "null"],
    [0.1, "0.1"],
    [1e21, "1e+21"],
    ['a"b\\c\n;\u0000', String.raw`"a\"b\\c\n;\u0000"`],
    [["a", "b"], '["a", "b"]'],
    [{ id: "x", "names_zh-hant": [1] }, '{id: "x", `names_zh-hant`: [1]}'],
  ] as const)("%j", (value, literal) => {
    expect(cypherLiteral(value)).toBe(literal);
  });
});
