/**
 * Applies `run` to items as they come, to `limit` of them at a time at most. The results come in the order of the items.
 *
 * Neither side runs ahead of the other: no item is asked for while `limit` results are begun or wait to be taken, and a
 * result that is ready is handed on without waiting for the next item. When the items end with an error, what was begun
 * is handed on before the error is thrown. `run` must not reject.
 */
export async function* mapInOrder<Item, Result>(
  items: AsyncIterable<Item>,
  run: (item: Item) => Promise<Result>,
  limit: number,
): AsyncGenerator<Result> {
  const iterator = items[Symbol.asyncIterator]();
  const begun: Promise<Result>[] = [];
  let coming: Promise<IteratorResult<Item, unknown>> | undefined;
  let end: { readonly error?: unknown } | undefined;
  try {
    for (;;) {
      if (end === undefined && begun.length < limit) coming ??= iterator.next();
      const [first] = begun;
      if (first === undefined && coming === undefined) break;
      const taken = await Promise.race([
        ...(first === undefined ? [] : [first.then((result) => ({ result }))]),
        ...(coming === undefined ? [] : [coming.then(takeItem, (error: unknown) => ({ error }))]),
      ]);
      if ("result" in taken) {
        void begun.shift();
        yield taken.result;
        continue;
      }
      coming = undefined;
      if ("item" in taken) begun.push(run(taken.item));
      else end = taken;
    }
  } finally {
    if (end === undefined) await iterator.return?.();
  }
  if (end !== undefined && "error" in end) throw end.error;
}

function takeItem<Item>(next: IteratorResult<Item, unknown>): { readonly item: Item } | Record<string, never> {
  return next.done === true ? {} : { item: next.value };
}
