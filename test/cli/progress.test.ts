import { describe, expect, test } from "vitest";
import { createProgressDisplay, describeProgress, formatSeconds } from "../../src/cli/progress.ts";

describe("progress in words", () => {
  test.each([
    [{ done: 0, total: 4 }, 0, "Reading articles ──────────────────────── 0 of 4"],
    [{ done: 2, total: 4 }, 10, "Reading articles ━━━━━━━━━━━━──────────── 2 of 4, 0.2 a second, 10 s left"],
    [{ done: 300, total: 900 }, 2, "Reading articles ━━━━━━━━──────────────── 300 of 900, 150 a second, 4 s left"],
    [{ done: 7 }, 2, "Reading articles: 7"],
  ])("%j after %d s", (progress, seconds, text) => {
    expect(describeProgress({ type: "progress", step: "extract", ...progress }, seconds)).toBe(text);
  });

  test.each([
    [0.2, "1 s"],
    [59, "59 s"],
    [200, "3 min 20 s"],
    [7500, "2 h 5 min"],
  ])("%d seconds", (seconds, text) => {
    expect(formatSeconds(seconds)).toBe(text);
  });
});

describe("progress as it is drawn", () => {
  const draw = (
    isTTY: boolean,
    steps: readonly (readonly [milliseconds: number, done: number])[],
    columns = 80,
  ): string => {
    let written = "";
    let time = 0;
    const stream = { isTTY, columns, write: (text: string) => (written += text) } as unknown as NodeJS.WriteStream;
    const display = createProgressDisplay(stream, () => time);
    for (const [milliseconds, done] of steps) {
      time = milliseconds;
      display.update({ type: "progress", step: "extract", done, total: 100 });
    }
    return written;
  };

  test("on a terminal: one line, drawn again ten times a second, gone at the end", () => {
    const text = draw(true, [
      [0, 0],
      [50, 1],
      [120, 2],
      [500, 100],
    ]);
    expect(text.split("\r\u001B[K").map((line) => line.slice(42))).toEqual([
      "",
      "0 of 100",
      "2 of 100, 17 a second, 6 s left",
      "",
    ]);
  });

  test("on a terminal that does not tell its width: as if it had 80 columns", () => {
    expect(draw(true, [[0, 0]], 0)).toContain("Reading articles ─");
  });

  test("elsewhere: a line every ten seconds, so nothing for what is quick", () => {
    expect(
      draw(false, [
        [0, 0],
        [900, 60],
        [1000, 100],
      ]),
    ).toBe("");
    expect(
      draw(false, [
        [0, 0],
        [5000, 10],
        [11_000, 22],
        [15_000, 30],
        [22_000, 44],
      ]).split("\n"),
    ).toHaveLength(3);
  });
});
