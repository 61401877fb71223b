import type { Progress, Step } from "../pipeline/events.ts";

/** What is told of each step while it runs. */
const WORDS: Readonly<Record<Step, string>> = {
  read: "Finding articles",
  extract: "Reading articles",
  resolve: "Resolving names",
  layout: "Laying out the graph",
  store: "Filling the database",
  write: "Writing",
  load: "Comparing with Neo4j",
};

const BAR_WIDTH = 24;
/** Milliseconds between two drawings of the bar, and between two lines where there is no terminal. */
const DRAW_MS = 100;
const LINE_MS = 10_000;

export interface ProgressDisplay {
  readonly update: (progress: Progress) => void;
  /** Removes the bar, so that a message can be written. The next update draws it again. */
  readonly clear: () => void;
}

/** Draws how far a build has come: a bar on a terminal; elsewhere a line now and then, for steps that take long. */
export function createProgressDisplay(
  stream: NodeJS.WriteStream,
  now: () => number = () => performance.now(),
): ProgressDisplay {
  let step: Step | undefined;
  let started = 0;
  let drawn = 0;
  let visible = false;
  const clear = (): void => {
    if (visible) stream.write("\r\u001B[K");
    visible = false;
  };
  return {
    clear,
    update: (progress) => {
      const time = now();
      if (progress.step !== step) {
        step = progress.step;
        started = time;
        drawn = stream.isTTY ? -Infinity : time;
      }
      if (progress.done === progress.total) {
        clear();
        return;
      }
      if (time - drawn < (stream.isTTY ? DRAW_MS : LINE_MS)) return;
      drawn = time;
      const text = describeProgress(progress, (time - started) / 1000);
      if (stream.isTTY) {
        // A terminal that does not tell its width has 0.
        stream.write(`\r\u001B[K${text.slice(0, (stream.columns || 80) - 1)}`);
        visible = true;
      } else stream.write(`${text}\n`);
    },
  };
}

/** `Reading articles ━━━━━─────  120 of 300, 42 a second, 4 s left`. */
export function describeProgress({ step, done, total }: Progress, seconds: number): string {
  if (total === undefined) return `${WORDS[step]}: ${done}`;
  const filled = total === 0 ? BAR_WIDTH : Math.floor((done / total) * BAR_WIDTH);
  const bar = "━".repeat(filled) + "─".repeat(BAR_WIDTH - filled);
  const count = `${WORDS[step]} ${bar} ${done} of ${total}`;
  if (done === 0 || seconds <= 0) return count;
  const rate = done / seconds;
  return `${count}, ${formatRate(rate)} a second, ${formatSeconds((total - done) / rate)} left`;
}

function formatRate(rate: number): string {
  return rate >= 10 ? String(Math.round(rate)) : rate.toFixed(1);
}

/** `45 s`, `3 min 20 s`, `2 h 5 min`. */
export function formatSeconds(seconds: number): string {
  const whole = Math.ceil(seconds);
  if (whole < 60) return `${whole} s`;
  const minutes = Math.floor(whole / 60);
  if (minutes < 60) return `${minutes} min ${whole % 60} s`;
  return `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}
