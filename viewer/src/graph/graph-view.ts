import Sigma from "sigma";
import type { CameraState, Coordinates } from "sigma/types";
import { computeFocus, type PictureSelection } from "./focus.ts";
import { type DrawnEdge, edgeNear } from "./hit-test.ts";
import type { Disc } from "./label-layout.ts";
import { createLabelPainter } from "./labels.ts";
import type { DrawnGraph, EdgeAttributes, GraphModel, NodeAttributes } from "./model.ts";
import { edgeProgramClasses, nodeProgramClasses } from "./programs.ts";
import { lookOfEdge, lookOfNode, type Scene } from "./reducers.ts";
import { readTheme } from "./theme.ts";
import type { Visibility } from "./visibility.ts";

/** What happens in the picture. */
export interface GraphViewEvents {
  readonly onNode: (id: string) => void;
  readonly onFact: (id: string) => void;
  /** A click beside everything. */
  readonly onNothing: () => void;
  /** The fact under the pointer. */
  readonly onFactHover: (id: string | undefined) => void;
}

/** The picture of a graph, and the commands that it understands. */
export interface GraphView {
  readonly show: (visibility: Visibility, selection: PictureSelection) => void;
  /** Moves the camera to a node. */
  readonly flyTo: (id: string) => void;
  /** Moves the camera only as far as is needed to see all of these nodes. */
  readonly reveal: (ids: readonly string[]) => void;
  readonly zoomIn: () => void;
  readonly zoomOut: () => void;
  /** Makes everything that is shown fill the picture. */
  readonly fit: () => void;
  /** Where a node is on the page, in pixels. */
  readonly screenPosition: (id: string) => Coordinates | undefined;
  /** Ends the picture and lets go of everything. Doing it twice does no harm. */
  readonly close: () => void;
}

type Renderer = Sigma<NodeAttributes, EdgeAttributes>;

/** Beyond these numbers, work per frame is saved. */
const MANY_NODES = 300;
const MANY_EDGES = 20_000;
/** How close the camera flies: share of the whole picture that is then seen. */
const CLOSE = 0.45;
/** Milliseconds. */
const FLIGHT = 500;
/** How many pixels beside an edge the pointer may be. */
const REACH = 6;
const NOTHING: Scene["hovered"] = { nodes: new Set(), edges: new Set() };

/** Whether a picture can be drawn here. */
export function hasWebGl(): boolean {
  const canvas = document.createElement("canvas");
  return (canvas.getContext("webgl2") ?? canvas.getContext("webgl")) !== null;
}

/** Draws a graph into an element. Only where there is WebGL. */
export function createGraphView(
  container: HTMLElement,
  model: GraphModel,
  first: Visibility,
  events: GraphViewEvents,
): GraphView {
  const { graph, data } = model;
  let scene: Scene = {
    model,
    theme: readTheme(data.ontology),
    visibility: first,
    focus: undefined,
    hovered: NOTHING,
  };
  const labels = createLabelPainter(() => scene.theme);
  const isLarge = data.nodes.id.length > MANY_NODES;
  const sigma: Renderer = new Sigma<NodeAttributes, EdgeAttributes>(graph, container, {
    nodeReducer: (id, attributes) => lookOfNode(scene, id, attributes),
    edgeReducer: (id, attributes) => lookOfEdge(scene, id, attributes),
    nodeProgramClasses,
    edgeProgramClasses,
    defaultDrawNodeLabel: labels.note,
    defaultDrawNodeHover: labels.drawHover,
    labelRenderedSizeThreshold: isLarge ? 6 : 0,
    labelGridCellSize: isLarge ? 110 : 60,
    hideEdgesOnMove: data.edges.id.length > MANY_EDGES,
    minEdgeThickness: 1.4,
    zIndex: true,
    stagePadding: 48,
    minCameraRatio: 0.02,
    maxCameraRatio: 4,
  });
  sigma.setCustomBBox(boundsOf(graph, first));

  const scheme = matchMedia("(prefers-color-scheme: dark)");
  const onScheme = (): void => {
    scene = { ...scene, theme: readTheme(data.ontology) };
    sigma.refresh({ skipIndexation: true });
  };
  scheme.addEventListener("change", onScheme);
  const sizes = new ResizeObserver(() => sigma.scheduleRefresh());
  sizes.observe(container);

  const hover = (nodes: readonly string[], edges: readonly string[]): void => {
    const before = scene.hovered;
    scene = { ...scene, hovered: { nodes: new Set(nodes), edges: new Set(edges) } };
    sigma.refresh({
      partialGraph: {
        nodes: [...new Set([...before.nodes, ...nodes])],
        edges: [...new Set([...before.edges, ...edges])],
      },
      skipIndexation: true,
      schedule: true,
    });
  };
  const isShown = (_: string, { index }: EdgeAttributes): boolean => scene.visibility.edges[index] === 1;
  sigma.on("afterRender", () => labels.paint(sigma.getDimensions().width, isLarge ? [] : discsOf(sigma)));
  const edgeAt = (point: Coordinates): string | undefined =>
    data.edges.id.length > MANY_EDGES ? undefined : edgeNear(point, drawnEdges(sigma, scene), REACH);

  let pointedNode: string | undefined;
  let pointedEdge: string | undefined;
  /** Makes what the pointer is on stand out. A node comes before the edges beneath it. */
  const point = (node: string | undefined, edge: string | undefined): void => {
    if (node === pointedNode && edge === pointedEdge) return;
    if (edge !== pointedEdge) events.onFactHover(edge);
    [pointedNode, pointedEdge] = [node, edge];
    container.style.cursor = node === undefined && edge === undefined ? "" : "pointer";
    if (node !== undefined) {
      const edges = graph.filterEdges(node, isShown);
      hover([node, ...edges.flatMap((id) => graph.extremities(id))], edges);
    } else if (edge === undefined) {
      hover([], []);
    } else {
      hover(graph.extremities(edge), [edge]);
    }
  };
  const onPointer = (event: MouseEvent): void => {
    const { left, top } = container.getBoundingClientRect();
    const isDragging = event.buttons !== 0;
    if (pointedNode === undefined && !isDragging) {
      point(undefined, edgeAt({ x: event.clientX - left, y: event.clientY - top }));
    }
  };
  const onPointerGone = (): void => point(undefined, undefined);
  container.addEventListener("mousemove", onPointer);
  container.addEventListener("mouseleave", onPointerGone);
  sigma.on("enterNode", ({ node }) => point(node, undefined));
  sigma.on("leaveNode", ({ event }) => point(undefined, edgeAt(event)));
  sigma.on("clickNode", ({ node }) => events.onNode(node));
  sigma.on("clickStage", ({ event }) => {
    const edge = edgeAt(event);
    if (edge === undefined) events.onNothing();
    else events.onFact(edge);
  });

  const camera = sigma.getCamera();
  const duration = (): number => (matchMedia("(prefers-reduced-motion: reduce)").matches ? 0 : FLIGHT);
  const move = (state: Partial<CameraState>): void => {
    void camera.animate(state, { duration: duration() });
  };
  const flyTo = (id: string): void => {
    const place = sigma.getNodeDisplayData(id);
    if (place !== undefined) move({ x: place.x, y: place.y, ratio: Math.min(camera.ratio, CLOSE) });
  };

  let isClosed = false;
  return {
    show: (visibility, selection) => {
      scene = { ...scene, visibility, focus: computeFocus(model, visibility, selection), hovered: NOTHING };
      sigma.refresh();
    },
    flyTo,
    reveal: (ids) => {
      const { width, height } = sigma.getDimensions();
      const places = ids.flatMap((id) => sigma.getNodeDisplayData(id) ?? []);
      const isInside = places.every((place) => {
        const { x, y } = sigma.framedGraphToViewport(place);
        return x > 0 && y > 0 && x < width && y < height;
      });
      if (isInside || places.length === 0) return;
      const [xs, ys] = [places.map(({ x }) => x), places.map(({ y }) => y)];
      const extent = Math.max(Math.max(...xs) - Math.min(...xs), Math.max(...ys) - Math.min(...ys));
      move({
        x: (Math.min(...xs) + Math.max(...xs)) / 2,
        y: (Math.min(...ys) + Math.max(...ys)) / 2,
        ratio: Math.max(camera.ratio, extent * 1.4),
      });
    },
    zoomIn: () => void camera.animatedZoom({ duration: duration() }),
    zoomOut: () => void camera.animatedUnzoom({ duration: duration() }),
    fit: () => {
      sigma.setCustomBBox(boundsOf(graph, scene.visibility));
      sigma.refresh();
      move({ x: 0.5, y: 0.5, ratio: 1, angle: 0 });
    },
    screenPosition: (id) => {
      const place = sigma.getNodeDisplayData(id);
      if (place === undefined) return undefined;
      const { x, y } = sigma.framedGraphToViewport(place);
      const { left, top } = container.getBoundingClientRect();
      return { x: left + x, y: top + y };
    },
    close: () => {
      if (isClosed) return;
      isClosed = true;
      scheme.removeEventListener("change", onScheme);
      sizes.disconnect();
      container.removeEventListener("mousemove", onPointer);
      container.removeEventListener("mouseleave", onPointerGone);
      sigma.kill();
    },
  };
}

/** The shown edges as they are drawn. */
function* drawnEdges(sigma: Renderer, { model, visibility, focus }: Scene): Iterable<DrawnEdge> {
  const { graph, data } = model;
  const places = new Map<string, Coordinates>();
  const placeOf = (id: string): Coordinates => {
    const known = places.get(id);
    if (known !== undefined) return known;
    const place = sigma.framedGraphToViewport(sigma.getNodeDisplayData(id) ?? { x: 0, y: 0 });
    places.set(id, place);
    return place;
  };
  for (let index = 0; index < data.edges.id.length; index += 1) {
    const id = data.edges.id[index];
    if (id === undefined || visibility.edges[index] !== 1) continue;
    const [source, target] = graph.extremities(id);
    yield { id, source: placeOf(source), target: placeOf(target), bend: focus?.edges.get(id) ?? 0 };
  }
}

/** Where the shown nodes are in the picture. */
function discsOf(sigma: Renderer): readonly Disc[] {
  return sigma.getGraph().mapNodes((id) => {
    const look = sigma.getNodeDisplayData(id);
    if (look === undefined || look.hidden) return { x: 0, y: 0, radius: 0 };
    return { ...sigma.framedGraphToViewport(look), radius: sigma.scaleSize(look.size) };
  });
}

/** The rectangle around the nodes that are shown; around all of them where none is. */
function boundsOf(graph: DrawnGraph, { nodes, counts }: Visibility): { x: [number, number]; y: [number, number] } {
  const bounds: { x: [number, number]; y: [number, number] } = {
    x: [Infinity, -Infinity],
    y: [Infinity, -Infinity],
  };
  graph.forEachNode((_, { index, x, y }) => {
    if (nodes[index] !== 1 && counts.nodes > 0) return;
    bounds.x = [Math.min(bounds.x[0], x), Math.max(bounds.x[1], x)];
    bounds.y = [Math.min(bounds.y[0], y), Math.max(bounds.y[1], y)];
  });
  return bounds;
}
