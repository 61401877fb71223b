/** Waits for a turn, or until the signal is aborted; the function that it gives passes the turn on. */
export type TakeTurn = (signal: AbortSignal | undefined) => Promise<() => void>;

/** At most `limit` have a turn at a time; the others wait in a row. */
export function createTurns(limit: number): TakeTurn {
  const row: (() => void)[] = [];
  let free = limit;
  const pass = (): void => {
    const next = row.shift();
    // Handed over, so that nobody who comes in between takes it.
    if (next === undefined) free += 1;
    else next();
  };
  return async (signal) => {
    signal?.throwIfAborted();
    if (free > 0) free -= 1;
    else {
      await new Promise<void>((resolve, reject) => {
        const onTurn = (): void => {
          signal?.removeEventListener("abort", onAbort);
          resolve();
        };
        const onAbort = (): void => {
          row.splice(row.indexOf(onTurn), 1);
          reject(signal?.reason as Error);
        };
        signal?.addEventListener("abort", onAbort, { once: true });
        row.push(onTurn);
      });
    }
    return pass;
  };
}
