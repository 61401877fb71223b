import type { VNode } from "preact";
import type { Dock } from "../state/store.ts";
import { strings } from "../strings/index.ts";
import { useViewer } from "./context.ts";
import { IconButton } from "./icons.tsx";
import { QueryDock } from "./query-dock.tsx";
import { TimelineDock } from "./timeline-dock.tsx";

/** What lies below the picture. */
export function DockPanel({ dock }: { readonly dock: Dock }): VNode {
  const { store } = useViewer();
  return (
    <section class="dock" aria-label={strings.docks[dock]}>
      <header class="dock-head">
        <h2>{strings.docks[dock]}</h2>
        <IconButton icon="close" label={strings.close} onClick={() => store.openDock(undefined)} />
      </header>
      {dock === "timeline" ? <TimelineDock /> : <QueryDock />}
    </section>
  );
}
