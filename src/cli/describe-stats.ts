import type { Count, Stats } from "../server/contract.ts";
import { countOf } from "./output.ts";

/** The counts of a graph, for people. */
export function describeStats(stats: Stats): string {
  const head = [
    countOf(stats.articles, "article") + (stats.copies === 0 ? "" : ` (${stats.copies} of them copies of another)`),
    countOf(stats.nodes, "node"),
    countOf(stats.edges, "edge"),
    countOf(stats.evidence, "quote"),
  ];
  const sections = [
    describeCounts("Nodes by kind", stats.kinds),
    describeCounts("Edges by relation", stats.relations),
    describeCounts("Edges by modality", stats.modalities),
    describeCounts("Quotes by language", stats.languages),
    describeCounts("Rows by gazetteer of your own", stats.gazetteers),
  ];
  return `${[head.join(", "), ...sections.filter((section) => section !== "")].join("\n\n")}\n`;
}

function describeCounts(title: string, counts: readonly Count[]): string {
  if (counts.length === 0) return "";
  const width = Math.max(...counts.map(({ id }) => id.length));
  const size = Math.max(...counts.map(({ count }) => String(count).length));
  const lines = counts.map(({ id, count }) => `  ${id.padEnd(width)}  ${String(count).padStart(size)}`);
  return [title, ...lines].join("\n");
}
