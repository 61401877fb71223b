import { readGraphFile } from "../folder/graph-file.ts";
import { readIdentityFile } from "../folder/identity-file.ts";
import type { Ledger } from "../folder/ledger.ts";
import { createGraph } from "../graph/memory.ts";
import type { Graph } from "../model/graph.ts";
import type { Identity } from "../model/identity.ts";
import type { NodeId } from "../model/ids.ts";
import { targetOf, type Anchor, type Ruling, type Verdict } from "../model/verdict.ts";
import { anchorOf, localAt } from "../resolve/anchors.ts";
import { createReviser } from "../resolve/revise.ts";
import { partsOf } from "./derive.ts";
import { readRecords, verdictsInForce } from "./read-ledger.ts";
import type { Decidable } from "./ruling-of.ts";

/** A graph with what its nodes are made of, in which places of articles lead to nodes. */
export interface World extends Decidable {
  /** The node of which an article speaks at a place. */
  readonly nodeAt: (anchor: Anchor) => NodeId | undefined;
  /** The nodes that a verdict is about, as they are now. */
  readonly nodesOf: (verdict: Verdict) => readonly NodeId[];
}

/** Loads a generation, unless its `graph` is there already, and the articles of the journal that it was made from. */
export async function openWorld(generation: string, ledger: Ledger, graph?: Graph): Promise<World> {
  const parts = partsOf(generation);
  const identities = new Map<string, Identity>();
  const places = new Map<string, NodeId>();
  for await (const identity of readIdentityFile(parts.identities)) {
    identities.set(identity.node, identity);
    for (const { anchors } of identity.parts) for (const anchor of anchors) places.set(keyOf(anchor), identity.node);
  }
  const revise = createReviser(verdictsInForce(ledger));
  const records = new Map(readRecords(ledger).map((record) => [record.article.id, record]));

  const record: World["record"] = (article) => {
    const found = records.get(article);
    return found === undefined ? undefined : revise(found);
  };
  const nodeAt = (anchor: Anchor): NodeId | undefined => {
    const known = places.get(keyOf(anchor));
    if (known !== undefined) return known;
    const extraction = record(anchor.article)?.extraction;
    const local = extraction === undefined ? undefined : localAt(extraction, anchor);
    const first =
      extraction === undefined || local === undefined ? undefined : anchorOf(anchor.article, extraction, local);
    return first === undefined ? undefined : places.get(keyOf(first));
  };
  return {
    graph: graph ?? (await loadGraph(parts.graph)),
    identity: (id) => {
      const former = ledger.former(id);
      return identities.get(id) ?? (former === undefined ? undefined : identities.get(nodeAt(former) ?? ""));
    },
    record,
    nodeAt,
    nodesOf: ({ ruling }) => [...new Set(placesOf(ruling).flatMap((anchor) => nodeAt(anchor) ?? []))],
  };
}

async function loadGraph(path: string): Promise<Graph> {
  const { nodes, edges } = await readGraphFile(path);
  return createGraph(nodes, edges);
}

function keyOf({ article, start, end, event }: Anchor): string {
  return `${article} ${start} ${end} ${event ?? ""}`;
}

/** Every place at which a ruling points at an entity or event. */
function placesOf(ruling: Ruling): readonly Anchor[] {
  const { mentions, statements } = targetOf(ruling);
  const ends = statements.flatMap(({ article, subject, object }) =>
    [subject, object].flatMap((place) => (place === undefined ? [] : [{ article, ...place }])),
  );
  return [...mentions, ...ends];
}
