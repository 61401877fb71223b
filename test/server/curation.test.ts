import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openLiveSource, type LiveSource } from "../../src/cli/live-source.ts";
import { buildFolder } from "../../src/pipeline/build-folder.ts";
import type { UnsurePair } from "../../src/model/identity.ts";
import type { NodeId } from "../../src/model/ids.ts";
import type {
  DecisionResult,
  IdentityDetail,
  NodeDetail,
  Problem,
  Review,
  Verdicts,
} from "../../src/server/contract.ts";
import { createApp } from "../../src/server/app.ts";
import { knowledge, SEEDS } from "../helpers/knowledge.ts";

const BLINKEN = "person:antony-blinken";
const PRICE = "person:ned-price";

let folder: string;
let live: LiveSource;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "dragoman-test-"));
  await buildFolder({ inputs: [join(SEEDS, "articles")], graphFolder: folder, knowledge, jobs: 1 });
  live = await openLiveSource(folder, knowledge);
});
afterAll(async () => {
  await live.close();
  rmSync(folder, { recursive: true });
});

const ask = (path: string, init?: RequestInit): Promise<Response> =>
  Promise.resolve(createApp(live.source).request(path, init));

async function get<T>(path: string): Promise<T> {
  return (await (await ask(path)).json()) as T;
}

const post = (body: unknown, headers: Readonly<Record<string, string>> = {}): Promise<Response> =>
  ask("/api/verdicts", {
    method: "POST",
    headers: { "Content-Type": "application/json", ...headers },
    body: JSON.stringify(body),
  });

describe("curation", () => {
  it("records a decision, serves the graph after it, and takes it back", async () => {
    const nodes = live.source.graph.nodeCount;
    const decision = { type: "merge", ids: [BLINKEN, PRICE] };
    const response = await post({ decision, by: "desk", why: "a test" });
    expect(response.status).toBe(200);
    const { verdict, nodes: now } = (await response.json()) as DecisionResult;
    expect(live.source.graph.nodeCount).toBeLessThan(nodes);
    expect(now).toEqual([live.source.graph.node(BLINKEN)?.id ?? PRICE]);

    const merged = await get<IdentityDetail>(`/api/identity/${encodeURIComponent(PRICE)}`);
    expect(merged).toMatchObject({
      id: now[0],
      parts: [{ known: BLINKEN }, { known: PRICE }],
      links: [{ parts: [0, 1], score: null, reasons: [{ feature: "verdict" }] }],
      verdicts: [{ id: verdict, type: "same", about: ["Antony Blinken", "Ned Price"], by: "desk", why: "a test" }],
    });
    expect(merged.parts[0]?.places[0]).toMatchObject({
      article: expect.stringMatching(/^00\d_/),
      start: expect.any(Number),
    });

    // Links to either lead to it.
    const details = await Promise.all(
      [BLINKEN, PRICE].map((id) => get<NodeDetail>(`/api/node/${encodeURIComponent(id)}?labels=de`)),
    );
    expect(details.map(({ id }) => id)).toEqual([now[0], now[0]]);

    expect((await post({ decision: { type: "undo", verdict } })).status).toBe(200);
    expect(live.source.graph.nodeCount).toBe(nodes);
    expect((await get<Verdicts>("/api/verdicts")).verdicts).toMatchObject([
      { id: verdict, active: false, turns: [{ type: "undo" }] },
    ]);
    expect(await get<Review>("/api/review?limit=1&offset=0")).toEqual({ pairs: [], total: 0 });
  });

  it("lists decisions in either order, and pairs of all nodes or of one", async () => {
    for (const text of ["one", "two"]) await post({ decision: { type: "note", id: PRICE, text } });
    const notes = async (query: string): Promise<readonly unknown[]> =>
      (await get<Verdicts>(`/api/verdicts?limit=2${query}`)).verdicts.map(({ text }) => text);
    expect(await notes("&order=latest")).toEqual(["two", "one"]);
    expect(await notes("&order=latest&offset=1")).toContain("one");
    expect(await notes("")).not.toContain("two");
    const told = async (id: string): Promise<readonly unknown[]> =>
      (await get<IdentityDetail>(`/api/identity/${id}`)).verdicts.map(({ text }) => text);
    expect(await told(PRICE)).toEqual(expect.arrayContaining(["one", "two"]));
    expect(await told("gov:PK")).toEqual([]);

    const pair = (one: string, other: string): UnsurePair => ({
      nodes: [one as NodeId, other as NodeId],
      score: 0.9,
      reasons: [],
      articles: 1,
    });
    const { curation } = live.source;
    if (curation === undefined) throw new TypeError("nothing can be decided");
    const unsure = async (): Promise<readonly UnsurePair[]> => [pair("gov:PK", "gov:US"), pair(BLINKEN, PRICE)];
    const app = createApp({ ...live.source, curation: { ...curation, unsure } });
    const pairs = async (query: string): Promise<readonly string[]> => {
      const review = (await (await app.request(`/api/review${query}`)).json()) as Review;
      return review.pairs.map(({ nodes: [{ id }] }) => `${id} of ${review.total}`);
    };
    expect(await pairs("?limit=1")).toEqual(["gov:PK of 2"]);
    expect(await pairs(`?node=${PRICE}`)).toEqual([`${BLINKEN} of 1`]);
  });

  it.each<readonly [string, unknown, number]>([
    [
      "a person and a state as one, where that is not said to be meant",
      { decision: { type: "merge", ids: [BLINKEN, "gov:PK"] } },
      422,
    ],
    ["an unknown node", { decision: { type: "note", id: "person:nobody", text: "?" } }, 404],
    ["what cannot be", { decision: { type: "merge", ids: [BLINKEN, BLINKEN] } }, 422],
    ["another form", { decision: { type: "merge", ids: [BLINKEN] } }, 400],
    ["more than is known", { decision: { type: "note", id: BLINKEN, text: "?", colour: "red" } }, 400],
  ])("refuses %s", async (_, body, status) => {
    const before = await get<Verdicts>("/api/verdicts");
    const response = await post(body);
    expect(response.status).toBe(status);
    expect((await response.json()) as Problem).toMatchObject({ status });
    expect(await get<Verdicts>("/api/verdicts")).toEqual(before);
  });

  it("refuses pages of other origins, and bodies that no form of ours sends", async () => {
    const before = await get<Verdicts>("/api/verdicts");
    const body = { decision: { type: "note", id: BLINKEN, text: "?" } };
    expect((await post(body, { Origin: "https://example.org" })).status).toBe(403);
    expect((await post(body, { "Content-Type": "text/plain" })).status).toBe(415);
    expect((await post({ ...body, why: "x".repeat(300_000) })).status).toBe(413);
    expect(await get<Verdicts>("/api/verdicts")).toEqual(before);
  });
});
