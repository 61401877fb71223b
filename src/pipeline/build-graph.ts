import { foldGraph } from "../graph/fold.ts";
import type { Article, EarlierVersion } from "../model/article.ts";
import type { Extraction } from "../model/extraction.ts";
import type { Graph } from "../model/graph.ts";
import { compareText } from "../model/text.ts";
import { resolve } from "../resolve/resolve.ts";
import type { Knowledge } from "../seeds/knowledge.ts";

/** An article together with what was read in it. */
export interface ArticleRecord {
  readonly article: Article;
  readonly extraction: Extraction;
  /** The texts that stood in its place before it, the oldest first. They are not in the graph. */
  readonly earlier?: readonly EarlierVersion[];
}

/** Resolves entities and events across articles and folds their statements into one graph. Independent of the order of the records. */
export function buildGraph(records: readonly ArticleRecord[], knowledge: Knowledge): Graph {
  const sorted = [...records].sort((a, b) => compareText(a.article.id, b.article.id));
  return foldGraph(sorted, resolve(sorted, knowledge), knowledge.ontology);
}
