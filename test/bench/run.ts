import { readFileSync, writeFileSync } from "node:fs";
import { availableParallelism, cpus, loadavg, type } from "node:os";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { copies } from "./copies.ts";
import { exportsOfLargeGraph } from "./exports.ts";
import { embedded } from "./embedded.ts";
import { extraction, lengths, others } from "./extraction.ts";
import { layout, layoutQuality } from "./layout.ts";
import { markdown, type Section } from "./measure.ts";
import { memory } from "./memory.ts";
import { blocking, namesOfPeople, namesOfPlaces } from "./names.ts";
import { neo4jLoad } from "./neo4j.ts";
import { resolution } from "./resolution.ts";
import { start } from "./start.ts";
import { threads } from "./threads.ts";
import { viewer } from "./viewer.ts";

/**
 * `npm run bench`: measures, and prints what it found. With names of parts after `--` it measures those only, and with
 * `--write` what it found stands on top of `RESULTS.md` too. Rates are those of the best of several rounds.
 */
const RESULTS = fileURLToPath(new URL("RESULTS.md", import.meta.url));
const PARTS: Readonly<Record<string, () => Promise<Section>>> = {
  start,
  extraction,
  others,
  threads,
  lengths,
  memory,
  resolution,
  namesOfPeople,
  namesOfPlaces,
  blocking,
  copies,
  layout,
  layoutQuality,
  exportsOfLargeGraph,
  neo4jLoad,
  embedded,
  viewer,
};

const { values: wanted, positionals: named } = parseArgs({
  options: { write: { type: "boolean", default: false } },
  allowPositionals: true,
});
const unknown = named.filter((name) => !Object.hasOwn(PARTS, name));
if (unknown.length > 0)
  throw new RangeError(`no such part: ${unknown.join(", ")}. There are ${Object.keys(PARTS).join(", ")}`);

const print = (text: string): unknown => process.stdout.write(`${text}\n\n`);
const began = performance.now();
const machine = `${cpus()[0]?.model ?? "unknown processor"}, ${availableParallelism()} cores, ${type()} ${process.arch}, Node ${process.versions.node}`;
const parts = [
  `## ${new Date().toISOString().slice(0, 10)}: ${machine}; load at the start ${(loadavg()[0] ?? 0).toFixed(1)}`,
];
print(parts[0] ?? "");
for (const [name, part] of Object.entries(PARTS)) {
  if (named.length > 0 && !named.includes(name)) continue;
  const told = markdown(await part());
  print(told);
  parts.push(told);
}
print(`${((performance.now() - began) / 1000).toFixed(0)} s`);

if (wanted.write) {
  const old = readFileSync(RESULTS, "utf8");
  const at = old.indexOf("\n## ") + 1;
  writeFileSync(RESULTS, `${old.slice(0, at)}${parts.join("\n\n")}\n\n${old.slice(at)}`);
}
