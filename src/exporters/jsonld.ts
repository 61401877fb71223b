import { webAddress } from "../model/address.ts";
import type { ArticleNode, EntityNode, EventNode, Evidence, GraphEdge, GraphNode } from "../model/graph.ts";
import { MODALITIES } from "../model/modality.ts";
import { inChunks, type Exporter } from "./exporter.ts";
import { CONTEXT, iriOf } from "./jsonld-context.ts";

export interface JsonldOptions {
  /** Classes of schema.org by kind of node. A kind that is missing is a `Thing`. */
  readonly classes?: ReadonlyMap<string, readonly string[]>;
}

/**
 * JSON-LD 1.1 in terms of schema.org and PROV-O: one document with its context in it, one node or fact a line.
 *
 * A fact is an `rdf:Statement` that is derived from its quotes (`prov:wasDerivedFrom`), each of which is quoted from an
 * article (`prov:wasQuotedFrom`) and attributed to who says so (`prov:wasAttributedTo`). What texts state is there as a
 * plain triple too.
 */
export const jsonld = {
  id: "jsonld",
  name: "JSON-LD",
  extensions: ["jsonld"],
  mediaType: "application/ld+json",
  modalities: MODALITIES,
  flavors: [],
  defaults: {},
  async *encode(graph, { classes = new Map() }) {
    const seen: Seen = { ids: new Set(), articles: new Map() };
    yield `{\n"@context":${JSON.stringify(CONTEXT)},\n"@graph":[`;
    let first = true;
    const line = (record: object): string => {
      const separator = first ? "\n" : ",\n";
      first = false;
      // Leaves out what is undefined.
      return separator + JSON.stringify(record);
    };
    yield* inChunks(graph.nodes(), (node) => {
      seen.ids.add(node.id);
      if (node.type === "article") seen.articles.set(node.label, node.id);
      return line(nodeRecord(node, classes.get(node.kind) ?? ["Thing"]));
    });
    yield* inChunks(graph.edges(), (edge) => {
      return line(factRecord(edge, seen)) + (edge.modality === "actual" ? line(triple(edge)) : "");
    });
    yield "\n]\n}\n";
  },
} as const satisfies Exporter<JsonldOptions>;

/** What facts refer to. */
interface Seen {
  readonly ids: Set<string>;
  /** Ids by the names that evidence uses. */
  readonly articles: Map<string, string>;
}

/** Put together by `assign` and not as one literal, for the reason that `storedEdgeProperties` gives. */
function nodeRecord(node: GraphNode, classes: readonly string[]): object {
  const type = classes.map((name) => `schema:${name}`);
  const base = { id: iriOf(node.id), type, key: node.id, kind: node.kind, label: node.label };
  switch (node.type) {
    case "article":
      return Object.assign(base, { type: [...type, "prov:Entity"] }, articleFields(node));
    case "event":
      return Object.assign(base, namesOf(node), eventFields(node));
    case "entity":
      return Object.assign(base, namesOf(node), { sameAs: node.sameAs.flatMap(addressOf) });
  }
}

function namesOf({ aliases, names, mentions, articles }: EntityNode | EventNode): object {
  return { aliases, names, mentions, articles };
}

function eventFields(node: EventNode): object {
  const { eventType, properNames, date, dateFrom, dateTo, status, place } = node;
  const { conflictFields, conflictValues, conflictArticles } = node;
  const { historyStatuses, historyDates, historyArticles } = node;
  const { countKinds, countValues, countArticles } = node;
  return {
    eventType,
    properNames,
    date: date ?? undefined,
    dateFrom: dateFrom ?? undefined,
    dateTo: dateTo ?? undefined,
    status,
    place: place === null ? undefined : iriOf(place),
    ...(conflictFields.length === 0 ? {} : { conflictFields, conflictValues, conflictArticles }),
    ...(historyStatuses.length === 0 ? {} : { historyStatuses, historyDates, historyArticles }),
    ...(countKinds.length === 0 ? {} : { countKinds, countValues, countArticles }),
  };
}

function articleFields({ language, publishedAt, url, title, outlet, copyOf }: ArticleNode): object {
  return {
    lang: language,
    publishedAt: publishedAt ?? undefined,
    url: url === null ? undefined : addressOf(url)[0],
    title: title ?? undefined,
    publisher: outlet === null ? undefined : { type: "schema:Organization", label: outlet },
    copyOf: copyOf === null ? undefined : iriOf(copyOf),
  };
}

function factRecord(edge: GraphEdge, seen: Seen): object {
  const { id, source, target, relation, modality, date, dateFrom, dateTo, event, about, office, role } = edge;
  const iri = iriOf(id);
  return {
    id: iri,
    type: ["rdf:Statement", "prov:Entity"],
    key: id,
    subject: iriOf(source),
    predicate: `relation:${relation}`,
    object: iriOf(target),
    modality,
    date: date ?? undefined,
    dateFrom: dateFrom ?? undefined,
    dateTo: dateTo ?? undefined,
    event: event === null ? undefined : iriOf(event),
    about: about === null ? undefined : iriOf(about),
    office: office ?? undefined,
    role: role ?? undefined,
    confidence: edge.confidence,
    weight: edge.weight,
    evidence: edge.evidence.map((item, index) => evidenceRecord(item, `${iri}#${index}`, seen)),
  };
}

function evidenceRecord(item: Evidence, id: string, { ids, articles }: Seen): object {
  const { article, start, end, text, language, attribution, rule } = item;
  const from = articles.get(article);
  const saidBy = (source: string, index: number): unknown =>
    ids.has(source) ? iriOf(source) : { id: `${id}/${index}`, type: "prov:Agent", label: source };
  return {
    id,
    type: ["schema:Quotation", "prov:Entity"],
    text: { "@value": text, "@language": language },
    article,
    quotedFrom: from === undefined ? undefined : iriOf(from),
    start,
    end,
    ...(attribution.length === 0 ? {} : { attribution, attributedTo: attribution.map(saidBy) }),
    rule,
  };
}

/** A fact that texts state, as RDF says it. */
function triple({ source, relation, target }: GraphEdge): object {
  return { id: iriOf(source), [`relation:${relation}`]: { id: iriOf(target) } };
}

/** Addresses as they are, ids of Wikidata as its addresses; what is neither is no IRI, and left out. */
function addressOf(text: string): readonly string[] {
  if (/^Q[1-9]\d*$/.test(text)) return [`http://www.wikidata.org/entity/${text}`];
  const address = webAddress(text);
  return address === null ? [] : [address];
}
