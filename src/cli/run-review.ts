import { createInterface } from "node:readline/promises";
import type { Graph } from "../model/graph.ts";
import type { UnsurePair } from "../model/identity.ts";
import type { Decision } from "../model/decision.ts";
import { describeReasons } from "./explain-identity.ts";
import { toPlainText } from "./logger.ts";
import { countOf, print } from "./output.ts";
import { runCurate } from "./run-curate.ts";
import { withGraph } from "./with-graph.ts";

export interface ReviewCommandOptions {
  readonly graph: string;
  readonly limit: number;
  readonly ask?: true;
  readonly by?: string;
}

/** Sentences that are shown of each node. */
const SENTENCES = 2;

/** Lists pairs that might be one, or asks about them and records the answers. */
export async function runReview(options: ReviewCommandOptions): Promise<void> {
  const listed = await withGraph(options.graph, async (open) => {
    const [graph, pairs] = [await open.graph(), await open.unsure()];
    return pairs.slice(0, options.limit).map((pair, index) => ({
      pair,
      text: toPlainText(describePair(graph, pair, index + 1)),
      more: pairs.length - options.limit,
    }));
  });
  if (listed.length === 0) await print("No two nodes might be one.\n");
  else if (options.ask === true) await ask(listed, options);
  else {
    const [{ more } = { more: 0 }] = listed;
    const rest = more > 0 ? `and ${countOf(more, "pair")} more; --limit shows them\n` : "";
    await print(`${listed.map(({ text, pair: { nodes } }) => `${text}${describeAnswers(nodes)}`).join("\n")}${rest}`);
  }
}

function describePair(graph: Graph, { nodes, score, reasons, articles }: UnsurePair, number: number): string {
  const head = `${number}. ${nodes.map((id) => `${graph.node(id)?.label ?? id} (${id})`).join(" – ")}`;
  const why = `   ${describeReasons(reasons)}; ${score.toFixed(2)} of what is needed; in ${countOf(articles, "article")} at least`;
  return [head, why, ...nodes.flatMap((id) => sentencesOf(graph, id))].join("\n") + "\n";
}

function sentencesOf(graph: Graph, id: string): readonly string[] {
  const mentions = graph.edgesOf(id).find(({ target }) => graph.node(target)?.type === "article")?.evidence ?? [];
  return mentions
    .slice(0, SENTENCES)
    .map(({ article, text }) => `   ${id}: ${text.replaceAll(/\s+/g, " ")} (${article})`);
}

function describeAnswers([one, other]: UnsurePair["nodes"]): string {
  return `   dragoman merge ${one} ${other}\n   dragoman different ${one} ${other}\n`;
}

/** A pair may be settled by the answer to another: then the graph does not hold its nodes any more. */
async function ask(
  listed: readonly { readonly pair: UnsurePair; readonly text: string }[],
  { graph, by }: ReviewCommandOptions,
): Promise<void> {
  const questions = createInterface({ input: process.stdin, terminal: false });
  const answers = questions[Symbol.asyncIterator]();
  try {
    for (const { pair, text } of listed) {
      await print(`${text}   Are they one? y(es), n(o), s(kip), q(uit): `);
      const { value, done } = await answers.next();
      const answer = done === true ? "q" : value.trim().toLowerCase().slice(0, 1);
      await print("\n");
      if (answer === "q") return;
      const decision = decisionOf(answer, pair);
      if (decision !== undefined) await runCurate(decision, { graph, ...(by === undefined ? {} : { by }) });
    }
  } finally {
    questions.close();
  }
}

function decisionOf(answer: string, { nodes }: UnsurePair): Decision | undefined {
  if (answer === "y") return { type: "merge", ids: nodes };
  return answer === "n" ? { type: "different", ids: nodes } : undefined;
}
