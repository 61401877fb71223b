import type { VNode } from "preact";
import { api } from "../api.ts";
import { useResource } from "../resource.ts";
import { Loaded } from "./parts.tsx";
import type { QueryPanel } from "./query-panel.tsx";

type QueryPanelModule = { readonly QueryPanel: typeof QueryPanel };

/** A file that holds its graph answers no queries, and is not to carry the editor. */
const fetchPanel: (() => Promise<QueryPanelModule>) | undefined =
  import.meta.env.MODE === "file" ? undefined : () => import("./query-panel.tsx");

/** Questions in Cypher. Its editor is large, so it is fetched when somebody wants it. */
export function QueryDock(): VNode | null {
  const { query } = api;
  return query === undefined || fetchPanel === undefined ? null : <Editor ask={query} fetchPanel={fetchPanel} />;
}

interface EditorProps {
  readonly ask: Parameters<QueryPanelModule["QueryPanel"]>[0]["ask"];
  readonly fetchPanel: () => Promise<QueryPanelModule>;
}

function Editor({ ask, fetchPanel: fetch }: EditorProps): VNode {
  const panel = useResource("query panel", fetch);
  return <Loaded resource={panel}>{({ QueryPanel: Panel }) => <Panel ask={ask} />}</Loaded>;
}
