import { useLayoutEffect } from "preact/hooks";

/**
 * Keeps the focus in an element, with each render of the component that calls it: where what had it is gone, the first button
 * of the element has it.
 */
export function useKeptFocus({ current }: { readonly current: HTMLElement | null }): void {
  const isWithin = (): boolean => current?.contains(document.activeElement) === true;
  const wasWithin = isWithin();
  useLayoutEffect(() => {
    if (wasWithin && !isWithin()) current?.querySelector("button")?.focus();
  });
}
