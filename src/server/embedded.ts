import type { GraphEdge, GraphNode } from "../model/graph.ts";
import type { Reading } from "../model/reading.ts";
import type { ServedArticle, SourceOntology } from "./source.ts";

/** Id of the element of a page that holds its graph as JSON. */
export const EMBEDDED_ID = "dragoman-graph";

/** A graph that stands in a page: all that the page would ask a server for. */
export interface EmbeddedGraph {
  readonly ontology: SourceOntology;
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
  /** Of the nodes that have a place: id, x, y. */
  readonly positions: readonly (readonly [id: string, x: number, y: number])[];
  /** By the names that evidence uses. */
  readonly articles: readonly (readonly [name: string, article: ServedArticle])[];
  /** What was read in the articles, by the same names: of those whose texts are left out as well. */
  readonly readings: readonly (readonly [name: string, reading: Reading])[];
  /** The view with which the page begins where its address names none: what stands behind `#`. */
  readonly view?: string;
}
