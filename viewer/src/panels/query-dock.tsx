import type { VNode } from "preact";
import { api } from "../api.ts";
import { useResource } from "../resource.ts";
import { Loaded } from "./parts.tsx";

/** Questions in Cypher. Its editor is large, so it is fetched when somebody wants it. */
export function QueryDock(): VNode | null {
  const panel = useResource("query panel", () => import("./query-panel.tsx"));
  const { query } = api;
  if (query === undefined) return null;
  return <Loaded resource={panel}>{({ QueryPanel }) => <QueryPanel ask={query} />}</Loaded>;
}
