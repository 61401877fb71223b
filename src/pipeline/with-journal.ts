import { markJournal } from "../folder/read-journal.ts";
import { openJournal, type JournalWriter } from "../folder/write-journal.ts";
import type { OnEvent } from "./events.ts";

/**
 * Opens the journal of a graph that is there, for as long as it is used.
 *
 * Throws `GRAPH_FOLDER` where there is no graph, and what `openJournal` throws.
 */
export async function withJournal<Result>(
  folder: string,
  onEvent: OnEvent,
  use: (journal: JournalWriter) => Promise<Result>,
): Promise<Result> {
  await markJournal(folder);
  const journal = await openJournal(folder, (diagnostic) => onEvent({ type: "diagnostic", diagnostic }));
  try {
    return await use(journal);
  } finally {
    await journal.close();
  }
}
