import { isDeepStrictEqual } from "node:util";
import type { NodeId } from "../model/ids.ts";
import { compareText } from "../model/text.ts";
import { createIds, type Wish } from "./ids.ts";

/** What is said of a group but for its id, and the ids that it wishes, each longer than the one before. */
export interface Description<Node extends { readonly id: NodeId }> {
  readonly node: Omit<Node, "id">;
  readonly wishes: readonly [Wish, ...Wish[]];
}

/** What changed since somebody asked before. */
export interface NodeChange<Node> {
  /** Those that are new, or of which something else is said. */
  readonly put: readonly Node[];
  /** Ids that are no more. */
  readonly gone: readonly NodeId[];
}

/** The nodes that groups are, while groups change. */
export interface Nodes<Group, Node extends { readonly id: NodeId }> {
  /** Describes groups anew. Returns what was said before of those of which something else is said now. */
  readonly update: (changed: Iterable<Group>, gone: Iterable<Group>) => ReadonlyMap<Group, Node | undefined>;
  readonly of: (group: Group) => Node | undefined;
  /** All of them, by id. */
  readonly all: () => readonly Node[];
  /** What changed since this was asked before. */
  readonly changes: () => NodeChange<Node>;
  /** How often a group was described since the beginning. */
  readonly described: () => number;
}

export function createNodes<Group, Node extends { readonly id: NodeId }>(
  describe: (group: Group) => Description<Node>,
  nodeOf: (id: NodeId, node: Omit<Node, "id">) => Node,
): Nodes<Group, Node> {
  const ids = createIds<Group>();
  const nodes = new Map<Group, Node>();
  let before = new Map<Group, Node | undefined>();
  let times = 0;

  return {
    update: (changed, gone) => {
      const was = new Map<Group, Node | undefined>();
      const say = (group: Group, node: Node | undefined): void => {
        const former = nodes.get(group);
        if (isDeepStrictEqual(former, node)) return;
        was.set(group, former);
        if (!before.has(group)) before.set(group, former);
        if (node === undefined) nodes.delete(group);
        else nodes.set(group, node);
      };
      for (const group of gone) {
        ids.drop(group);
        say(group, undefined);
      }
      const described = new Map<Group, Omit<Node, "id">>();
      for (const group of changed) {
        const { node, wishes } = describe(group);
        times += 1;
        described.set(group, node);
        ids.wish(group, wishes);
      }
      const renamed = ids.settle();
      for (const group of new Set([...described.keys(), ...renamed])) {
        const node = described.get(group) ?? nodes.get(group);
        const id = ids.idOf(group);
        if (node !== undefined && id !== undefined) say(group, nodeOf(id, node));
      }
      return was;
    },
    of: (group) => nodes.get(group),
    all: () => [...nodes.values()].sort((a, b) => compareText(a.id, b.id)),
    changes: () => {
      const put = [...before.keys()].flatMap((group) => nodes.get(group) ?? []);
      const now = new Set(put.map(({ id }) => id));
      const gone = [...before.values()].flatMap((former) => former?.id ?? []).filter((id) => !now.has(id));
      before = new Map();
      return { put, gone };
    },
    described: () => times,
  };
}
