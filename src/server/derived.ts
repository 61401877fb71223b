import { createHash } from "node:crypto";
import type { Graph } from "../model/graph.ts";
import { withLabels } from "../model/labels.ts";
import { once } from "../model/once.ts";
import type { Ontology, Stats } from "./contract.ts";
import { createDetails, type Details } from "./details.ts";
import { toGraphData, toOverviewData, type Whole, wholeOf } from "./graph-data.ts";
import { createReferences, type References } from "./references.ts";
import { createSearch, type Search } from "./search.ts";
import { type GraphSource, describeSource } from "./source.ts";
import { countGraph } from "./stats.ts";
import { type Happening, happeningsOf } from "./timeline.ts";

/** Languages of labels that are kept ready for each graph. */
const LABELS_KEPT = 4;

/** An answer with a tag of its content. */
export interface TaggedText {
  readonly text: string;
  readonly tag: string;
}

/** What is computed once for a graph, when it is first asked for. */
export interface Derived {
  /** The graph, with its labels in the languages that were asked for. */
  readonly graph: Graph;
  /** These languages. */
  readonly languages: readonly string[];
  /** The whole graph as `GraphData`. */
  readonly json: () => TaggedText;
  /** An overview of it, likewise. */
  readonly overview: () => TaggedText;
  readonly stats: () => Stats;
  readonly details: () => Details;
  readonly search: () => Search;
  readonly refer: () => References;
  readonly ontology: () => Ontology;
  /** What is told of the graph with each part of it. */
  readonly whole: () => Whole;
  /** All of them, in their order. */
  readonly happenings: () => readonly Happening[];
}

/** Derived data of the source's graph by languages of labels (`ur,de`; none: as they are), gone with the graph. */
export function createDerive(source: GraphSource): (labels?: string) => Derived {
  const known = new WeakMap<Graph, Map<string, Derived>>();
  const eventTypes = new Map(source.ontology.events.map(({ id, labels }) => [id, labels]));
  return (labels = "") => {
    const { graph } = source;
    const ofGraph = known.get(graph) ?? new Map<string, Derived>();
    known.set(graph, ofGraph);
    const derived = ofGraph.get(labels) ?? derive(graph, labels === "" ? [] : labels.split(","));
    // What was asked for last is kept longest.
    ofGraph.delete(labels);
    ofGraph.set(labels, derived);
    for (const oldest of ofGraph.keys()) if (ofGraph.size > LABELS_KEPT) ofGraph.delete(oldest);
    return derived;
  };

  function derive(usual: Graph, languages: readonly string[]): Derived {
    const graph = languages.length === 0 ? usual : withLabels(usual, { languages, eventTypes });
    const about = describeSource(source);
    const whole = once(() => wholeOf(graph, source.ontology));
    const toData = (make: typeof toGraphData): TaggedText =>
      tagged(make(graph, source.positions, source.ontology, languages, { ...about, whole: whole() }));
    return {
      graph,
      languages,
      json: once(() => toData(toGraphData)),
      overview: once(() => toData(toOverviewData)),
      stats: once(() => countGraph(graph, source.lists ?? [])),
      details: once(() => createDetails(graph)),
      search: once(() => createSearch(graph)),
      refer: once(() => createReferences(graph)),
      ontology: () => whole().ontology,
      whole,
      happenings: once(() => happeningsOf(graph, graph.edges())),
    };
  }
}

function tagged(value: unknown): TaggedText {
  const text = JSON.stringify(value);
  return { text, tag: `"${createHash("sha256").update(text).digest("base64url")}"` };
}
