import { describe, expect, test } from "vitest";
import { mapInOrder } from "../../src/pipeline/map-in-order.ts";

/** A promise that is settled from outside. */
function deferred<Value>(): { readonly promise: Promise<Value>; readonly resolve: (value: Value) => void } {
  let resolve: (value: Value) => void = () => undefined;
  const promise = new Promise<Value>((settle) => (resolve = settle));
  return { promise, resolve };
}

async function* numbers(count: number, asked: { count: number }): AsyncGenerator<number> {
  for (let i = 0; i < count; i += 1) {
    asked.count += 1;
    yield i;
  }
}

async function collect<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const all: Item[] = [];
  for await (const item of items) all.push(item);
  return all;
}

describe("results come in the order of the items", () => {
  test.each([1, 2, 7, 100])("with %i at a time", async (limit) => {
    let running = 0;
    const run = async (item: number): Promise<number> => {
      running += 1;
      expect(running).toBeLessThanOrEqual(limit);
      // The earlier ones take longer.
      for (let turn = item % 5; turn < 5; turn += 1) await Promise.resolve();
      running -= 1;
      return item * 10;
    };
    const results = await collect(mapInOrder(numbers(20, { count: 0 }), run, limit));
    expect(results).toEqual(Array.from({ length: 20 }, (_, i) => i * 10));
  });
});

test.each([1, 3, 8])("no more than %i items are asked for ahead of whoever takes the results", async (limit) => {
  const asked = { count: 0 };
  let taken = 0;
  for await (const result of mapInOrder(numbers(50, asked), (item) => Promise.resolve(item), limit)) {
    expect(result).toBe(taken);
    taken += 1;
    // Every turn that could ask for more passes before the next result is taken.
    for (let turn = 0; turn < 50; turn += 1) await Promise.resolve();
    expect(asked.count - taken).toBeLessThanOrEqual(limit);
  }
  expect(taken).toBe(50);
});

test("a result is handed on while the next item is waited for", async () => {
  const second = deferred<number>();
  async function* items(): AsyncGenerator<number> {
    yield 1;
    yield await second.promise;
  }
  const results = mapInOrder(items(), (item) => Promise.resolve(item), 4);
  expect(await results.next()).toEqual({ done: false, value: 1 });
  second.resolve(2);
  expect(await results.next()).toEqual({ done: false, value: 2 });
  expect(await results.next()).toEqual({ done: true, value: undefined });
});

test("what was begun comes before the error that ends the items", async () => {
  async function* items(): AsyncGenerator<number> {
    yield* [1, 2, 3];
    throw new Error("no more");
  }
  const results: number[] = [];
  const all = async (): Promise<void> => {
    for await (const result of mapInOrder(items(), (item) => Promise.resolve(item), 8)) results.push(result);
  };
  await expect(all()).rejects.toThrow("no more");
  expect(results).toEqual([1, 2, 3]);
});

test("whoever stops taking results ends the items", async () => {
  let ended = false;
  async function* items(): AsyncGenerator<number> {
    try {
      yield* [1, 2, 3];
    } finally {
      ended = true;
    }
  }
  for await (const result of mapInOrder(items(), (item) => Promise.resolve(item), 1)) if (result === 1) break;
  expect(ended).toBe(true);
});
