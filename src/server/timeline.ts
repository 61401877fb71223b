import type { EventNode, Graph, GraphEdge } from "../model/graph.ts";
import { compareText } from "../model/text.ts";
import type { Timeline, TimelineEntry } from "./contract.ts";
import type { References } from "./references.ts";

export interface TimelineOptions {
  /** Of whom; the whole graph where it is left out. */
  readonly node?: string | undefined;
  /** What there is between `node` and this one. */
  readonly with?: string | undefined;
  /** Days or less exact dates (ISO 8601), inclusive: what may lie between them. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  /** Only events of these types, and no facts outside of events. */
  readonly events?: ReadonlySet<string> | undefined;
  readonly isWanted: (edge: GraphEdge) => boolean;
  readonly limit: number;
  readonly offset: number;
}

/** Facts that are shown of an entry, and places that are quoted of each. */
const FACTS_SHOWN = 10;
const PLACES_SHOWN = 2;

/** Days, inclusive; null where nobody knows. */
type Time = Pick<TimelineEntry, "date" | "dateFrom" | "dateTo">;

/** An event with the facts in it and at it, or a fact of its own. */
interface Entry {
  readonly id: string;
  readonly event: EventNode | undefined;
  readonly time: Time;
  readonly facts: GraphEdge[];
}

/**
 * What happened, in its order: events with all that is said of them, and dated facts outside of events. That something is
 * mentioned in an article is no happening.
 */
export function makeTimeline(graph: Graph, refer: References, options: TimelineOptions): Timeline {
  const { limit, offset, events } = options;
  const entries = new Map<string, Entry>();
  for (const edge of candidates(graph, options)) {
    if (!options.isWanted(edge)) continue;
    const source = graph.node(edge.source);
    const target = graph.node(edge.target);
    if (source?.type === "article" || target?.type === "article") continue;
    const inEvent = edge.event === null ? undefined : graph.node(edge.event);
    const event = [inEvent, source, target].find((node) => node?.type === "event");
    if (events !== undefined && (event === undefined || !events.has(event.eventType))) continue;
    const id = event?.id ?? edge.id;
    const entry = entries.get(id);
    if (entry === undefined) entries.set(id, { id, event, time: event ?? edge, facts: [edge] });
    else entry.facts.push(edge);
  }
  let undated = 0;
  const dated: Entry[] = [];
  for (const entry of entries.values()) {
    if (entry.time.dateFrom === null && entry.time.dateTo === null) undated += 1;
    else if (isWithin(entry.time, options)) dated.push(entry);
  }
  dated.sort(
    (a, b) =>
      compareText(a.time.dateFrom ?? "", b.time.dateFrom ?? "") ||
      compareText(a.time.dateTo ?? "9999", b.time.dateTo ?? "9999") ||
      compareText(a.id, b.id),
  );
  return {
    total: dated.length,
    undated,
    entries: dated
      .slice(offset, offset + limit)
      .map(({ event, facts, time: { date, dateFrom, dateTo } }): TimelineEntry => ({
        date,
        dateFrom,
        dateTo,
        event: event === undefined ? null : refer.node(event.id),
        facts: facts
          .sort((a, b) => b.weight - a.weight || compareText(a.id, b.id))
          .slice(0, FACTS_SHOWN)
          .map((fact) => refer.brief(fact, PLACES_SHOWN)),
        total: facts.length,
      })),
  };
}

function isWithin({ dateFrom, dateTo }: Time, { from, to }: TimelineOptions): boolean {
  if (from !== undefined && (dateTo ?? "9999") < from) return false;
  // "2022-05" as an end includes all of May: no day of it is greater than "2022-05~".
  return to === undefined || (dateFrom ?? "") <= `${to}~`;
}

/** Each fact once. */
function* candidates(graph: Graph, { node, with: other }: TimelineOptions): Iterable<GraphEdge> {
  if (node === undefined) return yield* graph.edges();
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
