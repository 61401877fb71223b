import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { Validator } from "@seriousme/openapi-schema-validator";
import { Ajv2020 } from "ajv/dist/2020.js";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openLiveSource, type LiveSource } from "../../src/cli/live-source.ts";
import { csv } from "../../src/exporters/csv.ts";
import { EXPORTERS } from "../../src/exporters/index.ts";
import { writeFolderExport } from "../../src/exporters/write.ts";
import { selectGraph } from "../../src/graph/select.ts";
import { buildFolder } from "../../src/pipeline/build-folder.ts";
import { createApp } from "../../src/server/app.ts";
import type { GraphData, Paths, Problem, Timeline, Verdicts } from "../../src/server/contract.ts";
import { serve, type Served } from "../../src/server/serve.ts";
import { knowledge, SEEDS } from "../helpers/knowledge.ts";

const BLINKEN = "person:antony-blinken";
const BILAWAL = "person:bilawal-bhutto-zardari";

interface Content {
  readonly [mediaType: string]: { readonly schema: object };
}
interface Operation {
  readonly operationId: string;
  readonly responses: { readonly [status: string]: { readonly content?: Content } };
}
interface Description {
  readonly paths: { readonly [path: string]: { readonly [method: string]: Operation } };
  readonly components: { readonly schemas: object };
}

let folder: string;
let live: LiveSource;
let served: Served;
let description: Description;
let fact: string;
let article: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "dragoman-test-"));
  await buildFolder({ inputs: [join(SEEDS, "articles")], graphFolder: folder, knowledge, jobs: 1 });
  live = await openLiveSource(folder, knowledge);
  served = await serve({ app: createApp(live.source, { version: "1.2.3" }), port: 0 });
  description = (await (await fetch(`${served.url}api/openapi.json`)).json()) as Description;
  const { graph } = live.source;
  const edge = graph.edgesOf(BLINKEN).find(({ relation }) => relation === "SPOKE_WITH");
  fact = encodeURIComponent(edge?.id ?? "");
  article = encodeURIComponent(edge?.evidence[0]?.article ?? "");
}, 60_000);
afterAll(async () => {
  await served.close();
  await live.close();
  rmSync(folder, { recursive: true });
});

const operations = (): ReadonlyMap<string, Operation> =>
  new Map(
    Object.values(description.paths)
      .flatMap((methods) => Object.values(methods))
      .map((operation) => [operation.operationId, operation]),
  );

/** Fails unless the description has this status with this type, and its schema lets the body through. */
async function expectDescribed(id: string, response: Response): Promise<unknown> {
  const type = response.headers.get("Content-Type") ?? "";
  const content = operations().get(id)?.responses[response.status]?.content ?? {};
  const schema = content[type]?.schema;
  expect(schema, `${id}: ${response.status} ${type}`).toBeDefined();
  if (!type.includes("json") || ["exportGraph", "exportPart"].includes(id)) return await response.text();
  const body: unknown = await response.json();
  const ajv = new Ajv2020({ strict: false, validateFormats: false });
  const validate = ajv.compile({ ...schema, components: description.components });
  validate(body);
  expect(validate.errors ?? [], id).toEqual([]);
  return body;
}

type Ask = readonly [id: string, path: string, init?: RequestInit];

const json = (body: unknown): RequestInit => ({
  method: "POST",
  headers: { "Content-Type": "application/json" },
  body: JSON.stringify(body),
});

/** What is asked of each operation, and answered. */
const asks = (): readonly Ask[] => [
  ["getGraph", "graph"],
  ["getGraph", "graph?labels=ur,de"],
  ["getGraph", `graph?around=${BLINKEN}&steps=2&limit=5&modalities=all`],
  ["getGraph", `graph?around=${fact}&limit=1`],
  ["getGraph", "graph?overviewAbove=5"],
  ["getRevision", "revision"],
  ["getStats", "stats"],
  ["search", "search?q=blinken&kinds=Person,government&limit=3&offset=0"],
  ["getNode", `node/${BLINKEN}`],
  ["getNode", `node/${BLINKEN}?limit=2&offset=1&labels=ur`],
  ["getFact", `edge/${fact}`],
  ["getArticle", `article/${article}`],
  ["findPaths", `path?from=${BLINKEN}&to=gov:RU`],
  ["findPaths", `path?from=${BLINKEN}&to=place:moscow&maxSteps=1`],
  ["findPaths", `path?from=${BLINKEN}&to=gov:RU&since=2022-05&until=2022&undated=true&minConfidence=0.5`],
  ["getTimeline", `timeline?node=${BLINKEN}&with=${BILAWAL}`],
  ["getTimeline", "timeline?from=2021&to=2022-05&events=Call&limit=1&offset=1"],
  ...EXPORTERS.map(({ id }): Ask => ["exportGraph", `export/${id}?layout=true`]),
  ...["csv/nodes.csv", "csv/edges.csv", "neo4j-admin/import.sh"].map((file): Ask => ["exportFile", `export/${file}`]),
  ...["graphml", "json", "nodes.csv", "edges.csv"].map((format): Ask => [
    "exportPart",
    `part/${format}`,
    json({ nodes: [BLINKEN, "person:nobody"], facts: [fact] }),
  ]),
  ["query", "query", json({ query: "MATCH (n:Person) RETURN n LIMIT 1", parameters: { a: [1, "x", null] }, limit: 5 })],
  ["getIdentity", `identity/${BLINKEN}`],
  ["getReview", "review?limit=5"],
  ["decide", "verdicts", json({ decision: { type: "note", id: BLINKEN, text: "seen" }, by: "desk" })],
  ["getVerdicts", "verdicts"],
];

/** What is refused, with its status. */
const refusals = (): readonly (readonly [...Ask, status: number])[] => [
  ["getGraph", "graph?around=person:nobody", {}, 404],
  ["getGraph", "graph?lables=ur", {}, 400],
  ["getGraph", `graph?around=${BLINKEN}&relations=MET,MTE`, {}, 400],
  ["search", "search?q=a&kinds=Persn", {}, 400],
  ["search", "search?q=a&q=b", {}, 400],
  ["search", "search?q=a", { headers: { "Sec-Fetch-Site": "cross-site" } }, 403],
  ["search", "search?limit=101", {}, 400],
  ["search", "search?q=a", { headers: { Host: "attacker.example" } }, 421],
  ["getNode", "node/person:nobody", {}, 404],
  ["getFact", "edge/fact:none", {}, 404],
  ["getArticle", "article/none", {}, 404],
  ["findPaths", "path?from=x", {}, 400],
  ["findPaths", `path?from=${BLINKEN}&to=person:nobody`, {}, 404],
  ["findPaths", `path?from=${BLINKEN}&to=gov:RU&through=Persons`, {}, 400],
  ["getTimeline", "timeline?from=May", {}, 400],
  ["getTimeline", "timeline?from=2022-13", {}, 400],
  ["getTimeline", "timeline?from=2022-06&to=2022-05", {}, 400],
  ["getTimeline", "timeline?events=Cal", {}, 400],
  ["getTimeline", "timeline?node=person:nobody", {}, 404],
  ["getTimeline", `timeline?with=${BLINKEN}`, {}, 400],
  ["exportGraph", "export/docx", {}, 400],
  ["exportGraph", "export/json?kinds=Persn", {}, 400],
  ["exportGraph", "export/json?relations=MTE", {}, 400],
  ["exportGraph", "export/json?from=2022&to=2021-12", {}, 400],
  ["exportFile", "export/csv/persons.csv", {}, 404],
  ["exportPart", "part/docx", json({ nodes: [], facts: [] }), 400],
  ["exportPart", "part/json", json({ nodes: [BLINKEN] }), 400],
  // This server has no page.
  ["exportPart", "part/html", json({ nodes: [], facts: [] }), 404],
  ["exportPart", "part/html", json({ nodes: [], facts: [], view: "javascript:1" }), 400],
  ["exportFile", "export/json/nodes.csv", {}, 400],
  ["exportFile", "export/csv/nodes.csv?flavor=tabs", {}, 400],
  ["query", "query", json({ query: "CREATE (n)" }), 400],
  ["query", "query", json({ query: "RETURN 1", timeout: 100 }), 400],
  ["query", "query", { method: "POST", body: "RETURN 1", headers: { "Content-Type": "text/plain" } }, 415],
  ["query", "query", json({ query: "x".repeat(70_000) }), 413],
  ["getIdentity", "identity/person:nobody", {}, 404],
  ["getReview", "review?limit=0", {}, 400],
  ["decide", "verdicts", json({ decision: { type: "merge", ids: [BLINKEN, BLINKEN] } }), 422],
  ["decide", "verdicts", { ...json({}), headers: { Origin: "https://attacker.example" } }, 403],
];

async function ask<T>(path: string, init: RequestInit = {}): Promise<T> {
  return (await (await fetch(`${served.url}api/${path}`, init)).json()) as T;
}

describe("the description of the API", () => {
  it("is OpenAPI 3.1", async () => {
    const validator = new Validator();
    expect(await validator.validate({ ...structuredClone(description) })).toEqual({ valid: true });
    expect(description).toMatchObject({ openapi: "3.1.1", info: { version: "1.2.3" } });
  });

  it("is true: every operation answers as it says", async () => {
    for (const [id, path, init] of asks()) {
      const response = await fetch(`${served.url}api/${path}`, init);
      expect([id, path, response.status]).toEqual([id, path, 200]);
      await expectDescribed(id, response);
    }
    expect([...new Set(asks().map(([id]) => id))].sort()).toEqual([...operations().keys()].sort());
  });

  it("is true of what is refused as well", async () => {
    for (const [id, path, init, status] of refusals()) {
      // `fetch` sets the Host header itself.
      const { Host: host } = (init?.headers ?? {}) as Readonly<Record<string, string>>;
      const response =
        host === undefined
          ? await fetch(`${served.url}api/${path}`, init)
          : await createApp(live.source).request(`/api/${path}`, init);
      expect([path, response.status, response.headers.get("Content-Type")]).toEqual([
        path,
        status,
        "application/problem+json",
      ]);
      await expectDescribed(id, response);
    }
  });

  it("tells which answers need not be fetched again", async () => {
    const { headers } = await fetch(`${served.url}api/stats`);
    const again = await fetch(`${served.url}api/stats`, { headers: { "If-None-Match": headers.get("ETag") ?? "" } });
    expect(again.status).toBe(304);
    const tagged = [...operations()].filter(([, { responses }]) => "304" in responses).map(([id]) => id);
    expect([...operations().keys()].filter((id) => !tagged.includes(id))).toEqual([
      "exportGraph",
      "exportFile",
      "exportPart",
      "query",
      "decide",
    ]);
  });

  it.each([
    ["search?limit=0", /^limit: .*>=1$/],
    ["search?lables=ur&limit=x", /^limit: .*; Unrecognized key: "lables"$/],
    ["search?q=a&kinds=Persn", /no kind Persn\. There are: Person, /],
    ["search?q=a&q=b", /^q is given 2 times/],
    ["timeline?from=2022-06&to=2022-05", /^from 2022-06 is after to 2022-05$/],
    ["timeline?to=2022-13", /^to: a date is written as 2022, /],
    ["timeline?modalities=said", /^modalities: modalities are of: actual, /],
    ["export/csv", /^format: one of graphml, .*; of csv, .* one file, such as csv\/nodes\.csv$/],
  ])("says what is wrong: %s", async (path, detail) => {
    expect((await ask<Problem>(path)).detail).toMatch(detail);
  });

  it("leaves out what a source does not have", async () => {
    const { query: _, curation: __, ...source } = live.source;
    const app = createApp({ ...source, graph: live.source.graph });
    const { paths } = (await (await app.request("/api/openapi.json")).json()) as Description;
    expect(Object.keys(paths)).not.toContain("/api/query");
    expect(Object.keys(paths)).not.toContain("/api/verdicts");
  });
});

describe("docs/api.md", () => {
  const page = readFileSync(new URL("../../docs/api.md", import.meta.url), "utf8");

  it("names every route, and none that is not there", () => {
    const named = [...page.matchAll(/`(?:(?:GET|POST) )?(\/api\/[\w/{}.]+)/g)].map((match) => match[1] ?? "");
    expect([...new Set(named)].sort()).toEqual([...Object.keys(description.paths), "/api/openapi.json"].sort());
  });

  it("has a program that runs", async () => {
    const program = /```js\n([\s\S]*?)```/.exec(page)?.[1]?.replace("http://127.0.0.1:4747/", served.url) ?? "";
    const { stdout } = await promisify(execFile)(process.execPath, ["--input-type=module", "--eval", program]);
    expect(stdout).toMatch(/^[A-Z_]+ .{20}/u);
  });
});

describe("pages and parts", () => {
  it("of a node come one after the other", async () => {
    type Node = { readonly facts: readonly { readonly id: string }[]; readonly totals: { readonly facts: number } };
    const whole = await ask<Node>(`node/${BLINKEN}`);
    const pages = await Promise.all([0, 2].map((start) => ask<Node>(`node/${BLINKEN}?limit=2&offset=${start}`)));
    expect(pages.flatMap(({ facts }) => facts)).toEqual(whole.facts.slice(0, 4));
    expect(pages[0]?.totals).toEqual(whole.totals);
    expect(whole.totals.facts).toBe(whole.facts.length);
  });

  it("of a format of several files are each a file", async () => {
    const file = join(folder, "csv");
    await writeFolderExport(csv, selectGraph(live.source.graph, { relations: new Set(["SPOKE_WITH"]) }), {}, file);
    for (const name of ["nodes.csv", "edges.csv"]) {
      const response = await fetch(`${served.url}api/export/csv/${name}?relations=SPOKE_WITH`);
      expect(response.headers.get("Content-Disposition")).toBe(`attachment; filename="${name}"`);
      expect(await response.text()).toBe(readFileSync(join(file, name), "utf8"));
    }
    const { detail } = await ask<Problem>("export/csv/persons.csv");
    expect(detail).toContain("nodes.csv, edges.csv");
  });

  it("of decisions come one after the other", async () => {
    for (const text of ["one", "two"]) {
      const decision = { type: "note", id: BILAWAL, text };
      expect((await fetch(`${served.url}api/verdicts`, json({ decision }))).status).toBe(200);
    }
    const whole = await ask<Verdicts>("verdicts");
    expect(whole.verdicts.map(({ text }) => text).slice(-2)).toEqual(["one", "two"]);
    const last = await ask<Verdicts>(`verdicts?limit=1&offset=${whole.total - 1}`);
    expect(last).toEqual({ total: whole.verdicts.length, verdicts: whole.verdicts.slice(-1) });
    expect((await ask<Verdicts>("verdicts?limit=1")).verdicts).toEqual(whole.verdicts.slice(0, 1));
  });

  it("of the graph are an overview where it has more nodes than are asked for, and say how many there are", async () => {
    const whole = await ask<GraphData>("graph");
    const count = whole.nodes.id.length;
    expect(await ask<GraphData>(`graph?overviewAbove=${count}`)).toEqual(whole);
    const overview = await ask<GraphData>(`graph?overviewAbove=${count - 1}`);
    const mentions = whole.edges.relation.filter((index) => whole.ontology.relations[index]?.id === "MENTIONED_IN");
    expect(overview.overview).toEqual({ nodes: count, facts: whole.edges.id.length - mentions.length });
    expect(overview.ontology).toEqual(whole.ontology);
    expect(overview.nodes.id.filter((id) => id.startsWith("article:"))).toEqual([]);
    expect(overview.nodes.degree[overview.nodes.id.indexOf(BLINKEN)]).toBe(
      whole.nodes.degree[whole.nodes.id.indexOf(BLINKEN)],
    );
  });

  it("of the graph lie around a node, and say whether they are whole", async () => {
    const small = await ask<GraphData>(`graph?around=${BLINKEN}&limit=4&modalities=all`);
    expect(small.nodes.id).toHaveLength(4);
    expect(small.nodes.id).toContain(BLINKEN);
    expect(small.part).toMatchObject({ around: { id: BLINKEN, label: "Antony Blinken" }, steps: 1, complete: false });
    const near = await ask<GraphData>(`graph?around=${BLINKEN}&limit=5000`);
    expect(near.part?.complete).toBe(true);
    const kinds = new Set(near.nodes.kind.map((index) => near.ontology.kinds[index]?.id));
    expect(kinds).not.toContain("Article");
    const only = await ask<GraphData>(`graph?around=${BLINKEN}&relations=SPOKE_WITH`);
    expect(new Set(only.edges.relation.map((index) => only.ontology.relations[index]?.id))).toEqual(
      new Set(["SPOKE_WITH"]),
    );
  });
});

describe("paths", () => {
  it("are the shortest, each step with what says it", async () => {
    const { length, total, chains } = await ask<Paths>(`path?from=${BLINKEN}&to=${BILAWAL}`);
    expect([length, total, chains.length]).toEqual([1, 1, 1]);
    const [step] = chains[0]?.steps ?? [];
    const spoke = step?.facts.find(({ relation }) => relation === "SPOKE_WITH");
    const quoted = spoke?.evidence[0];
    const { text } = await ask<{ text: string }>(`article/${encodeURIComponent(quoted?.article.name ?? "")}`);
    expect(text.slice(quoted?.start, quoted?.end)).toBe(quoted?.quote);
  });

  it("do not lead through articles, and end where they may not be longer", async () => {
    const far = await ask<Paths>(`path?from=${BILAWAL}&to=person:shah-mahmood-qureshi&through=Person`);
    expect(far.chains.map(({ nodes }) => nodes.map(({ id }) => id))).toContainEqual([
      BILAWAL,
      BLINKEN,
      "person:shah-mahmood-qureshi",
    ]);
    const none = await ask<Paths>(`path?from=${BILAWAL}&to=person:shah-mahmood-qureshi&maxSteps=1`);
    expect(none).toMatchObject({ length: null, total: 0, chains: [] });
  });
});

describe("timelines", () => {
  it("of a pair hold what was between them, in its order", async () => {
    const { entries } = await ask<Timeline>(`timeline?node=${BLINKEN}&with=person:shah-mahmood-qureshi`);
    expect(entries.length).toBeGreaterThan(0);
    const dates = entries.map(({ dateFrom }) => dateFrom ?? "");
    expect(dates).toEqual([...dates].sort());
    for (const { event, facts } of entries) {
      expect(event).not.toBeNull();
      expect(facts.length).toBeGreaterThan(0);
    }
  });

  it("come in pages, without losing or repeating anything", async () => {
    const all = await ask<Timeline>("timeline?modalities=all");
    expect(all.entries).toHaveLength(all.total);
    const pages: Timeline["entries"][number][] = [];
    while (pages.length < all.total) {
      const { entries, total } = await ask<Timeline>(`timeline?modalities=all&limit=3&offset=${pages.length}`);
      expect([total, entries.length]).toEqual([all.total, Math.min(3, all.total - pages.length)]);
      pages.push(...entries);
    }
    expect(pages).toEqual(all.entries);
  });

  it("hold what is said so, and by these relations", async () => {
    const usual = await ask<Timeline>("timeline");
    const all = await ask<Timeline>("timeline?modalities=all");
    expect(all.total + all.undated).toBeGreaterThan(usual.total + usual.undated);
    const calls = await ask<Timeline>("timeline?relations=SPOKE_WITH");
    const relations = calls.entries.flatMap(({ facts }) => facts.map(({ relation }) => relation));
    expect(new Set(relations)).toEqual(new Set(["SPOKE_WITH"]));
  });

  it("end and begin where they are told to", async () => {
    const all = await ask<Timeline>("timeline");
    const early = await ask<Timeline>("timeline?to=2021");
    const late = await ask<Timeline>("timeline?from=2022");
    expect(early.total).toBeGreaterThan(0);
    expect(early.total + late.total).toBe(all.total);
    expect(early.entries.every(({ dateFrom }) => (dateFrom ?? "") < "2022")).toBe(true);
  });
});
