import { spawn } from "node:child_process";
import { once } from "node:events";
import { figure, type Section } from "./measure.ts";
import { MAIN } from "./program.ts";
import { articlesOf, LANGUAGES } from "./texts.ts";

const ROUNDS = 8;
/** Makes a process tell what processor time it took. */
const TELL = `data:text/javascript,process.on("exit",()=>{const {user,system}=process.cpuUsage();process.stderr.write(String((user+system)/1000))})`;

/** From the start of the program to the first byte of what one article says, and the processor time until it ends. */
async function startOnce(input: string, jobs: number): Promise<readonly [first: number, processor: number]> {
  const began = performance.now();
  const child = spawn(process.execPath, ["--import", TELL, MAIN, "extract", "--jobs", String(jobs)]);
  child.stdin.end(input);
  let first = 0;
  let told = "";
  child.stdout.on("data", () => {
    first ||= performance.now() - began;
  });
  child.stderr.on("data", (chunk: Buffer) => {
    told += chunk.toString();
  });
  await once(child, "close");
  return [first, Number(told)];
}

/** How long it takes until the first article is read. */
export async function start(): Promise<Section> {
  const rows: string[][] = [];
  for (const jobs of [1, 2]) {
    for (const [code, name] of Object.entries(LANGUAGES)) {
      const input = `${JSON.stringify({ id: "a", text: articlesOf(code, 1)[0]?.text })}\n`;
      const all: (readonly [number, number])[] = [];
      for (let i = 0; i < ROUNDS; i += 1) all.push(await startOnce(input, jobs));
      const least = (at: 0 | 1): string => figure(Math.min(...all.map((one) => one[at])));
      rows.push([name, String(jobs), least(0), least(1)]);
    }
  }
  return {
    title: "From the start of the program until the first article is read:",
    columns: ["article", "threads", "ms", "processor time until it ends, ms"],
    rows,
  };
}
