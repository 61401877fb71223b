import type Sigma from "sigma";
import type { Coordinates } from "sigma/types";
import type { DrawnText } from "./edge-labels.ts";
import type { EdgeText } from "./edge-texts.ts";
import type { DrawnEdge } from "./hit-test.ts";
import type { Disc } from "./label-layout.ts";
import type { EdgeAttributes, NodeAttributes } from "./model.ts";
import { placeOfNode, type Scene } from "./reducers.ts";

/** What draws a graph. */
export type Renderer = Sigma<NodeAttributes, EdgeAttributes>;

/** The shown edges as they are drawn. */
export function* drawnEdges(sigma: Renderer, scene: Scene): Iterable<DrawnEdge> {
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
export function shownPlaces(sigma: Renderer, scene: Scene): readonly (readonly [id: string, at: Coordinates])[] {
  const { model, visibility } = scene;
  return model.graph
    .filterNodes((_, { index }) => visibility.nodes[index] === 1)
    .map((id) => [id, sigma.graphToViewport(placeOfNode(scene, id))]);
}

/** Where a text is to stand that belongs to an edge. */
export function drawnText(sigma: Renderer, scene: Scene, text: EdgeText): DrawnText {
  const ends = scene.model.graph.extremities(text.edge);
  const [source, target] = ends.map((id) => sigma.graphToViewport(placeOfNode(scene, id)));
  const [ofSource = 0, ofTarget = 0] = ends.map((id) => sigma.scaleSize(sigma.getNodeDisplayData(id)?.size ?? 0));
  const nowhere = { x: 0, y: 0 };
  return {
    text,
    source: source ?? nowhere,
    target: target ?? nowhere,
    radii: [ofSource, ofTarget],
  };
}

/** The same, as discs. */
export function discsOf(sigma: Renderer, scene: Scene): readonly Disc[] {
  return shownPlaces(sigma, scene).map(([id, at]) => ({
    ...at,
    radius: sigma.scaleSize(sigma.getNodeDisplayData(id)?.size ?? 0),
  }));
}
