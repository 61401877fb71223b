import { expect, test } from "vitest";
import { createGraph } from "../../src/graph/memory.ts";
import { createApp } from "../../src/server/app.ts";
import { edge, entity } from "../helpers/graph.ts";
import { readOntology } from "../helpers/served-graph.ts";

const day = (date: string): { date: string; dateFrom: string; dateTo: string } => ({
  date,
  dateFrom: date,
  dateTo: date,
});
const graph = createGraph(
  [entity("a"), entity("b"), entity("o", { kind: "Organization" })],
  [
    edge("f1", "a", "MET", "b", { weight: 2, ...day("2022-05-06") }),
    edge("f2", "a", "PRAISED", "b", day("2021-01-01")),
    edge("f3", "a", "ACCUSED", "b", { modality: "alleged" }),
    edge("f4", "a", "MEMBER_OF", "o"),
  ],
);
const app = createApp({
  graph,
  positions: new Map([["a", { x: 7.5, y: 1 }]]),
  ontology: readOntology(),
  article: () => undefined,
});

async function get(path: string): Promise<string> {
  const response = await app.request(`/api/export/${path}`);
  expect(response.status, path).toBe(200);
  return await response.text();
}

const factsOf = async (query: string): Promise<readonly string[]> =>
  (JSON.parse(await get(`json${query}`)) as { readonly edges: readonly { readonly key: string }[] }).edges.map(
    ({ key }) => key,
  );

test.each<readonly [string, readonly string[]]>([
  ["", ["f1", "f2", "f3", "f4"]],
  ["?kinds=Person", ["f1", "f2", "f3"]],
  ["?relations=MET,MEMBER_OF", ["f1", "f4"]],
  ["?modalities=alleged", ["f3"]],
  ["?modalities=actual", ["f1", "f2", "f4"]],
  ["?from=2022", ["f1"]],
  ["?to=2021", ["f2"]],
  ["?from=2021&to=2022-05", ["f1", "f2"]],
  ["?minWeight=2", ["f1"]],
  ["?around=o", ["f4"]],
  ["?around=o&steps=2", ["f1", "f2", "f3", "f4"]],
])("an export%s holds what is asked for", async (query, ids) => {
  expect(await factsOf(query)).toEqual(ids);
});

test("a format of pictures holds what is shown, its dialect is chosen, and places come where they are wanted", async () => {
  const plain = await get("graphml");
  expect(plain).not.toContain("f3");
  expect(plain).not.toContain("7.5");
  expect(await get("graphml?modalities=all")).toContain("f3");
  expect(await get("graphml?layout=true")).toContain("7.5");
  expect(await get("graphml?flavor=yed")).toContain("yworks");
  const table = await app.request("/api/export/csv/nodes.csv?flavor=excel");
  expect([...new Uint8Array(await table.arrayBuffer()).slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
});
