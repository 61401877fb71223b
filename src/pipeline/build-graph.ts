import { foldGraph } from "../graph/fold.ts";
import type { Article, EarlierVersion } from "../model/article.ts";
import type { Extraction } from "../model/extraction.ts";
import type { Graph } from "../model/graph.ts";
import type { Resolution } from "../model/resolution.ts";
import { compareText } from "../model/text.ts";
import type { Verdict } from "../model/verdict.ts";
import { resolve } from "../resolve/resolve.ts";
import { createReviser } from "../resolve/revise.ts";
import type { Knowledge } from "../seeds/knowledge.ts";

/** An article together with what was read in it. */
export interface ArticleRecord {
  readonly article: Article;
  readonly extraction: Extraction;
  /** The texts that stood in its place before it, the oldest first. They are not in the graph. */
  readonly earlier?: readonly EarlierVersion[];
}

/** A graph, and what its nodes are made of. */
export interface IdentifiedGraph extends Pick<Resolution, "identities" | "unsure"> {
  readonly graph: Graph;
}

/**
 * Resolves entities and events across articles and folds their statements into one graph. Independent of the order of the
 * records. `verdicts`: those in force, in the order in which they were given.
 */
export function identifyGraph(
  records: readonly ArticleRecord[],
  knowledge: Knowledge,
  verdicts: readonly Verdict[] = [],
): IdentifiedGraph {
  const revised = records.map(createReviser(verdicts)).sort((a, b) => compareText(a.article.id, b.article.id));
  const resolution = resolve(revised, knowledge, verdicts);
  const graph = foldGraph(revised, resolution, knowledge.ontology);
  return { graph, identities: resolution.identities, unsure: resolution.unsure };
}

/** The graph of `identifyGraph` alone. */
export function buildGraph(
  records: readonly ArticleRecord[],
  knowledge: Knowledge,
  verdicts: readonly Verdict[] = [],
): Graph {
  return identifyGraph(records, knowledge, verdicts).graph;
}
