import { articleName } from "../model/article.ts";
import type { GraphEdge } from "../model/graph.ts";
import type { Identity, IdentityPart, Reason } from "../model/identity.ts";
import type { LoggedVerdict, Verdict } from "../model/verdict.ts";
import type { World } from "../pipeline/world.ts";
import { describeVerdict } from "./describe-log.ts";
import { toPlainText } from "./logger.ts";
import { countOf } from "./output.ts";

/** What a node is made of, why that is one, and what people decided about a node or a fact. Empty where there is nothing to tell. */
export function explainIdentity(world: World, verdicts: readonly LoggedVerdict[], id: string): string {
  const identity = world.identity(id);
  const edge = world.graph.edge(id);
  const about = verdicts.filter(
    ({ verdict, active }) =>
      active &&
      (edge === undefined ? world.nodesOf(verdict).some((node) => node === id) : isAbout(world, verdict, edge)),
  );
  const sections = [
    ["Made of:", identity === undefined ? [] : describeParts(world, identity)],
    ["Brought together by:", identity === undefined ? [] : describeLinks(identity)],
    ["Decided:", about.map((logged) => `  ${describeVerdict(logged)}`)],
  ] as const;
  const told = sections.filter(([, lines]) => lines.length > 0).map(([title, lines]) => [title, ...lines].join("\n"));
  return toPlainText(told.map((section) => `\n${section}\n`).join(""));
}

/** Whether a verdict points at a statement of a fact. */
function isAbout(world: World, { ruling }: Verdict, edge: GraphEdge): boolean {
  if (ruling.type !== "note") return false;
  return ruling.statements.some(({ article, start, end, relation, subject, object }) => {
    const record = world.record(article);
    if (record === undefined || relation !== edge.relation) return false;
    const name = articleName(record.article);
    const ends = [subject, object].map((place) =>
      place === undefined ? undefined : world.nodeAt({ article, ...place }),
    );
    return (
      [edge.source, edge.target].every((node) => ends.includes(node)) &&
      edge.evidence.some((item) => item.article === name && item.start === start && item.end === end)
    );
  });
}

function describeParts(world: World, { parts }: Identity): readonly string[] {
  return parts.map((part) => {
    const tied = [part.known, part.state].filter((word) => word !== undefined).join(", ");
    const places = part.anchors.map(({ article, start, end }) => {
      const record = world.record(article);
      return `${record === undefined ? article : articleName(record.article)}:${start}-${end}`;
    });
    return `  ${calledOf(part)}${tied === "" ? "" : ` (${tied})`}\n    ${places.join(" ")}`;
  });
}

function describeLinks({ parts, links }: Identity): readonly string[] {
  return links.map(({ parts: [a, b], score, reasons }) => {
    const [one, other] = [parts[a], parts[b]].map((part) => (part === undefined ? "" : calledOf(part)));
    return `  ${one} – ${other}: ${describeReasons(reasons)}${score === undefined ? "" : `, ${score.toFixed(2)}`}`;
  });
}

/** What speaks for two being one: `name (Maas – Heiko Maas), state (DE)`. */
export function describeReasons(reasons: readonly Reason[]): string {
  return reasons.map(({ feature, detail }) => (detail === "" ? feature : `${feature} (${detail})`)).join(", ");
}

function calledOf({ called, anchors }: IdentityPart): string {
  return called.length === 0 ? `without a name, in ${countOf(anchors.length, "article")}` : `“${called.join("”, “")}”`;
}
