import type { VNode } from "preact";

/** Paths of 20 by 20 pixels, drawn as lines. */
const ICONS = {
  back: "M12.5 4.5 7 10l5.5 5.5",
  close: "m5.5 5.5 9 9m0-9-9 9",
  plus: "M10 4.5v11M4.5 10h11",
  minus: "M4.5 10h11",
  fit: "M4 8V4h4M12 4h4v4M16 12v4h-4M8 16H4v-4",
  search: "M13.2 13.2 17 17M14.5 9a5.5 5.5 0 1 1-11 0 5.5 5.5 0 0 1 11 0Z",
  undo: "M7.5 4 3.5 8l4 4M3.5 8h8a5 5 0 0 1 0 10H8",
  redo: "m12.5 4 4 4-4 4m4-4h-8a5 5 0 0 0 0 10H12",
  settings: "M3.5 6h7m4 0h2M3.5 14h2m4 0h7M14.5 6a2 2 0 1 1-4 0 2 2 0 0 1 4 0Zm-5 8a2 2 0 1 1-4 0 2 2 0 0 1 4 0Z",
  timeline: "M3 16.5h14M5 13.5v-3M8.5 13.5V6M12 13.5V9M15.5 13.5V4",
  query: "m4 6 4 4-4 4m6 0h6",
  download: "M10 3.5v9m-4-4 4 4 4-4M3.5 16.5h13",
  globe:
    "M17 10a7 7 0 1 1-14 0 7 7 0 0 1 14 0ZM3.5 10h13M10 3c2.4 2 3.4 4.4 3.4 7s-1 5-3.4 7c-2.4-2-3.4-4.4-3.4-7S7.6 5 10 3Z",
  lasso:
    "M6 12.5c-2-.8-3-2.2-3-3.8C3 5.9 6.1 4 10 4s7 1.9 7 4.7-3.1 4.8-7 4.8c-.8 0-1.6-.1-2.3-.2M8 13.6a1.8 1.8 0 1 1-3.6 0 1.8 1.8 0 0 1 3.6 0Zm-1.4 1.7c.1 1-.4 1.9-1.6 2.2",
  picked: "m3.5 10.5 4 4 9-9",
  up: "m5 12.5 5-5 5 5",
  down: "m5 7.5 5 5 5-5",
  more: "M4.5 10h.01M10 10h.01M15.5 10h.01",
} as const;
export type IconName = keyof typeof ICONS;

export function Icon({ name }: { readonly name: IconName }): VNode {
  return (
    <svg class={`icon icon-${name}`} viewBox="0 0 20 20" aria-hidden="true">
      <path d={ICONS[name]} />
    </svg>
  );
}

interface IconButtonProps {
  readonly icon: IconName;
  readonly label: string;
  readonly onClick: () => void;
  readonly disabled?: boolean;
  readonly id?: string;
  /** Whether what it switches is on; left out where it switches nothing. */
  readonly pressed?: boolean;
}

export function IconButton({ icon, label, onClick, disabled, id, pressed }: IconButtonProps): VNode {
  return (
    <button
      type="button"
      id={id}
      class="icon-button"
      aria-label={label}
      aria-pressed={pressed}
      title={label}
      // A button that is disabled while it has the focus would lose it.
      aria-disabled={disabled}
      onClick={disabled === true ? undefined : onClick}
    >
      <Icon name={icon} />
    </button>
  );
}
