import { existsSync, readFileSync } from "node:fs";
import type { Entry, Requirement } from "./entries.ts";
import { featuresOf } from "./inflect.ts";
import type { PhraseNode, Phrases, Stored } from "./phrases.ts";

/*
 * The phrases of a language as a file, which the build makes since to make them takes longer than to read an article. Its
 * first line is the version of the knowledge, and each other line a word and, behind a tab, what begins with it, as JSON
 * that is read when a text first has the word.
 */

/** An entry as JSON holds it, and how it must be written. */
type FiledEntry = readonly [entry: object, requirement?: Requirement];
/** What is stored at a node, and the words with which phrases go on. */
type FiledNode = readonly [stored: readonly FiledEntry[], next?: Readonly<Record<string, FiledNode>>];

/** Beside the built code alone: sources may say more than they did when they were built. */
const fileOf = (code: string): URL => new URL(`../phrases/${code}.txt`, import.meta.url);

/** The phrases of a language as the build has left them; `undefined` when there are none of this version. */
export function filedPhrases(version: string, code: string): Phrases | undefined {
  const file = fileOf(code);
  if (!existsSync(file)) return undefined;
  const bytes = readFileSync(file);
  return bytes.subarray(0, version.length + 1).toString() === `${version}\n` ? openPhrases(bytes) : undefined;
}

/** The content of such a file, its words in the order of their bytes. */
export function encodePhrases(version: string, phrases: ReadonlyMap<string, PhraseNode>): Buffer {
  const lines = [...phrases].map(([norm, node]) => Buffer.from(`${norm}\t${JSON.stringify(filed(node))}\n`));
  return Buffer.concat([Buffer.from(`${version}\n`), ...lines.sort((a, b) => Buffer.compare(a, b))]);
}

/**
 * The phrases that such a file holds. A word is searched for by halves, since a text asks for few of them; so nothing is
 * done for the others, of which a language has tens of thousands.
 */
export function openPhrases(file: Buffer): Phrases {
  // A character a byte, whatever they stand for: half the size of the text, and in the order of the file.
  const text = file.toString("latin1");
  const first = text.indexOf("\n") + 1;
  const read = new Map<string, PhraseNode>();
  return {
    get: (norm) => {
      const known = read.get(norm);
      if (known !== undefined) return known;
      const found = lineOf(Buffer.from(norm).toString("latin1"), text, first);
      if (found === undefined) return undefined;
      const node = opened(JSON.parse(Buffer.from(found, "latin1").toString()) as FiledNode);
      read.set(norm, node);
      return node;
    },
  };
}

/** What stands behind a word in a text of lines from an index on, which are in order. */
function lineOf(word: string, text: string, first: number): string | undefined {
  let [low, high] = [first, text.length];
  while (low < high) {
    const start = Math.max(low, text.lastIndexOf("\n", ((low + high) >>> 1) - 1) + 1);
    const tab = text.indexOf("\t", start);
    const here = text.slice(start, tab);
    if (here === word) return text.slice(tab + 1, text.indexOf("\n", tab));
    if (here < word) low = text.indexOf("\n", tab) + 1;
    else high = start;
  }
  return undefined;
}

function filed({ stored = [], next }: PhraseNode): FiledNode {
  const entries = stored.map(({ entry, requirement }): FiledEntry => {
    const plain = entry.type === "verb" ? { ...entry, features: [...entry.features].join("+") } : entry;
    return requirement === undefined ? [plain] : [plain, requirement];
  });
  if (next === undefined) return [entries];
  return [entries, Object.fromEntries([...next].map(([norm, node]) => [norm, filed(node)]))];
}

function opened([stored, next]: FiledNode): PhraseNode {
  return {
    next: next === undefined ? undefined : new Map(Object.entries(next).map(([norm, node]) => [norm, opened(node)])),
    stored:
      stored.length === 0
        ? undefined
        : stored.map(([plain, requirement]): Stored => {
            const entry = entryOf(plain);
            return { entry, type: entry.type, requirement };
          }),
  };
}

function entryOf(plain: object): Entry {
  return "features" in plain ? ({ ...plain, features: featuresOf(String(plain.features)) } as Entry) : (plain as Entry);
}
