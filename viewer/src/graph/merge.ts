import type { ArticleColumns, EdgeColumns, GraphData, NodeColumns } from "../../../src/server/contract.ts";

/**
 * A graph with another part of the same graph added: what it has already stays where it is, by index, and the rest comes
 * behind. Columns of a part refer to its own lists, which need not be in the same order.
 */
export function mergeParts(base: GraphData, part: GraphData): GraphData {
  const kinds = appended(base.ontology.kinds, part.ontology.kinds, ({ id }) => id);
  const relations = appended(base.ontology.relations, part.ontology.relations, ({ id }) => id);
  const events = appended(base.ontology.events, part.ontology.events, ({ id }) => id);
  const modalities = appended(base.modalities, part.modalities, (modality) => modality);
  const articles = newRows(base.articles.name, part.articles.name);
  const nodes = newRows(base.nodes.id, part.nodes.id);
  const edges = newRows(base.edges.id, part.edges.id);
  // What was there may be in an event that comes only now.
  const eventOf = [...base.edges.event];
  for (const [row, event] of part.edges.event.entries()) {
    if (event !== null) eventOf[edges.indexOf(row)] = nodes.indexOf(event);
  }
  return {
    ...base,
    ontology: { ...base.ontology, kinds: kinds.all, relations: relations.all, events: events.all },
    modalities: modalities.all,
    articles: addRows<ArticleColumns>(base.articles, part.articles, articles.rows),
    nodes: addRows<NodeColumns>(
      base.nodes,
      {
        ...part.nodes,
        kind: part.nodes.kind.map(kinds.indexOf),
        unnamedEvent: part.nodes.unnamedEvent.map((event) => (event === null ? null : events.indexOf(event))),
      },
      nodes.rows,
    ),
    edges: addRows<EdgeColumns>(
      { ...base.edges, event: eventOf.slice(0, base.edges.id.length) },
      {
        ...part.edges,
        source: part.edges.source.map(nodes.indexOf),
        target: part.edges.target.map(nodes.indexOf),
        relation: part.edges.relation.map(relations.indexOf),
        modality: part.edges.modality.map(modalities.indexOf),
        event: part.edges.event.map((event) => (event === null ? null : nodes.indexOf(event))),
        articles: part.edges.articles.map((list) => list.map(articles.indexOf)),
      },
      edges.rows,
    ),
  };
}

/** Where the rows of a part come to stand, and which of them are new. */
interface Rows {
  readonly rows: readonly number[];
  readonly indexOf: (row: number) => number;
}

function newRows(base: readonly string[], part: readonly string[]): Rows {
  const places = new Map(base.map((id, index) => [id, index]));
  const rows: number[] = [];
  const indices = part.map((id, row) => {
    const known = places.get(id);
    if (known !== undefined) return known;
    places.set(id, places.size);
    rows.push(row);
    return places.size - 1;
  });
  return { rows, indexOf: (row) => indices[row] ?? 0 };
}

function appended<Item>(
  base: readonly Item[],
  part: readonly Item[],
  key: (item: Item) => string,
): Rows & { readonly all: readonly Item[] } {
  const rows = newRows(base.map(key), part.map(key));
  return { ...rows, all: [...base, ...rows.rows.flatMap((row) => part[row] ?? [])] };
}

type Columns = Readonly<Record<string, readonly unknown[]>>;

function addRows<Of extends Columns>(base: Of, part: Of, rows: readonly number[]): Of {
  const columns = Object.entries(base).map(([name, column]) => [
    name,
    [...column, ...rows.map((row) => part[name]?.[row])],
  ]);
  return Object.fromEntries(columns) as Of;
}
