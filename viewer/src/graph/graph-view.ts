import Sigma from "sigma";
import type { CameraState, Coordinates } from "sigma/types";
import { formatCount } from "../format.ts";
import type { CameraPlace } from "../state/address.ts";
import { pick, pin, togglePick } from "../state/commands.ts";
import { NO_SELECTION } from "../state/selection.ts";
import type { ViewerState, ViewerStore } from "../state/store.ts";
import type { Place } from "../state/view.ts";
import { boundsOf, extentOf } from "./bounds.ts";
import { createCaptions, relationWords } from "./captions.ts";
import { changesBetween } from "./changes.ts";
import { communitiesOf } from "./communities.ts";
import { computeFocus } from "./focus.ts";
import { followGestures, roundPlace } from "./gestures.ts";
import { type DrawnText, layOutEdgeLabels, paintCard } from "./edge-labels.ts";
import { type EdgeText, edgeTexts } from "./edge-texts.ts";
import { drawScene } from "./draw-scene.ts";
import type { DrawnCard, Drawing } from "./drawing.ts";
import { type DrawnEdge, edgeNear } from "./hit-test.ts";
import type { Disc } from "./label-layout.ts";
import { labelThreshold } from "./label-level.ts";
import { createLabelPainter } from "./labels.ts";
import { mainNodes } from "./main-nodes.ts";
import type { EdgeAttributes, NodeAttributes } from "./model.ts";
import { edgeProgramClasses, nodeProgramClasses } from "./programs.ts";
import { lookOfEdge, lookOfNode, MANY_NODES, placeOfNode, type Scene, weightOfNode } from "./reducers.ts";
import { readTheme } from "./theme.ts";

/** What the page does about what happens in the picture. All else the picture does itself. */
export interface GraphViewEvents {
  /** The fact under the pointer. */
  readonly onFactHover: (id: string | undefined) => void;
  /** Somebody asks what can be done with a node, or with the picture: with the right button, or a long touch. At pixels of the page. */
  readonly onMenu: (id: string | undefined, at: Coordinates) => void;
  /** Somebody clicks a node twice. */
  readonly onDoubleClick: (id: string) => void;
  /** The lasso is drawn, or no longer to be. */
  readonly onLasso: (isArmed: boolean) => void;
  /** The camera has come to rest. */
  readonly onMoved: (camera: CameraPlace) => void;
}

/** The picture of a graph, and the commands that it understands. What it shows, it takes from the store. */
export interface GraphView {
  /** Moves the camera to a node. */
  readonly flyTo: (id: string) => void;
  /** Moves the camera only as far as is needed to see all of these nodes. */
  readonly reveal: (ids: readonly string[]) => void;
  readonly zoomIn: () => void;
  readonly zoomOut: () => void;
  /** Moves the picture by shares of its width and height. */
  readonly pan: (across: number, down: number) => void;
  /** Moves nodes by pixels, and keeps them there. */
  readonly nudge: (ids: readonly string[], across: number, down: number) => void;
  /** Lets the next movement of the pointer surround nodes that are to be picked. */
  readonly armLasso: (isArmed: boolean) => void;
  /** Makes everything that is shown fill the picture. */
  readonly fit: () => void;
  /** Where the camera is, so that another picture of these nodes can be seen from there. */
  readonly camera: () => CameraPlace;
  /** How large the picture is, in pixels. */
  readonly size: () => { readonly width: number; readonly height: number };
  /** What is seen now, as shapes. */
  readonly drawing: () => Drawing;
  /** Where a node is on the page, in pixels. */
  readonly screenPosition: (id: string) => Coordinates | undefined;
  /** Ends the picture and lets go of everything. Doing it twice does no harm. */
  readonly close: () => void;
}

type Renderer = Sigma<NodeAttributes, EdgeAttributes>;

/** Beyond this number of edges they are not drawn while the camera moves, and do not react to the pointer. */
const MANY_EDGES = 20_000;
/** How close the camera flies: share of the whole picture that is then seen. */
const CLOSE = 0.45;
/** Milliseconds. */
const FLIGHT = 500;
/** How many labels sigma offers in a cell of its grid. In a small picture all: the painter finds out for which there is room. */
const DENSITY = { small: 20, large: 1 } as const;
const ZOOM_STEP = 1.5;
/** How many times as much as the whole layout the camera sees at most. */
const FAR = 4;
/** How many pixels beside an edge the pointer may be. */
const REACH = 6;
/** What the browser's list of timings calls the first drawn frame. */
const FIRST_FRAME = "dragoman: first frame";
/** Milliseconds without a movement after which the camera is at rest. */
const REST = 250;
const NOBODY: Scene["dragged"] = new Map();
const NOTHING: Scene["hovered"] = { centre: undefined, nodes: new Set(), edges: new Set() };

/** Whether a picture can be drawn here. */
export function hasWebGl(): boolean {
  const canvas = document.createElement("canvas");
  return (canvas.getContext("webgl2") ?? canvas.getContext("webgl")) !== null;
}

/** Draws the graph of a store into an element, and goes on with it as it changes. Only where there is WebGL. */
export function createGraphView(
  container: HTMLElement,
  store: ViewerStore,
  events: GraphViewEvents,
  from?: CameraPlace,
): GraphView {
  const { model } = store.state();
  const { graph, data } = model;
  const sceneOf = (state: ViewerState): Scene => ({
    model,
    captions,
    theme: readTheme(data.ontology),
    view: state.view,
    visibility: state.visibility,
    focus: computeFocus(model, state.visibility, state.selection, state.highlight),
    dragged: NOBODY,
    main: mainNodes(model, state.visibility),
    communities: () => communitiesOf(model).of,
    hovered: NOTHING,
  });
  let captions = createCaptions(data);
  let scene = sceneOf(store.state());
  let pinned: ReadonlyMap<string, Place> = new Map();
  /** Puts the nodes where they are drawn that somebody moved, and back those that were let go. */
  const putInPlace = (): void => {
    const before = pinned;
    pinned = scene.view.pinned;
    for (const id of new Set([...before.keys(), ...pinned.keys()])) {
      if (before.get(id) !== pinned.get(id) && graph.hasNode(id)) graph.mergeNodeAttributes(id, placeOfNode(scene, id));
    }
  };
  putInPlace();
  const labels = createLabelPainter(() => scene.theme);
  const isLarge = data.nodes.id.length > MANY_NODES;
  const sigma: Renderer = new Sigma<NodeAttributes, EdgeAttributes>(graph, container, {
    nodeReducer: (id, attributes) => lookOfNode(scene, id, attributes),
    edgeReducer: (id, attributes) => lookOfEdge(scene, id, attributes),
    nodeProgramClasses,
    edgeProgramClasses,
    defaultDrawNodeLabel: labels.note,
    defaultDrawNodeHover: labels.drawHover,
    labelGridCellSize: 110,
    labelDensity: isLarge ? DENSITY.large : DENSITY.small,
    hideEdgesOnMove: data.edges.id.length > MANY_EDGES,
    minEdgeThickness: 1.4,
    zIndex: true,
    // In a small window what lies around the picture can leave it no room for a while.
    allowInvalidContainer: true,
    stagePadding: 48,
    minCameraRatio: 0.02,
  });
  /** Fits the measure of the picture to what is shown; the camera can go as far as the whole layout reaches. */
  const setBounds = (): void => {
    const { bounds, reach } = boundsOf(model, scene.visibility, (id) => placeOfNode(scene, id));
    sigma.setSetting("maxCameraRatio", FAR * reach);
    sigma.setCustomBBox(bounds);
  };
  setBounds();
  /** How many labels sigma offers to the painter, which leaves out those for which there is no room. */
  const setLabelLevel = (): void => {
    const { view, visibility } = scene;
    const weights = data.nodes.id.flatMap((_, index) =>
      visibility.nodes[index] === 1 ? [weightOfNode(scene, index)] : [],
    );
    const threshold = labelThreshold(view.look.labels, weights, data.nodes.id.length, isLarge);
    // sigma draws all anew after each setting.
    if (sigma.getSetting("labelRenderedSizeThreshold") !== threshold)
      sigma.setSetting("labelRenderedSizeThreshold", threshold);
  };
  setLabelLevel();

  // Theme and language are attributes of the root, which the page sets.
  const themes = new MutationObserver(() => {
    captions = createCaptions(data);
    texts = edgeTexts(model, scene.focus, relationWords(data), formatCount);
    scene = { ...scene, captions, theme: readTheme(data.ontology) };
    sigma.refresh({ skipIndexation: true });
  });
  themes.observe(document.documentElement, {
    attributes: true,
    attributeFilter: ["data-theme", "data-contrast", "data-urdu", "lang"],
  });
  const sizes = new ResizeObserver(() => {
    const { width, height } = sigma.getDimensions();
    if (width !== container.offsetWidth || height !== container.offsetHeight) sigma.resize().refresh();
  });
  sizes.observe(container);

  const hover = (centre: string | undefined, nodes: readonly string[], edges: readonly string[]): void => {
    const before = scene.hovered;
    scene = { ...scene, hovered: { centre, nodes: new Set(nodes), edges: new Set(edges) } };
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
  sigma.once("afterRender", () => performance.mark(FIRST_FRAME));
  let texts = edgeTexts(model, scene.focus, relationWords(data), formatCount);
  /** What stands at the edges in the last frame. */
  let cards: readonly DrawnCard[] = [];
  sigma.on("afterRender", () => {
    cards = [];
    const boxes = labels.paint(sigma.getDimensions().width, isLarge ? [] : discsOf(sigma, scene));
    const canvas = sigma.getCanvases()["edgeLabels"]?.getContext("2d");
    if (canvas === null || canvas === undefined || scene.view.look.labels === "none") return;
    const drawn = texts.map((text) => drawnText(sigma, scene, text));
    cards = layOutEdgeLabels(canvas, drawn, boxes, scene.theme);
    for (const card of cards) paintCard(canvas, card, scene.theme.font);
  });
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
      hover(node, [node, ...edges.flatMap((id) => graph.extremities(id))], edges);
    } else if (edge === undefined) {
      hover(undefined, [], []);
    } else {
      hover(edge, graph.extremities(edge), [edge]);
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
  sigma.on("clickNode", ({ node, event }) => {
    if (gestures.isEnd()) return;
    if (hasModifier(event.original)) {
      store.run(togglePick(node));
      if (store.state().selection.type !== "picked") store.select({ type: "picked" });
    } else store.select({ type: "node", id: node });
  });
  sigma.on("doubleClickNode", ({ node, event }) => {
    event.preventSigmaDefault();
    events.onDoubleClick(node);
  });
  sigma.on("clickStage", ({ event }) => {
    if (gestures.isEnd()) return;
    const edge = edgeAt(event);
    store.select(edge === undefined ? NO_SELECTION : { type: "fact", id: edge });
  });
  sigma.on("rightClickNode", ({ node, event }) => {
    event.original.preventDefault();
    events.onMenu(node, pageOf(event));
  });
  sigma.on("rightClickStage", ({ event }) => {
    event.original.preventDefault();
    events.onMenu(undefined, pageOf(event));
  });

  const gestures = followGestures(sigma, container, {
    heldWith: (id) => (scene.view.picked.has(id) ? [...scene.view.picked].filter((one) => graph.hasNode(one)) : [id]),
    placeOf: (id) => placeOfNode(scene, id),
    onDrag: (places) => {
      scene = { ...scene, dragged: places };
      const nodes = [...places.keys()];
      const edges = [...new Set(nodes.flatMap((id) => graph.edges(id)))];
      sigma.refresh({ partialGraph: { nodes, edges }, skipIndexation: true, schedule: true });
    },
    onDrop: (places) => store.run(pin(places)),
    shown: () => shownPlaces(sigma, scene),
    onLasso: (ids) => {
      gestures.armLasso(false);
      events.onLasso(false);
      if (ids.length === 0) return;
      store.run(pick([...scene.view.picked, ...ids]));
      store.select({ type: "picked" });
    },
    onLongTouch: (id, at) => events.onMenu(id, pageOf(at)),
  });

  const pageOf = ({ x, y }: Coordinates): Coordinates => {
    const { left, top } = container.getBoundingClientRect();
    return { x: left + x, y: top + y };
  };

  const camera = sigma.getCamera();
  /** How much of the layout is seen across the smaller side, and where: the same whatever the picture was fitted to. */
  const cameraPlace = (): CameraPlace => {
    const { width, height } = sigma.getDimensions();
    // Sigma's own state is that of the last frame, and the camera may have moved since.
    const now = { cameraState: camera.getState() };
    const middle = sigma.viewportToGraph({ x: width / 2, y: height / 2 }, now);
    const side = sigma.viewportToGraph({ x: width / 2 + Math.min(width, height), y: height / 2 }, now);
    return { ...middle, ratio: side.x - middle.x };
  };
  const setCamera = (place: CameraPlace): void => {
    const ratio = camera.getBoundedRatio((camera.ratio * place.ratio) / cameraPlace().ratio);
    camera.setState({ ...sigma.viewportToFramedGraph(sigma.graphToViewport(place)), ratio });
  };
  if (from !== undefined) {
    sigma.refresh();
    setCamera(from);
  }
  let rest: ReturnType<typeof setTimeout> | undefined;
  camera.on("updated", () => {
    clearTimeout(rest);
    rest = setTimeout(() => events.onMoved(cameraPlace()), REST);
  });
  /** Flies, or is there at once where less motion is asked for. */
  const move = (state: Partial<CameraState>): void => {
    if (matchMedia("(prefers-reduced-motion: reduce)").matches) camera.setState({ ...camera.getState(), ...state });
    else void camera.animate(state, { duration: FLIGHT });
  };
  // Not `getNodeDisplayData`: between a scheduled refresh and its frame that holds places of another scale.
  const placeOf = (id: string): Coordinates => sigma.graphToViewport(placeOfNode(scene, id));
  const flyTo = (id: string): void => {
    if (graph.hasNode(id)) move({ ...sigma.viewportToFramedGraph(placeOf(id)), ratio: Math.min(camera.ratio, CLOSE) });
  };

  const fit = (): void => {
    const before = cameraPlace();
    setBounds();
    sigma.refresh();
    // From where it was, so that the picture does not jump before it moves.
    setCamera(before);
    move({ x: 0.5, y: 0.5, ratio: 1, angle: 0 });
  };

  const unsubscribe = store.subscribe(() => {
    const state = store.state();
    // Another graph is another picture.
    if (state.model !== model) return;
    point(undefined, undefined);
    const before = scene;
    scene = sceneOf(state);
    putInPlace();
    texts = edgeTexts(model, scene.focus, relationWords(data), formatCount);
    setLabelLevel();
    if (state.view.stage !== before.view.stage) {
      fit();
      return;
    }
    const changes = isLarge ? changesBetween(before, scene) : undefined;
    sigma.refresh(
      changes === undefined ? {} : { partialGraph: { nodes: [...changes.nodes], edges: [...changes.edges] } },
    );
  });

  let isClosed = false;
  return {
    flyTo,
    reveal: (ids) => {
      const { width, height } = sigma.getDimensions();
      const places = ids.filter((id) => graph.hasNode(id)).map(placeOf);
      const isSeen = places.every(({ x, y }) => x > 0 && y > 0 && x < width && y < height);
      if (isSeen || places.length === 0) return;
      const { x, y } = extentOf(places);
      const middle = sigma.viewportToFramedGraph({ x: (x[0] + x[1]) / 2, y: (y[0] + y[1]) / 2 });
      const share = Math.max((x[1] - x[0]) / width, (y[1] - y[0]) / height);
      if (share > 1) fit();
      else move({ ...middle, ratio: camera.ratio * Math.max(1, share * 1.4) });
    },
    zoomIn: () => move({ ratio: camera.getBoundedRatio(camera.ratio / ZOOM_STEP) }),
    zoomOut: () => move({ ratio: camera.getBoundedRatio(camera.ratio * ZOOM_STEP) }),
    pan: (across, down) => {
      const { width, height } = sigma.getDimensions();
      const now = { cameraState: camera.getState() };
      move(sigma.viewportToFramedGraph({ x: width * (0.5 + across), y: height * (0.5 + down) }, now));
    },
    nudge: (ids, across, down) => {
      const places = ids
        .filter((id) => graph.hasNode(id))
        .map((id): readonly [string, Place] => {
          const { x, y } = placeOf(id);
          return [id, roundPlace(sigma.viewportToGraph({ x: x + across, y: y + down }))];
        });
      store.run(pin(new Map(places), "nudge"));
    },
    armLasso: gestures.armLasso,
    fit,
    camera: cameraPlace,
    size: () => sigma.getDimensions(),
    drawing: () => drawScene(sigma, scene, { labels: labels.drawn(), cards }),
    screenPosition: (id) => {
      if (!graph.hasNode(id)) return undefined;
      return pageOf(placeOf(id));
    },
    close: () => {
      if (isClosed) return;
      isClosed = true;
      unsubscribe();
      clearTimeout(rest);
      themes.disconnect();
      sizes.disconnect();
      gestures.close();
      container.removeEventListener("mousemove", onPointer);
      container.removeEventListener("mouseleave", onPointerGone);
      sigma.kill();
    },
  };
}

/** The shown edges as they are drawn. */
function* drawnEdges(sigma: Renderer, scene: Scene): Iterable<DrawnEdge> {
  const { model, visibility, focus } = scene;
  const { graph, data } = model;
  const places = new Map<string, Coordinates>();
  const placeOf = (id: string): Coordinates => {
    const known = places.get(id);
    if (known !== undefined) return known;
    const place = sigma.graphToViewport(placeOfNode(scene, id));
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
function shownPlaces(sigma: Renderer, scene: Scene): readonly (readonly [id: string, at: Coordinates])[] {
  const { model, visibility } = scene;
  return model.graph
    .filterNodes((_, { index }) => visibility.nodes[index] === 1)
    .map((id) => [id, sigma.graphToViewport(placeOfNode(scene, id))]);
}

/** Where a text is to stand that belongs to an edge. */
function drawnText(sigma: Renderer, scene: Scene, text: EdgeText): DrawnText {
  const ends = scene.model.graph.extremities(text.edge);
  const [source, target] = ends.map((id) => sigma.graphToViewport(placeOfNode(scene, id)));
  const radii = ends.map((id) => sigma.scaleSize(sigma.getNodeDisplayData(id)?.size ?? 0));
  const nowhere = { x: 0, y: 0 };
  return {
    text,
    source: source ?? nowhere,
    target: target ?? nowhere,
    covered: radii.reduce((sum, radius) => sum + radius, 0),
  };
}

function discsOf(sigma: Renderer, scene: Scene): readonly Disc[] {
  return shownPlaces(sigma, scene).map(([id, at]) => ({
    ...at,
    radius: sigma.scaleSize(sigma.getNodeDisplayData(id)?.size ?? 0),
  }));
}

/** Whether a click is to pick one more, and not to go there. */
function hasModifier(event: MouseEvent | TouchEvent): boolean {
  return event.shiftKey || event.ctrlKey || event.metaKey;
}
