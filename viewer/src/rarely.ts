/** What may be called for often, and is done at once as long as that is not too often. */
export interface Rarely {
  readonly call: () => void;
  /** Does now what is to be done later. */
  readonly flush: () => void;
  /** Lets go of what is to be done later. */
  readonly cancel: () => void;
}

/**
 * Does something at once for so many calls, and then once in a pause, in milliseconds, for all calls within it. With every
 * pause without a call, one more can be done at once again.
 */
export function rarely(act: () => void, most: number, pause: number): Rarely {
  let left = most;
  let isWanted = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const flush = (): void => {
    if (!isWanted) return;
    isWanted = false;
    act();
  };
  const rest = (): void => {
    if (!isWanted) left += 1;
    timer = left < most ? setTimeout(rest, pause) : undefined;
    flush();
  };
  return {
    call: () => {
      isWanted = true;
      if (left === 0) return;
      left -= 1;
      timer ??= setTimeout(rest, pause);
      flush();
    },
    flush,
    cancel: () => {
      isWanted = false;
    },
  };
}
