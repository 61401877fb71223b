/** What a piece of work took, in milliseconds. Processor time is worth more where the machine does other work too. */
export interface Taken {
  readonly wall: number;
  readonly processor: number;
}

/** Processor time of this process so far, all its threads together, in milliseconds. */
function processorTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** Starts to measure; what it returns tells what has been taken since. */
export function stopwatch(): () => Taken {
  const [wall, processor] = [performance.now(), processorTime()];
  return () => ({ wall: performance.now() - wall, processor: processorTime() - processor });
}

/** What one round of work takes. */
export async function take(work: () => unknown): Promise<Taken> {
  const taken = stopwatch();
  await work();
  return taken();
}

/** The least that a round of work takes, of several, of which the first ones only warm up. */
export async function best(
  work: () => unknown,
  rounds: { readonly warm: number; readonly counted: number },
): Promise<Taken> {
  for (let i = 0; i < rounds.warm; i += 1) await work();
  const all: Taken[] = [];
  for (let i = 0; i < rounds.counted; i += 1) all.push(await take(work));
  return {
    wall: Math.min(...all.map(({ wall }) => wall)),
    processor: Math.min(...all.map(({ processor }) => processor)),
  };
}

/** Megabytes a second. */
export function rate(bytes: number, milliseconds: number): number {
  return bytes / milliseconds / 1000;
}

/** A number as it is written in a table: three digits that count. */
export function figure(value: number): string {
  if (value >= 100) return value.toFixed(0);
  return value >= 10 ? value.toFixed(1) : value.toFixed(2);
}

/** A part of the results: what was measured, and a table of it. */
export interface Section {
  readonly title: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

export function markdown({ title, columns, rows }: Section): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
  return [title, "", line(columns), line(columns.map(() => "---")), ...rows.map(line)].join("\n");
}
