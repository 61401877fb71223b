import { findExporter } from "../../src/exporters/index.ts";
import { writeExport } from "../../src/exporters/write.ts";
import { createGraph } from "../../src/graph/memory.ts";
import type { OneExport } from "./exports.ts";
import { generatedGraph } from "./generated-graph.ts";
import { stopwatch } from "./measure.ts";

/** `<format> <file> <nodes> <edges>`: writes a generated graph once and prints what it took. Needs `--expose-gc`. */
const SAMPLE_MS = 20;
const [format = "", file = "", nodes, edges] = process.argv.slice(2);
const exporter = findExporter(format);
if (exporter === undefined) throw new RangeError(`there is no format ${format}`);
const generated = generatedGraph(Number(nodes), Number(edges));
const graph = createGraph([...generated.nodes()], [...generated.edges()]);
globalThis.gc?.();

const before = process.memoryUsage.rss();
let most = before;
const timer = setInterval(() => (most = Math.max(most, process.memoryUsage.rss())), SAMPLE_MS);
const taken = stopwatch();
await writeExport(exporter, graph, {}, file);
const { processor } = taken();
clearInterval(timer);
const result: OneExport = { processor: processor / 1000, above: (most - before) / 1e6 };
process.stdout.write(JSON.stringify(result));
