import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createGraph } from "../../src/graph/memory.ts";
import { dialectAdvice, refuseTraps, slownessAdvice } from "../../src/stores/dialect.ts";
import { openEmbeddedStore } from "../../src/stores/embedded.ts";
import { openNeo4jStore } from "../../src/stores/neo4j.ts";
import type { CypherParameter, CypherValue, GraphStore } from "../../src/stores/store.ts";
import { edge, entity, sampleGraph } from "../helpers/graph.ts";
import { leaseNeo4j } from "../helpers/neo4j.ts";
import { keptFolder } from "../helpers/temp.ts";

/**
 * What the embedded database makes of the Cypher of Neo4j 5: what it answers alike, what it refuses and with which way
 * around, and what it answers otherwise. A newer version of it may be taken when this passes.
 */

const PARAMETERS: Readonly<Record<string, CypherParameter>> = {
  p: "x",
  i: 1,
  n: 1,
  none: null,
  m: { id: "k:1" },
  ids: ["k:1", "k:2"],
  label: "Person",
  type: "KNOWS",
  key: "kind",
  day: "2022-05-06",
  month: "2022-05",
  rows: [
    { id: "gov:PK", k: 1 },
    { id: "place:new-york", k: 2 },
  ],
};

/** The sample, and beside it a small network: k:1 and k:3 know each other by hearsay, and over k:2 for a fact. */
const KNOWS: readonly (readonly [from: number, to: number, modality: "actual" | "alleged"])[] = [
  [1, 3, "alleged"],
  [1, 2, "actual"],
  [2, 3, "actual"],
  [3, 4, "actual"],
  [4, 5, "actual"],
  [3, 6, "actual"],
  [6, 5, "actual"],
  [1, 2, "alleged"],
];
const sample = sampleGraph();
const graph = createGraph(
  [...sample.nodes(), ...[1, 2, 3, 4, 5, 6, 9].map((n) => entity(`k:${n}`, { kind: "K" }))],
  [
    ...sample.edges(),
    ...KNOWS.map(([from, to, modality], i) => edge(`known:${i}`, `k:${from}`, "KNOWS", `k:${to}`, { modality })),
  ],
);

const neo4j = await leaseNeo4j();
const folder = keptFolder();
let embedded: GraphStore;
let server: GraphStore | undefined;

beforeAll(async () => {
  embedded = await openEmbeddedStore({ path: join(folder.path, "store") });
  await embedded.write(graph);
  if ("skip" in neo4j) return;
  server = await openNeo4jStore(neo4j.connection);
  await server.write(graph, { replace: true });
});
afterAll(async () => {
  await embedded.close();
  await server?.close();
  if (!("skip" in neo4j)) neo4j.release();
  folder.remove();
});

type Rows = readonly (readonly CypherValue[])[];

async function ask(store: GraphStore, cypher: string): Promise<Rows> {
  const answer = await store.query?.(cypher, PARAMETERS, { timeoutMs: 10_000 });
  return answer?.rows ?? [];
}

/** A query on both stores, which must agree. */
async function askBoth(cypher: string): Promise<Rows> {
  const rows = await ask(embedded, cypher);
  if (server !== undefined) expect(rows, cypher).toEqual(await ask(server, cypher));
  return rows;
}

const alike = readFileSync(fileURLToPath(new URL("dialect/alike.cypher", import.meta.url)), "utf8")
  .trim()
  .split("\n");

describe("the two stores answer alike", () => {
  it.for(alike)("%s", async (cypher) => {
    await askBoth(cypher);
  });
});

interface Refusal {
  /** Neo4j answers it. */
  readonly cypher: string;
  /** Part of what the embedded database advises. */
  readonly advice: string;
  /** Both answer this as Neo4j answers `cypher`. None: there is no way to ask for it. */
  readonly instead?: string;
}

const ENDS = "MATCH (a {id: 'k:1'}), (b {id: 'k:3'})";
const KNOWN = "[n IN nodes(p) | n.id] AS ns";

const REFUSED: readonly Refusal[] = [
  {
    cypher: `${ENDS}, p = shortestPath((a)-[*..6]-(b)) RETURN ${KNOWN}`,
    advice: "MATCH of its own",
    instead: `${ENDS} MATCH p = shortestPath((a)-[*..6]-(b)) RETURN ${KNOWN}`,
  },
  {
    cypher: `MATCH p = allShortestPaths((a)-[*..6]-(b)), (a {id: 'k:1'}), (b {id: 'k:5'}) RETURN ${KNOWN} ORDER BY ns`,
    advice: "MATCH of its own",
    instead: `MATCH (a {id: 'k:1'}), (b {id: 'k:5'}) MATCH p = allShortestPaths((a)-[*..6]-(b)) RETURN ${KNOWN} ORDER BY ns`,
  },
  {
    cypher: `${ENDS} MATCH p = shortestPath((a)-[*..6]-(b)) WHERE all(r IN relationships(p) WHERE r.modality = 'actual') RETURN ${KNOWN}`,
    advice: "cannot choose among paths",
    instead: `${ENDS} MATCH p = (a)-[*..4]-(b) WHERE all(r IN relationships(p) WHERE r.modality = 'actual') RETURN ${KNOWN} ORDER BY length(p) LIMIT 1`,
  },
  {
    cypher: `${ENDS} MATCH p = shortestPath((a)-[r:KNOWS*..6]-(b)) WHERE all(x IN r WHERE x.modality = 'actual') RETURN ${KNOWN}`,
    advice: "cannot choose among paths",
    instead: `${ENDS} MATCH p = (a)-[r:KNOWS*..4]-(b) WHERE all(x IN r WHERE x.modality = 'actual') RETURN ${KNOWN} ORDER BY length(p) LIMIT 1`,
  },
  {
    cypher: `${ENDS} RETURN length(shortestPath((a)-[*..6]-(b))) AS steps`,
    advice: "MATCH p = shortestPath",
    instead: `${ENDS} MATCH p = shortestPath((a)-[*..6]-(b)) RETURN length(p) AS steps`,
  },
  {
    cypher: "MATCH p = SHORTEST 1 (a {id: 'k:1'})-[:KNOWS]-+(b {id: 'k:3'}) RETURN length(p)",
    advice: "instead of SHORTEST",
    instead: `${ENDS} MATCH p = shortestPath((a)-[:KNOWS*..6]-(b)) RETURN length(p)`,
  },
  {
    cypher: "MATCH p = ALL SHORTEST (a {id: 'k:1'})-[:KNOWS]-+(b {id: 'k:5'}) RETURN length(p)",
    advice: "instead of SHORTEST",
    instead: "MATCH (a {id: 'k:1'}), (b {id: 'k:5'}) MATCH p = allShortestPaths((a)-[:KNOWS*..6]-(b)) RETURN length(p)",
  },
  {
    cypher: "MATCH (a {id: 'k:1'})-[:KNOWS]->{1,3}(b) RETURN b.id ORDER BY b.id",
    advice: "-[:R*1..3]->",
    instead: "MATCH (a {id: 'k:1'})-[:KNOWS*1..3]->(b) RETURN b.id ORDER BY b.id",
  },
  {
    cypher: "MATCH (a {id: 'k:1'})-[:KNOWS]->+(b) RETURN b.id ORDER BY b.id",
    advice: "-[:R*1..3]->",
    instead: "MATCH (a {id: 'k:1'})-[:KNOWS*]->(b) RETURN b.id ORDER BY b.id",
  },
  {
    cypher: "MATCH (a {id: 'k:1'}) ((x)-[:KNOWS]->(y)){1,2} (b) RETURN b.id ORDER BY b.id",
    advice: "-[:R*1..3]->",
    instead: "MATCH (a {id: 'k:1'})-[:KNOWS*1..2]->(b) RETURN b.id ORDER BY b.id",
  },
  {
    cypher: "RETURN date('2022-05') AS day",
    advice: "whole days only: write 2024-03-01 instead of 2022-05",
    instead: "RETURN date('2022-05-01') AS day",
  },
  {
    cypher: "MATCH (e:Event) WHERE e.dateFrom >= date($month) RETURN e.id ORDER BY e.id",
    advice: "instead of $month = 2022-05",
    instead: "MATCH (e:Event) WHERE e.dateFrom >= date('2022-05-01') RETURN e.id ORDER BY e.id",
  },
  {
    cypher: "MATCH (e:Event) WHERE date(e.date) >= date('2022-05-01') RETURN e.id ORDER BY e.id",
    advice: "write n.dateFrom or n.dateTo",
    instead: "MATCH (e:Event) WHERE e.dateFrom >= date('2022-05-01') RETURN e.id ORDER BY e.id",
  },
  {
    cypher: "RETURN date('2022-05-06').year AS year",
    advice: "WITH date('2024-03-05') AS d RETURN d.year",
    instead: "WITH date('2022-05-06') AS d RETURN d.year AS year",
  },
  {
    cypher: "RETURN date.truncate('month', date($day)) AS month",
    advice: "date({year: d.year, month: d.month})",
    instead: "WITH date($day) AS d RETURN date({year: d.year, month: d.month}) AS month",
  },
  { cypher: "RETURN duration.between(date('2022-01-01'), date('2022-02-01')) AS d", advice: "compare dates" },
  {
    cypher: "MATCH (n:Person|Place) RETURN n.id ORDER BY n.id",
    advice: "WHERE n:A OR n:B",
    instead: "MATCH (n) WHERE n:Person OR n:Place RETURN n.id ORDER BY n.id",
  },
  {
    cypher: "MATCH (n) WHERE n:Person|Place RETURN n.id ORDER BY n.id",
    advice: "WHERE n:A OR n:B",
    instead: "MATCH (n) WHERE n:Person OR n:Place RETURN n.id ORDER BY n.id",
  },
  {
    cypher: "MATCH (n:Person&Entity) RETURN n.id ORDER BY n.id",
    advice: "(n:A:B)",
    instead: "MATCH (n:Person:Entity) RETURN n.id ORDER BY n.id",
  },
  {
    cypher: "MATCH (n:!Article) RETURN count(n) AS c",
    advice: "WHERE NOT n:A",
    instead: "MATCH (n) WHERE NOT n:Article RETURN count(n) AS c",
  },
  {
    cypher: "MATCH ()-[r:!MENTIONED_IN]->() RETURN count(r) AS c",
    advice: "type(r) <> 'A'",
    instead: "MATCH ()-[r]->() WHERE type(r) <> 'MENTIONED_IN' RETURN count(r) AS c",
  },
  {
    cypher: "MATCH (n:$($label)) RETURN n.id ORDER BY n.id",
    advice: "$label IN labels(n)",
    instead: "MATCH (n) WHERE $label IN labels(n) RETURN n.id ORDER BY n.id",
  },
  {
    cypher: "MATCH ()-[r:$($type)]->() RETURN count(r) AS c",
    advice: "type(r) = $type",
    instead: "MATCH ()-[r]->() WHERE type(r) = $type RETURN count(r) AS c",
  },
  {
    cypher: "MATCH (n:Person WHERE n.mentions > 10) RETURN n.id",
    advice: "after the pattern",
    instead: "MATCH (n:Person) WHERE n.mentions > 10 RETURN n.id",
  },
  {
    cypher: "MATCH (a:Government) RETURN COLLECT { MATCH (a)--(m) RETURN DISTINCT m.id ORDER BY m.id } AS ids",
    advice: "collect()",
    instead:
      "MATCH (a:Government) OPTIONAL MATCH (a)--(m) WITH DISTINCT m.id AS id ORDER BY id RETURN collect(id) AS ids",
  },
  {
    cypher: "MATCH (n:K) WITH n ORDER BY n.id RETURN collect({id: n.id})[0..2] AS ids",
    advice: "WITH collect",
    instead: "MATCH (n:K) WITH n ORDER BY n.id WITH collect({id: n.id}) AS list RETURN list[0..2] AS ids",
  },
  {
    cypher: "MATCH (a:K) WHERE size([(a)-[:KNOWS]-(b) | b]) > 2 RETURN a.id ORDER BY a.id",
    advice: "COUNT { (n)--() }",
    instead: "MATCH (a:K) WHERE COUNT { (a)-[:KNOWS]-() } > 2 RETURN a.id ORDER BY a.id",
  },
  {
    cypher:
      "MATCH (a:Person) OPTIONAL CALL (a) { MATCH (a)-[:HOLDS_OFFICE]->(x) RETURN x.id AS x } RETURN a.id, x ORDER BY a.id",
    advice: "OPTIONAL MATCH",
    instead: "MATCH (a:Person) OPTIONAL MATCH (a)-[:HOLDS_OFFICE]->(x) RETURN a.id, x.id AS x ORDER BY a.id",
  },
  {
    cypher: "MATCH (n:K) RETURN n.id ORDER BY n.id OFFSET 1 LIMIT 1",
    advice: "write SKIP",
    instead: "MATCH (n:K) RETURN n.id ORDER BY n.id SKIP 1 LIMIT 1",
  },
  {
    cypher: "MATCH (n:K) RETURN n.id ORDER BY n.id LIMIT 1 + 1",
    advice: "a number or a parameter",
    instead: "MATCH (n:K) RETURN n.id ORDER BY n.id LIMIT 2",
  },
  {
    cypher: "RETURN [1, 2, 3][-2..] AS l",
    advice: "list[size(list) - 2..]",
    instead: "WITH [1, 2, 3] AS list RETURN list[size(list) - 2..] AS l",
  },
  { cypher: "RETURN 'a' || 'b' AS s", advice: "a + b", instead: "RETURN 'a' + 'b' AS s" },
  { cypher: "RETURN toIntegerOrNull('x') AS n", advice: "leave OrNull out", instead: "RETURN toInteger('x') AS n" },
  {
    cypher: "RETURN toStringList([1, 2]) AS l",
    advice: "[x IN list | toString(x)]",
    instead: "RETURN [x IN [1, 2] | toString(x)] AS l",
  },
  { cypher: "RETURN isEmpty([]) AS e", advice: "size(x) = 0", instead: "RETURN size([]) = 0 AS e" },
  { cypher: "RETURN btrim(' a ') AS s", advice: "trim(x)", instead: "RETURN trim(' a ') AS s" },
  {
    cypher: "RETURN round(1.234, 2) AS r",
    advice: "round(x * 100) / 100",
    instead: "RETURN round(1.234 * 100) / 100 AS r",
  },
  {
    cypher: "RETURN CASE 3 WHEN 1, 2 THEN 'few' WHEN > 2 THEN 'many' END AS s",
    advice: "CASE WHEN x IN [1, 2]",
    instead: "WITH 3 AS x RETURN CASE WHEN x IN [1, 2] THEN 'few' WHEN x > 2 THEN 'many' END AS s",
  },
  { cypher: "RETURN 1_000 AS n", advice: "plain digits", instead: "RETURN 1000 AS n" },
  { cypher: "RETURN 1 IS :: INTEGER AS b", advice: "of what type" },
  { cypher: "RETURN valueType(1) AS t", advice: "of what type" },
  { cypher: "RETURN point({x: 1, y: 2}).x AS x", advice: "no points" },
  {
    cypher: "MATCH (n:Entity) USING INDEX n:Entity(id) WHERE n.id = 'gov:PK' RETURN n.id",
    advice: "leave USING out",
    instead: "MATCH (n:Entity) WHERE n.id = 'gov:PK' RETURN n.id",
  },
  {
    cypher: "CYPHER runtime=slotted MATCH (n:Person) RETURN count(n) AS c",
    advice: "leave CYPHER",
    instead: "MATCH (n:Person) RETURN count(n) AS c",
  },
  { cypher: "MATCH (n:Person) RETURN n.when", advice: "backticks", instead: "MATCH (n:Person) RETURN n.`when`" },
  { cypher: "SHOW INDEXES YIELD name RETURN count(name) > 0 AS some", advice: "db.labels()" },
  { cypher: "CALL dbms.components() YIELD name RETURN name", advice: "grafeo.procedures()" },
  { cypher: "CALL db.schema.visualization() YIELD nodes RETURN size(nodes) AS n", advice: "grafeo.procedures()" },
];

describe("refused with the way around", () => {
  it.for(REFUSED)("$cypher", async ({ cypher, advice, instead }) => {
    await expect(ask(embedded, cypher)).rejects.toMatchObject({
      code: "QUERY_INVALID",
      message: expect.stringContaining(advice),
    });
    const rows = server === undefined ? undefined : await ask(server, cypher);
    if (instead === undefined) return;
    const other = await askBoth(instead);
    if (rows !== undefined) expect(other).toEqual(rows);
  });
});

const BOTH_REFUSE: readonly (readonly [cypher: string, advice: string])[] = [
  ["MATCH (n:Person)", "ends with RETURN"],
  ["MATCH (n:Person) WITH n // RETURN n", "ends with RETURN"],
  ["MATCH (n:Person) RETURN size((n)--()) AS c", "COUNT { (n)--() }"],
  ["RETURN date('someday') AS d", "whole days only"],
  ["RETURN date('2022-02-30') AS d", "whole days only"],
  ["CALL db.index.fulltext.queryNodes('names', 'x') YIELD node RETURN node", "CONTAINS"],
  ["CALL apoc.help('x')", "procedures"],
  ["RETURN gds.version() AS x", "procedures"],
];

it.for(BOTH_REFUSE)("%s is refused by both", async ([cypher, advice]) => {
  await expect(ask(embedded, cypher)).rejects.toMatchObject({
    code: "QUERY_INVALID",
    message: expect.stringContaining(advice),
  });
  if (server !== undefined) await expect(ask(server, cypher)).rejects.toMatchObject({ code: "QUERY_INVALID" });
});

it("no text keeps the check busy, however long it is", () => {
  for (const word of [
    "(",
    "[",
    "case when a,",
    "where a:b",
    "return (",
    "p = shortestPath((a)[",
    "collect(a(",
    "date(",
    "- ",
    "[-1",
    "'",
    "/*",
    "where shortestPath",
    "call a.",
    "limit a(",
  ]) {
    const began = performance.now();
    refuseTraps(word.repeat(100_000), {});
    dialectAdvice(word.repeat(100_000));
    slownessAdvice(word.repeat(100_000));
    expect(performance.now() - began, word).toBeLessThan(2000);
  }
});

it("what only looks like a trap is answered", async () => {
  for (const cypher of [
    "RETURN 'MATCH (a), p = shortestPath((a)--(b))' AS text",
    "RETURN \"date('2022')\" AS text, date(null) AS d, date($day) AS e, date($none) AS f",
    `${ENDS} MATCH p = shortestPath((a)-[*..6]-(b)) WHERE a.id < b.id RETURN ${KNOWN}`,
    `${ENDS} MATCH p = shortestPath((a)-[*..6]-(b)) WITH p WHERE length(p) < 3 RETURN ${KNOWN}`,
    "RETURN [1, 2, 3][0..2] AS l, [-1, 2] AS m, [x IN range(-2, 0) | -x] AS n",
    "// it ends without MATCH\nRETURN 1 AS one",
  ]) {
    expect(await askBoth(cypher)).toHaveLength(1);
  }
});

/** What is answered otherwise, and how both are asked alike; `docs/cookbook.md` tells it. */
const DIFFERENT: readonly (readonly [cypher: string, embedded: CypherValue, neo4j: CypherValue, instead: string])[] = [
  ["MATCH (n:Nothing) RETURN sum(n.x)", null, 0, "MATCH (n:Nothing) WITH sum(n.x) AS s RETURN coalesce(s, 0)"],
  ["WITH ['a'] AS l RETURN l + 'b'", null, ["a", "b"], "WITH ['a'] AS l RETURN l + ['b']"],
  ["RETURN 1 = '1'", true, false, "RETURN toString(1) = '1'"],
  ["RETURN null IN []", null, false, "RETURN coalesce(null IN [], false)"],
  ["RETURN any(x IN [null] WHERE x > 1)", false, null, "RETURN coalesce(any(x IN [null] WHERE x > 1), false)"],
  ["RETURN toInteger('1.9')", null, 1, "RETURN toInteger(toFloat('1.9'))"],
  ["RETURN toString(1.0)", "1", "1.0", "RETURN toString(toInteger(1.0))"],
  ["RETURN round(-2.5)", -3, -2, "RETURN floor(-2.5 + 0.5)"],
  ["RETURN 2 ^ 3 ^ 2", 512, 64, "RETURN (2 ^ 3) ^ 2"],
  [
    "RETURN split('ab', '')",
    ["", "a", "b", ""],
    ["a", "b"],
    "WITH 'ab' AS s RETURN [i IN range(0, size(s) - 1) | substring(s, i, 1)]",
  ],
  ["MATCH ()-[r:knows]->() RETURN count(r)", 8, 0, "MATCH ()-[r:KNOWS]->() RETURN count(r)"],
];

describe("answered otherwise", () => {
  it.for(DIFFERENT)("%s", async ([cypher, here, there, instead]) => {
    expect(await ask(embedded, cypher)).toEqual([[here]]);
    if (server !== undefined) expect(await ask(server, cypher)).toEqual([[there]]);
    expect(await askBoth(instead)).toHaveLength(1);
  });
});

it("a way from a node to itself is long here, and refused there; both look for two ends alike", async () => {
  const ends = "MATCH (a {id: 'k:1'}), (b:K) WHERE b.id IN ['k:1', 'k:2']";
  const chain = `MATCH p = shortestPath((a)-[:KNOWS*..4]-(b)) RETURN b.id, length(p) ORDER BY b.id`;
  expect(await ask(embedded, `${ends} ${chain}`)).toEqual([
    ["k:1", 2],
    ["k:2", 1],
  ]);
  if (server !== undefined) {
    await expect(ask(server, `${ends} ${chain}`)).rejects.toMatchObject({
      code: "QUERY_INVALID",
      message: expect.stringContaining("WHERE a <> b"),
    });
  }
  expect(await askBoth(`${ends} AND a <> b ${chain}`)).toEqual([["k:2", 1]]);
});
