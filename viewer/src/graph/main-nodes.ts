import type { GraphModel } from "./model.ts";
import type { Visibility } from "./visibility.ts";

/** How many names a first look can take in. */
const COUNT = 12;

/** The shown people, states, organizations and places of which most is said, by index: what a picture is about. */
export function mainNodes({ data, texts }: GraphModel, { nodes }: Visibility): ReadonlySet<number> {
  const { kind } = data.nodes;
  const actors = Array.from(nodes.keys()).filter(
    (index) => nodes[index] === 1 && data.ontology.kinds[kind[index] ?? 0]?.type === "entity",
  );
  return new Set(actors.sort((a, b) => (texts[b] ?? 0) - (texts[a] ?? 0) || a - b).slice(0, COUNT));
}
