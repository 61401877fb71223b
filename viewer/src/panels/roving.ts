import type { RefObject } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import { direction } from "../strings/index.ts";

/** Those of the row itself, and not of a menu or a dialog that one of them has opened. */
const BUTTONS = "button:not([role^=menuitem], dialog *)";

/** What a row of buttons listens to. */
interface Roving {
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly onFocusIn: (event: FocusEvent) => void;
}

/**
 * Makes a row of buttons one stop of the Tab key, at the button that had the focus last; arrow keys, Home and End go through
 * it, as the ARIA authoring practices want it of a toolbar.
 */
export function useRoving(row: RefObject<HTMLElement | null>): Roving {
  const last = useRef<HTMLElement>(undefined);
  const buttons = (): readonly HTMLElement[] => [...(row.current?.querySelectorAll<HTMLElement>(BUTTONS) ?? [])];
  const mark = (): void => {
    const all = buttons();
    const stop = all.find((button) => button === last.current) ?? all[0];
    for (const button of all) button.tabIndex = button === stop ? 0 : -1;
  };
  useLayoutEffect(mark);
  return {
    onFocusIn: ({ target }) => {
      const button = buttons().find((one) => one === target);
      if (button === undefined) return;
      last.current = button;
      mark();
    },
    onKeyDown: (event) => {
      const all = buttons();
      const now = all.findIndex((button) => button === event.target);
      const forward = direction === "rtl" ? "ArrowLeft" : "ArrowRight";
      const backward = direction === "rtl" ? "ArrowRight" : "ArrowLeft";
      const next = { [forward]: now + 1, [backward]: now - 1, Home: 0, End: -1 }[event.key];
      if (now === -1 || next === undefined) return;
      event.preventDefault();
      all.at(next % all.length)?.focus();
    },
  };
}
