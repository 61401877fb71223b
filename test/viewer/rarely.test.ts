import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { rarely } from "../../viewer/src/rarely.ts";

describe("what is done rarely", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it("is done at once, and once more for all that is called for soon after", () => {
    const act = vi.fn();
    const { call } = rarely(act, 100);
    call();
    expect(act).toHaveBeenCalledTimes(1);
    for (let time = 0; time < 10; time += 1) call();
    expect(act).toHaveBeenCalledTimes(1);
    vi.advanceTimersByTime(100);
    expect(act).toHaveBeenCalledTimes(2);
    call();
    expect(act).toHaveBeenCalledTimes(2);
    vi.advanceTimersByTime(1000);
    expect(act).toHaveBeenCalledTimes(3);
    call();
    expect(act).toHaveBeenCalledTimes(4);
  });

  it("is done before its time, or not at all, where that is wanted", () => {
    const act = vi.fn();
    const { call, flush, cancel } = rarely(act, 100);
    flush();
    call();
    call();
    flush();
    expect(act).toHaveBeenCalledTimes(2);
    call();
    cancel();
    vi.advanceTimersByTime(1000);
    expect(act).toHaveBeenCalledTimes(2);
  });
});
