import type { VNode } from "preact";
import { strings } from "../strings/index.ts";

export function QueryDock(): VNode {
  return <p class="quiet">{strings.loading}</p>;
}
