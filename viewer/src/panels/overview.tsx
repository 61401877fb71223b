import type { VNode } from "preact";
import { useMemo, useState } from "preact/hooks";
import type { Counts } from "../graph/visibility.ts";
import { strings } from "../strings/index.ts";
import { useViewer } from "./context.ts";
import { FilterPanel } from "./filters.tsx";
import { MoreButton } from "./more-button.tsx";
import { NodeLink } from "./parts.tsx";
import { ReviewSection } from "./review.tsx";

/** What is shown when nothing is selected: the filters, and the shown nodes as a list. `all`: how many there are. */
export function Overview({ all }: { readonly all: Counts }): VNode {
  return (
    <section class="overview" aria-label={strings.overview.title}>
      <p class="quiet">{strings.overview.help}</p>
      <details open>
        <summary>
          <h2>{strings.filters.title}</h2>
        </summary>
        <FilterPanel all={all} />
      </details>
      <details open>
        <summary>
          <h2>{strings.list}</h2>
        </summary>
        <NodeList />
      </details>
      <ReviewSection />
    </section>
  );
}

/** How many nodes the list shows at first, and how many more each time. */
const STEP = 100;

/** The shown nodes in words: what the picture is to those who see it. Those with most facts first. */
function NodeList(): VNode {
  const { words, state } = useViewer();
  const { model, visibility } = state;
  const { data } = model;
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
      <MoreButton shown={length} total={order.length} step={STEP} onMore={() => setLength(length + STEP)} />
    </>
  );
}
