const FIELDS = "input:not([type=checkbox], [type=radio], [type=range]), textarea, select, [contenteditable]";

/** Whether keys that are pressed there are typed: the keys of the page are not meant then. */
export function isTypedInto(target: EventTarget | null): boolean {
  return target instanceof Element && target.matches(FIELDS);
}
