import type { VNode } from "preact";
import { useEffect, useMemo, useState } from "preact/hooks";
import type { GraphView } from "../graph/graph-view.ts";
import { createExplorer, type Explorer, type Question } from "../state/explorer.ts";
import type { ViewerStore } from "../state/store.ts";
import { strings } from "../strings/index.ts";
import { useViewer } from "./context.ts";
import { Menu } from "./menu.tsx";
import { nameOf, useNodeMenu } from "./node-menu.ts";
import { ExpandQuestion } from "./question.tsx";

/** A menu that is asked for: of which nodes (of the picture, where there are none), and where on the page. */
export interface MenuRequest {
  readonly ids: readonly string[];
  readonly at: { readonly x: number; readonly y: number };
}

/** What lies above the page while somebody explores. */
export interface ExplorationState {
  readonly menu: MenuRequest | undefined;
  readonly question: Question | undefined;
  /** A node around which nothing is hidden. */
  readonly bare: string | undefined;
}

export interface Exploration {
  readonly explorer: Explorer;
  readonly openMenu: (menu: MenuRequest | undefined) => void;
  readonly answered: () => void;
  readonly shown: ExplorationState;
}

const NOTHING: ExplorationState = { menu: undefined, question: undefined, bare: undefined };

/** Exploring with what the page has for it: a picture that follows, menus and questions. */
export function useExploration(store: ViewerStore, picture: { readonly current: GraphView | undefined }): Exploration {
  const [shown, setShown] = useState(NOTHING);
  const change = (part: Partial<ExplorationState>): void => setShown((before) => ({ ...before, ...part }));
  const explorer = useMemo(
    () =>
      createExplorer(store, {
        ask: (question) => change({ question }),
        onNothing: (bare) => change({ bare }),
        onShown: (ids) => picture.current?.reveal(ids),
      }),
    [store],
  );
  // What was said holds until something else happens.
  useEffect(() => store.subscribe(() => setShown((now) => (now.bare === undefined ? now : NOTHING))), [store]);
  return {
    explorer,
    openMenu: (menu) => change({ menu }),
    answered: () => change({ question: undefined }),
    shown,
  };
}

/** The menu, the question and the hint that exploring brings up. */
export function ExplorationLayer({ exploration }: { readonly exploration: Exploration }): VNode {
  const viewer = useViewer();
  const { shown, openMenu, answered } = exploration;
  const { menu, question, bare } = shown;
  return (
    <>
      {menu !== undefined && <NodeMenu key={JSON.stringify(menu)} menu={menu} onClose={() => openMenu(undefined)} />}
      {question !== undefined && <ExpandQuestion question={question} onClose={answered} />}
      <p class={bare === undefined ? "unseen" : "hint"} role="status">
        {bare === undefined ? "" : strings.explore.nothing(nameOf(viewer, bare))}
      </p>
    </>
  );
}

function NodeMenu({ menu, onClose }: { readonly menu: MenuRequest; readonly onClose: () => void }): VNode {
  const viewer = useViewer();
  const { ids, at } = menu;
  const [id] = ids;
  const label =
    id === undefined
      ? strings.explore.menuOfPicture
      : ids.length === 1
        ? strings.explore.menu(nameOf(viewer, id))
        : strings.explore.menuOfMany(ids.length);
  return <Menu label={label} groups={useNodeMenu(ids)} at={at} onClose={onClose} />;
}
