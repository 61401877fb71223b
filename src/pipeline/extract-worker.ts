import { workerData } from "node:worker_threads";
import type { Article } from "../model/article.ts";
import type { Extraction } from "../model/extraction.ts";
import type { Knowledge } from "../seeds/knowledge.ts";
import { createArticleExtractor } from "./extract-article.ts";

/** Reads one article, in a thread of its own, which is given the knowledge when it is started. */
export const extract: (article: Article) => Extraction = createArticleExtractor(workerData as Knowledge);
