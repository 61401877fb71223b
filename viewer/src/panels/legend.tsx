import type { VNode } from "preact";
import { formatPart } from "../format.ts";
import type { Counts } from "../graph/visibility.ts";
import { toggleFacet } from "../state/commands.ts";
import { labelOf, strings } from "../strings/index.ts";
import { CommunityLegend } from "./community-legend.tsx";
import { useViewer } from "./context.ts";
import { Spot } from "./parts.tsx";
import { SizeLegend } from "./size-legend.tsx";

/** Of kinds, where colours tell of something else: their shape is left. */
const NO_COLOUR = { light: "var(--quiet)", dark: "var(--quiet)" };

/** The colours of the kinds, how many of each are shown, and switches for them. */
export function Legend({ all }: { readonly all: Counts }): VNode {
  const { store, state } = useViewer();
  const { model, view, visibility } = state;
  const isByKind = view.look.colour === "kind";
  return (
    <div class="legends">
      {!isByKind && <CommunityLegend />}
      <ul class="legend kinds" aria-label={strings.graph.legend}>
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
                <Spot kind={isByKind ? kind : { ...kind, colour: NO_COLOUR }} />
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
      <SizeLegend />
    </div>
  );
}
