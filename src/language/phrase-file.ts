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
  const text = readFileSync(file, "utf8");
  return text.startsWith(`${version}\n`) ? openPhrases(text) : undefined;
}

/** The content of such a file. */
export function encodePhrases(version: string, phrases: ReadonlyMap<string, PhraseNode>): string {
  let text = `${version}\n`;
  for (const [norm, node] of phrases) text += `${norm}\t${JSON.stringify(filed(node))}\n`;
  return text;
}

/** The phrases that such a file holds. */
export function openPhrases(text: string): Phrases {
  /** What begins with a word, or where in the text that stands. */
  const words = new Map<string, PhraseNode | number>();
  for (let at = text.indexOf("\n") + 1; at < text.length;) {
    const tab = text.indexOf("\t", at);
    words.set(text.slice(at, tab), tab + 1);
    at = text.indexOf("\n", tab) + 1;
  }
  return {
    get: (norm) => {
      const found = words.get(norm);
      if (typeof found !== "number") return found;
      const node = opened(JSON.parse(text.slice(found, text.indexOf("\n", found))) as FiledNode);
      words.set(norm, node);
      return node;
    },
  };
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
