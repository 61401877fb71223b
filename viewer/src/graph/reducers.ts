import type { EdgeDisplayData, NodeDisplayData } from "sigma/types";
import type { NodeType } from "../../../src/server/contract.ts";
import { MANY_EDGES, MANY_NODES } from "./crowds.ts";
import type { Focus } from "./focus.ts";
import type { LabelRank } from "./label-layout.ts";
import { type EdgeAttributes, type GraphModel, type NodeAttributes, placeInLayout } from "./model.ts";
import type { EdgeShape, NodeShape } from "./programs.ts";
import type { Place, View } from "../state/view.ts";
import { nodeSize } from "./node-size.ts";
import type { Theme } from "./theme.ts";
import type { Visibility } from "./visibility.ts";

/** Everything that the picture is derived from. */
export interface Scene {
  readonly model: GraphModel;
  /** What stands beside each node, by index. */
  readonly captions: readonly string[];
  readonly theme: Theme;
  readonly view: View;
  readonly visibility: Visibility;
  readonly focus: Focus | undefined;
  /** Nodes that somebody is moving. */
  readonly dragged: ReadonlyMap<string, Place>;
  /** The community of each node, by index. */
  readonly communities: () => readonly number[];
  /** The shown nodes of which most is said, by index: their names come before those of others. */
  readonly main: ReadonlySet<number>;
  /** What the pointer is on, with its neighbourhood. */
  readonly hovered: {
    readonly centre: string | undefined;
    readonly nodes: ReadonlySet<string>;
    readonly edges: ReadonlySet<string>;
  };
}

/** How a name is written: what is looked at, what a picture is about, and all else. */
export type LabelStyle = "strong" | "main" | "plain" | "faded";

export interface NodeLook extends Partial<NodeDisplayData> {
  readonly type: NodeShape;
  readonly ringColor: string;
  readonly ringSize: number;
  readonly outlineColor: string;
  readonly fillColor: string;
  readonly labelStyle: LabelStyle;
  readonly labelRank: LabelRank;
}

export interface EdgeLook extends Partial<EdgeDisplayData> {
  readonly type: EdgeShape;
  readonly curvature: number;
}

/** Beyond this number of neighbours only those have labels for which there is room: they would cover the picture. */
const MANY_NEIGHBOURS = 60;
/** How far a straight line is bent that is drawn by a program for curves, which has no straight ones. */
const BARELY = 0.015;
/** How facts are drawn that are looked at: with a direction, or without. */
const SHAPES = {
  straight: { to: "arrow", with: "line" },
  bent: { to: "curvedArrow", with: "curve" },
} as const satisfies Readonly<Record<string, Readonly<Record<string, EdgeShape>>>>;
/** Share of a node's radius that is its ring. */
const RINGS: Readonly<Record<NodeType, number>> = { entity: 0.12, event: 0.42, article: 0.12 };

/** Where a node is drawn: where it is being moved to, where somebody put it, or where the layout has it. */
export function placeOfNode({ dragged, view, model }: Scene, id: string): Place {
  return dragged.get(id) ?? view.pinned.get(id) ?? placeInLayout(model, id);
}

export function lookOfNode(scene: Scene, id: string, { index }: NodeAttributes): NodeLook {
  const { captions, theme, view, visibility, focus, hovered, main, model } = scene;
  const { nodes, ontology } = model.data;
  const kind = nodes.kind[index] ?? 0;
  const type = ontology.kinds[kind]?.type ?? "entity";
  const isCentre = focus?.centres.has(id) === true;
  const isPicked = view.picked.has(id);
  const isInFocus = focus === undefined || focus.nodes.has(id);
  const isHovered = hovered.nodes.has(id);
  const colour = colourOfNode(scene, index, isInFocus || isHovered || isPicked);
  const isNamed =
    isHovered || (focus === undefined ? main.has(index) : isInFocus && focus.nodes.size <= MANY_NEIGHBOURS);
  const rank: LabelRank = isCentre || hovered.centre === id ? "must" : isNamed ? "should" : "may";
  const labelStyle: LabelStyle = isCentre
    ? "strong"
    : focus === undefined && main.has(index)
      ? "main"
      : isInFocus || isHovered || isPicked
        ? "plain"
        : "faded";
  const isLabelled = isInFocus || isHovered || isPicked || nodes.id.length <= MANY_NODES;
  return {
    ...placeOfNode(scene, id),
    hidden: visibility.nodes[index] !== 1,
    label:
      isLabelled && (view.look.labels !== "none" || rank === "must" || focus !== undefined)
        ? (captions[index] ?? id)
        : null,
    forceLabel: rank !== "may",
    labelRank: rank,
    labelStyle,
    size: nodeSize(weightOfNode(scene, index), nodes.id.length) * (isCentre ? 1.3 : 1),
    color: colour,
    // An entity is a disc, an event a ring: kinds can be told apart without their colours.
    fillColor: type === "event" ? theme.ground : colour,
    ringColor: type === "event" ? colour : theme.ground,
    ringSize: RINGS[type],
    outlineColor: isPicked ? theme.accent : theme.ink,
    type: isCentre || isPicked ? "outlined" : "disc",
    zIndex: isCentre ? 2 : isInFocus ? 1 : 0,
  };
}

function colourOfNode({ theme, model, view, communities }: Scene, index: number, isStrong: boolean): string {
  const [palette, faded, at] =
    view.look.colour === "community"
      ? [theme.communities, theme.fadedCommunities, communities()[index] ?? 0]
      : [theme.kinds, theme.fadedKinds, model.data.nodes.kind[index] ?? 0];
  return (isStrong ? palette : faded)[at] ?? theme.ink;
}

/** What the size of a node tells. */
export function weightOfNode({ model, view }: Pick<Scene, "model" | "view">, index: number): number {
  return (view.look.size === "facts" ? model.data.nodes.degree : model.texts)[index] ?? 0;
}

export function lookOfEdge(scene: Scene, id: string, { index }: EdgeAttributes): EdgeLook {
  const { theme, visibility, focus, hovered, model } = scene;
  const { edges, ontology } = model.data;
  const bend = focus?.edges.get(id);
  const isMany = edges.id.length > MANY_EDGES;
  const base = { hidden: visibility.edges[index] !== 1, curvature: 0 };
  const isHovered = hovered.edges.has(id);
  // What is said to be planned, alleged or denied is not drawn as what has happened.
  const isActual = model.data.modalities[edges.modality[index] ?? 0] === "actual";
  if (bend === undefined) {
    return {
      ...base,
      ...(isMany || isActual ? {} : { curvature: BARELY }),
      type: isMany ? "thin" : isActual ? "line" : "dashed",
      size: 1.2 + Math.min(edges.weight[index] ?? 1, 6) * 0.4,
      color: isHovered ? theme.strongEdge : focus === undefined && !isMany ? theme.edge : theme.fadedEdge,
      zIndex: 0,
    };
  }
  const isCentre = focus?.centres.has(id) === true;
  const isDirected = ontology.relations[edges.relation[index] ?? 0]?.symmetric !== true;
  const isBent = Math.abs(bend) > 0.01;
  return {
    ...base,
    curvature: isBent || isActual ? bend : BARELY,
    type: isActual
      ? SHAPES[isBent ? "bent" : "straight"][isDirected ? "to" : "with"]
      : isDirected
        ? "dashedArrow"
        : "dashed",
    size: isCentre ? 4 : 2,
    color: isCentre || isHovered ? theme.accent : theme.strongEdge,
    zIndex: isCentre ? 2 : 1,
  };
}
