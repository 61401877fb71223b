import type { VNode } from "preact";
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import { direction } from "../strings/index.ts";
import { Icon, type IconName } from "./icons.tsx";

/** One line of a menu. */
export interface MenuItem {
  readonly label: string;
  /** The language of the label, where it is not that of the interface. */
  readonly lang?: string;
  readonly onChoose: () => void;
  /** Whether it is the one that holds, of several of which one does; left out for a line that does something. */
  readonly checked?: boolean;
  readonly disabled?: boolean;
}

/** Lines that belong together, with what they are about. */
export interface MenuGroup {
  readonly label?: string;
  readonly items: readonly MenuItem[];
}

interface MenuProps {
  readonly label: string;
  readonly groups: readonly MenuGroup[];
  /** Where it begins, in pixels of the window. */
  readonly at: { readonly x: number; readonly y: number };
  readonly onClose: () => void;
}

/**
 * A menu after the ARIA authoring practices: it takes the focus, arrow keys go through it, a letter leads to the next line
 * that begins with it, Escape and Tab close it, and what had the focus gets it back.
 */
export function Menu({ label, groups, at, onClose }: MenuProps): VNode {
  const list = useRef<HTMLDivElement>(null);
  const items = (): readonly HTMLElement[] => [
    ...(list.current?.querySelectorAll<HTMLElement>("button:not(:disabled)") ?? []),
  ];
  useLayoutEffect(() => {
    const before = document.activeElement;
    if (list.current !== null) keepInside(list.current, at);
    const [first] = items();
    (items().find((item) => item.ariaChecked === "true") ?? first)?.focus();
    return () => {
      if (before instanceof HTMLElement) before.focus({ preventScroll: true });
    };
  }, []);
  useEffect(() => {
    const onPointer = (event: PointerEvent): void => {
      if (event.target instanceof Node && list.current?.contains(event.target) !== true) onClose();
    };
    addEventListener("pointerdown", onPointer);
    return () => removeEventListener("pointerdown", onPointer);
  }, []);

  const onKeyDown = (event: KeyboardEvent): void => {
    const all = items();
    const now = all.findIndex((item) => item === document.activeElement);
    const goTo = (index: number): void => {
      event.preventDefault();
      all.at(index % all.length)?.focus();
    };
    event.stopPropagation();
    if (event.key === "Escape" || event.key === "Tab") {
      event.preventDefault();
      onClose();
    } else if (event.key === "ArrowDown") goTo(now + 1);
    else if (event.key === "ArrowUp") goTo(now - 1);
    else if (event.key === "Home") goTo(0);
    else if (event.key === "End") goTo(-1);
    else if (event.key.length === 1) {
      const letter = event.key.toLocaleLowerCase();
      const after = [...all.slice(now + 1), ...all.slice(0, now + 1)];
      after.find((item) => item.textContent?.toLocaleLowerCase().startsWith(letter))?.focus();
    }
  };
  return (
    <div class="menu" ref={list} role="menu" aria-label={label} onKeyDown={onKeyDown}>
      {groups.map((group, index) => (
        <div key={index} role="group" aria-label={group.label}>
          {group.label !== undefined && (
            <p class="menu-head" aria-hidden="true">
              {group.label}
            </p>
          )}
          {group.items.map((item) => (
            <button
              key={item.label}
              type="button"
              role={item.checked === undefined ? "menuitem" : "menuitemradio"}
              aria-checked={item.checked}
              lang={item.lang}
              tabIndex={-1}
              disabled={item.disabled}
              onClick={() => {
                onClose();
                item.onChoose();
              }}
            >
              {item.label}
            </button>
          ))}
        </div>
      ))}
    </div>
  );
}

/** Lets a menu begin at a point, or as near to it as it fits into the window; what is higher than that scrolls. */
function keepInside(menu: HTMLElement, { x, y }: MenuProps["at"]): void {
  const { width, height } = menu.getBoundingClientRect();
  const left = direction === "rtl" ? x - width : x;
  menu.style.left = `${Math.max(0, Math.min(left, innerWidth - width))}px`;
  menu.style.top = `${Math.max(0, Math.min(y, innerHeight - height))}px`;
}

interface MenuButtonProps {
  readonly icon: IconName;
  readonly label: string;
  readonly groups: readonly MenuGroup[];
  /** The menu is about to open: for lines that tell of what is no part of the state. */
  readonly onOpen?: () => void;
}

/** A button that opens a menu. */
export function MenuButton({ icon, label, groups, onOpen }: MenuButtonProps): VNode {
  const [at, setAt] = useState<MenuProps["at"]>();
  const isOpen = at !== undefined;
  return (
    <>
      <button
        type="button"
        class="icon-button"
        aria-label={label}
        title={label}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        // The menu closes itself when something beside it is pressed: a press of its own button is not to open it again.
        onPointerDown={(event) => isOpen && event.stopPropagation()}
        onClick={({ currentTarget }) => {
          if (!isOpen) onOpen?.();
          setAt(isOpen ? undefined : below(currentTarget));
        }}
      >
        <Icon name={icon} />
      </button>
      {isOpen && <Menu label={label} groups={groups} at={at} onClose={() => setAt(undefined)} />}
    </>
  );
}

/** Where what hangs below an element begins. */
function below(element: HTMLElement): MenuProps["at"] {
  const { left, right, bottom } = element.getBoundingClientRect();
  return { x: direction === "rtl" ? right : left, y: bottom + 4 };
}
