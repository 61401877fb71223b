import jsonldProcessor, { type JsonLdDocument, type NodeObject } from "jsonld";
import { beforeAll, describe, expect, it } from "vitest";
import { jsonld, type JsonldOptions } from "../../src/exporters/jsonld.ts";
import { createGraph } from "../../src/graph/memory.ts";
import type { Graph } from "../../src/model/graph.ts";
import { MODALITIES } from "../../src/model/modality.ts";
import { loadKnowledge } from "../../src/seeds/knowledge.ts";
import { compareText } from "../../src/model/text.ts";
import { encodeToString, exporterContract, type ReadGraph } from "../contract/exporter.ts";
import { edge, entity, evidence } from "../helpers/graph.ts";
import { sampleGraph } from "./sample.ts";

const DRAGOMAN = "urn:dragoman:term:";
const RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
const PROV = "http://www.w3.org/ns/prov#";
const SCHEMA = "https://schema.org/";

/** Nothing may be fetched: the context stands in the document. */
const options = {
  safe: true,
  documentLoader: (url: string): never => {
    throw new Error(`the document asks for ${url}`);
  },
};

type Expanded = Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>> & {
  readonly "@id": string;
  readonly "@type"?: readonly string[];
};

async function expand(text: string): Promise<readonly Expanded[]> {
  const flat = await jsonldProcessor.flatten(JSON.parse(text) as JsonLdDocument, undefined, options);
  return flat as unknown as readonly Expanded[];
}

const value = (item: Expanded | undefined, key: string): string => String(item?.[key]?.[0]?.["@value"]);
const reference = (item: Expanded, key: string): string => String(item[key]?.[0]?.["@id"]);

/** The graph as a processor of JSON-LD finds it: nodes have an identifier, facts are statements. */
async function readWithProcessor(text: string): Promise<ReadGraph> {
  const items = await expand(text);
  const byId = new Map(items.map((item) => [item["@id"], item]));
  const keyed = items.filter((item) => `${SCHEMA}identifier` in item);
  const isFact = (item: Expanded): boolean => item["@type"]?.includes(`${RDF}Statement`) === true;
  const key = (item: Expanded | undefined): string => value(item, `${SCHEMA}identifier`);
  return {
    nodes: keyed
      .filter((item) => !isFact(item))
      .map((item) => ({ id: key(item), label: value(item, `${SCHEMA}name`) })),
    edges: keyed.filter(isFact).map((item) => ({
      id: key(item),
      source: key(byId.get(reference(item, `${RDF}subject`))),
      target: key(byId.get(reference(item, `${RDF}object`))),
      relation: reference(item, `${RDF}predicate`).replace("urn:dragoman:relation:", ""),
      quotes: (item[`${PROV}wasDerivedFrom`] ?? []).map(({ "@id": id }) =>
        value(byId.get(String(id)), `${SCHEMA}text`),
      ),
    })),
  };
}

/** The processor sorts by IRI; ours are ids with a prefix, percent-encoded where an IRI must be. */
exporterContract({ exporter: jsonld, read: readWithProcessor, normalise: (label) => label, runs: 100 });

function oddIds(): Graph {
  return createGraph(
    ["a b<c>%41", "وزیر", "Q42"].map((id) => entity(id)),
    [],
  );
}

describe("the JSON-LD export", () => {
  const classes = new Map(loadKnowledge().ontology.kinds.map((kind) => [kind.id, kind.classes]));
  let items: ReadonlyMap<string, Expanded>;
  let quads: readonly string[];
  beforeAll(async () => {
    const text = await encodeToString(jsonld, sampleGraph(), { classes } satisfies JsonldOptions);
    items = new Map((await expand(text)).map((item) => [item["@id"], item]));
    const document = JSON.parse(text) as NodeObject;
    const written = (await jsonldProcessor.toRDF(document, { ...options, format: "application/n-quads" })) as string;
    quads = written.split("\n");
  });

  it("gives nodes classes of schema.org, names in their languages and addresses", () => {
    const blinken = items.get("urn:dragoman:person:antony-blinken");
    expect(blinken?.["@type"]).toEqual([`${SCHEMA}Person`]);
    expect(blinken?.[`${SCHEMA}alternateName`]).toEqual(
      expect.arrayContaining([{ "@value": "اینٹونی بلنکن", "@language": "ur" }]),
    );
    expect(blinken?.[`${SCHEMA}sameAs`]).toEqual([
      { "@id": "http://www.wikidata.org/entity/Q7821917" },
      { "@id": "https://example.org/?a=1&b=2" },
    ]);
    const event = items.get("urn:dragoman:event:call-2022-05-06-3fa1");
    expect(event?.["@type"]).toEqual([`${SCHEMA}Event`]);
    expect(event?.[`${SCHEMA}startDate`]).toEqual([
      { "@value": "2022-05-06", "@type": "http://www.w3.org/2001/XMLSchema#date" },
    ]);
    expect(event?.[`${DRAGOMAN}historyDates`]).toEqual([{ "@list": [{ "@value": "2022-05" }, { "@value": "" }] }]);
  });

  it("tells where a quote stands and who says so", () => {
    const quote = items.get("urn:dragoman:fact:01#1");
    expect(quote).toMatchObject({
      "@type": [`${SCHEMA}Quotation`, `${PROV}Entity`],
      [`${PROV}wasQuotedFrom`]: [{ "@id": "urn:dragoman:article:aaaa1d7e0f3a4455" }],
      [`${DRAGOMAN}start`]: [{ "@value": 0 }],
      [`${DRAGOMAN}attribution`]: [{ "@list": [{ "@value": "gov:PK" }, { "@value": "the ministry" }] }],
    });
    expect(quote?.[`${SCHEMA}text`]?.[0]).toMatchObject({ "@language": "ur" });
    expect(items.get("urn:dragoman:fact:01#1/1")).toMatchObject({
      "@type": [`${PROV}Agent`],
      [`${SCHEMA}name`]: [{ "@value": "the ministry" }],
    });
  });

  it("tells of which article another is a copy", () => {
    expect(items.get("urn:dragoman:article:aaaa1d7e0f3a4455")).toMatchObject({
      "@type": [`${SCHEMA}NewsArticle`, `${PROV}Entity`],
      [`${SCHEMA}isBasedOn`]: [{ "@id": "urn:dragoman:article:9b2c1d7e0f3a4455" }],
    });
  });

  it("attributes a quote to a node where it is one, and has no IRI for what is no address", async () => {
    const graph = createGraph(
      [entity("gov:PK", { sameAs: ["Q843", "Q0", "Q843x", "somewhere"] })],
      [edge("fact:1", "gov:PK", "MET", "gov:PK", { evidence: [evidence("It said.", { attribution: ["gov:PK"] })] })],
    );
    const facts = new Map((await expand(await encodeToString(jsonld, graph))).map((item) => [item["@id"], item]));
    expect(facts.get("urn:dragoman:fact:1#0")?.[`${PROV}wasAttributedTo`]).toEqual([{ "@id": "urn:dragoman:gov:PK" }]);
    expect(facts.get("urn:dragoman:gov:PK")?.[`${SCHEMA}sameAs`]).toEqual([
      { "@id": "http://www.wikidata.org/entity/Q843" },
    ]);
  });

  it("has a plain triple for what texts state, and none for what is only planned", () => {
    const triples = quads.filter((quad) => quad.includes("> <urn:dragoman:relation:SPOKE_WITH> <"));
    expect(triples).toEqual([
      "<urn:dragoman:person:antony-blinken> <urn:dragoman:relation:SPOKE_WITH> <urn:dragoman:person:bilawal-bhutto-zardari> .",
    ]);
  });

  it.each(MODALITIES)("has a plain triple of what is %s only where texts state it", async (modality) => {
    const graph = createGraph([entity("person:a")], [edge("fact:1", "person:a", "MET", "person:a", { modality })]);
    const facts = await expand(await encodeToString(jsonld, graph));
    const isStated = facts.some((item) => "urn:dragoman:relation:MET" in item);
    expect(isStated).toBe(modality === "actual");
  });

  it("is N-Quads that a parser reads, and that say what the document says", async () => {
    expect(quads.length).toBeGreaterThan(150);
    const document = JSON.parse(await encodeToString(jsonld, sampleGraph(), { classes })) as NodeObject;
    const parsed = await jsonldProcessor.fromRDF(quads.join("\n"), {
      format: "application/n-quads",
    });
    const canonical = { ...options, format: "application/n-quads" } as const;
    expect(await jsonldProcessor.canonize(parsed as JsonLdDocument, canonical)).toBe(
      await jsonldProcessor.canonize(document, canonical),
    );
    expect(quads).toContain(
      '<urn:dragoman:fact:01> <urn:dragoman:term:confidence> "1.0E0"^^<http://www.w3.org/2001/XMLSchema#double> .',
    );
  });

  it("names things whose ids no IRI may hold", async () => {
    const { nodes } = await readWithProcessor(await encodeToString(jsonld, oddIds()));
    expect(nodes.map(({ id }) => id).sort(compareText)).toEqual(["Q42", "a b<c>%41", "وزیر"]);
  });
});
