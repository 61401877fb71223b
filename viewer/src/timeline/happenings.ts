import type { GraphModel } from "../graph/model.ts";
import type { Visibility } from "../graph/visibility.ts";
import type { Selection } from "../state/selection.ts";

/** An event with facts in it and at it, or a fact outside of any. All by index. */
export interface Happening {
  /** Undefined for a fact outside of events. */
  readonly event: number | undefined;
  /** At least one. */
  readonly edges: readonly number[];
  /** Days since 1970-01-01, inclusive; null where that side is open or nothing is known. */
  readonly from: number | null;
  readonly to: number | null;
}

/** Of what a timeline tells: of everything that is shown, of a node, of what some have to do with each other, or of a text. */
export type Scope =
  | { readonly type: "all" }
  | { readonly type: "node"; readonly id: string }
  | { readonly type: "between"; readonly ids: readonly string[] }
  | { readonly type: "article"; readonly name: string };

/** What is selected comes before what is picked. */
export function scopeOf({ graph }: GraphModel, selection: Selection, picked: ReadonlySet<string>): Scope {
  switch (selection.type) {
    case "node":
      return selection;
    case "article":
      return selection;
    case "path":
      return { type: "between", ids: [selection.from, selection.to] };
    case "fact":
      return graph.hasEdge(selection.id) ? { type: "between", ids: graph.extremities(selection.id) } : { type: "all" };
    default: {
      const [first, ...others] = picked;
      if (first === undefined) return { type: "all" };
      return others.length === 0 ? { type: "node", id: first } : { type: "between", ids: [...picked] };
    }
  }
}

/** The shown facts of a scope, by index. */
export function factsOf(
  model: GraphModel,
  { edges: shown }: Pick<Visibility, "edges">,
  scope: Scope,
): readonly number[] {
  const { data, isFact, nodeIndex } = model;
  const { source, target, event, articles } = data.edges;
  const all = [...shown.keys()].filter((edge) => shown[edge] === 1 && isFact[edge] === 1);
  switch (scope.type) {
    case "all":
      return all;
    case "node": {
      const node = nodeIndex.get(scope.id);
      return all.filter((edge) => source[edge] === node || target[edge] === node || event[edge] === node);
    }
    case "article": {
      const article = data.articles.name.indexOf(scope.name);
      return all.filter((edge) => articles[edge]?.includes(article));
    }
    case "between":
      return factsBetween(model, all, new Set(scope.ids.flatMap((id) => nodeIndex.get(id) ?? [])));
  }
}

/** What nodes have to do with each other: facts of two of them, and their parts in an event that several of them have. */
function factsBetween({ data }: GraphModel, facts: readonly number[], nodes: ReadonlySet<number>): readonly number[] {
  const { source, target } = data.edges;
  const ends = (edge: number): readonly [number, number] => [source[edge] ?? -1, target[edge] ?? -1];
  const isEvent = (node: number): boolean => data.ontology.kinds[data.nodes.kind[node] ?? -1]?.type === "event";
  /** By event, those of the nodes that have to do with it. */
  const parts = new Map<number, Set<number>>();
  for (const edge of facts) {
    const [from, to] = ends(edge);
    for (const [event, node] of [
      [from, to],
      [to, from],
    ] as const) {
      if (!isEvent(event) || !nodes.has(node)) continue;
      const known = parts.get(event);
      if (known === undefined) parts.set(event, new Set([node]));
      else known.add(node);
    }
  }
  return facts.filter((edge) => {
    const [from, to] = ends(edge);
    if (nodes.has(from) && nodes.has(to)) return true;
    const event = nodes.has(from) ? to : nodes.has(to) ? from : undefined;
    return event !== undefined && (parts.get(event)?.size ?? 0) > 1;
  });
}

/** What facts tell of, the earliest first and what has no date last. Facts of one event are one happening. */
export function happeningsOf({ data }: GraphModel, facts: Iterable<number>): readonly Happening[] {
  const { nodes, edges, ontology } = data;
  const isEvent = (node: number): boolean => ontology.kinds[nodes.kind[node] ?? -1]?.type === "event";
  /** By event; by a number below zero for a fact outside of any. */
  const happenings = new Map<number, Happening & { readonly edges: number[] }>();
  for (const edge of facts) {
    const event = [edges.event[edge] ?? -1, edges.source[edge] ?? -1, edges.target[edge] ?? -1].find(isEvent);
    const key = event ?? -1 - edge;
    const known = happenings.get(key);
    if (known !== undefined) {
      known.edges.push(edge);
      continue;
    }
    const [columns, index] = event === undefined ? [edges, edge] : [nodes, event];
    happenings.set(key, {
      event,
      edges: [edge],
      from: columns.from[index] ?? null,
      to: columns.to[index] ?? null,
    });
  }
  return [...happenings.values()].sort(
    (a, b) =>
      rank(a) - rank(b) || (a.from ?? -Infinity) - (b.from ?? -Infinity) || (a.to ?? Infinity) - (b.to ?? Infinity),
  );
}

/** What has no date comes last. */
function rank({ from, to }: Happening): number {
  return from === null && to === null ? 1 : 0;
}
