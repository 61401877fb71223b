import type { VNode } from "preact";
import { type Command, resetFilters, showEverything } from "../state/commands.ts";
import { countChanges } from "../state/view.ts";
import { strings } from "../strings/index.ts";
import { useViewer } from "./context.ts";

/** Stands where the picture would be empty, and leads back to something. `onLeave`: its buttons are about to go, with the focus. */
export function NothingShown({ onLeave }: { readonly onLeave: () => void }): VNode {
  const { store, state } = useViewer();
  const { filters, stage, away } = state.view;
  const first = store.first();
  const changes = countChanges(filters, first.filters);
  const run = (command: Command): void => {
    onLeave();
    store.run(command);
  };
  return (
    <div class="nothing-shown">
      <p role="status">{strings.graph.nothing}</p>
      {changes > 0 && (
        <button type="button" class="button" onClick={() => run(resetFilters(first))}>
          {strings.filters.reset(changes)}
        </button>
      )}
      {(stage !== undefined || away.size > 0) && (
        <button type="button" class="button" onClick={() => run(showEverything(first))}>
          {strings.explore.everything}
        </button>
      )}
    </div>
  );
}
