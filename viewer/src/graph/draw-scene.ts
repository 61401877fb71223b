import type Sigma from "sigma";
import { type DrawnDisc, type DrawnLine, type Drawing, lineOf } from "./drawing.ts";
import type { EdgeAttributes, NodeAttributes } from "./model.ts";
import { OUTLINE } from "./programs.ts";
import { type EdgeLook, type NodeLook, placeOfNode, type Scene } from "./reducers.ts";

type Renderer = Sigma<NodeAttributes, EdgeAttributes>;

/** What sigma draws of a scene now, as shapes. What lies wholly outside of the picture is not among them. */
export function drawScene(sigma: Renderer, scene: Scene, words: Pick<Drawing, "labels" | "cards">): Drawing {
  const { width, height } = sigma.getDimensions();
  const { graph } = scene.model;
  const least = sigma.getSetting("minEdgeThickness");
  const isSeen = (xs: readonly number[], ys: readonly number[], room: number): boolean =>
    Math.max(...xs) > -room &&
    Math.min(...xs) < width + room &&
    Math.max(...ys) > -room &&
    Math.min(...ys) < height + room;

  const nodes = graph
    .filterNodes((_, { index }) => scene.visibility.nodes[index] === 1)
    .map((id) => {
      const look = { ...sigma.getNodeDisplayData(id) } as Partial<NodeLook>;
      return { id, look, at: sigma.graphToViewport(placeOfNode(scene, id)), radius: sigma.scaleSize(look.size ?? 0) };
    });
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const edges = graph
    .filterEdges((_, { index }) => scene.visibility.edges[index] === 1)
    .flatMap((id) => {
      const [source, target] = graph.extremities(id).map((end) => byId.get(end));
      if (source === undefined || target === undefined) return [];
      return [{ look: { ...sigma.getEdgeDisplayData(id) } as Partial<EdgeLook>, source, target }];
    });

  const lines = inOrder(edges).flatMap(({ look, source, target }): DrawnLine[] => {
    // A curve does not leave its ends by more than their distance.
    const room = Math.hypot(target.at.x - source.at.x, target.at.y - source.at.y) * Math.abs(look.curvature ?? 0);
    if (!isSeen([source.at.x, target.at.x], [source.at.y, target.at.y], room)) return [];
    const line = lineOf({
      source: source.at,
      target: target.at,
      targetRadius: target.radius,
      bend: look.curvature ?? 0,
      shape: look.type ?? "line",
      thickness: look.type === "thin" ? 1 : Math.max(least, sigma.scaleSize(look.size ?? 1)),
      colour: look.color ?? scene.theme.edge,
    });
    return line === undefined ? [] : [line];
  });
  const discs = inOrder(nodes).flatMap(({ look, at, radius }): DrawnDisc[] => {
    if (!isSeen([at.x], [at.y], radius)) return [];
    const outline = look.type === "outlined" ? OUTLINE : 0;
    const ring = look.ringSize ?? 0;
    const all = [
      { share: outline, colour: look.outlineColor },
      { share: ring, colour: look.ringColor },
      { share: 1, colour: look.fillColor },
    ];
    const rings: { radius: number; colour: string }[] = [];
    let left = radius;
    for (const { share, colour } of all) {
      if (share === 0) continue;
      rings.push({ radius: left, colour: colour ?? scene.theme.ink });
      left = Math.max(0, left - share * radius);
    }
    return [{ at, rings }];
  });
  const { ground, font } = scene.theme;
  return { width, height, ground, font, lines, discs, ...words };
}

/** What is to lie above comes later. */
function inOrder<Item extends { readonly look: { readonly zIndex?: number } }>(
  items: readonly Item[],
): readonly Item[] {
  return [...items].sort((a, b) => (a.look.zIndex ?? 0) - (b.look.zIndex ?? 0));
}
