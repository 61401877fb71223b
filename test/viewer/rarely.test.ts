import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { rarely } from "../../viewer/src/rarely.ts";

describe("what is done rarely", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());
  const calls = (call: () => void, count: number): void => {
    for (let time = 0; time < count; time += 1) call();
  };

  it("is done at once while it is seldom called for, then once in a pause, and at last", () => {
    const act = vi.fn();
    const { call } = rarely(act, 3, 100);
    calls(call, 3);
    expect(act).toHaveBeenCalledTimes(3);
    calls(call, 10);
    expect(act).toHaveBeenCalledTimes(3);
    vi.advanceTimersByTime(100);
    expect(act).toHaveBeenCalledTimes(4);
    calls(call, 10);
    expect(act).toHaveBeenCalledTimes(4);
    vi.advanceTimersByTime(10_000);
    expect(act).toHaveBeenCalledTimes(5);
    expect(vi.getTimerCount()).toBe(0);
    calls(call, 3);
    expect(act).toHaveBeenCalledTimes(8);
  });

  it("can be done at once again for each pause in which it was not called for", () => {
    const act = vi.fn();
    const { call } = rarely(act, 3, 100);
    calls(call, 3);
    vi.advanceTimersByTime(200);
    calls(call, 3);
    expect(act).toHaveBeenCalledTimes(5);
  });

  it("is done before its time, or not at all, where that is wanted", () => {
    const act = vi.fn();
    const { call, flush, cancel } = rarely(act, 1, 100);
    flush();
    calls(call, 2);
    flush();
    expect(act).toHaveBeenCalledTimes(2);
    call();
    cancel();
    vi.advanceTimersByTime(1000);
    expect(act).toHaveBeenCalledTimes(2);
  });
});
