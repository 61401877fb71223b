import { describe, expect, it } from "vitest";
import { edgeProperties, evidenceLists, nodeProperties } from "../../src/model/properties.ts";
import { toGraphData } from "../../src/server/graph-data.ts";
import { completionsAt } from "../../viewer/src/query/completion.ts";
import { recipesOf } from "../../viewer/src/query/cookbook.ts";
import { parametersOf, parameterText, parameterValues, withNodes } from "../../viewer/src/query/parameters.ts";
import { type PastQuery, pastQueriesFrom, withQuery } from "../../viewer/src/query/past-queries.ts";
import { foundIn, MOST_FETCHED } from "../../viewer/src/query/result-values.ts";
import { PROPERTIES, type QuerySchema, schemaOf } from "../../viewer/src/query/schema.ts";
import { servedSource } from "../helpers/served-graph.ts";
import { article, edge, entity, event } from "../helpers/graph.ts";

const SCHEMA: QuerySchema = {
  labels: [{ word: "Person", detail: "person" }],
  relations: [{ word: "MET", detail: "met" }],
  properties: [{ word: "label" }],
};

describe("completion", () => {
  it.each([
    ["MATCH (", undefined],
    ["MATCH (p:", "label"],
    ["MATCH (p:Pe", "label"],
    ["MATCH (:", "label"],
    ["MATCH (p:Entity:", "label"],
    ["MATCH (n) WHERE n:", "label"],
    ["MATCH (a)-[r:", "relation"],
    ["MATCH (a)-[:ME", "relation"],
    ["MATCH (a)-[r:SPOKE_WITH|", "relation"],
    ["MATCH (a)-[r:SPOKE_WITH|M", "relation"],
    ["MATCH (a)-[r:MET]-(b:", "label"],
    ["MATCH (p:Person {", "property"],
    ["MATCH (p:Person {la", "property"],
    ["MATCH (p:Person {id: 'x', ", "property"],
    ["MATCH (p:Person {id: ", undefined],
    ["MATCH (p) RETURN p.", "property"],
    ["MATCH (p) RETURN p.la", "property"],
    ["RETURN nodes(p)[0].", "property"],
    ["RETURN 1.", "property"],
    ["RETURN 12", undefined],
    ["RETURN [x IN xs | si", "keyword"],
    ["RETURN '{\\'' AS a, ", undefined],
    ["MAT", "keyword"],
    ["MATCH (p) RET", "keyword"],
    ["RETURN $pers", undefined],
    ["RETURN 'a word: (p:", undefined],
    ["RETURN \"it's: (p:", undefined],
    ["RETURN 'done' AS a, p.", "property"],
    ["// MATCH (p:", undefined],
    ["/* MATCH (p:", undefined],
    ["/* ( */ MATCH [r IN list WHERE (r:", "label"],
    ["// a comment\nMATCH (p:", "label"],
    ["RETURN 'a (text' + (n:", "label"],
  ])("after %j offers: %s", (text, kind) => {
    expect(completionsAt(text, SCHEMA)?.options[0]?.kind).toBe(kind);
  });

  it("completes the word that is being written", () => {
    expect(completionsAt("MATCH (p:Pe", SCHEMA)).toEqual({
      from: 9,
      options: [{ word: "Person", detail: "person", kind: "label" }],
    });
  });

  it("offers the words of the graph, with what a term is called where that is another word", () => {
    const { graph, positions, ontology } = servedSource();
    const data = toGraphData(graph, positions, ontology, []);
    const { labels, relations, properties } = schemaOf(data, ({ id, labels: { de } }) => de ?? id);
    expect(labels.map(({ word }) => word)).toEqual(["Entity", ...ontology.kinds.map(({ id }) => id)]);
    expect(labels).toContainEqual({ word: "Person" });
    expect(labels).toContainEqual({ word: "Government", detail: "Staat" });
    expect(relations.map(({ word }) => word)).toEqual(ontology.relations.map(({ id }) => id));
    expect(properties.map(({ word }) => word)).toEqual([...PROPERTIES, "names_en", "names_de", "names_ur"]);
  });

  it("knows every property that databases are given", () => {
    const nodes = [entity("person:a"), event("event:a"), article("article:a")];
    const fact = edge("fact:a", "person:a", "MET", "event:a");
    const given = [...nodes.map(nodeProperties), edgeProperties(fact), evidenceLists(fact)].flatMap(Object.keys);
    const known = ["id", ...given.filter((name) => !name.startsWith("names_"))];
    expect([...PROPERTIES].sort()).toEqual([...new Set(known)].sort());
  });
});

it("recipes stand in their sections, with their parameters and rows", () => {
  const recipe = (title: string): string => `### ${title}\n\n\`\`\`cypher\nRETURN 1\n  AS a\n\`\`\`\n`;
  const page = `# Cookbook\n\nWords.\n\n## People\n\n${recipe("One")}\n${recipe("Two")}\n## Time\n\n${recipe("Three")}
\`\`\`json\n{"a": 1}\n\`\`\`\n\n\`\`\`text\na\n1\n\`\`\`\n`;
  const plain = { parameters: {}, query: "RETURN 1\n  AS a", rows: undefined };
  expect(recipesOf(page)).toEqual([
    { ...plain, title: "One", group: "People" },
    { ...plain, title: "Two", group: "People" },
    { ...plain, title: "Three", group: "Time", parameters: { a: 1 }, rows: "a\n1\n" },
  ]);
});

describe("parameters", () => {
  it("are found where they are used, and not in texts and comments", () => {
    const query = "// $not\nMATCH (n {id: $id}) WHERE n.label <> '$no' AND n.date > $from /* $never */ RETURN $id";
    expect(parametersOf(query)).toEqual(["id", "from"]);
  });

  it.each([
    ["person:antony-blinken", "person:antony-blinken"],
    ["2024-03", "2024-03"],
    ["5", 5],
    ['"5"', "5"],
    ['["a", 1]', ["a", 1]],
    ["null", null],
    ["", ""],
    ["بلنکن", "بلنکن"],
  ])("%j is read as %j, and written back so that it is read alike", (text, value) => {
    expect(parameterValues("RETURN $a", { a: text, other: "1" })).toEqual({ a: value });
    expect(parameterValues("RETURN $a", { a: parameterText(value) })).toEqual({ a: value });
  });

  it("of a recipe take the nodes that somebody has chosen, kind by kind", () => {
    const recipe = { one: "gov:US", other: "gov:PK", from: "2024-03-01", person: "person:a" };
    expect(withNodes(recipe, ["gov:DE", "person:b"])).toEqual({
      one: "gov:DE",
      other: "gov:PK",
      from: "2024-03-01",
      person: "person:b",
    });
    expect(withNodes(recipe, [])).toEqual(recipe);
  });
});

describe("earlier queries", () => {
  const asked = (query: string): PastQuery => ({ query, parameters: {} });

  it("stand with the latest first, each once, and no more than can be looked through", () => {
    const some = [asked("RETURN 2"), asked("RETURN 1")];
    expect(withQuery(some, asked(" RETURN 1 "))).toEqual([asked(" RETURN 1 "), asked("RETURN 2")]);
    const many = Array.from({ length: 100 }, (_, index) => asked(`RETURN ${index}`));
    expect(many.reduce(withQuery, [])).toHaveLength(40);
  });

  it("are read from whatever the browser has kept", () => {
    const kept = [{ query: "RETURN 1", parameters: { a: "x", b: 1 } }, { query: 1 }, null, "RETURN 2"];
    expect(pastQueriesFrom(kept)).toEqual([{ query: "RETURN 1", parameters: { a: "x" } }]);
    expect(pastQueriesFrom({ query: "RETURN 1" })).toEqual([]);
  });
});

describe("what rows hold", () => {
  const known = {
    nodeIndex: new Map(["person:a", "person:b", "place:x"].map((id, index) => [id, index])),
    edgeIndex: new Map([["fact:1", 0]]),
    data: {},
  };
  const node = (id: string) => ({ id, labels: ["Entity"], properties: { place: "place:x" } });
  const relationship = { id: "fact:1", type: "MET", source: "person:a", target: "person:b", properties: {} };

  it.each([
    ["a node, and not what its properties name", node("person:a"), ["person:a"], []],
    ["a relationship", relationship, [], ["fact:1"]],
    [
      "a path",
      { nodes: [node("person:a"), node("person:b")], relationships: [relationship] },
      ["person:a", "person:b"],
      ["fact:1"],
    ],
    ["a list", [[node("person:b")], "x"], ["person:b"], []],
    ["an id", "person:a", ["person:a"], []],
    ["a map", { who: node("person:a") }, ["person:a"], []],
    ["what the graph does not have", node("person:nobody"), [], []],
    ["nothing", null, [], []],
    ["a number", 1, [], []],
  ])("%s", (_, value, nodes, edges) => {
    const found = foundIn([[value]], known);
    expect([[...found.nodes], [...found.edges]]).toEqual([nodes, edges]);
  });

  it("is fetched where the page has an overview, as far as that is quickly done, and never what is a text", () => {
    const overview = { ...known, data: { overview: { nodes: 90_000, facts: 200_000 } } };
    const far = { ...relationship, id: "fact:2" };
    const { nodes, edges } = foundIn([[node("person:far"), far, "person:word", node("person:far")]], overview);
    expect([[...nodes], [...edges]]).toEqual([["person:far"], ["fact:2"]]);
    const many = Array.from({ length: 300 }, (_, index) => [node(`person:${index}`)]);
    expect(foundIn([...many, [node("person:a")]], overview).nodes.size).toBe(MOST_FETCHED + 1);
  });
});
