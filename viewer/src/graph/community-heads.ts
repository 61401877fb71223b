import type { GraphModel } from "./model.ts";

/** How nodes fall into groups that have more to do with each other than with the rest. */
export interface Communities {
  /** By index of a node, the number of its community: 0 for the largest, and as many as were asked for where it is too small to have one. */
  readonly of: readonly number[];
  /** How many there are, at most as many as were asked for. */
  readonly count: number;
}

/** By community, the people, states, organizations and places of which most is said: what it can be called by. */
export function headsOf({ data, texts }: GraphModel, { of, count }: Communities, most: number): readonly number[][] {
  const heads = Array.from({ length: count }, (): number[] => []);
  for (const [node, community] of of.entries()) {
    const type = data.ontology.kinds[data.nodes.kind[node] ?? -1]?.type;
    if (type === "entity") heads[community]?.push(node);
  }
  return heads.map((nodes) => nodes.sort((a, b) => (texts[b] ?? 0) - (texts[a] ?? 0) || a - b).slice(0, most));
}
