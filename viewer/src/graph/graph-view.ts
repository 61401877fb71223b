import Sigma from "sigma";
import type { CameraState, Coordinates } from "sigma/types";
import { createCaptions } from "./captions.ts";
import { computeFocus, type PictureSelection } from "./focus.ts";
import { type DrawnEdge, edgeNear } from "./hit-test.ts";
import type { Disc } from "./label-layout.ts";
import { createLabelPainter } from "./labels.ts";
import type { DrawnGraph, EdgeAttributes, GraphModel, NodeAttributes } from "./model.ts";
import { edgeProgramClasses, nodeProgramClasses } from "./programs.ts";
import { lookOfEdge, lookOfNode, MANY_NODES, nodeSize, type Scene } from "./reducers.ts";
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
  /** Where the camera is, so that another picture of these nodes can be seen from there. */
  readonly camera: () => CameraState;
  /** Where a node is on the page, in pixels. */
  readonly screenPosition: (id: string) => Coordinates | undefined;
  /** Ends the picture and lets go of everything. Doing it twice does no harm. */
  readonly close: () => void;
}

interface Extent {
  x: [number, number];
  y: [number, number];
}

type Renderer = Sigma<NodeAttributes, EdgeAttributes>;

/** Beyond this number of edges they are not drawn while the camera moves, and do not react to the pointer. */
const MANY_EDGES = 20_000;
/** How close the camera flies: share of the whole picture that is then seen. */
const CLOSE = 0.45;
/** Milliseconds. */
const FLIGHT = 500;
/** In a large graph, how many facts a node needs to be labelled before one zooms in. */
const LABELLED = 20;
const ZOOM_STEP = 1.5;
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
  from?: CameraState,
): GraphView {
  const { graph, data } = model;
  let scene: Scene = {
    model,
    captions: createCaptions(data),
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
    labelRenderedSizeThreshold: isLarge ? nodeSize(LABELLED, data.nodes.id.length) : 0,
    labelGridCellSize: 110,
    // Where there are few nodes every label may be drawn, if there is room for it.
    labelDensity: isLarge ? 1 : 20,
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
  const sizes = new ResizeObserver(() => {
    const { width, height } = sigma.getDimensions();
    if (width !== container.offsetWidth || height !== container.offsetHeight) sigma.resize().refresh();
  });
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
  sigma.on("beforeRender", labels.begin);
  sigma.on("afterRender", () => labels.paint(sigma.getDimensions().width, isLarge ? [] : discsOf(sigma, scene)));
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
  if (from !== undefined) camera.setState(from);
  /** Flies, or is there at once where less motion is asked for. */
  const move = (state: Partial<CameraState>): void => {
    if (matchMedia("(prefers-reduced-motion: reduce)").matches) camera.setState({ ...camera.getState(), ...state });
    else void camera.animate(state, { duration: FLIGHT });
  };
  // Not `getNodeDisplayData`: between a scheduled refresh and its frame that holds places of another scale.
  const placeOf = (id: string): Coordinates => sigma.graphToViewport(graph.getNodeAttributes(id));
  const flyTo = (id: string): void => {
    if (graph.hasNode(id)) move({ ...sigma.viewportToFramedGraph(placeOf(id)), ratio: Math.min(camera.ratio, CLOSE) });
  };

  let isClosed = false;
  return {
    show: (visibility, selection) => {
      point(undefined, undefined);
      scene = { ...scene, visibility, focus: computeFocus(model, visibility, selection), hovered: NOTHING };
      sigma.refresh();
    },
    flyTo,
    reveal: (ids) => {
      const { width, height } = sigma.getDimensions();
      const places = ids.filter((id) => graph.hasNode(id)).map(placeOf);
      const isSeen = places.every(({ x, y }) => x > 0 && y > 0 && x < width && y < height);
      if (isSeen || places.length === 0) return;
      const { x, y } = extentOf(places);
      const middle = sigma.viewportToFramedGraph({ x: (x[0] + x[1]) / 2, y: (y[0] + y[1]) / 2 });
      const share = Math.max((x[1] - x[0]) / width, (y[1] - y[0]) / height);
      move({ ...middle, ratio: camera.ratio * Math.max(1, share * 1.4) });
    },
    zoomIn: () => move({ ratio: camera.getBoundedRatio(camera.ratio / ZOOM_STEP) }),
    zoomOut: () => move({ ratio: camera.getBoundedRatio(camera.ratio * ZOOM_STEP) }),
    fit: () => {
      sigma.setCustomBBox(boundsOf(graph, scene.visibility));
      sigma.refresh();
      move({ x: 0.5, y: 0.5, ratio: 1, angle: 0 });
    },
    camera: () => camera.getState(),
    screenPosition: (id) => {
      if (!graph.hasNode(id)) return undefined;
      const { x, y } = placeOf(id);
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
    const place = sigma.graphToViewport(graph.getNodeAttributes(id));
    places.set(id, place);
    return place;
  };
  for (const [index, id] of data.edges.id.entries()) {
    if (visibility.edges[index] !== 1) continue;
    const [source, target] = graph.extremities(id);
    yield { id, source: placeOf(source), target: placeOf(target), bend: focus?.edges.get(id) ?? 0 };
  }
}

/** Where the shown nodes are in the picture. */
function discsOf(sigma: Renderer, { model: { graph }, visibility }: Scene): readonly Disc[] {
  return graph
    .filterNodes((_, { index }) => visibility.nodes[index] === 1)
    .map((id) => ({
      ...sigma.graphToViewport(graph.getNodeAttributes(id)),
      radius: sigma.scaleSize(sigma.getNodeDisplayData(id)?.size ?? 0),
    }));
}

/** The rectangle around the nodes that are shown; around all of them where none is. */
function boundsOf(graph: DrawnGraph, { nodes, counts }: Visibility): Extent {
  return extentOf(
    graph
      .filterNodes((_, { index }) => nodes[index] === 1 || counts.nodes === 0)
      .map((id) => graph.getNodeAttributes(id)),
  );
}

function extentOf(points: readonly Coordinates[]): Extent {
  const extent: Extent = { x: [Infinity, -Infinity], y: [Infinity, -Infinity] };
  for (const { x, y } of points) {
    extent.x = [Math.min(extent.x[0], x), Math.max(extent.x[1], x)];
    extent.y = [Math.min(extent.y[0], y), Math.max(extent.y[1], y)];
  }
  return extent;
}
