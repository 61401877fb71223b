import type { VNode } from "preact";
import { useId } from "preact/hooks";
import { formatShare } from "../format.ts";
import { resetFilters, setConfidence, setTime, setUndated } from "../state/commands.ts";
import { countChanges } from "../state/view.ts";
import { strings } from "../strings/index.ts";
import { useViewer } from "./context.ts";

/** From when to when, to the day, and whether what has no date is shown too. */
export function TimeFilter(): VNode {
  const { store, state } = useViewer();
  const { from, to, undated } = state.view.filters;
  const id = useId();
  const isBackwards = from !== undefined && to !== undefined && to < from;
  return (
    <div class="choices" role="group" aria-labelledby={id}>
      <div class="choices-head">
        <h3 id={id}>{strings.filters.time}</h3>
        {state.dock !== "timeline" && (
          <button type="button" class="link" onClick={() => store.openDock("timeline")}>
            {strings.docks.timeline}
          </button>
        )}
      </div>
      <div class="days">
        <label>
          <span>{strings.filters.from}</span>
          <input
            type="date"
            value={from ?? ""}
            onChange={(event) => store.run(setTime(event.currentTarget.value || undefined, to))}
          />
        </label>
        <label>
          <span>{strings.filters.to}</span>
          <input
            type="date"
            value={to ?? ""}
            onChange={(event) => store.run(setTime(from, event.currentTarget.value || undefined))}
          />
        </label>
      </div>
      {isBackwards && <p role="alert">{strings.filters.backwards}</p>}
      {(from !== undefined || to !== undefined || undated) && (
        <label class="choice">
          <input
            type="checkbox"
            checked={undated}
            onChange={(event) => store.run(setUndated(event.currentTarget.checked))}
          />
          <span>{strings.filters.undated}</span>
        </label>
      )}
    </div>
  );
}

/** The least confidence of a fact that is shown. */
export function ConfidenceFilter(): VNode {
  const { store, state } = useViewer();
  const { confidence } = state.view.filters;
  const text = formatShare(confidence);
  return (
    <label class="confidence">
      <span>{strings.filters.confidence}</span>
      <input
        type="range"
        min={0}
        max={1}
        step={0.05}
        value={confidence}
        aria-valuetext={text}
        onInput={(event) => store.run(setConfidence(Number(event.currentTarget.value)))}
      />
      <output class="count">{text}</output>
    </label>
  );
}

/** Leads back to the filters of the first view, and says how many are not as there. */
export function ResetFilters(): VNode {
  const { store, state } = useViewer();
  const first = store.first();
  const count = countChanges(state.view.filters, first.filters);
  // Not disabled where there is nothing to reset: whoever pressed it would lose the focus.
  return (
    <button
      type="button"
      class="link reset"
      aria-disabled={count === 0}
      onClick={() => count > 0 && store.run(resetFilters(first))}
    >
      {strings.filters.reset(count)}
    </button>
  );
}
