import { DragomanError } from "../errors.ts";
import type { Size } from "../folder/derived.ts";
import { loadKnowledge, type Knowledge } from "../seeds/knowledge.ts";
import type { OnEvent } from "./events.ts";
import { ensureGeneration } from "./generation.ts";
import { withJournal } from "./with-journal.ts";

export interface RemoveOptions {
  readonly graphFolder: string;
  /** Names, ids or addresses of articles. */
  readonly articles: readonly string[];
  /** Default: what was compiled from `seeds/`. */
  readonly knowledge?: Knowledge;
  readonly onEvent?: OnEvent;
}

/**
 * Takes articles out of a graph: what is left is the graph that never had them. Their texts stay in the journal.
 *
 * Throws `NOT_FOUND` where one of them is not in the graph, before anything is written, and what `withJournal` throws.
 */
export async function removeArticles(options: RemoveOptions): Promise<Size> {
  const { graphFolder, articles, knowledge = loadKnowledge(), onEvent = () => undefined } = options;
  return await withJournal(graphFolder, onEvent, async (journal) => {
    const records = journal.ledger.records();
    const ids = articles.map((wanted) => {
      const found = records.find(
        ({ article: { id, sources } }) =>
          id === wanted ||
          `article:${id}` === wanted ||
          sources.some(({ name, url }) => name === wanted || url === wanted),
      );
      if (found !== undefined) return found.article.id;
      const remedy = '`dragoman query "MATCH (a:Article) RETURN a.label"` lists them';
      throw new DragomanError("NOT_FOUND", `the graph holds no article ${wanted}; ${remedy}`);
    });
    await journal.append([...new Set(ids)].map((article) => ({ type: "removal", article })));
    return (await ensureGeneration(graphFolder, journal, knowledge, onEvent)).size;
  });
}
