import type { VNode } from "preact";
import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import type { GraphData } from "../../../src/server/contract.ts";
import type { PictureSelection } from "../graph/focus.ts";
import { createModel, type GraphModel } from "../graph/model.ts";
import { computeVisibility, countAll, initialFilters, type Pinned } from "../graph/visibility.ts";
import type { LabelLanguage } from "../label-choice.ts";
import { type Selection, toHash } from "../selection.ts";
import { strings } from "../strings/index.ts";
import { useSelection } from "../use-selection.ts";
import { ArticlePanel } from "./article-panel.tsx";
import { createWords, ViewerContext, type ViewerContextValue } from "./context.ts";
import { FactPanel } from "./fact-panel.tsx";
import { LabelSelect } from "./label-select.tsx";
import { Legend } from "./legend.tsx";
import { NodePanel } from "./node-panel.tsx";
import { Overview } from "./overview.tsx";
import { Picture } from "./picture.tsx";
import { Search } from "./search.tsx";

interface AppProps {
  readonly data: GraphData;
  /** The language in which nodes are named, or are going to be. */
  readonly labels: LabelLanguage;
  readonly onLabels: (language: LabelLanguage) => void;
}

/** The whole page, once the graph is there. */
export function App({ data, labels, onLabels }: AppProps): VNode {
  const { selection, select, back } = useSelection();
  const [filters, setFilters] = useState(() => initialFilters(data));
  const [flight, setFlight] = useState<{ readonly id: string }>();
  const model = useMemo(() => createModel(data), [data]);
  const all = useMemo(() => countAll(data), [data]);
  const words = useMemo(() => createWords(data.ontology), [data]);

  const inPicture = pictureSelection(selection);
  const selected = inPicture.type === "none" ? "" : inPicture.id;
  const visibility = useMemo(
    () => computeVisibility(data, filters, pinnedBy(model, inPicture)),
    [data, filters, inPicture.type, selected],
  );
  const panel = useRef<HTMLDivElement>(null);
  useEffect(() => panel.current?.scrollTo(0, 0), [toHash(selection)]);
  useEscapeKey(() => select({ type: "none" }));

  const context: ViewerContextValue = {
    words,
    select,
    labels,
    back,
    isShown: (modality) => !filters.hiddenModalities.has(data.modalities.indexOf(modality)),
  };
  const { counts } = visibility;
  return (
    <ViewerContext.Provider value={context}>
      <aside class="side">
        <header class="masthead">
          <h1>{strings.title}</h1>
          <p class="quiet" role="status">
            {strings.overview.shown(counts.nodes, all.nodes, counts.facts, all.facts)}
          </p>
          <LabelSelect languages={data.nameLanguages} chosen={labels} onChange={onLabels} />
        </header>
        <Search
          onChoose={({ id }) => {
            select({ type: "node", id });
            setFlight({ id });
          }}
        />
        <div class="panel" ref={panel}>
          <Panel selection={selection}>
            <Overview data={data} filters={filters} visibility={visibility} all={all} onChange={setFilters} />
          </Panel>
        </div>
      </aside>
      <main class="stage">
        <Picture model={model} visibility={visibility} selection={inPicture} flight={flight} />
        <Legend kinds={data.ontology.kinds} filters={filters} shown={counts} all={all} onChange={setFilters} />
      </main>
    </ViewerContext.Provider>
  );
}

function Panel({ selection, children }: { readonly selection: Selection; readonly children: VNode }): VNode {
  switch (selection.type) {
    case "none":
      return children;
    case "node":
      return <NodePanel id={selection.id} />;
    case "fact":
      return <FactPanel id={selection.id} />;
    case "article":
      return <ArticlePanel name={selection.name} fact={selection.fact} evidence={selection.evidence} />;
  }
}

/** An article that is read for a fact keeps that fact in view. */
function pictureSelection(selection: Selection): PictureSelection {
  if (selection.type !== "article") return selection;
  return selection.fact === undefined ? { type: "none" } : { type: "fact", id: selection.fact };
}

/** What is selected is shown, even where the filters hide its like. */
function pinnedBy({ nodeIndex, edgeIndex, data }: GraphModel, selection: PictureSelection): Pinned {
  const node = selection.type === "node" ? nodeIndex.get(selection.id) : undefined;
  const edge = selection.type === "fact" ? edgeIndex.get(selection.id) : undefined;
  if (edge === undefined) return { nodes: node === undefined ? [] : [node], edges: [] };
  return { nodes: [data.edges.source[edge] ?? 0, data.edges.target[edge] ?? 0], edges: [edge] };
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
