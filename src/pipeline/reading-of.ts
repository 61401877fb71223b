import type { LocalId, Mention } from "../model/extraction.ts";
import type { NodeId } from "../model/ids.ts";
import type { NodeMention, Reading, Saying } from "../model/reading.ts";
import type { Span } from "../model/text.ts";
import { anchorOf } from "../resolve/anchors.ts";
import type { ArticleRecord } from "./build-graph.ts";
import type { World } from "./world.ts";

/** What was read in an article, in the nodes of a graph. What is no node of it is left out. */
export function readingOf({ article, extraction }: ArticleRecord, { nodeAt }: Pick<World, "nodeAt">): Reading {
  const known = new Map<LocalId, NodeId | undefined>();
  const nodeOf = (local: LocalId): NodeId | undefined => {
    if (!known.has(local)) {
      const anchor = anchorOf(article.id, extraction, local);
      known.set(local, anchor === undefined ? undefined : nodeAt(anchor));
    }
    return known.get(local);
  };
  const sayings = extraction.statements.flatMap(({ subject, relation, object, evidence, trigger }): Saying[] => {
    const [source, target] = [nodeOf(subject), nodeOf(object)];
    if (source === undefined || target === undefined) return [];
    return [{ start: evidence.start, end: evidence.end, source, relation, target, words: trigger }];
  });
  return { mentions: gather(extraction.mentions, nodeOf), sayings: sayings.sort(byPlace) };
}

/** One for each place, however many it speaks of. */
function gather(mentions: readonly Mention[], nodeOf: (local: LocalId) => NodeId | undefined): readonly NodeMention[] {
  const places = new Map<string, NodeMention>();
  for (const { of, form, start, end } of mentions) {
    const node = nodeOf(of);
    if (node === undefined) continue;
    const key = `${start} ${end}`;
    const before = places.get(key)?.nodes ?? [];
    places.set(key, { start, end, nodes: before.includes(node) ? before : [...before, node], form });
  }
  return [...places.values()].sort(byPlace);
}

/** What begins first comes first; of what begins at one place the longest. */
function byPlace(a: Span, b: Span): number {
  return a.start - b.start || b.end - a.end;
}
