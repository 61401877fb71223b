import type { VNode } from "preact";
import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import type { DecisionRequest, DecisionResult } from "../../../src/server/contract.ts";
import type { GraphView } from "../graph/graph-view.ts";
import { countAll } from "../graph/visibility.ts";
import type { BrowserAddress } from "../state/browser-address.ts";
import type { LabelLanguage, Preferences } from "../state/preferences.ts";
import { NO_SELECTION, type Selection } from "../state/selection.ts";
import type { ViewerStore } from "../state/store.ts";
import { useViewerState } from "../state/use-store.ts";
import { strings } from "../strings/index.ts";
import { Announcer } from "./announcer.tsx";
import { ArticlePanel } from "./article-panel.tsx";
import { ChangeNotice } from "./change-notice.tsx";
import { useCuration } from "./curation.ts";
import { DecisionNotice } from "./decision-notice.tsx";
import { createWords, ViewerProvider, type ViewerContextValue } from "./context.ts";
import { DockPanel } from "./dock.tsx";
import { ExplorationLayer, useExploration } from "./exploration.tsx";
import { FactPanel } from "./fact-panel.tsx";
import { LabelSelect } from "./label-select.tsx";
import { Legend } from "./legend.tsx";
import { NodePanel } from "./node-panel.tsx";
import { Overview } from "./overview.tsx";
import { PathPanel } from "./path-panel.tsx";
import { PickedPanel } from "./picked-panel.tsx";
import { Picture } from "./picture.tsx";
import { Search } from "./search.tsx";
import { Settings } from "./settings.tsx";
import { Toolbar } from "./toolbar.tsx";

interface AppProps {
  readonly store: ViewerStore;
  readonly address: BrowserAddress;
  /** The language in which nodes are named, or are going to be. */
  readonly labels: LabelLanguage;
  readonly preferences: Preferences;
  readonly onPreferences: (change: Partial<Preferences>) => void;
  /** Records a decision, and shows the graph after it. */
  readonly onDecide: (request: DecisionRequest) => Promise<DecisionResult>;
  /** Shows the graph as it is now. */
  readonly onRenew: () => Promise<void>;
}

/** The whole page, once the graph is there. */
export function App({ store, address, labels, preferences, onPreferences, onDecide, onRenew }: AppProps): VNode {
  const state = useViewerState(store);
  const { model, selection, view, visibility } = state;
  const { data } = model;
  const picture = useRef<GraphView>(undefined);
  const all = useMemo(() => countAll(model), [model]);
  const words = useMemo(() => createWords(data.ontology), [data]);

  const panel = useRef<HTMLDivElement>(null);
  const before = useRef(selection);
  useEffect(() => {
    panel.current?.scrollTo(0, 0);
    const isClosed = before.current.type !== "none" && selection.type === "none";
    before.current = selection;
    // What had the focus may be gone with the panel: it goes on with what is there instead.
    if (isClosed && document.activeElement === document.body) panel.current?.focus();
  }, [selection]);
  const exploration = useExploration(store, picture);
  const [isLasso, setLasso] = useState(false);
  useEscapeKey(() => {
    if (isLasso) setLasso(false);
    else store.select(NO_SELECTION);
  });

  const context: ViewerContextValue = {
    words,
    store,
    state,
    select: store.select,
    preferences,
    prefer: onPreferences,
    labels,
    curation: useCuration(data, preferences.author, onDecide),
    back: address.back(),
    link: address.link,
    isShown: (modality) => !view.filters.off.modalities.has(modality),
    explorer: exploration.explorer,
    openMenu: exploration.openMenu,
    isLasso,
    setLasso,
    picture,
  };
  const { counts } = visibility;
  const whole = data.overview ?? all;
  return (
    <ViewerProvider value={context}>
      <aside class="side">
        <header class="masthead">
          <div class="masthead-bar">
            <h1>{strings.title}</h1>
            <Settings />
          </div>
          <p class="quiet" role="status">
            {strings.overview.shown(counts.nodes, whole.nodes, counts.facts, whole.facts)}
          </p>
          {data.overview !== undefined && <p class="part">{strings.overview.part(data.overview.nodes, model.core)}</p>}
          <LabelSelect
            languages={data.nameLanguages}
            chosen={preferences.labels}
            onChange={(language) => onPreferences({ labels: language })}
          />
        </header>
        <Search
          onChoose={({ id }) => {
            store.select({ type: "node", id });
            picture.current?.flyTo(id);
          }}
        />
        <div class="panel" tabIndex={-1} ref={panel}>
          <ChangeNotice revision={data.revision} onRenew={onRenew} />
          <DecisionNotice />
          <Panel selection={selection}>
            <Overview all={all} />
          </Panel>
        </div>
      </aside>
      <main class="stage">
        <Toolbar />
        <Picture address={address} />
        <Legend all={all} />
        {state.dock !== undefined && <DockPanel dock={state.dock} />}
      </main>
      <ExplorationLayer exploration={exploration} />
      <Announcer />
    </ViewerProvider>
  );
}

function Panel({ selection, children }: { readonly selection: Selection; readonly children: VNode }): VNode {
  switch (selection.type) {
    case "none":
      return children;
    case "path":
      return <PathPanel key={`${selection.from} ${selection.to}`} from={selection.from} to={selection.to} />;
    case "picked":
      return <PickedPanel />;
    case "node":
      return <NodePanel key={selection.id} id={selection.id} />;
    case "fact":
      return <FactPanel key={selection.id} id={selection.id} />;
    case "article":
      return (
        <ArticlePanel name={selection.name} fact={selection.fact} evidence={selection.evidence} node={selection.node} />
      );
  }
}

function useEscapeKey(onEscape: () => void): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.key === "Escape") onEscape();
    };
    addEventListener("keydown", onKey);
    return () => removeEventListener("keydown", onKey);
  }, [onEscape]);
}
