import type { VNode } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { createGraphView, type GraphViewEvents, hasWebGl } from "../graph/graph-view.ts";
import type { GraphModel } from "../graph/model.ts";
import { formatDate } from "../format.ts";
import type { BrowserAddress } from "../state/browser-address.ts";
import { strings } from "../strings/index.ts";
import { useViewer, type Words } from "./context.ts";
import { NothingShown } from "./nothing-shown.tsx";
import { chosenNodes, menuNodes, usePictureKeys } from "./picture-keys.ts";

/** The drawn graph. Everything in it can be reached through search, list and panels as well. */
export function Picture({ address }: { readonly address: BrowserAddress }): VNode {
  const { words, store, state, picture, explorer, openMenu, isLasso, setLasso } = useViewer();
  const { model, selection, visibility } = state;
  const container = useRef<HTMLDivElement>(null);
  const [isMissing, setMissing] = useState(false);
  const [hovered, setHovered] = useState<string>();

  useEffect(() => {
    if (container.current === null) return undefined;
    if (!hasWebGl()) {
      setMissing(true);
      return undefined;
    }
    const events: GraphViewEvents = {
      onFactHover: setHovered,
      onMenu: (id, at) => openMenu({ ids: menuNodes(store.state().view, id), at }),
      onDoubleClick: explorer.toggle,
      onLasso: setLasso,
      onMoved: address.moved,
    };
    const created = createGraphView(container.current, store, events, picture.current?.camera() ?? address.camera());
    picture.current = created;
    window.dragoman = Object.freeze({ screenPosition: created.screenPosition });
    return () => {
      delete window.dragoman;
      created.close();
    };
  }, [model]);

  useEffect(() => picture.current?.armLasso(isLasso), [model, isLasso]);
  const onKeyDown = usePictureKeys();
  /** The menu key: of what is selected or picked. A pointer's menu is the picture's own. */
  const onContextMenu = (event: MouseEvent): void => {
    event.preventDefault();
    if (event.target !== container.current || container.current === null) return;
    const ids = chosenNodes(state);
    const { left, top, width, height } = container.current.getBoundingClientRect();
    const node = ids[0] === undefined ? undefined : picture.current?.screenPosition(ids[0]);
    openMenu({ ids, at: node ?? { x: left + width / 2, y: top + height / 2 } });
  };

  useEffect(() => {
    if (selection.type === "node") picture.current?.reveal([selection.id]);
    if (selection.type === "fact" && model.graph.hasEdge(selection.id))
      picture.current?.reveal(model.graph.extremities(selection.id));
  }, [model, selection]);

  const { nodes, facts } = visibility.counts;
  return (
    <>
      <div
        ref={container}
        class="canvas"
        role="img"
        tabIndex={0}
        aria-label={strings.graph.picture(nodes, facts)}
        aria-description={strings.explore.keys}
        onKeyDown={onKeyDown}
        onContextMenu={onContextMenu}
      />
      {isLasso && (
        <p class="hint" role="status">
          {strings.explore.lassoHelp}
        </p>
      )}
      {isMissing && (
        <p class="no-picture" role="alert">
          {strings.graph.noWebGl}
        </p>
      )}
      {nodes === 0 && <NothingShown onLeave={() => container.current?.focus()} />}
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
  return date === null ? sentence : `${sentence}${strings.comma}${formatDate(date)}`;
}
