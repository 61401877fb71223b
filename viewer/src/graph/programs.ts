import { createEdgeCurveProgram } from "@sigma/edge-curve";
import { createNodeBorderProgram } from "@sigma/node-border";
import {
  createEdgeArrowProgram,
  EdgeLineProgram,
  type EdgeProgram,
  type EdgeProgramType,
  EdgeRectangleProgram,
  type NodeProgramType,
} from "sigma/rendering";
import { DASH, HEAD } from "./drawing.ts";
import type { EdgeAttributes, NodeAttributes } from "./model.ts";

type Borders = NonNullable<NonNullable<Parameters<typeof createNodeBorderProgram>[0]>["borders"]>;

/** Names of programs. A change of program needs a full refresh, so pointing at something never changes it. */
export type NodeShape = "disc" | "outlined";
export type EdgeShape = "thin" | "line" | "arrow" | "curve" | "curvedArrow" | "dashed" | "dashedArrow";

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

type Program = EdgeProgramType<NodeAttributes, EdgeAttributes>;
/** What programs for edges are in sigma, of which their type tells only what sigma itself asks of them. */
type Whole = EdgeProgram<string, NodeAttributes, EdgeAttributes>;
interface WithDefinition extends Omit<Whole, "getDefinition"> {
  getDefinition(): ReturnType<Whole["getDefinition"]>;
}
/** Where the shader of @sigma/edge-curve, which is pinned, decides whether a pixel is one of the line. */
const IS_LINE = "if (dist < halfThickness) {";
/** The same for dashes, measured from the source; an arrow's head, which has another thickness, is whole. */
const IS_DASH = `bool isHead = thickness != v_thickness;
  float along = mod(length(gl_FragCoord.xy - v_cpA), ${(DASH.on + DASH.off).toFixed(1)} * v_thickness);
  if (dist < halfThickness && (isHead || along < ${DASH.on.toFixed(1)} * v_thickness)) {`;

/** Curves in dashes. sigma has no program for them. */
function dashed(curve: Program): Program {
  return class extends (curve as unknown as new (...parameters: ConstructorParameters<Program>) => WithDefinition) {
    override getDefinition(): ReturnType<WithDefinition["getDefinition"]> {
      const definition = super.getDefinition();
      const { FRAGMENT_SHADER_SOURCE } = definition;
      if (!FRAGMENT_SHADER_SOURCE.includes(IS_LINE)) throw new Error("The shader of @sigma/edge-curve is another one.");
      return { ...definition, FRAGMENT_SHADER_SOURCE: FRAGMENT_SHADER_SOURCE.replace(IS_LINE, IS_DASH) };
    }
  };
}

/** What it draws edges with. `thin` is by far the cheapest and has one width. */
export const edgeProgramClasses: Record<EdgeShape, EdgeProgramType<NodeAttributes, EdgeAttributes>> = {
  thin: EdgeLineProgram,
  line: EdgeRectangleProgram,
  arrow: createEdgeArrowProgram(arrowHead),
  curve: createEdgeCurveProgram(),
  curvedArrow: createEdgeCurveProgram({ arrowHead }),
  dashed: dashed(createEdgeCurveProgram()),
  dashedArrow: dashed(createEdgeCurveProgram({ arrowHead })),
};
