import { readFileSync, writeFileSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { outcomeOf, runCli, startCli } from "../helpers/cli.ts";

/** What became of a builder that was killed over and over. */
export interface Survived {
  /** How often it was gone before it had ended. */
  readonly killed: number;
  /** How often it had ended by then. */
  readonly ended: number;
  /** What is wrong; none of it may be. */
  readonly faults: readonly string[];
}

const ARTICLES_A_ROUND = 6;
const PEOPLE = ["Angela Merkel", "Emmanuel Macron", "Olaf Scholz", "Antony Blinken", "Bilawal Bhutto Zardari"];
const CITIES = ["Berlin", "Paris", "Islamabad", "Ankara", "Geneva", "Kabul", "Doha"];

/** A short article that no other is like. */
function articleOf(index: number): string {
  const pick = (list: readonly string[], step: number): string => list[(index * step) % list.length] ?? "";
  const one = pick(PEOPLE, 1);
  const other = pick(
    PEOPLE.filter((name) => name !== one),
    3,
  );
  const day = String((index % 28) + 1).padStart(2, "0");
  return `${one} met ${other} in ${pick(CITIES, 5)} on Monday. ${other} said that report ${index} was welcome. The talks of 2023-03-${day} went well.`;
}

/**
 * Adds articles to a folder, builds, and kills the builder (SIGKILL) at a random time, over and over; then lets one build
 * end. After every kill all that was in the journal must still be there, and in the end the graph must be the one that a
 * build without kills makes, byte for byte.
 *
 * @param random numbers from 0 to 1, so that a run can be had again
 */
export async function killBuilder(cwd: string, kills: number, random: () => number): Promise<Survived> {
  const [input, journal] = [join(cwd, "in"), join(cwd, "graph", "journal.jsonl")];
  const faults: string[] = [];
  let [killed, ended, articles] = [0, 0, 0];
  // About what a build takes from its start, found on the way, so that kills fall into all of it.
  let longest = 2000;
  await mkdir(input);
  await runCli(["build", "-"], {
    cwd,
    stdin: '{"id":"first","text":"Angela Merkel met Emmanuel Macron in Berlin on Monday."}\n',
  });
  while (killed < kills) {
    for (let i = 0; i < ARTICLES_A_ROUND; i += 1, articles += 1) {
      const date = `2023-03-${String((articles % 28) + 1).padStart(2, "0")}`;
      const line = JSON.stringify({ id: `a${articles}`, text: articleOf(articles), publishedAt: date });
      writeFileSync(join(input, `a${articles}.jsonl`), `${line}\n`);
    }
    const before = wholeLines(journal);
    const child = startCli(["build", "in"], { cwd });
    child.stdin.end();
    const began = performance.now();
    const outcome = outcomeOf(child);
    const first = await Promise.race([outcome, wait(random() * longest, undefined)]);
    if (first === undefined) child.kill("SIGKILL");
    const { signal, code, stderr } = await outcome;
    if (signal === "SIGKILL") {
      killed += 1;
      longest *= 1.3;
    } else {
      ended += 1;
      longest = Math.max(500, (longest + (performance.now() - began)) / 2);
      if (code !== 0) faults.push(`a build failed: ${stderr}`);
    }
    if (!wholeLines(journal).startsWith(before)) faults.push(`kill ${killed}: the journal lost what it had`);
    const asked = await runCli(["query", "MATCH (a:Article) RETURN count(a) AS n", "--format", "json"], { cwd });
    const known = /"n": ?(\d+)/.exec(asked.stdout)?.[1];
    if (asked.code !== 0 || Number(known ?? 0) < 1) faults.push(`kill ${killed}: no answer: ${asked.stderr}`);
  }
  const last = await runCli(["build", "in"], { cwd });
  if (last.code !== 0) faults.push(`the last build failed: ${last.stderr}`);
  const untroubled = join(cwd, "untroubled");
  const stdin = '{"id":"first","text":"Angela Merkel met Emmanuel Macron in Berlin on Monday."}\n';
  await runCli(["build", "-", "in", "--graph", untroubled], { cwd, stdin });
  const exported = async (graph: string): Promise<string> =>
    (await runCli(["export", "--format", "json", "--graph", graph], { cwd })).stdout;
  const graph = await exported(join(cwd, "graph"));
  if (graph.length < 1000 || graph !== (await exported(untroubled))) faults.push("the graph is another one");
  return { killed, ended, faults };
}

/** A journal up to its last line end. */
function wholeLines(path: string): string {
  const text = readFileSync(path, "utf8");
  return text.slice(0, text.lastIndexOf("\n") + 1);
}
