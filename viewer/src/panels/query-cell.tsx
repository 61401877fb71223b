import type { VNode } from "preact";
import type { CypherNode, CypherRelationship } from "../../../src/stores/store.ts";
import type { GraphModel } from "../graph/model.ts";
import { isNodeValue, isPathValue, isRelationshipValue } from "../query/result-values.ts";
import { useViewer } from "./context.ts";
import { refOfNode } from "./model-refs.ts";
import { Name, NodeLink } from "./parts.tsx";

/** A value of a row: nodes and facts lead to their panels, lists and paths show what is in them. */
export function QueryCell({ value }: { readonly value: unknown }): VNode {
  const { model } = useViewer().state;
  if (value === null || value === undefined) return <span class="quiet">–</span>;
  if (typeof value === "number" || typeof value === "boolean") return <>{String(value)}</>;
  if (typeof value === "string") {
    if (!model.nodeIndex.has(value)) return <Name>{value}</Name>;
    return <NodeLink node={{ ...refOfNode(model, value), label: value }} />;
  }
  if (Array.isArray(value)) return <List values={value} />;
  if (isNodeValue(value)) return <NodeValue value={value} />;
  if (isRelationshipValue(value)) return <Relationship value={value} />;
  if (isPathValue(value)) {
    return (
      <List values={value.nodes.flatMap((node, index) => [node, ...value.relationships.slice(index, index + 1)])} />
    );
  }
  return <code dir="ltr">{JSON.stringify(value)}</code>;
}

function List({ values }: { readonly values: readonly unknown[] }): VNode {
  return (
    <ul class="query-list">
      {values.map((each, index) => (
        <li key={index}>
          <QueryCell value={each} />
        </li>
      ))}
    </ul>
  );
}

/** A node, named as elsewhere in the page; as the row has it where it is not in the page's graph. */
function NodeValue({ value: { id, properties } }: { readonly value: CypherNode }): VNode {
  const { model } = useViewer().state;
  const label = model.data.nodes.label[model.nodeIndex.get(id) ?? -1] ?? textOf(properties["label"]) ?? id;
  if (!isWithin(model, model.nodeIndex, id)) return <Name>{label}</Name>;
  return <NodeLink node={{ id, kind: textOf(properties["kind"]) ?? "", label }} />;
}

function Relationship({ value: { id, type } }: { readonly value: CypherRelationship }): VNode {
  const { words, select, state } = useViewer();
  const label = words.relation(type, true);
  if (!isWithin(state.model, state.model.edgeIndex, id)) return <em>{label}</em>;
  return (
    <button type="button" class="link" onClick={() => select({ type: "fact", id })}>
      <em>{label}</em>
    </button>
  );
}

/** Whether the page has a node or a fact, or can fetch it. */
function isWithin({ data }: GraphModel, index: ReadonlyMap<string, number>, id: string): boolean {
  return index.has(id) || data.overview !== undefined;
}

function textOf(value: unknown): string | undefined {
  return typeof value === "string" ? value : undefined;
}
