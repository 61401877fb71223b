import type { GraphNode } from "../model/graph.ts";
import { compareText } from "../model/text.ts";

/** Search by name, the same in every store. */

/**
 * A text as it is compared: without case, accents and marks that a reader may leave out. Going by way of capitals makes
 * ß and ss one, as full case folding does.
 */
export function foldName(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/[\p{M}\p{Cf}]/gu, "")
    .toUpperCase()
    .toLowerCase();
}

/** The words of a folded text. */
export function wordsOf(folded: string): readonly string[] {
  return folded.match(/[\p{L}\p{N}]+/gu) ?? [];
}

interface Names {
  readonly id: string;
  readonly mentions: number;
  /** Folded, each word separated by one space. */
  readonly names: readonly string[];
  readonly words: readonly string[];
}

/** What search needs of a node. */
export interface NamedNode {
  readonly id: string;
  readonly label: string;
  readonly aliases: readonly string[];
  /** 0 for articles. */
  readonly mentions: number;
}

export function toNamed(node: GraphNode): NamedNode {
  return node.type === "article"
    ? { id: node.id, label: node.label, aliases: [], mentions: 0 }
    : { id: node.id, label: node.label, aliases: node.aliases, mentions: node.mentions };
}

export interface NameIndex {
  /** Ids of the nodes whose names match, the best first. A text without a letter or digit matches nothing. */
  search(text: string, limit: number): readonly string[];
}

/**
 * Looks through all names for every search: at 100 000 nodes that is faster than a keystroke, and it needs no structure
 * that has to be kept in step.
 */
export function createNameIndex(nodes: Iterable<NamedNode>): NameIndex {
  const entries: Names[] = [];
  for (const { id, label, aliases, mentions } of nodes) {
    const words = [label, ...aliases].map((name) => wordsOf(foldName(name)));
    entries.push({ id, mentions, names: words.map((each) => each.join(" ")), words: [...new Set(words.flat())] });
  }
  entries.sort((a, b) => b.mentions - a.mentions || compareText(a.id, b.id));
  return {
    search(text, limit) {
      const wanted = wordsOf(foldName(text));
      if (wanted.length === 0) return [];
      const phrase = wanted.join(" ");
      const ranked: [string[], string[], string[]] = [[], [], []];
      for (const { id, names, words } of entries) {
        if (!wanted.every((start) => words.some((word) => word.startsWith(start)))) continue;
        const rank = names.includes(phrase) ? 0 : names.some((name) => name.startsWith(phrase)) ? 1 : 2;
        ranked[rank].push(id);
      }
      return ranked.flat().slice(0, limit);
    },
  };
}
