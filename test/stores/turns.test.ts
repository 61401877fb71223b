import { expect, test } from "vitest";
import { createTurns } from "../../src/stores/turns.ts";

/** Notes who has a turn, in the order in which they get it. */
function players(limit: number) {
  const takeTurn = createTurns(limit);
  const playing: string[] = [];
  const come = async (name: string, signal?: AbortSignal): Promise<() => void> => {
    const pass = await takeTurn(signal);
    playing.push(name);
    return pass;
  };
  return { playing, come };
}

test("so many have a turn at once, the others in the order in which they came", async () => {
  const { playing, come } = players(2);
  const [one, two] = await Promise.all([come("one"), come("two")]);
  const three = come("three");
  const four = come("four");
  expect(playing).toEqual(["one", "two"]);
  one();
  // Whoever comes just then waits behind those who waited before.
  const five = come("five");
  await three;
  expect(playing).toEqual(["one", "two", "three"]);
  two();
  (await four)();
  await five;
  expect(playing).toEqual(["one", "two", "three", "four", "five"]);
});

test("whoever no longer wants to wait goes, and takes nobody's turn", async () => {
  const { playing, come } = players(1);
  const pass = await come("one");
  const reason = new Error("gone");
  const stop = new AbortController();
  const two = come("two", stop.signal);
  const three = come("three");
  stop.abort(reason);
  await expect(two).rejects.toBe(reason);
  await expect(come("four", stop.signal)).rejects.toBe(reason);
  pass();
  (await three)();
  await come("five");
  expect(playing).toEqual(["one", "three", "five"]);
});
