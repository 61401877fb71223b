import { createEdgeCurveProgram } from "@sigma/edge-curve";
import { createNodeBorderProgram } from "@sigma/node-border";
import {
  createEdgeArrowProgram,
  EdgeLineProgram,
  type EdgeProgramType,
  EdgeRectangleProgram,
  type NodeProgramType,
} from "sigma/rendering";
import { HEAD } from "./drawing.ts";
import type { EdgeAttributes, NodeAttributes } from "./model.ts";

type Borders = NonNullable<NonNullable<Parameters<typeof createNodeBorderProgram>[0]>["borders"]>;

/** Names of programs. A change of program needs a full refresh, so pointing at something never changes it. */
export type NodeShape = "disc" | "outlined";
export type EdgeShape = "thin" | "line" | "arrow" | "curve" | "curvedArrow";

const ring: Borders = [
  { color: { attribute: "ringColor" }, size: { attribute: "ringSize", defaultValue: 0, mode: "relative" } },
  { color: { attribute: "fillColor" }, size: { fill: true } },
];
/** Share of the radius of a node that is looked at which is its outline. */
export const OUTLINE = 0.18;
const outline: Borders = [{ color: { attribute: "outlineColor" }, size: { value: OUTLINE, mode: "relative" } }];
const arrowHead = {
  extremity: "target",
  lengthToThicknessRatio: HEAD.length,
  widenessToThicknessRatio: HEAD.width,
} as const;

/** What the graphics card draws nodes with. */
export const nodeProgramClasses: Record<NodeShape, NodeProgramType<NodeAttributes, EdgeAttributes>> = {
  disc: createNodeBorderProgram({ borders: ring }),
  outlined: createNodeBorderProgram({ borders: [...outline, ...ring] }),
};

/** What it draws edges with. `thin` is by far the cheapest and has one width. */
export const edgeProgramClasses: Record<EdgeShape, EdgeProgramType<NodeAttributes, EdgeAttributes>> = {
  thin: EdgeLineProgram,
  line: EdgeRectangleProgram,
  arrow: createEdgeArrowProgram(arrowHead),
  curve: createEdgeCurveProgram(),
  curvedArrow: createEdgeCurveProgram({ arrowHead }),
};
