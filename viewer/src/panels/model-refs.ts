import type { FactRef, NodeRef } from "../../../src/server/contract.ts";
import type { GraphModel } from "../graph/model.ts";

/** A node as links need it, from what the page has of the graph. */
export function refOfNode({ data, nodeIndex }: GraphModel, id: string): NodeRef {
  const index = nodeIndex.get(id) ?? -1;
  const kind = data.ontology.kinds[data.nodes.kind[index] ?? -1]?.id ?? "";
  return { id, kind, label: data.nodes.label[index] ?? id };
}

/** A fact as links need it. */
export function refOfFact(model: GraphModel, id: string): FactRef {
  const { data, edgeIndex } = model;
  const { edges, nodes, ontology, modalities } = data;
  const index = edgeIndex.get(id) ?? -1;
  const end = (node: number | undefined): NodeRef => refOfNode(model, nodes.id[node ?? -1] ?? "");
  return {
    id,
    source: end(edges.source[index]),
    relation: ontology.relations[edges.relation[index] ?? -1]?.id ?? "",
    target: end(edges.target[index]),
    modality: modalities[edges.modality[index] ?? -1] ?? "actual",
  };
}
