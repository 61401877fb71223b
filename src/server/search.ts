import type { Graph, GraphNode } from "../model/graph.ts";
import { compareText } from "../model/text.ts";
import type { SearchHit, SearchResult } from "./contract.ts";
import { foldText } from "./fold.ts";
import { labelOf } from "./references.ts";

/** How a name answers a query, the best first. */
const RANKS = { equal: 0, start: 1, words: 2, inside: 3 } as const;
type Rank = (typeof RANKS)[keyof typeof RANKS];

interface Name {
  readonly text: string;
  readonly folded: string;
  readonly words: readonly string[];
  /** Without spaces: languages and keyboards differ on where a name is divided. */
  readonly joined: string;
}

interface Entry {
  readonly node: GraphNode;
  /** The label first. */
  readonly names: readonly Name[];
  readonly degree: number;
}

export interface SearchOptions {
  /** Hits to pass over. Default: 0. */
  readonly offset?: number;
  /** Only nodes of these kinds. */
  readonly kinds?: ReadonlySet<string> | undefined;
}

/** Finds nodes by any of their names. `limit` bounds the hits, not the total. */
export type Search = (query: string, limit: number, options?: SearchOptions) => SearchResult;

/** Folds the names of every node once; a search then goes over all of them, some milliseconds for 100 000 names. */
export function createSearch(graph: Graph): Search {
  const entries = [...graph.nodes()].map((node): Entry => ({
    node,
    names: [...new Set([labelOf(node), ...namesOf(node)])].map(foldName),
    degree: graph.edgesOf(node.id).length,
  }));
  return (query, limit, { offset = 0, kinds } = {}) => {
    const wanted = foldName(query);
    if (wanted.folded === "") return { total: 0, hits: [] };
    const found = entries.flatMap((entry) => {
      if (kinds !== undefined && !kinds.has(entry.node.kind)) return [];
      const best = bestName(entry, wanted);
      return best === undefined ? [] : [{ entry, ...best }];
    });
    found.sort(
      (a, b) =>
        a.rank - b.rank || b.entry.degree - a.entry.degree || compareText(labelOf(a.entry.node), labelOf(b.entry.node)),
    );
    const hits = found.slice(offset, offset + limit).map(({ entry: { node }, name }): SearchHit => ({
      id: node.id,
      kind: node.kind,
      label: labelOf(node),
      name: name.text,
    }));
    return { total: found.length, hits };
  };
}

function namesOf(node: GraphNode): readonly string[] {
  if (node.type === "article") return [node.label];
  return [...Object.values(node.names).flat(), ...node.aliases];
}

function foldName(text: string): Name {
  const folded = foldText(text);
  return { text, folded, words: folded.split(" "), joined: folded.replaceAll(" ", "") };
}

/** How well the best of the names matches, and which: the label where that matches at all. */
function bestName({ names }: Entry, wanted: Name): { readonly rank: Rank; readonly name: Name } | undefined {
  const matches = names.flatMap((name) => {
    const rank = rankOf(name, wanted);
    return rank === undefined ? [] : [{ rank, name }];
  });
  const [first] = matches;
  if (first === undefined) return undefined;
  const best = matches.reduce((least, match) => (match.rank < least.rank ? match : least));
  return { rank: best.rank, name: first.name === names[0] ? first.name : best.name };
}

function rankOf(name: Name, wanted: Name): Rank | undefined {
  if (name.folded === wanted.folded) return RANKS.equal;
  if (name.folded.startsWith(wanted.folded)) return RANKS.start;
  if (wanted.words.every((word) => name.words.some((own) => own.startsWith(word)))) return RANKS.words;
  return wanted.joined.length > 1 && name.joined.includes(wanted.joined) ? RANKS.inside : undefined;
}
