import { access, mkdir, open, readdir, type FileHandle } from "node:fs/promises";
import { basename } from "node:path";
import { DragomanError } from "../errors.ts";
import type { Report } from "../model/diagnostic.ts";
import { readDerived } from "./derived.ts";
import { encodeEntry, JOURNAL_HEADER, JOURNAL_VERSION, type JournalEntry } from "./journal-entry.ts";
import type { Ledger } from "./ledger.ts";
import { takeLock, type Lock } from "./lock.ts";
import { graphPaths, type GraphPaths } from "./paths.ts";
import { readJournal } from "./read-journal.ts";
import { errorCode, unwritable } from "./unwritable.ts";

/** A journal that is open for writing, its lock held. */
export interface JournalWriter {
  /** What the journal amounts to; what is appended is taken in. */
  readonly ledger: Ledger;
  /**
   * Appends entries and waits until they are on the disk. Throws `GRAPH_FOLDER` when they cannot be written; the journal
   * then ends where it ended before.
   */
  append(entries: readonly JournalEntry[]): Promise<void>;
  close(): Promise<void>;
}

/**
 * Opens the journal of a graph folder for writing, and makes both where there is none.
 *
 * What a killed process left half written is cut off; what the journal has lost is reported. Throws `GRAPH_FOLDER` when the folder cannot be written or holds
 * something else, `GRAPH_LOCKED` while another process writes, `JOURNAL_INVALID` as `readJournal`.
 */
export async function openJournal(folder: string, report: Report): Promise<JournalWriter> {
  const paths = graphPaths(folder);
  await prepareFolder(paths);
  const lock = await takeLock(paths.lock, report);
  try {
    const file = await openFile(paths);
    try {
      return await startWriting(paths, file, report, lock);
    } catch (error) {
      await file.close();
      throw error;
    }
  } catch (error) {
    await lock.release();
    throw error;
  }
}

/** Makes the folder where there is none. A folder that holds something else is left alone. */
async function prepareFolder(paths: GraphPaths): Promise<void> {
  try {
    await mkdir(paths.folder, { recursive: true });
    const entries = await readdir(paths.folder);
    const own = [paths.journal, paths.lock, paths.derived].map((path) => basename(path));
    if (entries.includes(basename(paths.journal)) || entries.every((entry) => own.includes(entry))) return;
  } catch (error) {
    throw unwritable(paths.folder, error);
  }
  const message = "holds other files and is no graph; name a new or an empty folder for the graph";
  throw new DragomanError("GRAPH_FOLDER", message, { at: paths.folder });
}

async function openFile({ folder, journal }: GraphPaths): Promise<FileHandle> {
  try {
    const isNew = await access(journal).then(
      () => false,
      (error: unknown) => errorCode(error) === "ENOENT",
    );
    const file = await open(journal, "a");
    if (isNew) await syncFolder(folder);
    return file;
  } catch (error) {
    throw unwritable(journal, error);
  }
}

/** Makes the name of a new file last through a power cut. Some systems cannot do that for folders. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, "r").catch(() => undefined);
  await handle?.sync().catch(() => undefined);
  await handle?.close();
}

/** A journal is only appended to. One that holds less than the graph was made of has lost something, or is a copy put back. */
async function tellOfLoss({ folder, journal }: GraphPaths, bytes: number, report: Report): Promise<void> {
  const before = (await readDerived(folder))?.origin.journal.bytes ?? 0;
  if (bytes >= before) return;
  const message =
    `holds ${bytes} bytes, and ${before} when the graph was last made of it: what it lacks goes from the graph; ` +
    "where nobody meant that, put back a copy of it";
  report({ code: "JOURNAL_SHORTER", severity: "warning", message, at: journal });
}

async function startWriting(paths: GraphPaths, file: FileHandle, report: Report, lock: Lock): Promise<JournalWriter> {
  const { ledger, mark, version, open: isOpen } = await readJournal(paths.folder, report);
  await tellOfLoss(paths, mark.bytes, report);
  let end = mark.bytes;
  const write = async (text: string): Promise<void> => {
    try {
      await file.appendFile(text);
      await file.sync();
      end += Buffer.byteLength(text);
    } catch (error) {
      // Where even this fails, the next writer cuts off what is half written.
      await file.truncate(end).catch(() => undefined);
      throw unwritable(paths.journal, error);
    }
  };
  await file.truncate(end).catch((error: unknown) => {
    throw unwritable(paths.journal, error);
  });
  if (end === 0) await write(JOURNAL_HEADER);
  else if (isOpen) await write("\n");
  // A journal that is only read stays of its version.
  let header = mark.bytes > 0 && version < JOURNAL_VERSION ? JOURNAL_HEADER : "";
  return {
    ledger,
    append: async (entries) => {
      await write(header + entries.map(encodeEntry).join(""));
      header = "";
      for (const entry of entries) ledger.apply(entry);
    },
    close: async () => {
      await file.close();
      await lock.release();
    },
  };
}
