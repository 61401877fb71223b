/** What a diagnostic can be about. Tests and callers switch on it; people read the message. */
export const DIAGNOSTIC_CODES = [
  /** A file or folder inside a folder cannot be read. */
  "FILE_UNREADABLE",
  /** A line of a file of JSON lines is not what it should be. */
  "LINE_MALFORMED",
  /** What a line says to have been read in its article cannot have been. The article is read again. */
  "EXTRACTION_DROPPED",
  /** A date, a language or an address that is none. It is left out, the rest is kept. */
  "METADATA_DROPPED",
  /** What a list of entities says, and how it is taken. */
  "LIST_TAKEN",
  /** A list of entities that cannot be used has more than one mistake. */
  "LIST_MISTAKE",
  /** Two different texts have one name. */
  "NAME_SHARED",
  /** Two different texts have one address. */
  "ADDRESS_SHARED",
  /** A text takes the place of another one from the same address. */
  "ARTICLE_REPLACED",
  /** Files of other kinds, or a graph folder, among the input. */
  "PASSED_OVER",
  /** Reading an article failed, by a mistake of this program. */
  "EXTRACTION_FAILED",
  /** Articles in a language without rules: there are names and no relations, or nothing at all. */
  "LANGUAGE_NOT_COVERED",
  /** A verdict finds no longer what it is about. */
  "VERDICT_LOST",
  /** The graph that is shown is not that of the journal's end. */
  "GRAPH_OLDER",
  /** What is derived from the journal is not as it was written, and is made again. */
  "DERIVED_DAMAGED",
  /** The journal ends in the middle of a line: a writer was killed. */
  "JOURNAL_TORN",
  /** The journal holds less than the graph was made of. */
  "JOURNAL_SHORTER",
  /** The process that held the lock is gone. */
  "LOCK_TAKEN_OVER",
] as const;
export type DiagnosticCode = (typeof DIAGNOSTIC_CODES)[number];

/** Something worth telling that stops nothing. The library never prints: it reports. */
export interface Diagnostic {
  readonly code: DiagnosticCode;
  /** `error`: something that was asked for is left out. `warning`: it is in, with less than was given. `note`: as it should be. */
  readonly severity: "error" | "warning" | "note";
  readonly message: string;
  /** Where: a path, `file:line`. */
  readonly at?: string;
}

/** Takes diagnostics as they come. */
export type Report = (diagnostic: Diagnostic) => void;
