import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { createGraph } from "../../src/graph/memory.ts";
import type { Graph } from "../../src/model/graph.ts";
import type { GraphStore, QueryResult, WriteProgress } from "../../src/stores/store.ts";
import { article, BILAWAL, BLINKEN, edge, entity, event, evidence, ringGraph, sampleGraph } from "../helpers/graph.ts";

export interface StoreContract {
  readonly name: string;
  /** Opens an empty store. It is closed after the tests that use it. */
  readonly create: () => Promise<GraphStore>;
  /** Why the store cannot be tested here. */
  readonly skip?: string | undefined;
  /** Gives back what `create` needed. */
  readonly dispose?: () => void | Promise<void>;
}

/** Speaks for every pair once in each direction, and tells parallel edges apart. */
export const SPOKE_WITH_QUERY = `MATCH (a:Person)-[r:SPOKE_WITH]-(b:Person)
RETURN a.label, b.label, r.date, r.quotes
ORDER BY a.label, b.label, coalesce(r.date, ''), r.id`;

/** What every store must do. The rows that a Cypher store answers are written out, so that all of them give the same. */
export function storeContract({ name, create, skip, dispose }: StoreContract): void {
  describe.skipIf(skip !== undefined)(`the store contract: ${name}${skip === undefined ? "" : ` (${skip})`}`, () => {
    let store: GraphStore;
    afterAll(() => dispose?.());
    /** Each test has an empty store of its own. */
    const eachEmpty = (): void => {
      beforeEach(async () => {
        store = await create();
      });
      afterEach(() => store.close());
    };
    /** Tests that only read share a store with the sample in it. */
    const allOnSample = (): void => {
      beforeAll(async () => {
        store = await create();
        await store.write(sampleGraph());
      });
      afterAll(() => store.close());
    };

    describe("write", () => {
      eachEmpty();

      test("of nothing leaves nothing", async () => {
        await store.write(createGraph([], []));
        expect(await store.counts()).toEqual({ nodes: 0, edges: 0, kinds: {}, relations: {} });
      });

      test("twice leaves what once leaves", async () => {
        const graph = sampleGraph();
        const first = await store.write(graph);
        const once = await contentOf(store, graph);
        expect(first).toEqual({ nodes: graph.nodeCount, edges: graph.edgeCount });
        expect(await store.write(graph)).toEqual(first);
        expect(await contentOf(store, graph)).toEqual(once);
      });

      test("keeps every property of every node and edge", async () => {
        const graph = sampleGraph();
        await store.write(graph);
        expect(await contentOf(store, graph)).toEqual({
          nodes: [...graph.nodes()],
          edges: [...graph.edges()],
          counts: {
            nodes: 10,
            edges: 11,
            kinds: { Article: 2, Event: 3, Government: 1, Organization: 1, Person: 2, Place: 1 },
            relations: {
              DENIED: 1,
              HOLDS_OFFICE: 1,
              LOCATED_IN: 1,
              MENTIONED_IN: 2,
              PART_OF: 1,
              PARTICIPATED_IN: 2,
              SPOKE_WITH: 2,
              SUPPORTS: 1,
            },
          },
        });
      });

      test("again replaces the properties of a node, also by nothing", async () => {
        const before = event("event:a", {
          date: "2022-05-06",
          dateFrom: "2022-05-06",
          place: "place:b",
          names: { ur: ["کال"] },
        });
        const after = event("event:a", { label: "Call", names: { de: ["Anruf"] }, aliases: ["Anruf"] });
        await store.write(createGraph([before], []));
        await store.write(createGraph([after], []));
        expect(await store.node("event:a")).toEqual(after);
      });

      test("again replaces the properties of an edge, also by nothing", async () => {
        const nodes = [entity("a"), entity("b")];
        const before = edge("fact:1", "a", "MET", "b", {
          date: "2022",
          dateFrom: "2022-01-01",
          office: "x",
          confidence: 0.25,
        });
        const after = edge("fact:1", "a", "MET", "b", { weight: 3, evidence: [evidence("more"), evidence("of it")] });
        await store.write(createGraph(nodes, [before]));
        await store.write(createGraph(nodes, [after]));
        expect((await store.neighbours("a"))?.edges).toEqual([after]);
      });

      test("again moves a node to its new kind", async () => {
        await store.write(
          createGraph([entity("a", { kind: "Organization" }), entity("b", { kind: "Organization" })], []),
        );
        await store.write(createGraph([entity("a", { kind: "Government" })], []));
        expect((await store.counts()).kinds).toEqual({ Government: 1, Organization: 1 });
        if (store.query === undefined) return;
        const { rows } = await store.query("MATCH (n:Organization) RETURN n.id UNION MATCH (n:Government) RETURN n.id");
        expect(rows).toEqual([["b"], ["a"]]);
      });

      test("adds to what is there", async () => {
        await store.write(createGraph([entity("a"), entity("b")], [edge("fact:1", "a", "MET", "b")]));
        await store.write(createGraph([entity("b"), entity("c")], [edge("fact:2", "b", "MET", "c")]));
        expect(await store.counts()).toMatchObject({ nodes: 3, edges: 2 });
      });

      test("with replace leaves this graph and nothing else", async () => {
        await store.write(sampleGraph());
        const graph = createGraph(
          [entity(BLINKEN), entity(BILAWAL), article("article:c", { copyOf: "article:b" })],
          [edge("fact:02", BLINKEN, "SPOKE_WITH", BILAWAL), edge("fact:99", BILAWAL, "MENTIONED_IN", "article:c")],
        );
        await store.write(graph, { replace: true });
        expect(await contentOf(store, graph)).toMatchObject({ nodes: [...graph.nodes()], edges: [...graph.edges()] });
        expect(await store.counts()).toMatchObject({ nodes: 3, edges: 2 });
      });

      test("of several batches arrives whole and tells how far it is", async () => {
        const seen: WriteProgress[] = [];
        const graph = ringGraph(2500);
        expect(await store.write(graph, { onProgress: (progress) => seen.push(progress) })).toEqual({
          nodes: 2500,
          edges: 2500,
        });
        expect(await store.counts()).toMatchObject({ nodes: 2500, edges: 2500 });
        expect(seen.filter(({ phase }) => phase === "nodes").at(-1)?.done).toBe(2500);
        expect(seen.at(-1)).toEqual({ phase: "edges", done: 2500 });
      });

      test("stops when it is told to, and the same write again completes it", async () => {
        const graph = ringGraph(2500);
        const stop = new AbortController();
        const reason = new Error("stopped");
        const write = store.write(graph, { signal: stop.signal, onProgress: () => stop.abort(reason) });
        await expect(write).rejects.toBe(reason);
        await store.write(graph);
        expect(await store.counts()).toMatchObject({ nodes: 2500, edges: 2500 });
      });

      test("refuses an edge that ends nowhere", async () => {
        const graph = { nodes: () => [entity("a")], edges: () => [edge("fact:1", "a", "MET", "b")] };
        await expect(store.write(graph)).rejects.toThrow(/fact:1/);
      });

      test("takes a graph that comes in pieces", async () => {
        const graph = sampleGraph();
        async function* slowly<Item>(items: Iterable<Item>): AsyncIterable<Item> {
          yield* items;
        }
        await store.write({ nodes: () => slowly(graph.nodes()), edges: () => slowly(graph.edges()) });
        expect(await store.counts()).toMatchObject({ nodes: graph.nodeCount, edges: graph.edgeCount });
      });

      test("takes values that look like code for what they are", async () => {
        const nasty = [
          `x'}) DETACH DELETE n //`,
          "`) MATCH (n) DETACH DELETE n",
          "\\u0027 OR 1=1",
          "$id",
          "{{id}}",
          '"\\',
        ];
        const graph = createGraph(
          nasty.map((text, index) =>
            entity(text, { label: text, aliases: [text], names: { [`en_${"ab"[index % 2]}`]: [text] } }),
          ),
          nasty.map((text, index) =>
            edge(`fact:${index}:${text}`, text, "MET", text, { role: text, evidence: [evidence(text)] }),
          ),
        );
        await store.write(graph);
        expect(await contentOf(store, graph)).toMatchObject({ nodes: [...graph.nodes()], edges: [...graph.edges()] });
        await expect(store.neighbours(nasty[0] ?? "")).resolves.toMatchObject({ total: 1 });
      });
    });

    describe("read", () => {
      allOnSample();

      test("query is there exactly when the store says that it answers Cypher", () => {
        expect(store.query !== undefined).toBe(store.features.cypher);
      });

      test("a node that is not there is undefined", async () => {
        expect(await store.node("person:nobody")).toBeUndefined();
        expect(await store.neighbours("person:nobody")).toBeUndefined();
      });

      test("neighbours: parallel edges, both directions, the weightiest first, each other node once", async () => {
        const graph = sampleGraph();
        const found = await store.neighbours(BILAWAL);
        expect(found?.edges.map(({ id }) => id)).toEqual(["fact:01", "fact:07", "fact:02", "fact:03", "fact:05"]);
        expect(found?.nodes).toEqual(["event:call-2022-05-06-3fa1", "gov:PK", BLINKEN].map((id) => graph.node(id)));
        expect(found?.total).toBe(5);
      });

      test("neighbours: a loop counts once, and leads to itself", async () => {
        const found = await store.neighbours("gov:PK");
        expect(found?.edges.map(({ id }) => id)).toEqual(["fact:07", "fact:08", "fact:11"]);
        expect(found?.nodes.map(({ id }) => id)).toEqual(["gov:PK", "org:pk-foreign-ministry", BILAWAL]);
      });

      test("neighbours: a limit cuts edges and says how many there are", async () => {
        const found = await store.neighbours(BILAWAL, { limit: 2 });
        expect(found?.edges.map(({ id }) => id)).toEqual(["fact:01", "fact:07"]);
        expect(found?.total).toBe(5);
      });

      test("neighbours: of an article", async () => {
        expect((await store.neighbours("article:9b2c1d7e0f3a4455"))?.nodes.map(({ id }) => id)).toEqual([BLINKEN]);
      });
    });

    describe("search", () => {
      allOnSample();

      test.each([
        ["a name", "Antony Blinken", [BLINKEN, "event:call-2022-05-06-3fa1"]],
        ["the beginning of a word", "Bhut", [BILAWAL, "event:call-2022-05-06-3fa1"]],
        ["another case", "bLINKEN", [BLINKEN, "event:call-2022-05-06-3fa1"]],
        ["Urdu", "بلنکن", [BLINKEN]],
        ["the beginning of an Urdu word", "پاک", ["gov:PK"]],
        ["umlauts", "Auswärtiges Amt", ["org:pk-foreign-ministry"]],
        ["umlauts that were left out", "auswartiges", ["org:pk-foreign-ministry"]],
        ["ß written as ss", "aussenminister", [BLINKEN]],
        ["ß written as ß", "Außenmin", [BLINKEN]],
        ["words of two names of one node", "Blinken اینٹونی", [BLINKEN]],
        ["an article by its name", "001", ["article:aaaa1d7e0f3a4455"]],
        ["a word that no name has", "Blinken Moskau", []],
        ["the middle of a word", "linken", []],
        ["nothing", "", []],
        ["signs that a search engine knows", '*:* ~ ( " AND', []],
      ])("finds %s", async (_, text, expected) => {
        expect((await store.search(text)).map(({ id }) => id)).toEqual(expected);
      });
    });

    describe("search of what was written", () => {
      eachEmpty();

      test("puts the exact name first, then names that begin so, then those mentioned most", async () => {
        await store.write(
          createGraph(
            [
              entity("a", { label: "Ministry of Energy of Khan", mentions: 3 }),
              entity("b", { label: "The Khan Foundation", mentions: 50 }),
              entity("c", { label: "Khan Younis", mentions: 2 }),
              entity("d", { label: "Imran Khan", aliases: ["Khan"], mentions: 1 }),
              entity("e", { label: "Khanewal", mentions: 7 }),
            ],
            [],
          ),
        );
        expect((await store.search("khan")).map(({ id }) => id)).toEqual(["d", "e", "c", "b", "a"]);
        expect((await store.search("khan", { limit: 2 })).map(({ id }) => id)).toEqual(["d", "e"]);
        expect((await store.search("Ministry of")).map(({ id }) => id)).toEqual(["a"]);
      });

      test("sees what was written after the last search", async () => {
        await store.write(createGraph([entity("a", { label: "Imran Khan" })], []));
        expect(await store.search("Karachi")).toEqual([]);
        await store.write(createGraph([entity("b", { kind: "Place", label: "Karachi" })], []));
        expect((await store.search("Karachi")).map(({ id }) => id)).toEqual(["b"]);
      });
    });

    describe("query", () => {
      allOnSample();

      const ask = async (...given: Parameters<NonNullable<GraphStore["query"]>>): Promise<QueryResult> => {
        if (store.query === undefined) throw new Error("no Cypher");
        return store.query(...given);
      };
      const cypherTest = (title: string, body: () => Promise<void>): void =>
        test(title, async (context) => {
          context.skip(!store.features.cypher, "the store answers no Cypher");
          await body();
        });

      cypherTest("who spoke with whom", async () => {
        const german = "US-Außenminister Antony Blinken hat ein Telefongespräch … geführt";
        const urdu = "امریکی وزیر خارجہ اینٹونی بلنکن نے … اپنے پاکستانی ہم منصب بلاول بھٹو سے ٹیلی فون پر بات کی۔";
        expect(await ask(SPOKE_WITH_QUERY)).toEqual({
          columns: ["a.label", "b.label", "r.date", "r.quotes"],
          rows: [
            ["Antony Blinken", "Bilawal Bhutto-Zardari", null, ["They spoke."]],
            ["Antony Blinken", "Bilawal Bhutto-Zardari", "2022-05-06", [german, urdu]],
            ["Bilawal Bhutto-Zardari", "Antony Blinken", null, ["They spoke."]],
            ["Bilawal Bhutto-Zardari", "Antony Blinken", "2022-05-06", [german, urdu]],
          ],
          truncated: false,
        });
      });

      cypherTest("nodes, relationships and paths come as plain maps", async () => {
        const { rows } = await ask(
          "MATCH p = (o:Organization)-[r:PART_OF]->(g) RETURN o, r, p, [o, {key: r}] AS nested, labels(g) AS labels",
        );
        const organization = {
          id: "org:pk-foreign-ministry",
          labels: ["Entity", "Organization"],
          properties: {
            aliases: [],
            aliasCounts: [],
            articles: 1,
            kind: "Organization",
            label: "Auswärtiges Amt",
            mentions: 3,
            sameAs: [],
          },
        };
        const government = {
          id: "gov:PK",
          labels: ["Entity", "Government"],
          properties: {
            aliases: ["پاکستان"],
            aliasCounts: [0],
            articles: 2,
            kind: "Government",
            label: "Pakistan",
            mentions: 20,
            sameAs: [],
          },
        };
        const partOf = {
          id: "fact:11",
          type: "PART_OF",
          source: "org:pk-foreign-ministry",
          target: "gov:PK",
          properties: {
            articles: ["a1"],
            attributions: [""],
            confidence: 0.9,
            ends: [11],
            langs: ["en"],
            modality: "actual",
            quotes: ["They spoke."],
            rules: ["en.speak-with.v1"],
            starts: [0],
            weight: 1,
          },
        };
        expect(rows).toEqual([
          [
            organization,
            partOf,
            { nodes: [organization, government], relationships: [partOf] },
            [organization, { key: partOf }],
            expect.arrayContaining(["Entity", "Government"]),
          ],
        ]);
        expect(JSON.stringify(rows[0]?.[1])).toBe(JSON.stringify(partOf));
      });

      cypherTest("ends of a relationship are known when only the relationship is asked for", async () => {
        const { rows } = await ask("MATCH (:Organization)-[r]->() RETURN collect(r) AS all");
        expect(rows).toMatchObject([[[{ source: "org:pk-foreign-ministry", target: "gov:PK" }]]]);
      });

      cypherTest("bounds of a date are dates, the date itself is text", async () => {
        const { rows } = await ask(
          `MATCH (e:Event) WHERE e.dateFrom >= date('2022-05-01') AND e.dateTo < date('2022-06-01')
RETURN e.date, e.dateFrom, e.dateTo, e.dateTo.day, e.dateTo = date('2022-05-06') ORDER BY e.id`,
        );
        expect(rows).toEqual([
          ["2022-05-06", "2022-05-06", "2022-05-06", 6, true],
          ["2022-05", "2022-05-01", "2022-05-31", 31, false],
        ]);
        const edges = await ask("MATCH ()-[r:SPOKE_WITH]->() RETURN r.dateFrom.year, r.date ORDER BY r.id");
        expect(edges.rows).toEqual([
          [2022, "2022-05-06"],
          [null, null],
        ]);
      });

      cypherTest("what is not known is absent", async () => {
        const { rows } = await ask(
          "MATCH (e {id: 'event:call-undated'}) RETURN e.place IS NULL, e.nothing, keys(e) AS names",
        );
        expect(rows[0]?.slice(0, 2)).toEqual([true, null]);
        expect(rows[0]?.[2]).not.toContain("date");
        expect(rows[0]?.[2]).not.toContain("dateFrom");
      });

      cypherTest("numbers, times and lists are plain", async () => {
        const { rows } = await ask(
          `RETURN 9007199254740991 AS big, 0.5 AS half, 3.0 AS whole, true AS yes, date('2022-05-06') AS day,
datetime('2022-05-06T10:00:00Z') AS instant, localdatetime('2022-05-06T10:00:00') AS local, [1, [2, null]] AS list,
duration('P1Y2M3DT4H5M6S') AS duration, {b: 1, a: {c: date('2022-05-06')}} AS map`,
        );
        expect(rows).toEqual([
          [
            9007199254740991,
            0.5,
            3,
            true,
            "2022-05-06",
            "2022-05-06T10:00:00Z",
            "2022-05-06T10:00:00",
            [1, [2, null]],
            "P1Y2M3DT4H5M6S",
            { a: { c: "2022-05-06" }, b: 1 },
          ],
        ]);
      });

      cypherTest("numbers that JSON cannot hold are the nearest that it can, or null", async () => {
        const { rows } = await ask(
          `RETURN 9223372036854775807 AS largest, [-9007199254740993] AS list, toString(9007199254740993) AS exact,
1.0 / 0 AS endless, {x: 0.0 / 0} AS map, 1e300 AS real`,
        );
        expect(rows).toEqual([[2 ** 63, [-(2 ** 53)], "9007199254740993", null, { x: null }, 1e300]]);
      });

      cypherTest("parameters of every kind, whole numbers as integers", async () => {
        const { rows } = await ask(
          "UNWIND $list AS item WITH item, $map AS map WHERE item <> $text RETURN item, map.key, $none ORDER BY item LIMIT $n",
          { list: [3, 1, 2], map: { key: [0.5, "اردو"] }, text: "x' OR 1=1", none: null, n: 2 },
        );
        expect(rows).toEqual([
          [1, [0.5, "اردو"], null],
          [2, [0.5, "اردو"], null],
        ]);
      });

      cypherTest("a parameter that looks like code is a value", async () => {
        const { rows } = await ask("MATCH (n:Entity {id: $id}) RETURN n.id", { id: "x'}) DETACH DELETE n //" });
        expect(rows).toEqual([]);
        expect(await store.counts()).toMatchObject({ nodes: 10 });
      });

      cypherTest("a result is cut at the limit of rows, and says so", async () => {
        const cut = await ask("UNWIND range(1, 5000) AS i RETURN i", {}, { maxRows: 3 });
        expect(cut).toEqual({ columns: ["i"], rows: [[1], [2], [3]], truncated: true });
        const whole = await ask("UNWIND range(1, 3) AS i RETURN i", {}, { maxRows: 3 });
        expect(whole.truncated).toBe(false);
      });

      cypherTest("no rows still have columns", async () => {
        expect(await ask("MATCH (n:Nothing) RETURN n.id AS id, n")).toEqual({
          columns: ["id", "n"],
          rows: [],
          truncated: false,
        });
      });

      cypherTest("queries that write are refused, and change nothing", async () => {
        for (const cypher of [
          "CREATE (n:Entity {id: 'x'})",
          "MERGE (n:Entity {id: 'x'}) RETURN n",
          "MATCH (n) SET n.label = 'x'",
          "MATCH (n) REMOVE n.label",
          "MATCH (n) DETACH DELETE n",
          "FOREACH (i IN [1] | CREATE (:Entity {id: 'x'}))",
          "MATCH (n) CALL { WITH n SET n.x = 1 } RETURN n",
          "CREATE INDEX some_index FOR (n:Entity) ON (n.label)",
        ]) {
          await expect(ask(cypher), cypher).rejects.toMatchObject({ code: "QUERY_INVALID" });
        }
        expect(await contentOf(store, sampleGraph())).toMatchObject({ nodes: [...sampleGraph().nodes()] });
      });

      cypherTest("queries that read files are refused", async () => {
        for (const cypher of [
          "LOAD CSV FROM '/etc/hostname' AS row RETURN row",
          "load\n/* from */ csv WITH HEADERS FROM 'file:///etc/hostname' AS row RETURN row",
          "LOAD // csv\n CSV FROM '/etc/hostname' AS row RETURN row",
          "\\u004cOAD CSV FROM '/etc/hostname' AS row RETURN row",
          "RETURN '\\u0027' AS a UNION LOAD CSV FROM '/etc/hostname' AS row RETURN row AS a",
        ]) {
          await expect(ask(cypher), cypher).rejects.toMatchObject({
            code: "QUERY_INVALID",
            message: expect.stringContaining("LOAD CSV"),
          });
        }
      });

      cypherTest("queries that are not understood are refused with what is wrong", async () => {
        for (const [cypher, said] of [
          ["MATCH (n RETURN n", /\(n RETURN n/],
          ["", /./],
          ["RETURN $missing", /missing/],
          ["RETURN nothing(1)", /nothing/],
          ["RETURN 1 / 0", /zero/],
          ["RETURN 1 AS x; RETURN 2 AS x", /statement/],
        ] as const) {
          await expect(ask(cypher), cypher).rejects.toMatchObject({
            code: "QUERY_INVALID",
            message: expect.stringMatching(said),
          });
        }
      });

      cypherTest("a query that runs too long is ended, and the next one is answered", async () => {
        const endless =
          "UNWIND range(1, 100000) AS a UNWIND range(1, 100000) AS b WITH a, b WHERE a + b < 0 RETURN count(*)";
        await expect(ask(endless, {}, { timeoutMs: 300 })).rejects.toMatchObject({ code: "QUERY_LIMIT" });
        expect((await ask("RETURN 1 AS one")).rows).toEqual([[1]]);
      });

      cypherTest("a query can be stopped, and the next one is answered", async () => {
        const endless =
          "UNWIND range(1, 100000) AS a UNWIND range(1, 100000) AS b WITH a, b WHERE a + b < 0 RETURN count(*)";
        // Nothing but the signal ends it in time.
        const signal = AbortSignal.timeout(300);
        await expect(ask(endless, {}, { signal, timeoutMs: 3_600_000 })).rejects.toMatchObject({
          name: "TimeoutError",
        });
        await expect(ask("RETURN 1 AS one", {}, { signal: AbortSignal.abort() })).rejects.toMatchObject({
          name: "AbortError",
        });
        expect((await ask("RETURN 1 AS one")).rows).toEqual([[1]]);
      });

      cypherTest("queries can be asked side by side", async () => {
        const answers = await Promise.all(
          [1, 2, 3, 4, 5].map((n) => ask("MATCH (x:Person) RETURN $n, count(x)", { n })),
        );
        expect(answers.map(({ rows }) => rows)).toEqual([1, 2, 3, 4, 5].map((n) => [[n, 2]]));
      });
    });
  });
}

/** Everything that a store gives back of a graph. */
async function contentOf(store: GraphStore, graph: Graph) {
  const nodes = [];
  const edges = new Map<string, unknown>();
  for (const { id } of graph.nodes()) {
    nodes.push(await store.node(id));
    for (const found of (await store.neighbours(id, { limit: 1000 }))?.edges ?? []) edges.set(found.id, found);
  }
  const sorted = [...edges].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, found]) => found);
  return { nodes, edges: sorted, counts: await store.counts() };
}
