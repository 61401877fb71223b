import type { VNode } from "preact";
import { useEffect, useLayoutEffect, useRef } from "preact/hooks";
import type { GraphData } from "../../../src/server/contract.ts";
import { api } from "../api.ts";
import { type Dock, DOCKS } from "../state/store.ts";
import { strings } from "../strings/index.ts";
import { useViewer } from "./context.ts";
import { IconButton } from "./icons.tsx";
import { QueryDock } from "./query-dock.tsx";
import { TimelineDock } from "./timeline-dock.tsx";

/** What can lie below the picture of a graph: only a server that has a database answers questions. */
export function docksOf({ offers }: GraphData): readonly Dock[] {
  return DOCKS.filter((dock) => dock !== "query" || (api.query !== undefined && offers.includes("query")));
}

/** The id of the button that opens and closes a dock. */
export function dockButton(dock: Dock): string {
  return `dock-${dock}`;
}

/** What lies below the picture. */
export function DockPanel({ dock }: { readonly dock: Dock }): VNode | null {
  const { store, state } = useViewer();
  const section = useRef<HTMLElement>(null);
  // In a small window it lies below what is seen.
  useEffect(() => section.current?.scrollIntoView({ block: "nearest" }), [dock]);
  // What has the focus in it goes with it.
  useLayoutEffect(
    () => () => {
      if (section.current?.contains(document.activeElement) === true)
        document.getElementById(dockButton(dock))?.focus();
    },
    [dock],
  );
  if (!docksOf(state.model.data).includes(dock)) return null;
  return (
    <section ref={section} class="dock" aria-label={strings.docks[dock]}>
      <header class="dock-head">
        <h2>{strings.docks[dock]}</h2>
        <IconButton icon="close" label={strings.close} onClick={() => store.openDock(undefined)} />
      </header>
      {dock === "timeline" ? <TimelineDock /> : <QueryDock />}
    </section>
  );
}
