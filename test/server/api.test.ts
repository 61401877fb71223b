import { beforeAll, describe, expect, it } from "vitest";
import { describeStats } from "../../src/cli/describe-stats.ts";
import { DragomanError } from "../../src/errors.ts";
import { createGraph } from "../../src/graph/memory.ts";
import { createApp } from "../../src/server/app.ts";
import type {
  ArticleDetail,
  EdgeDetail,
  GraphData,
  NodeDetail,
  SearchResult,
  Stats,
} from "../../src/server/contract.ts";
import type { GraphEdge, GraphNode } from "../../src/model/graph.ts";
import { articleIdOf, type FactId, type NodeId } from "../../src/model/ids.ts";
import type { GraphSource, ServedArticle } from "../../src/server/source.ts";
import { article as articleNode, entity } from "../helpers/graph.ts";
import { servedSource } from "../helpers/served-graph.ts";

const BLINKEN = "person:antony-blinken";
const BILAWAL = "person:bilawal-bhutto-zardari";

let source: GraphSource;
beforeAll(() => {
  source = servedSource();
});

async function get<T>(path: string): Promise<T> {
  const response = await createApp(source).request(path);
  expect(response.status, path).toBe(200);
  expect(response.headers.get("Content-Type")).toMatch(/^application\/json/);
  return (await response.json()) as T;
}

function factId(relation: string, from: string, to: string): string {
  const edge = source.graph
    .edgesOf(from)
    .find((candidate) => candidate.relation === relation && (candidate.target === to || candidate.source === to));
  if (edge === undefined) throw new Error(`no ${relation} between ${from} and ${to}`);
  return encodeURIComponent(edge.id);
}

describe("GET /api/graph", () => {
  it("holds every node and edge once, in columns of equal length, and no evidence", async () => {
    const { nodes, edges, ontology, ...rest } = await get<GraphData>("/api/graph");
    const { graph } = source;
    for (const column of Object.values(nodes)) expect(column).toHaveLength(graph.nodeCount);
    for (const column of Object.values(edges)) expect(column).toHaveLength(graph.edgeCount);
    edges.id.forEach((id, index) => {
      const edge = graph.edge(id);
      expect({
        source: nodes.id[edges.source[index] ?? -1],
        target: nodes.id[edges.target[index] ?? -1],
        relation: ontology.relations[edges.relation[index] ?? -1]?.id,
        modality: rest.modalities[edges.modality[index] ?? -1],
      }).toEqual({ source: edge?.source, target: edge?.target, relation: edge?.relation, modality: edge?.modality });
    });
    expect(rest.shownModalities).toEqual(["actual", "planned"]);
    expect(JSON.stringify([nodes, edges])).not.toContain("Telefongespräch");
  });

  it("has the labels of the languages that are asked for, and tells which there are", async () => {
    const usual = await get<GraphData>("/api/graph");
    const { nodes, ...urdu } = await get<GraphData>("/api/graph?labels=ur,de");
    const label = nodes.label[nodes.id.indexOf(BLINKEN)];
    expect([usual.labels, urdu.labels, label]).toEqual([[], ["ur", "de"], "اینٹونی بلنکن"]);
    expect(usual.nodes.label[usual.nodes.id.indexOf(BLINKEN)]).toBe("Antony Blinken");
    expect(usual.nameLanguages).toEqual(expect.arrayContaining(["en", "de", "ur"]));
    expect(nodes.label.filter((text) => /^ٹیلی فونک رابطہ: .*اینٹونی بلنکن/.test(text))).not.toEqual([]);
    expect((await get<NodeDetail>(`/api/node/${BILAWAL}?labels=ur`)).facts.map(({ other }) => other.label)).toContain(
      label,
    );
    expect((await get<SearchResult>("/api/search?labels=ur&q=blinken")).hits[0]).toMatchObject({
      label,
      name: "Blinken",
    });
    const fact = factId("SPOKE_WITH", BLINKEN, BILAWAL);
    expect((await get<EdgeDetail>(`/api/edge/${fact}?labels=ur`)).source.label).toBe(label);
  });

  it.each(["german", "de;ur", "a,b", "de,,ur", "<b>"])("refuses labels=%s", async (labels) => {
    const response = await createApp(source).request(`/api/graph?labels=${encodeURIComponent(labels)}`);
    expect([response.status, response.headers.get("Content-Type")]).toEqual([400, "application/problem+json"]);
  });

  it("tells what the nodes of each kind are", async () => {
    const { ontology } = await get<GraphData>("/api/graph");
    const types = Object.fromEntries(ontology.kinds.map(({ id, type }) => [id, type]));
    expect(types).toMatchObject({ Person: "entity", Event: "event", Article: "article" });
  });

  it("serves what the ontology does not know, under its own id", async () => {
    const app = createApp({ ...source, ontology: { ...source.ontology, kinds: [], relations: [] } });
    const { ontology, edges } = (await (await app.request("/api/graph")).json()) as GraphData;
    expect(ontology.kinds.map(({ id }) => id)).toContain("Person");
    expect(edges.relation.every((index) => ontology.relations[index] !== undefined)).toBe(true);
  });

  it("follows the source when that has another graph", async () => {
    let current = source.graph;
    const app = createApp({
      ...source,
      get graph() {
        return current;
      },
    });
    const count = async (): Promise<number> => ((await (await app.request("/api/stats")).json()) as Stats).nodes;
    expect(await count()).toBe(source.graph.nodeCount);
    current = createGraph([], []);
    expect(await count()).toBe(0);
    expect(((await (await app.request("/api/graph")).json()) as GraphData).nodes.id).toEqual([]);
  });
});

describe("GET /api/node/:id", () => {
  it("has names by language with their direction, facts, events and articles", async () => {
    const node = await get<NodeDetail>(`/api/node/${BLINKEN}`);
    expect(node.names.find(({ language }) => language === "ur")).toEqual({
      language: "ur",
      direction: "rtl",
      names: ["اینٹونی بلنکن"],
      counts: [3],
    });
    expect(node.facts).toContainEqual(
      expect.objectContaining({
        relation: "SPOKE_WITH",
        other: { id: BILAWAL, kind: "Person", label: "Bilawal Bhutto-Zardari" },
        date: "2022-05-06",
        languages: ["de", "ur"],
        weight: 2,
      }),
    );
    expect(node.facts.filter((fact) => fact.other.kind === "Article" || fact.other.kind === "Event")).toEqual([]);
    expect(node.events.map((fact) => fact.other.id)).toContain("event:call-2022-05-06");
    expect(node.articles).toHaveLength(5);
    // The only one with a date comes first.
    expect(node.articles[0]?.publishedAt).toBe("2021-07-09");
    expect(node.articles[2]).toMatchObject({ name: "001_7d70f8e804b6c5f2", language: "ur", direction: "rtl" });
  });

  it("tells when the articles of a fact were published, as far as that is known", async () => {
    const { facts } = await get<NodeDetail>("/api/node/gov:PK");
    const reportedOf = (office: string, who: string) =>
      facts.find((fact) => fact.office === office && fact.other.id === who)?.reported;
    const july = { first: "2021-07-09", last: "2021-07-09" };
    expect(reportedOf("foreign-minister", "person:shah-mahmood-qureshi")).toEqual(july);
    expect(reportedOf("foreign-minister", BILAWAL)).toBeNull();
  });

  it("has what a list of the user calls the same thing elsewhere, with where that leads", async () => {
    const address = "https://example.org/people?id=1&lang=en";
    const node = entity("Q184746", { label: "Jane Goodall", sameAs: ["Q184746", address, "javascript:alert(1)"] });
    const listed = createApp({ ...source, graph: createGraph([node], []) });
    const { sameAs } = (await (await listed.request("/api/node/Q184746")).json()) as NodeDetail;
    expect(sameAs).toEqual([
      { id: "Q184746", url: "https://www.wikidata.org/wiki/Q184746" },
      { id: address, url: address },
    ]);
    expect((await get<NodeDetail>(`/api/node/${BLINKEN}`)).sameAs).toEqual([]);
  });

  it("tells of an event when, where, whether, and what happened in it", async () => {
    const meeting = await get<NodeDetail>("/api/node/event:meeting-food");
    expect(meeting.event).toMatchObject({
      type: "Meeting",
      date: "2022-05-18",
      status: "planned",
      place: { id: "place:new-york", label: "New York" },
    });
    expect(meeting.event?.history).toEqual([
      { status: "postponed", date: null, article: "000_26e7d26395f65de3" },
      { status: "planned", date: "2022-05-18", article: "001_7d70f8e804b6c5f2" },
    ]);
    expect(meeting.event?.counts).toEqual([{ what: "deployed", value: ">=3000", article: "001_7d70f8e804b6c5f2" }]);
    expect(meeting.event?.conflicts).toEqual([
      { field: "place", value: "New York", article: "000_26e7d26395f65de3" },
      { field: "place", value: "Washington", article: "001_7d70f8e804b6c5f2" },
    ]);
    const call = await get<NodeDetail>("/api/node/event:call-2022-05-06");
    expect(call.event?.facts).toEqual([
      expect.objectContaining({ relation: "SPOKE_WITH", subject: expect.objectContaining({ id: BLINKEN }) }),
    ]);
    expect(call.totals.inEvent).toBe(1);
    expect((await get<NodeDetail>("/api/node/event:call-2022-05-06?offset=1")).event?.facts).toEqual([]);
    expect(call.facts.map(({ relation, outgoing }) => ({ relation, outgoing }))).toEqual([
      { relation: "PARTICIPATED_IN", outgoing: false },
      { relation: "PARTICIPATED_IN", outgoing: false },
    ]);
  });
});

describe("GET /api/edge/:id", () => {
  it("has every quote exactly, in its language and direction, with who says so", async () => {
    const edge = await get<EdgeDetail>(`/api/edge/${factId("SPOKE_WITH", BLINKEN, BILAWAL)}`);
    expect(edge.event?.id).toBe("event:call-2022-05-06");
    expect(edge.evidence.map(({ language, direction }) => `${language} ${direction}`)).toEqual([
      "de ltr",
      "ur rtl",
      "ur rtl",
    ]);
    for (const item of edge.evidence) {
      const article = await source.article(item.article.name);
      expect(article?.text.slice(item.start, item.end)).toBe(item.quote);
    }
    expect(edge.evidence[2]?.attribution).toEqual([{ id: BILAWAL, label: "Bilawal Bhutto-Zardari" }]);
    expect(edge.parallel.map(({ relation }) => relation).sort()).toEqual(["CONGRATULATED", "INVITED"]);
  });

  it("names the fact that is denied", async () => {
    const denial = await get<EdgeDetail>(`/api/edge/${factId("DENIED", "gov:US", "person:imran-khan")}`);
    expect(denial.about).toMatchObject({ relation: "OUSTED", modality: "alleged" });
  });

  it("has what else is said of the same, from every side, each with its quotes", async () => {
    const sides = ["gov:US OUSTED alleged", "gov:US DENIED actual", "person:imran-khan ACCUSED actual"];
    const ends = [
      ["OUSTED", "gov:US"],
      ["DENIED", "gov:US"],
      ["ACCUSED", "person:imran-khan"],
    ] as const;
    for (const [index, [relation, from]] of ends.entries()) {
      const to = from === "gov:US" ? "person:imran-khan" : "gov:US";
      const { dispute } = await get<EdgeDetail>(`/api/edge/${factId(relation, from, to)}`);
      const told = dispute.map((fact) => `${fact.source.id} ${fact.relation} ${fact.modality}`);
      expect(told.sort()).toEqual(sides.filter((_, side) => side !== index).sort());
      for (const { evidence } of dispute) expect(evidence[0]?.quote).toMatch(/Khan/);
    }
  });

  it.each<readonly [string, Partial<GraphEdge>, boolean]>([
    ["denied", { modality: "denied" }, true],
    ["negated", { modality: "negated" }, true],
    ["only planned", { modality: "planned" }, false],
    ["denied of another event", { modality: "denied", event: "event:b" as NodeId }, false],
    ["denied of another time", { modality: "denied", dateFrom: "2023-01-01", dateTo: "2023-12-31" }, false],
    ["denied of a time that may be the same", { modality: "denied", dateFrom: "2022-01-01", dateTo: null }, true],
    ["denied of another office", { modality: "denied", office: "president" }, false],
    ["denied of another relation", { modality: "denied", relation: "PRAISED" }, false],
  ])("has what is %s as said against it: %o", async (_, change, isAgainst) => {
    const [template] = source.graph.edges();
    if (template === undefined) throw new Error("the graph has no edge");
    const one: GraphEdge = {
      ...template,
      id: "fact:1" as FactId,
      modality: "actual",
      event: "event:a" as NodeId,
      dateFrom: "2022-05-06",
      dateTo: "2022-05-06",
    };
    const other: GraphEdge = { ...one, id: "fact:2" as FactId, event: null, ...change };
    const app = createApp({ ...source, graph: createGraph([...source.graph.nodes()], [one, other]) });
    const { dispute } = (await (await app.request("/api/edge/fact:1")).json()) as EdgeDetail;
    expect(dispute.map(({ id }) => id)).toEqual(isAgainst ? ["fact:2"] : []);
  });
});

describe("GET /api/article/:name", () => {
  it("has the text as stored", async () => {
    const article = await get<ArticleDetail>("/api/article/004_0bf7e92c7f78486c");
    expect(article).toMatchObject({ publishedAt: "2021-07-09", language: "en", direction: "ltr" });
    expect(article.text).toBe((await source.article("004_0bf7e92c7f78486c"))?.text);
  });

  it("has what it says, in the order of the text, and whom it mentions, as far as that is in the graph", async () => {
    const name = "000_26e7d26395f65de3";
    const mention = {
      start: 235,
      end: 249,
      nodes: [BLINKEN as NodeId, "person:nobody" as NodeId],
      form: "name",
    } as const;
    const nobody = { start: 250, end: 255, nodes: ["person:nobody" as NodeId], form: "pronoun" } as const;
    const reading = { mentions: [mention, nobody], sayings: [] };
    const app = createApp({ ...source, reading: (asked) => Promise.resolve(asked === name ? reading : undefined) });
    const article = (await (await app.request(`/api/article/${name}?labels=ur`)).json()) as ArticleDetail;
    expect(article.mentions).toEqual([{ start: 235, end: 249, nodes: [BLINKEN], form: "name" }]);
    expect(article.nodes).toEqual([{ id: BLINKEN, kind: "Person", label: "اینٹونی بلنکن" }]);
    const starts = article.facts.map(({ places }) => places[0]?.start ?? -1);
    expect(starts).toEqual([...starts].sort((a, b) => a - b));
    expect(article.facts.map(({ relation }) => relation)).toContain("ACCUSED");
    expect(article.facts.map(({ relation }) => relation)).not.toContain("MENTIONED_IN");
    expect((await get<ArticleDetail>(`/api/article/${name}`)).mentions).toEqual([]);
  });

  it("finds one whose name is an address", async () => {
    const name = "https://example.org/news?id=1#top";
    const article = await source.article("004_0bf7e92c7f78486c");
    const app = createApp({ ...source, article: (asked) => (asked === name ? article : undefined) });
    const response = await app.request(`/api/article/${encodeURIComponent(name)}`);
    expect(((await response.json()) as ArticleDetail).name).toBe(name);
  });
});

describe("an article that is a copy of another", () => {
  const article = (name: string, outlet: string, copyOf: string | null): GraphNode =>
    articleNode(`article:${name}`, {
      label: name,
      title: `Title of ${name}`,
      outlet,
      copyOf: copyOf === null ? null : `article:${copyOf}`,
    });
  const graph = createGraph([article("a", "Dawn", null), article("b", "Arab News", "a")], []);
  const stored: ServedArticle = {
    id: articleIdOf("T"),
    text: "T",
    sources: [{ name: "b" }],
    earlier: [
      { id: articleIdOf("S"), source: { name: "b", publishedAt: "2022-05-06" }, until: "2022-05-07" },
      { id: articleIdOf("R"), source: { name: "c" } },
    ],
  };
  const ask = async <T>(path: string): Promise<T> =>
    (await (await createApp({ ...source, graph, article: () => stored }).request(path)).json()) as T;

  it("tells of which, and what stood in its place before", async () => {
    expect(await ask<ArticleDetail>("/api/article/b")).toMatchObject({
      copyOf: { name: "a", title: "Title of a" },
      earlierVersions: [
        { id: `article:${articleIdOf("S")}`, name: "b", publishedAt: "2022-05-06", until: "2022-05-07" },
        { id: `article:${articleIdOf("R")}`, name: "c", publishedAt: null, until: null },
      ],
    });
    expect((await ask<ArticleDetail>("/api/article/a")).copyOf).toBeNull();
  });

  it("counts among the copies", async () => {
    const stats = await ask<Stats>("/api/stats");
    expect([stats.articles, stats.copies]).toEqual([2, 1]);
    expect(describeStats(stats)).toMatch(/^2 articles \(1 of them copies of another\), 2 nodes/);
  });
});

describe("GET /api/revision", () => {
  it("names the state of the graph, as the graph itself does", async () => {
    let revision = "a";
    const changing = createApp({
      ...source,
      get revision() {
        return revision;
      },
    });
    const answer = async (): Promise<unknown> => await (await changing.request("/api/revision")).json();
    expect(await answer()).toEqual({ revision: "a" });
    expect(((await (await changing.request("/api/graph")).json()) as GraphData).revision).toBe("a");
    revision = "b";
    expect(await answer()).toEqual({ revision: "b" });
  });

  it("is not there where the graph stays as it is", async () => {
    expect((await createApp(source).request("/api/revision")).status).toBe(404);
    expect(await get<GraphData>("/api/graph")).not.toHaveProperty("revision");
  });
});

describe("GET /api/stats", () => {
  it("counts what the graph holds", async () => {
    const stats = await get<Stats>("/api/stats");
    expect(stats).toMatchObject({ nodes: source.graph.nodeCount, edges: source.graph.edgeCount, articles: 5 });
    expect(stats.kinds.find(({ id }) => id === "Person")).toEqual({ id: "Person", count: 10 });
    expect(stats.kinds.reduce((sum, { count }) => sum + count, 0)).toBe(stats.nodes);
    expect(stats.languages.map(({ id }) => id).sort()).toEqual(["de", "en", "ur"]);
    expect(stats.gazetteers).toEqual([]);
  });

  it("tells which lists of the user are in force", async () => {
    const goodall = { id: "Q184746", kind: "Person", names: [{ text: "Jane Goodall" }], sameAs: [] };
    const listed = createApp({ ...source, lists: [{ name: "people.csv", entities: [goodall] }] });
    const { gazetteers } = (await (await listed.request("/api/stats")).json()) as Stats;
    expect(gazetteers).toEqual([{ id: "people.csv", count: 1 }]);
  });
});

describe("GET /api/search", () => {
  it("finds a node in any script and tells the name that matched", async () => {
    const { total, hits } = await get<SearchResult>(`/api/search?q=${encodeURIComponent("بلنكن")}`);
    expect(hits[0]).toEqual({ id: BLINKEN, kind: "Person", label: "Antony Blinken", name: "اینٹونی بلنکن" });
    expect(total).toBeGreaterThanOrEqual(hits.length);
  });

  it("finds nothing for nothing, and holds to its limit", async () => {
    expect(await get("/api/search")).toEqual({ total: 0, hits: [] });
    expect((await get<SearchResult>("/api/search?q=a&limit=2")).hits).toHaveLength(2);
  });
});

describe("POST /api/query", () => {
  const post = async (body: string, type = "application/json"): Promise<Response> =>
    createApp({
      ...source,
      query: async (cypher, parameters) => {
        if (cypher.includes("CREATE")) throw new DragomanError("QUERY_INVALID", "The query would write.");
        if (cypher.includes("boom")) throw new Error("secret detail");
        return { columns: ["cypher", "name"], rows: [[cypher, parameters["name"] ?? null]], truncated: false };
      },
    }).request("/api/query", { method: "POST", body, headers: { "Content-Type": type } });

  it("answers with columns and rows, values given as parameters", async () => {
    const response = await post(JSON.stringify({ query: "MATCH (n) RETURN n", parameters: { name: "Khan" } }));
    expect(await response.json()).toEqual({
      columns: ["cypher", "name"],
      rows: [["MATCH (n) RETURN n", "Khan"]],
      truncated: false,
    });
  });

  it.each([
    ["no JSON", "{", "application/json", 400],
    ["no query", "{}", "application/json", 400],
    ["an unknown field", '{"query":"RETURN 1","write":true}', "application/json", 400],
    ["a query that would write", '{"query":"CREATE (n)"}', "application/json", 400],
    ["what is not quite JSON", '{"query":"RETURN 1"}', "application/json-patch+json", 415],
    ["a form", '{"query":"RETURN 1"}', "text/plain", 415],
    ["a body without end", JSON.stringify({ query: "x".repeat(100_000) }), "application/json", 413],
  ])("refuses %s", async (_, body, type, status) => {
    const response = await post(body, type);
    expect(response.status).toBe(status);
    expect(response.headers.get("Content-Type")).toBe("application/problem+json");
    expect(await response.json()).toMatchObject({ type: "about:blank", status });
  });

  it("answers one after the other, however many", async () => {
    const app = createApp({ ...source, query: async () => ({ columns: [], rows: [], truncated: false }) });
    const init = { method: "POST", body: '{"query":"RETURN 1"}', headers: { "Content-Type": "application/json" } };
    for (let asked = 0; asked < 20; asked += 1) expect((await app.request("/api/query", init)).status).toBe(200);
  });

  it("tells nothing of an unexpected error, to the client", async () => {
    const response = await post('{"query":"boom"}');
    expect(response.status).toBe(500);
    expect(await response.text()).not.toContain("secret");
  });

  it("is absent where nothing answers queries", async () => {
    const response = await createApp(source).request("/api/query", { method: "POST", body: '{"query":"RETURN 1"}' });
    expect(response.status).toBe(404);
  });
});

describe("what is not there", () => {
  it.each(["/api/node/person:nobody", "/api/edge/fact:0", "/api/article/none", "/api", "/api/none", "/"])(
    "%s is a problem of status 404",
    async (path) => {
      const response = await createApp(source).request(path);
      expect(response.status).toBe(404);
      expect(response.headers.get("Content-Type")).toBe("application/problem+json");
      expect(await response.json()).toMatchObject({ type: "about:blank", title: "Not found", status: 404 });
    },
  );

  it.each(["limit=0", "limit=many", "limit=1000", `q=${"x".repeat(201)}`])(
    "?%s is a problem of status 400",
    async (q) => {
      expect((await createApp(source).request(`/api/search?${q}`)).status).toBe(400);
    },
  );

  it("tells the operator of its own failures", async () => {
    const errors: unknown[] = [];
    const failure = new Error("disk");
    const app = createApp({ ...source, article: () => Promise.reject(failure) }, { onError: (e) => errors.push(e) });
    expect((await app.request("/api/article/any")).status).toBe(500);
    expect((await app.request("/api/node/person:nobody")).status).toBe(404);
    expect(errors).toEqual([failure]);
  });
});
