import type { VNode } from "preact";
import { isNodeValue, isPathValue, isRelationshipValue } from "../query/result-values.ts";
import { useViewer } from "./context.ts";
import { Name, NodeLink } from "./parts.tsx";

/** A value of a row: nodes and facts lead to their panels, lists and paths show what is in them. */
export function QueryCell({ value }: { readonly value: unknown }): VNode {
  const { model } = useViewer().state;
  if (value === null || value === undefined) return <span class="quiet">–</span>;
  if (typeof value === "number" || typeof value === "boolean") return <>{String(value)}</>;
  if (typeof value === "string") {
    return model.nodeIndex.has(value) ? <KnownNode id={value} text={value} /> : <Name>{value}</Name>;
  }
  if (Array.isArray(value)) return <List values={value} />;
  if (isNodeValue(value)) return <KnownNode id={value.id} text={textOf(value.properties["label"]) ?? value.id} />;
  if (isRelationshipValue(value)) return <Relationship id={value.id} type={value.type} />;
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
function KnownNode({ id, text }: { readonly id: string; readonly text: string }): VNode {
  const { data, nodeIndex } = useViewer().state.model;
  const index = nodeIndex.get(id);
  if (index === undefined) return <Name>{text}</Name>;
  const kind = data.ontology.kinds[data.nodes.kind[index] ?? 0]?.id ?? "";
  return <NodeLink node={{ id, kind, label: text === id ? id : (data.nodes.label[index] ?? text) }} />;
}

function Relationship({ id, type }: { readonly id: string; readonly type: string }): VNode {
  const { words, select, state } = useViewer();
  const label = words.relation(type, true);
  if (!state.model.edgeIndex.has(id)) return <em>{label}</em>;
  return (
    <button type="button" class="link" onClick={() => select({ type: "fact", id })}>
      <em>{label}</em>
    </button>
  );
}

function textOf(value: unknown): string | undefined {
  return typeof value === "string" ? value : undefined;
}
