import type { EntityNode, EventNode, Graph, GraphEdge, GraphNode } from "../model/graph.ts";
import { webAddress } from "../model/address.ts";
import type { Modality } from "../model/modality.ts";
import { once } from "../model/once.ts";
import type { Reading } from "../model/reading.ts";
import { compareText } from "../model/text.ts";
import type { ArticleDetail, ArticleRef, EdgeDetail, EventDetail, FactSummary, NodeDetail } from "./contract.ts";
import { directionOf } from "./direction.ts";
import { createReferences } from "./references.ts";
import type { ServedArticle } from "./source.ts";

/** An id of Wikidata, and where such ids lead. */
const WIKIDATA_ID = /^Q\d+$/;
const WIKIDATA = "https://www.wikidata.org/wiki/";

/** A part of each list of a detail. */
export interface Page {
  readonly limit: number;
  readonly offset: number;
}

/** Of what is said against a fact: places, each of another article. */
const DISPUTE_PLACES = 3;
/** How texts put what they say is not so. */
const AGAINST: ReadonlySet<Modality> = new Set(["negated", "denied"]);

const EVERYTHING: Page = { limit: Infinity, offset: 0 };

/** Everything that the viewer shows of one thing. Each is `undefined` for an id that the graph does not have. */
export interface Details {
  readonly node: (id: string, page?: Page) => NodeDetail | undefined;
  readonly edge: (id: string, page?: Page) => EdgeDetail | undefined;
  /** `reading`: what was read in it, where that is known. */
  readonly article: (name: string, article: ServedArticle, reading?: Reading) => ArticleDetail;
}

export function createDetails(graph: Graph): Details {
  const refer = createReferences(graph);
  const factsOfEvents = groupBy(graph, ({ event }) => (event === null ? [] : [event]));
  const factsAbout = groupBy(graph, ({ about }) => (about === null ? [] : [about]));
  const factsOfArticles = once(() => groupBy(graph, ({ evidence }) => new Set(evidence.map(({ article }) => article))));

  const nodeDetail = (node: GraphNode, page: Page): NodeDetail => {
    const facts: GraphEdge[] = [];
    const events: GraphEdge[] = [];
    const articles: string[] = [];
    for (const edge of graph.edgesOf(node.id)) {
      const other = graph.node(edge.source === node.id ? edge.target : edge.source);
      if (other?.type === "article") articles.push(other.label);
      else (other?.type === "event" ? events : facts).push(edge);
    }
    const fromHere = (edge: GraphEdge): FactSummary => refer.factFrom(edge, node.id);
    return {
      ...refer.node(node.id),
      ...(node.type === "article" ? { names: [], aliases: [], aliasCounts: [] } : namesOf(node)),
      sameAs: node.type === "entity" ? node.sameAs.flatMap(toSameAs) : [],
      mentions: node.type === "article" ? null : node.mentions,
      event: node.type === "event" ? eventDetail(node, page) : null,
      article: node.type === "article" ? refer.article(node.label) : null,
      facts: cut(
        facts.sort((a, b) => b.weight - a.weight),
        page,
      ).map(fromHere),
      events: cut(
        events.sort((a, b) => compareText(b.date ?? "", a.date ?? "")),
        page,
      ).map(fromHere),
      articles: cut(byDate(articles.map(refer.article)), page),
      totals: {
        facts: facts.length,
        events: events.length,
        articles: articles.length,
        inEvent: factsOfEvents.get(node.id)?.length ?? 0,
      },
    };
  };

  /** A value of a conflict; of a node its label. */
  const labelOf = (value: string): string => graph.node(value)?.label ?? value;
  const eventDetail = (event: EventNode, page: Page): EventDetail => ({
    type: event.eventType,
    date: event.date,
    dateFrom: event.dateFrom,
    dateTo: event.dateTo,
    place: event.place === null ? null : refer.node(event.place),
    status: event.status,
    conflicts: event.conflictFields.map((field, index) => ({
      field,
      value: labelOf(event.conflictValues[index] ?? ""),
      article: event.conflictArticles[index] ?? "",
    })),
    history: event.historyStatuses.map((status, index) => ({
      status,
      date: event.historyDates[index] || null,
      article: event.historyArticles[index] ?? "",
    })),
    counts: event.countKinds.map((what, index) => ({
      what,
      value: event.countValues[index] ?? "",
      article: event.countArticles[index] ?? "",
    })),
    facts: cut(factsOfEvents.get(event.id) ?? [], page).map((edge) => ({
      subject: refer.node(edge.source),
      ...refer.factFrom(edge, edge.source),
    })),
  });

  /** What else is said of the same. */
  const disputeOf = (edge: GraphEdge): readonly GraphEdge[] => {
    const claim = edge.about === null ? undefined : graph.edge(edge.about);
    const claims = claim === undefined ? [edge] : [edge, claim];
    const contrary = claims.flatMap((one) =>
      graph.edgesOf(one.source).filter((other) => other.source === one.source && isContrary(one, other)),
    );
    const about = claims.flatMap(({ id }) => factsAbout.get(id) ?? []);
    return [...new Set([...claims, ...contrary, ...about])].filter((other) => other !== edge);
  };
  const factsIn = (name: string): ArticleDetail["facts"] =>
    (factsOfArticles().get(name) ?? [])
      .filter(({ target }) => graph.node(target)?.type !== "article")
      .map((edge) => ({
        ...refer.fact(edge),
        date: edge.date,
        places: edge.evidence.filter(({ article }) => article === name).map(({ start, end }) => ({ start, end })),
      }))
      .sort((a, b) => (a.places[0]?.start ?? 0) - (b.places[0]?.start ?? 0) || compareText(a.id, b.id));
  const mentionsIn = (reading: Reading | undefined): Pick<ArticleDetail, "mentions" | "nodes"> => {
    // Of a part of a graph, what is in it.
    const mentions = (reading?.mentions ?? [])
      .map((mention) => ({ ...mention, nodes: mention.nodes.filter((id) => graph.node(id) !== undefined) }))
      .filter(({ nodes }) => nodes.length > 0);
    return { mentions, nodes: [...new Set(mentions.flatMap(({ nodes }) => nodes))].map(refer.node) };
  };

  const edgeDetail = (edge: GraphEdge, page: Page): EdgeDetail => {
    const about = edge.about === null ? undefined : graph.edge(edge.about);
    const ends = new Set<string>([edge.source, edge.target]);
    const parallel = graph
      .edgesOf(edge.source)
      .filter((other) => other.id !== edge.id && ends.has(other.source) && ends.has(other.target))
      .filter((other) => other.source !== other.target || ends.size === 1);
    return {
      ...refer.fact(edge),
      date: edge.date,
      dateFrom: edge.dateFrom,
      dateTo: edge.dateTo,
      event: edge.event === null ? null : refer.node(edge.event),
      about: about === undefined ? null : refer.fact(about),
      office: edge.office,
      role: edge.role,
      confidence: edge.confidence,
      weight: edge.weight,
      evidence: cut(edge.evidence, page).map(refer.evidence),
      parallel: cut(parallel, page).map(refer.fact),
      dispute: cut(disputeOf(edge), page).map((fact) => refer.brief(fact, DISPUTE_PLACES)),
      totals: { evidence: edge.evidence.length, parallel: parallel.length },
    };
  };

  return {
    node: (id, page = EVERYTHING) => {
      const node = graph.node(id);
      return node === undefined ? undefined : nodeDetail(node, page);
    },
    edge: (id, page = EVERYTHING) => {
      const edge = graph.edge(id);
      return edge === undefined ? undefined : edgeDetail(edge, page);
    },
    article: (name, article, reading) => ({
      ...refer.article(name),
      id: `article:${article.id}`,
      text: article.text,
      ...mentionsIn(reading),
      facts: factsIn(name),
      otherSources: article.sources
        .filter((source) => source.name !== name)
        .map((source) => ({ name: source.name, outlet: source.outlet ?? null, url: webAddress(source.url ?? null) })),
      earlierVersions: (article.earlier ?? []).map(({ id, source, until }) => ({
        id: `article:${id}`,
        name: source.name,
        publishedAt: source.publishedAt ?? null,
        until: until ?? null,
      })),
    }),
  };
}

function cut<Item>(items: readonly Item[], { limit, offset }: Page): readonly Item[] {
  return items.slice(offset, offset + limit);
}

/** Whether the one says that it is so, and the other that the same is not. */
function isContrary(one: GraphEdge, other: GraphEdge): boolean {
  const isSame =
    one.target === other.target &&
    one.relation === other.relation &&
    one.office === other.office &&
    one.role === other.role &&
    (one.event === other.event || one.event === null || other.event === null);
  const isApart = isBefore(one, other) || isBefore(other, one);
  return isSame && !isApart && AGAINST.has(one.modality) !== AGAINST.has(other.modality);
}

/** Articles, the latest first, and those without a date last. */
function byDate(articles: readonly ArticleRef[]): readonly ArticleRef[] {
  return articles.toSorted(
    (a, b) => compareText(b.publishedAt ?? "", a.publishedAt ?? "") || compareText(a.name, b.name),
  );
}

/** Whether the one was over before the other began, as far as that is known. */
function isBefore({ dateTo }: GraphEdge, { dateFrom }: GraphEdge): boolean {
  return dateTo !== null && dateFrom !== null && dateTo < dateFrom;
}

/** Edges by ids that each of them has, several or none. */
function groupBy(
  graph: Graph,
  keysOf: (edge: GraphEdge) => Iterable<string>,
): ReadonlyMap<string, readonly GraphEdge[]> {
  const groups = new Map<string, GraphEdge[]>();
  for (const edge of graph.edges()) {
    for (const key of keysOf(edge)) {
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [edge]);
      else group.push(edge);
    }
  }
  return groups;
}

function namesOf(node: EntityNode | EventNode): Pick<NodeDetail, "names" | "aliases" | "aliasCounts"> {
  const counts = new Map(node.aliases.map((alias, i) => [alias, node.aliasCounts[i] ?? 0]));
  const countsOf = (names: readonly string[]): readonly number[] => names.map((name) => counts.get(name) ?? 0);
  const listed = new Set([node.label, ...Object.values(node.names).flat()]);
  const aliases = node.aliases.filter((alias) => !listed.has(alias));
  const names = Object.entries(node.names)
    .filter(([, list]) => list.length > 0)
    .sort(([a], [b]) => compareText(a, b))
    .map(([language, list]) => ({ language, direction: directionOf(language), names: list, counts: countsOf(list) }));
  return { names, aliases, aliasCounts: countsOf(aliases) };
}

/** What can be followed to the same thing elsewhere. */
function toSameAs(id: string): NodeDetail["sameAs"] {
  const url = webAddress(WIKIDATA_ID.test(id) ? WIKIDATA + id : id);
  return url === null ? [] : [{ id, url }];
}
