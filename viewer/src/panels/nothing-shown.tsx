import type { VNode } from "preact";
import { resetFilters, showEverything } from "../state/commands.ts";
import { countChanges } from "../state/view.ts";
import { strings } from "../strings/index.ts";
import { useViewer } from "./context.ts";

/** Stands where the picture would be empty, and leads back to something. */
export function NothingShown(): VNode {
  const { store, state } = useViewer();
  const { filters, stage, away } = state.view;
  const first = store.first();
  const changes = countChanges(filters, first.filters);
  return (
    <div class="nothing-shown">
      <p role="status">{strings.graph.nothing}</p>
      {changes > 0 && (
        <button type="button" class="button" onClick={() => store.run(resetFilters(first))}>
          {strings.filters.reset(changes)}
        </button>
      )}
      {(stage !== undefined || away.size > 0) && (
        <button type="button" class="button" onClick={() => store.run(showEverything(first))}>
          {strings.explore.everything}
        </button>
      )}
    </div>
  );
}
