import type { KindTerm, NodeRef } from "../../src/server/contract.ts";

/** Whether nodes can be made one: several entities can, and several events; an event and an entity are never one. */
export function canMerge(nodes: readonly NodeRef[], kindOf: (id: string) => KindTerm | undefined): boolean {
  const [type, ...others] = new Set(nodes.map(({ kind }) => kindOf(kind)?.type));
  return nodes.length > 1 && others.length === 0 && (type === "entity" || type === "event");
}

/** The kinds of nodes, each once: where they are several, somebody has to say that this is meant. */
export function kindsOf(nodes: readonly NodeRef[]): readonly string[] {
  return [...new Set(nodes.map(({ kind }) => kind))];
}
