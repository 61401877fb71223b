import Sigma from "sigma";
import type { Coordinates, SigmaNodeEventPayload, SigmaStageEventPayload } from "sigma/types";
import { formatCount } from "../format.ts";
import { keepLast } from "../keep-last.ts";
import type { CameraPlace } from "../state/address.ts";
import { pick, pin, togglePick } from "../state/commands.ts";
import { NO_SELECTION } from "../state/selection.ts";
import type { ViewerState, ViewerStore } from "../state/store.ts";
import type { Place } from "../state/view.ts";
import { boundsOf } from "./bounds.ts";
import { followCamera } from "./camera.ts";
import { createCaptions, factWords } from "./captions.ts";
import { changesBetween } from "./changes.ts";
import { communitiesOf } from "./communities.ts";
import { MANY_NODES, VERY_MANY_EDGES } from "./crowds.ts";
import { computeFocus } from "./focus.ts";
import { followGestures, roundPlace } from "./gestures.ts";
import { countsOf, layOutEdgeLabels, paintCard } from "./edge-labels.ts";
import { edgeTexts } from "./edge-texts.ts";
import { drawScene } from "./draw-scene.ts";
import type { DrawnCard, Drawing } from "./drawing.ts";
import { boxOf } from "./label-layout.ts";
import { labelThreshold } from "./label-level.ts";
import { createLabelPainter } from "./labels.ts";
import { mainNodes } from "./main-nodes.ts";
import type { EdgeAttributes, NodeAttributes } from "./model.ts";
import { followPointer, NOT_HOVERED } from "./pointer.ts";
import { edgeProgramClasses, nodeProgramClasses } from "./programs.ts";
import { lookOfEdge, lookOfNode, placeOfNode, type Scene, weightOfNode } from "./reducers.ts";
import { discsOf, drawnText, type Renderer, shownPlaces } from "./screen.ts";
import { readTheme } from "./read-theme.ts";

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

/** How many labels sigma offers in a cell of its grid. In a small picture all: the painter finds out for which there is room. */
const DENSITY = { small: 20, large: 1 } as const;
/** Share of a node's radius within which words at an edge would hide it, or it them. */
const INNER = 0.7;
/** How many times as much as the whole layout the camera sees at most. */
const FAR = 4;
/** What the browser's list of timings calls the first drawn frame. */
const FIRST_FRAME = "dragoman: first frame";
const NOBODY: Scene["dragged"] = new Map();

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
  const focusOf = keepLast(computeFocus);
  const mainOf = keepLast(mainNodes);
  const sceneOf = (state: ViewerState): Scene => ({
    model,
    captions,
    theme,
    view: state.view,
    visibility: state.visibility,
    focus: focusOf(model, state.visibility, state.selection, state.highlight),
    dragged: NOBODY,
    main: mainOf(model, state.visibility),
    communities: () => communitiesOf(model).of,
    hovered: NOT_HOVERED,
  });
  let captions = createCaptions(data);
  let theme = readTheme(data.ontology);
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
    hideEdgesOnMove: data.edges.id.length > VERY_MANY_EDGES,
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
    texts = edgeTexts(model, scene.focus, factWords(data), formatCount);
    theme = readTheme(data.ontology);
    scene = { ...scene, captions, theme };
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

  const hover = (hovered: Scene["hovered"]): void => {
    const before = scene.hovered;
    scene = { ...scene, hovered };
    sigma.refresh({
      partialGraph: {
        nodes: [...new Set([...before.nodes, ...hovered.nodes])],
        edges: [...new Set([...before.edges, ...hovered.edges])],
      },
      skipIndexation: true,
      schedule: true,
    });
  };
  sigma.on("beforeRender", labels.begin);
  sigma.once("afterRender", () => performance.mark(FIRST_FRAME));
  let texts = edgeTexts(model, scene.focus, factWords(data), formatCount);
  /** What stands at the edges in the last frame. */
  let cards: readonly DrawnCard[] = [];
  sigma.on("afterRender", () => {
    cards = [];
    const discs = isLarge ? [] : discsOf(sigma, scene);
    const drawn = texts.map((text) => drawnText(sigma, scene, text));
    const named = labels.paint(sigma.getDimensions().width, [...discs, ...countsOf(drawn)]);
    const obstacles = [
      ...named,
      ...discs.map((disc) => ({ box: boxOf({ ...disc, radius: disc.radius * INNER }), cost: 1 })),
    ];
    const canvas = sigma.getCanvases()["edgeLabels"]?.getContext("2d");
    if (canvas === null || canvas === undefined || scene.view.look.labels === "none") return;
    cards = layOutEdgeLabels(canvas, drawn, obstacles, scene.theme);
    for (const card of cards) paintCard(canvas, card, scene.theme.font);
  });
  const pointer = followPointer(sigma, container, { scene: () => scene, onHover: hover, onFact: events.onFactHover });
  /** What was clicked last: sigma takes two clicks for a double one wherever they are, also on two nodes that are picked in turn. */
  let clicked: string | undefined;
  const onClickNode = ({ node, event }: SigmaNodeEventPayload): void => {
    if (gestures.isEnd()) return;
    clicked = node;
    if (hasModifier(event.original)) {
      store.run(togglePick(node));
      if (store.state().selection.type !== "picked") store.select({ type: "picked" });
    } else store.select({ type: "node", id: node });
  };
  sigma.on("clickNode", onClickNode);
  sigma.on("doubleClickNode", (payload) => {
    const { node, event } = payload;
    event.preventSigmaDefault();
    if (node !== clicked || hasModifier(event.original)) onClickNode(payload);
    else if (!gestures.isEnd()) events.onDoubleClick(node);
  });
  const onClickStage = ({ event }: SigmaStageEventPayload): void => {
    if (gestures.isEnd()) return;
    clicked = undefined;
    const edge = pointer.edgeAt(event);
    store.select(edge === undefined ? NO_SELECTION : { type: "fact", id: edge });
  };
  sigma.on("clickStage", onClickStage);
  sigma.on("doubleClickStage", (payload) => {
    // Where both clicks are beside the nodes, sigma draws nearer.
    if (clicked === undefined) return;
    payload.event.preventSigmaDefault();
    onClickStage(payload);
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

  // Not `getNodeDisplayData`: between a scheduled refresh and its frame that holds places of another scale.
  const placeOf = (id: string): Coordinates => sigma.graphToViewport(placeOfNode(scene, id));
  const camera = followCamera(sigma, { from, setBounds, onMoved: events.onMoved });

  const unsubscribe = store.subscribe(() => {
    const state = store.state();
    // Another graph is another picture.
    if (state.model !== model) return;
    pointer.leave();
    const before = scene;
    scene = sceneOf(state);
    putInPlace();
    texts = edgeTexts(model, scene.focus, factWords(data), formatCount);
    setLabelLevel();
    if (state.view.stage !== before.view.stage) {
      camera.fit();
      return;
    }
    const changes = isLarge ? changesBetween(before, scene) : undefined;
    if (changes === undefined) sigma.refresh();
    else {
      const { nodes, edges, isPaint } = changes;
      sigma.refresh({ partialGraph: { nodes: [...nodes], edges: [...edges] }, skipIndexation: isPaint });
    }
  });

  let isClosed = false;
  return {
    flyTo: (id) => {
      if (graph.hasNode(id)) camera.flyTo(placeOf(id));
    },
    reveal: (ids) => camera.reveal(ids.filter((id) => graph.hasNode(id)).map(placeOf)),
    zoomIn: camera.zoomIn,
    zoomOut: camera.zoomOut,
    pan: camera.pan,
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
    fit: camera.fit,
    camera: camera.place,
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
      camera.close();
      themes.disconnect();
      sizes.disconnect();
      gestures.close();
      pointer.close();
      sigma.kill();
    },
  };
}

/** Whether a click is to pick one more, and not to go there. */
function hasModifier(event: MouseEvent | TouchEvent): boolean {
  return event.shiftKey || event.ctrlKey || event.metaKey;
}
