import { DragomanError } from "../errors.ts";
import type { EventNode, Graph, GraphEdge } from "../model/graph.ts";
import { compareText } from "../model/text.ts";
import type { Timeline, TimelineEntry } from "./contract.ts";
import type { Derived } from "./derived.ts";
import { daysOf, factFilter, type FactWords, termsOf } from "./filters.ts";
import { found } from "./found.ts";

export interface TimelineOptions extends FactWords {
  /** Of whom; the whole graph where it is left out. */
  readonly node?: string | undefined;
  /** What there is between `node` and this one. */
  readonly with?: string | undefined;
  /** Days or less exact dates (ISO 8601), inclusive: what may lie between them. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  /** Only events of these types, and no facts outside of events. */
  readonly events?: readonly string[] | undefined;
  readonly limit: number;
  readonly offset: number;
}

/** Facts that are shown of an entry, and places that are quoted of each. */
const FACTS_SHOWN = 10;
const PLACES_SHOWN = 2;

/** Days, inclusive; null where nobody knows. */
type Time = Pick<TimelineEntry, "date" | "dateFrom" | "dateTo">;

/** An event with the facts in it and at it, or a fact of its own. */
export interface Happening {
  readonly id: string;
  readonly event: EventNode | undefined;
  readonly time: Time;
  readonly facts: readonly GraphEdge[];
}

/**
 * What happened, in its order: events with all that is said of them, and dated facts outside of events.
 *
 * Throws `NOT_FOUND` for a node that the graph does not have, `QUERY_INVALID` for words that the ontology does not have, for
 * `with` without `node`, and for an end before the beginning.
 */
export function makeTimeline({ graph, refer, ontology, happenings }: Derived, options: TimelineOptions): Timeline {
  const { node, with: other, limit, offset } = options;
  for (const id of [node, other]) if (id !== undefined) found(graph.node(id), "node", id);
  if (other !== undefined && node === undefined) {
    throw new DragomanError("QUERY_INVALID", "with is the other end of a pair: give node as well");
  }
  const days = daysOf(options);
  const isWanted = factFilter(options, ontology());
  const types = termsOf("type of events", options.events, ontology().events);
  const dated: Happening[] = [];
  let undated = 0;
  for (const happening of node === undefined ? happenings() : happeningsOf(graph, factsOf(graph, node, other))) {
    const { event, time } = happening;
    if (types !== undefined && (event === undefined || !types.has(event.eventType))) continue;
    const facts = happening.facts.filter(isWanted);
    if (facts.length === 0) continue;
    if (time.dateFrom === null && time.dateTo === null) undated += 1;
    else if (isWithin(time, days)) dated.push({ ...happening, facts });
  }
  const { node: nodeRef, brief } = refer();
  return {
    total: dated.length,
    undated,
    entries: dated
      .slice(offset, offset + limit)
      .map(({ event, facts, time: { date, dateFrom, dateTo } }): TimelineEntry => ({
        date,
        dateFrom,
        dateTo,
        event: event === undefined ? null : nodeRef(event.id),
        facts: [...facts]
          .sort((a, b) => b.weight - a.weight || compareText(a.id, b.id))
          .slice(0, FACTS_SHOWN)
          .map((fact) => brief(fact, PLACES_SHOWN)),
        total: facts.length,
      })),
  };
}

/** What some facts tell of, the earliest first. That something is mentioned in an article is no happening. */
export function happeningsOf(graph: Graph, edges: Iterable<GraphEdge>): readonly Happening[] {
  const happenings = new Map<string, Happening & { readonly facts: GraphEdge[] }>();
  for (const edge of edges) {
    const source = graph.node(edge.source);
    const target = graph.node(edge.target);
    if (source?.type === "article" || target?.type === "article") continue;
    const inEvent = edge.event === null ? undefined : graph.node(edge.event);
    const event = [inEvent, source, target].find((node) => node?.type === "event");
    const id = event?.id ?? edge.id;
    const known = happenings.get(id);
    if (known === undefined) happenings.set(id, { id, event, time: event ?? edge, facts: [edge] });
    else known.facts.push(edge);
  }
  return [...happenings.values()].sort(
    (a, b) =>
      compareText(a.time.dateFrom ?? "", b.time.dateFrom ?? "") ||
      compareText(a.time.dateTo ?? "9999", b.time.dateTo ?? "9999") ||
      compareText(a.id, b.id),
  );
}

function isWithin({ dateFrom, dateTo }: Time, { from, to }: ReturnType<typeof daysOf>): boolean {
  return (from === undefined || (dateTo ?? "9999") >= from) && (to === undefined || (dateFrom ?? "") <= to);
}

/** What is said of a node, or of what it has to do with another: each fact once. */
function* factsOf(graph: Graph, node: string, other: string | undefined): Iterable<GraphEdge> {
  if (other === undefined) return yield* graph.edgesOf(node);
  const otherEnds = (id: string): ReadonlySet<string> =>
    new Set(graph.edgesOf(id).map(({ source, target }) => (source === id ? target : source)));
  const [ofNode, ofOther] = [otherEnds(node), otherEnds(other)];
  for (const edge of new Set([...graph.edgesOf(node), ...graph.edgesOf(other)])) {
    const ends: readonly string[] = [edge.source, edge.target];
    if (ends.includes(node) && ends.includes(other)) yield edge;
    // What both have to do with the same event.
    else if (ends.some((id) => graph.node(id)?.type === "event" && ofNode.has(id) && ofOther.has(id))) yield edge;
  }
}
