import type { VNode } from "preact";
import type { KindTerm } from "../../../src/server/contract.ts";
import { formatPart } from "../format.ts";
import type { Counts, Filters } from "../graph/visibility.ts";
import { labelOf, strings } from "../strings/index.ts";
import { toggled } from "./filters.tsx";
import { Spot } from "./parts.tsx";

interface LegendProps {
  readonly kinds: readonly KindTerm[];
  readonly filters: Filters;
  readonly shown: Counts;
  readonly all: Counts;
  readonly onChange: (filters: Filters) => void;
}

/** The colours of the kinds, how many of each are shown, and switches for them. */
export function Legend({ kinds, filters, shown, all, onChange }: LegendProps): VNode {
  return (
    <ul class="legend" aria-label={strings.graph.legend}>
      {kinds.map((kind, index) => {
        const total = all.kinds[index] ?? 0;
        const count = shown.kinds[index] ?? 0;
        if (total === 0) return null;
        return (
          <li key={kind.id}>
            <button
              type="button"
              aria-pressed={!filters.hiddenKinds.has(index)}
              aria-label={`${labelOf(kind)}: ${strings.filters.count(count, total)}`}
              onClick={() => onChange({ ...filters, hiddenKinds: toggled(filters.hiddenKinds, index) })}
            >
              <Spot kind={kind} />
              {labelOf(kind)}
              <span class="count">{formatPart(count, total)}</span>
            </button>
          </li>
        );
      })}
    </ul>
  );
}
