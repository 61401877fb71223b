import type { VNode } from "preact";
import { strings } from "../strings/index.ts";
import { useViewer } from "./context.ts";

/** Tells what a step did to those who do not see the picture. */
export function Announcer(): VNode {
  const { told, visibility } = useViewer().state;
  const { nodes, facts } = visibility.counts;
  return (
    <p class="unseen" role="status">
      {told === undefined ? "" : strings.told(told.how, strings.steps[told.name], nodes, facts)}
    </p>
  );
}
