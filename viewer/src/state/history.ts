import type { Command, StepName } from "./commands.ts";
import type { View } from "./view.ts";

interface Step {
  readonly name: StepName;
  readonly key: string | undefined;
  /** The view on the other side of the step: before it in the past, after it in the future. */
  readonly view: View;
}

/** A view with the steps that led to it and those that were taken back. */
export interface History {
  readonly view: View;
  /** The latest last. */
  readonly past: readonly Step[];
  /** The next last. */
  readonly future: readonly Step[];
}

/** Steps that can be taken back. */
const LENGTH = 500;

export function beginHistory(view: View): History {
  return { view, past: [], future: [] };
}

/** The history after a step. A step with the key of the one before it goes on with that one. */
export function after(history: History, { name, key, apply }: Command): History {
  const { view, past } = history;
  const last = past.at(-1);
  const goesOn = key !== undefined && last?.key === key && history.future.length === 0;
  return {
    view: apply(view),
    past: goesOn ? past : [...past.slice(1 - LENGTH), { name, key, view }],
    future: [],
  };
}

/** The history with its last step taken back; the same where there is none. */
export function undone({ view, past, future }: History): History {
  const last = past.at(-1);
  if (last === undefined) return { view, past, future };
  return { view: last.view, past: past.slice(0, -1), future: [...future, { ...last, view }] };
}

/** The history with the step done again that was taken back last; the same where there is none. */
export function redone({ view, past, future }: History): History {
  const next = future.at(-1);
  if (next === undefined) return { view, past, future };
  return { view: next.view, past: [...past, { ...next, view }], future: future.slice(0, -1) };
}
