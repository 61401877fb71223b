import type { VNode } from "preact";
import { useEffect, useMemo, useState } from "preact/hooks";
import { api } from "../api.ts";
import type { GraphView } from "../graph/graph-view.ts";
import { createExplorer, type Explorer, type Question } from "../state/explorer.ts";
import { createParts } from "../state/parts.ts";
import type { LabelLanguage } from "../state/preferences.ts";
import type { ViewerStore } from "../state/store.ts";
import { strings } from "../strings/index.ts";
import { useViewer } from "./context.ts";
import { Menu } from "./menu.tsx";
import { menuLabel, nameOf, useNodeMenu } from "./node-menu.ts";
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
  /** A node around which nothing is hidden, or so much that not all of it was fetched. */
  readonly bare: { readonly id: string; readonly isTooMuch: boolean } | undefined;
  /** Why what is around a node could not be fetched. */
  readonly failure: string | undefined;
}

export interface Exploration {
  readonly explorer: Explorer;
  readonly openMenu: (menu: MenuRequest | undefined) => void;
  readonly answered: () => void;
  readonly shown: ExplorationState;
}

const NOTHING: ExplorationState = { menu: undefined, question: undefined, bare: undefined, failure: undefined };

/** Exploring with what the page has for it: a picture that follows, menus and questions. */
export function useExploration(store: ViewerStore, picture: { readonly current: GraphView | undefined }): Exploration {
  const [shown, setShown] = useState(NOTHING);
  const change = (part: Partial<ExplorationState>): void => setShown((before) => ({ ...before, ...part }));
  const { parts, controller } = useMemo(() => {
    const fetching = new AbortController();
    const { signal } = fetching;
    // With the names that are in the picture, whatever others are asked for meanwhile.
    const labels = (): LabelLanguage => store.state().model.data.labels[0];
    const created = createParts(store, (id, steps, limit) => api.around({ id, steps, limit }, labels(), signal));
    return { parts: created, controller: fetching };
  }, [store]);
  const explorer = useMemo(
    () =>
      createExplorer(
        store,
        {
          ask: (question) => change({ question }),
          onNothing: (id, isTooMuch) => change({ bare: { id, isTooMuch } }),
          onFailed: (error) => change({ failure: String(error) }),
          onShown: (ids) => picture.current?.reveal(ids),
        },
        parts,
      ),
    [store, parts],
  );
  useEffect(() => {
    const end = parts.follow();
    return () => {
      end();
      controller.abort();
    };
  }, [parts]);
  // What was said holds until something else happens.
  useEffect(
    () =>
      store.subscribe(() =>
        setShown((now) =>
          (now.bare ?? now.failure) === undefined ? now : { ...now, bare: undefined, failure: undefined },
        ),
      ),
    [store],
  );
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
  const { menu, question, bare, failure } = shown;
  const about = bare?.isTooMuch === true ? strings.explore.tooMuch : strings.explore.nothing;
  const hint = bare !== undefined ? about(nameOf(viewer, bare.id)) : failure === undefined ? "" : strings.failed;
  return (
    <>
      {menu !== undefined && <NodeMenu key={JSON.stringify(menu)} menu={menu} onClose={() => openMenu(undefined)} />}
      {question !== undefined && <ExpandQuestion question={question} onClose={answered} />}
      <p class={hint === "" ? "unseen" : "hint"} role="status">
        {hint} {failure !== undefined && <bdi>{failure}</bdi>}
      </p>
    </>
  );
}

function NodeMenu({ menu, onClose }: { readonly menu: MenuRequest; readonly onClose: () => void }): VNode {
  const viewer = useViewer();
  const { ids, at } = menu;
  return <Menu label={menuLabel(viewer, ids)} groups={useNodeMenu(ids)} at={at} onClose={onClose} />;
}
