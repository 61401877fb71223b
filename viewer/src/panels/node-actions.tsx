import type { VNode } from "preact";
import { strings } from "../strings/index.ts";
import type { MenuGroup } from "./menu.tsx";
import { useNodeMenu } from "./node-menu.ts";

/** What can be done with nodes, as buttons: the same as in their menu. */
export function NodeActions({ ids }: { readonly ids: readonly string[] }): VNode {
  return (
    <details class="actions">
      <summary>{strings.explore.actions}</summary>
      <ActionButtons groups={useNodeMenu(ids)} />
    </details>
  );
}

/** The lines of a menu as buttons. */
export function ActionButtons({ groups }: { readonly groups: readonly MenuGroup[] }): VNode {
  return (
    <div class="action-groups">
      {groups.map(({ label, items }, index) => (
        <div key={index} class="action-group" role="group" aria-label={label}>
          {label !== undefined && <span class="quiet">{label}</span>}
          {items.map((item) => (
            <button key={item.label} type="button" class="button" disabled={item.disabled} onClick={item.onChoose}>
              {item.label}
            </button>
          ))}
        </div>
      ))}
    </div>
  );
}
