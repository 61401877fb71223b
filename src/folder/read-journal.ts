import { createHash } from "node:crypto";
import { open } from "node:fs/promises";
import { DragomanError } from "../errors.ts";
import type { Report } from "../model/diagnostic.ts";
import { decodeEntry, isHeader, JOURNAL_HEADER, readHeader } from "./journal-entry.ts";
import { createLedger, type Ledger } from "./ledger.ts";
import { readFileLines, type FileLine } from "./file-lines.ts";
import { graphPaths } from "./paths.ts";
import { errorCode, unwritable } from "./unwritable.ts";

/** How far a journal goes, and how it ends: a journal with the same mark is the same journal. */
export interface JournalMark {
  /** Bytes up to the end of the last whole line. */
  readonly bytes: number;
  /** Hash of the last 64 kB before that. What is only appended to need not be read from its beginning. */
  readonly tail: string;
}

/** A journal, read to its end. */
export interface ReadJournal {
  readonly ledger: Ledger;
  readonly mark: JournalMark;
  /** The version of the format of its last lines; 0 where it has none yet. */
  readonly version: number;
  /** Whether the last whole line lacks its line end. */
  readonly open: boolean;
}

const TAIL_BYTES = 64 * 1024;
const REMEDY = "put back a copy of the journal, or delete this line and build again from the articles";

/**
 * Reads the journal of a graph folder, line by line.
 *
 * A last line that a killed process left half written is passed over and reported. Throws `GRAPH_FOLDER` where there is
 * no journal or it may not be read, `JOURNAL_INVALID` for a damaged line, or a journal of a newer version.
 */
export async function readJournal(folder: string, report: Report): Promise<ReadJournal> {
  const path = graphPaths(folder).journal;
  const ledger = createLedger();
  let number = 0;
  let bytes = 0;
  let isOpen = false;
  let version = 0;
  const take = (line: string): string | undefined => {
    if (number > 1 && !isHeader(line)) return takeIn(ledger, line);
    const header = readHeader(line);
    if ("problem" in header) return header.problem;
    version = header.version;
    return undefined;
  };
  for await (const { text, length, ended } of journalLines(folder, path)) {
    number += 1;
    const problem = take(text);
    if (problem === undefined) {
      bytes += length;
      isOpen = !ended;
    } else if (!ended && (number > 1 || JOURNAL_HEADER.startsWith(text))) {
      const message = "the last line is half written: a process is writing it, or was stopped; it is passed over";
      report({ code: "JOURNAL_TORN", severity: "warning", message, at: `${path}:${number}` });
    } else throw new DragomanError("JOURNAL_INVALID", problem, { at: `${path}:${number}` });
  }
  return { ledger, mark: await markAt(path, bytes), version, open: isOpen };
}

/** The mark of the journal as it is now. Throws `GRAPH_FOLDER` where there is none. */
export async function markJournal(folder: string): Promise<JournalMark> {
  const path = graphPaths(folder).journal;
  try {
    const file = await open(path, "r");
    try {
      return await markAt(path, (await file.stat()).size);
    } finally {
      await file.close();
    }
  } catch (error) {
    throw isAbsent(error) ? noGraph(folder) : unwritable(path, error);
  }
}

export function isSameMark(a: JournalMark, b: JournalMark): boolean {
  return a.bytes === b.bytes && a.tail === b.tail;
}

async function* journalLines(folder: string, path: string): AsyncGenerator<FileLine> {
  try {
    yield* readFileLines(path);
  } catch (error) {
    throw isAbsent(error) ? noGraph(folder) : unwritable(path, error);
  }
}

/** Returns what is wrong with the line, if it is no entry that can follow on those before it. */
function takeIn(ledger: Ledger, line: string): string | undefined {
  const entry = decodeEntry(line);
  const problem = "problem" in entry ? entry.problem : ledger.apply(entry);
  return problem === undefined ? undefined : `${problem}; ${REMEDY}`;
}

function isAbsent(error: unknown): boolean {
  return ["ENOENT", "ENOTDIR"].includes(errorCode(error));
}

function noGraph(folder: string): DragomanError {
  const message = "there is no graph here; name the folder of one, or build it with: dragoman build <articles>";
  return new DragomanError("GRAPH_FOLDER", message, { at: folder });
}

async function markAt(path: string, bytes: number): Promise<JournalMark> {
  const length = Math.min(bytes, TAIL_BYTES);
  const tail = Buffer.alloc(length);
  const file = await open(path, "r");
  try {
    await file.read(tail, 0, length, bytes - length);
  } finally {
    await file.close();
  }
  return { bytes, tail: createHash("sha256").update(tail).digest("hex") };
}
