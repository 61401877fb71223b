import type { VerdictState } from "../model/verdict.ts";
import { curate } from "../pipeline/curate.ts";
import type { Decision } from "../model/decision.ts";
import { toPlainText } from "./logger.ts";
import { countOf, print } from "./output.ts";
import { createEventDisplay } from "./run-build.ts";

export interface CurateCommandOptions {
  readonly graph: string;
  readonly by?: string;
  readonly why?: string;
}

/** Records a decision, and tells what it did. */
export async function runCurate(decision: Decision, { graph, by, why }: CurateCommandOptions): Promise<void> {
  const { onEvent, clear } = createEventDisplay();
  const { verdict, nodes, size } = await curate({
    graphFolder: graph,
    decision,
    onEvent,
    ...(by === undefined ? {} : { by }),
    ...(why === undefined ? {} : { why }),
  }).finally(clear);
  const back = decision.type === "undo" ? "redo" : "undo";
  const now = nodes.length === 0 ? "" : `\nnow: ${nodes.join(", ")}`;
  await print(
    toPlainText(
      `${describeTurn(decision)}${describeRuling({ verdict })}${now}\n` +
        `${graph}: ${countOf(size.nodes, "node")}, ${countOf(size.edges, "edge")}; ` +
        `\`dragoman ${back} ${verdict.id}\` takes this back\n`,
    ),
  );
}

function describeTurn({ type }: Decision): string {
  return type === "undo" ? "taken back: " : type === "redo" ? "in force again: " : "";
}

/** A verdict in a line: `merge: Maas; Heiko Maas`. */
export function describeRuling({ verdict: { ruling, about } }: Pick<VerdictState, "verdict">): string {
  const of = about.join("; ");
  switch (ruling.type) {
    case "same":
      return `one: ${of}`;
    case "different":
      return `two: ${about.length > 1 ? of : `${of}, and another of that name`}`;
    case "rename":
      return `renamed: ${of} is ${ruling.name}${ruling.language === undefined ? "" : ` (${ruling.language})`}`;
    case "reject":
      return `rejected: ${of}`;
    case "note":
      return `note to ${of}: ${ruling.text}`;
  }
}
