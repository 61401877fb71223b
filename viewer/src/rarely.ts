/** A function that may be called often, and does what it does at once or, soon after it did it last, a little later. */
export interface Rarely {
  readonly call: () => void;
  /** Does now what is to be done later. */
  readonly flush: () => void;
  /** Lets go of what is to be done later. */
  readonly cancel: () => void;
}

/** Does something at most once in a time, in milliseconds; what is called for in between is done once at its end. */
export function rarely(act: () => void, pause: number): Rarely {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isWanted = false;
  const rest = (): void => {
    timer = undefined;
    if (isWanted) go();
  };
  const go = (): void => {
    isWanted = false;
    clearTimeout(timer);
    timer = setTimeout(rest, pause);
    act();
  };
  return {
    call: () => {
      if (timer === undefined) go();
      else isWanted = true;
    },
    flush: () => {
      if (isWanted) go();
    },
    cancel: () => {
      isWanted = false;
    },
  };
}
