import type { VNode } from "preact";
import { formatPart } from "../format.ts";
import type { Counts } from "../graph/visibility.ts";
import { toggleFacet } from "../state/commands.ts";
import { labelOf, strings } from "../strings/index.ts";
import { useViewer } from "./context.ts";
import { Spot } from "./parts.tsx";

/** The colours of the kinds, how many of each are shown, and switches for them. */
export function Legend({ all }: { readonly all: Counts }): VNode {
  const { store, state } = useViewer();
  const { model, view, visibility } = state;
  return (
    <ul class="legend" aria-label={strings.graph.legend}>
      {model.data.ontology.kinds.map((kind, index) => {
        const total = all.facets.kinds[index] ?? 0;
        const count = visibility.counts.facets.kinds[index] ?? 0;
        if (total === 0) return null;
        return (
          <li key={kind.id}>
            <button
              type="button"
              aria-pressed={!view.filters.off.kinds.has(kind.id)}
              onClick={() => store.run(toggleFacet("kinds", kind.id))}
            >
              <Spot kind={kind} />
              {labelOf(kind)}
              <span class="unseen">{strings.filters.count(count, total)}</span>
              <span class="count" aria-hidden="true">
                {formatPart(count, total)}
              </span>
            </button>
          </li>
        );
      })}
    </ul>
  );
}
