import type { Coordinates } from "sigma/types";
import { VERY_MANY_EDGES } from "./crowds.ts";
import { edgeNear } from "./hit-test.ts";
import type { EdgeAttributes } from "./model.ts";
import type { Scene } from "./reducers.ts";
import { drawnEdges, type Renderer } from "./screen.ts";

/** How many pixels beside an edge the pointer may be. */
const REACH = 6;

type Hovered = Scene["hovered"];
export const NOT_HOVERED: Hovered = { centre: undefined, nodes: new Set(), edges: new Set() };

export interface PointerEvents {
  /** What is drawn now. */
  readonly scene: () => Scene;
  /** What the pointer is on has changed. */
  readonly onHover: (hovered: Hovered) => void;
  /** The fact under the pointer. */
  readonly onFact: (id: string | undefined) => void;
}

export interface Pointer {
  /** The edge at a point, in pixels of the picture. */
  readonly edgeAt: (point: Coordinates) => string | undefined;
  /** As if the pointer were on nothing. */
  readonly leave: () => void;
  readonly close: () => void;
}

/** Finds what the pointer is on: a node with what leads to it, else an edge with its ends. */
export function followPointer(
  sigma: Renderer,
  container: HTMLElement,
  { scene, onHover, onFact }: PointerEvents,
): Pointer {
  const isShown = (_: string, { index }: EdgeAttributes): boolean => scene().visibility.edges[index] === 1;
  const edgeAt = (point: Coordinates): string | undefined =>
    scene().model.data.edges.id.length > VERY_MANY_EDGES
      ? undefined
      : edgeNear(point, drawnEdges(sigma, scene()), REACH);

  let pointedNode: string | undefined;
  let pointedEdge: string | undefined;
  /** Makes what the pointer is on stand out. A node comes before the edges beneath it. */
  const point = (node: string | undefined, edge: string | undefined): void => {
    if (node === pointedNode && edge === pointedEdge) return;
    if (edge !== pointedEdge) onFact(edge);
    [pointedNode, pointedEdge] = [node, edge];
    container.style.cursor = node === undefined && edge === undefined ? "" : "pointer";
    const { graph } = scene().model;
    if (node !== undefined) {
      const edges = graph.filterEdges(node, isShown);
      const nodes = [node, ...edges.flatMap((id) => graph.extremities(id))];
      onHover({ centre: node, nodes: new Set(nodes), edges: new Set(edges) });
    } else if (edge === undefined) {
      onHover(NOT_HOVERED);
    } else {
      onHover({ centre: edge, nodes: new Set(graph.extremities(edge)), edges: new Set([edge]) });
    }
  };
  const onMove = (event: MouseEvent): void => {
    const { left, top } = container.getBoundingClientRect();
    const isDragging = event.buttons !== 0;
    if (pointedNode === undefined && !isDragging) {
      point(undefined, edgeAt({ x: event.clientX - left, y: event.clientY - top }));
    }
  };
  const leave = (): void => point(undefined, undefined);
  container.addEventListener("mousemove", onMove);
  container.addEventListener("mouseleave", leave);
  sigma.on("enterNode", ({ node }) => point(node, undefined));
  sigma.on("leaveNode", ({ event }) => point(undefined, edgeAt(event)));
  return {
    edgeAt,
    leave,
    close: () => {
      container.removeEventListener("mousemove", onMove);
      container.removeEventListener("mouseleave", leave);
    },
  };
}
