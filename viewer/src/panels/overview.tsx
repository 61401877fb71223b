import type { VNode } from "preact";
import { useContext, useMemo, useState } from "preact/hooks";
import type { GraphData } from "../../../src/server/contract.ts";
import type { Counts, Filters, Visibility } from "../graph/visibility.ts";
import { strings } from "../strings/index.ts";
import { ViewerContext } from "./context.ts";
import { FilterPanel } from "./filters.tsx";
import { NodeLink } from "./parts.tsx";

interface OverviewProps {
  readonly data: GraphData;
  readonly filters: Filters;
  readonly visibility: Visibility;
  readonly all: Counts;
  readonly onChange: (filters: Filters) => void;
}

/** What is shown when nothing is selected: the filters, and the shown nodes as a list. */
export function Overview({ data, filters, visibility, all, onChange }: OverviewProps): VNode {
  return (
    <section class="overview" aria-label={strings.overview.title}>
      <p class="quiet">{strings.overview.help}</p>
      <details open>
        <summary>{strings.filters.title}</summary>
        <FilterPanel data={data} filters={filters} shown={visibility.counts} all={all} onChange={onChange} />
      </details>
      <details open>
        <summary>{strings.list}</summary>
        <NodeList data={data} visibility={visibility} />
      </details>
    </section>
  );
}

/** How many nodes the list shows at first, and how many more each time. */
const STEP = 100;

/** The shown nodes in words: what the picture is to those who see it. Those with most facts first. */
function NodeList({ data, visibility }: { readonly data: GraphData; readonly visibility: Visibility }): VNode {
  const { words } = useContext(ViewerContext);
  const [length, setLength] = useState(STEP);
  const order = useMemo(() => {
    const { nodes } = data;
    const shown = nodes.id.flatMap((_, index) => (visibility.nodes[index] === 1 ? [index] : []));
    const collator = new Intl.Collator();
    return shown.sort(
      (a, b) =>
        (nodes.degree[b] ?? 0) - (nodes.degree[a] ?? 0) || collator.compare(nodes.label[a] ?? "", nodes.label[b] ?? ""),
    );
  }, [data, visibility]);
  return (
    <>
      <ul class="node-list" aria-label={strings.list}>
        {order.slice(0, length).map((index) => {
          const id = data.nodes.id[index] ?? "";
          const kind = data.ontology.kinds[data.nodes.kind[index] ?? 0]?.id ?? "";
          return (
            <li key={id}>
              <NodeLink node={{ id, kind, label: data.nodes.label[index] ?? id }} />
              <span class="quiet">{words.kindLabel(kind)}</span>
            </li>
          );
        })}
      </ul>
      {order.length > length && (
        <button type="button" class="button" onClick={() => setLength(length + STEP)}>
          {strings.more(Math.min(STEP, order.length - length))}
        </button>
      )}
    </>
  );
}
