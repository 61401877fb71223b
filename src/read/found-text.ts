import type { ArticleSource } from "../model/article.ts";
import type { Extraction } from "../model/extraction.ts";

/** One text as it was found, before equal texts are brought together. */
export interface FoundText {
  /** As decoded; never empty. */
  readonly text: string;
  readonly source: ArticleSource;
  /** Absolute path of the file, or `stdin`. */
  readonly path: string;
  /** Line of a file of JSON lines, from 1. */
  readonly line?: number;
  /** What was read in it elsewhere, by this version or another. */
  readonly extraction?: Extraction;
}

/** Largest file of text, and longest line of JSON, that is read: what a slip of the command line would bring in is larger. */
export const MAX_TEXT_BYTES = 64 * 1024 * 1024;
