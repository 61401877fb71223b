import type { VNode } from "preact";
import { useContext, useEffect, useRef, useState } from "preact/hooks";
import type { PictureSelection } from "../graph/focus.ts";
import { createGraphView, type GraphView, type GraphViewEvents, hasWebGl } from "../graph/graph-view.ts";
import type { GraphModel } from "../graph/model.ts";
import type { Visibility } from "../graph/visibility.ts";
import { formatDate } from "../format.ts";
import { strings } from "../strings/index.ts";
import { ViewerContext, type Words } from "./context.ts";
import { IconButton } from "./parts.tsx";

interface PictureProps {
  readonly model: GraphModel;
  readonly visibility: Visibility;
  readonly selection: PictureSelection;
  /** A node to which the camera flies; a new object flies again. */
  readonly flight: { readonly id: string } | undefined;
}

/** The drawn graph. Everything in it can be reached through search, list and panels as well. */
export function Picture({ model, visibility, selection, flight }: PictureProps): VNode {
  const { words, select } = useContext(ViewerContext);
  const container = useRef<HTMLDivElement>(null);
  const view = useRef<GraphView>(undefined);
  const camera = useRef<ReturnType<GraphView["camera"]>>(undefined);
  const [isMissing, setMissing] = useState(false);
  const [hovered, setHovered] = useState<string>();

  // The events of a view outlive the render in which it was made.
  const latest = useRef(select);
  latest.current = select;
  useEffect(() => {
    if (container.current === null) return undefined;
    if (!hasWebGl()) {
      setMissing(true);
      return undefined;
    }
    const events: GraphViewEvents = {
      onNode: (id) => latest.current({ type: "node", id }),
      onFact: (id) => latest.current({ type: "fact", id }),
      onNothing: () => latest.current({ type: "none" }),
      onFactHover: setHovered,
    };
    const created = createGraphView(container.current, model, visibility, events, camera.current);
    view.current = created;
    window.dragoman = Object.freeze({ screenPosition: created.screenPosition });
    return () => {
      delete window.dragoman;
      camera.current = created.camera();
      created.close();
    };
  }, [model]);

  const selected = selection.type === "none" ? "" : selection.id;
  useEffect(() => view.current?.show(visibility, selection), [model, visibility, selection.type, selected]);
  useEffect(() => {
    if (selection.type === "node") view.current?.reveal([selection.id]);
    if (selection.type === "fact" && model.graph.hasEdge(selected))
      view.current?.reveal(model.graph.extremities(selected));
  }, [model, selected]);
  useEffect(() => {
    if (flight !== undefined) view.current?.flyTo(flight.id);
  }, [model, flight]);

  const { nodes, facts } = visibility.counts;
  return (
    <>
      <div ref={container} class="canvas" role="img" aria-label={strings.graph.picture(nodes, facts)} />
      {isMissing ? (
        <p class="no-picture" role="alert">
          {strings.graph.noWebGl}
        </p>
      ) : (
        <div class="zoom">
          <IconButton icon="plus" label={strings.graph.zoomIn} onClick={() => view.current?.zoomIn()} />
          <IconButton icon="minus" label={strings.graph.zoomOut} onClick={() => view.current?.zoomOut()} />
          <IconButton icon="fit" label={strings.graph.fit} onClick={() => view.current?.fit()} />
        </div>
      )}
      {hovered !== undefined && (
        <p class="hovered" aria-hidden="true">
          <bdi>{describeFact(model, hovered, words)}</bdi>
        </p>
      )}
    </>
  );
}

function describeFact({ data, edgeIndex }: GraphModel, id: string, words: Words): string {
  const { edges, nodes, ontology } = data;
  const index = edgeIndex.get(id) ?? -1;
  const label = (node: number | undefined): string => nodes.label[node ?? -1] ?? "";
  const relation = ontology.relations[edges.relation[index] ?? -1]?.id ?? "";
  const date = edges.date[index] ?? null;
  const sentence = [label(edges.source[index]), words.relation(relation, true), label(edges.target[index])].join(" ");
  return date === null ? sentence : `${sentence}, ${formatDate(date)}`;
}
