import { addVerb, hasFinite, openClause, takeSubject, type Builder, type VerbStep } from "./clause-builder.ts";
import type { Chunk, Clause } from "./parse.ts";
import { hasFeature } from "./verbs.ts";

/** Verb second: the finite verb opens the bracket of a main clause, all verbs of the segment close it. */
export const v2Verb: VerbStep = (builder, chunk, chunks, i) => {
  const marked = builder.infinitive || chunk.entries.some((entry) => entry.marked);
  builder.infinitive = false;
  resumeAfterBreak(builder, chunk.index, chunks, i);
  const { current } = builder;
  if (marked && (hasFinite(current) || current.verbs.length === 0)) {
    // Infinitive with marker: its phrases stand before it, since the last break.
    if (hasFinite(current)) {
      const clause = openClause(builder, "infinitive", chunk.index, current);
      clause.sharesSubjectWith = current;
      current.governsInfinitive = true;
      addVerb(clause, chunk);
    } else {
      if (current.kind === "main" || current.subordinator === "purpose") current.kind = "infinitive";
      addVerb(current, chunk);
      current.sharesSubjectWith ??= current.parent;
    }
    return;
  }
  if (chunks[i - 1]?.type === "verb" && !builder.afterCoordinator) {
    // "stattfinden soll": verbs that stand together at the end are one group.
    addVerb(current, chunk);
    return;
  }
  const finite = hasFeature(chunk.entries, "finite");
  const participleOnly = !finite || hasFeature(chunk.entries, "participle") || hasFeature(chunk.entries, "infinitive");
  if (hasFinite(current) && finite && !participleOnly) {
    const subject = builder.afterCoordinator ? undefined : takeSubject(current);
    const clause = openClause(
      builder,
      current.kind === "complement" ? "complement" : "main",
      chunk.index,
      current.parent,
    );
    if (subject === undefined) clause.sharesSubjectWith = current;
    else clause.phrases.push(subject);
    addVerb(clause, chunk);
    return;
  }
  addVerb(current, chunk);
};

/**
 * What a segment after a break or coordinator is, in a verb-second language: it goes on with the clause before when it
 * has no finite verb of its own, else it is a clause of its own.
 */
export function resumeAfterBreak(builder: Builder, index: number, chunks: readonly Chunk[], i: number): void {
  const { current } = builder;
  if (!builder.afterBreak && !builder.afterCoordinator) return;
  if (current.verbs.length === 0) return;
  const ahead = segmentAhead(chunks, i);
  if (!ahead.finite && !ahead.nonFinite) return;
  const afterBreak = builder.afterBreak;
  builder.afterBreak = false;
  const coordinated = builder.afterCoordinator;
  const subjectShared = coordinated && !ahead.bareBeforeVerb;
  builder.afterCoordinator = false;
  if (!ahead.finite && ahead.marked) {
    const clause = openClause(builder, "infinitive", index, current);
    clause.sharesSubjectWith = current;
    current.governsInfinitive = true;
    return;
  }
  if (!ahead.finite) {
    // The bracket of the clause before closes here, or its second part shares the auxiliary.
    if (isComplete(current)) {
      const clause = openClause(builder, current.kind, index, current.parent);
      clause.sharesSubjectWith = current;
      clause.subordinator = current.subordinator;
      clause.verbs.push(...current.verbs.filter(({ entries }) => hasFeature(entries, "finite")));
    }
    return;
  }
  if (current.kind === "complement" && subjectShared) {
    const clause = openClause(builder, "complement", index, current.parent);
    clause.sharesSubjectWith = current;
    return;
  }
  if (!hasFinite(current) && current.kind === "main" && afterBreak) return;
  const says = current.verbs.some(({ entries }) => entries.some(({ lemma }) => builder.rules.reporting.has(lemma)));
  const zeroComplement = afterBreak && says && !ahead.verbFirst;
  const clause = openClause(
    builder,
    zeroComplement ? "complement" : current.kind === "complement" ? "complement" : "main",
    index,
    zeroComplement ? current : current.kind === "complement" ? current.parent : undefined,
  );
  clause.coordinated = coordinated;
  if (subjectShared) clause.sharesSubjectWith = current;
}

function isComplete(clause: Clause): boolean {
  return (
    clause.verbs.some(({ entries }) => !hasFeature(entries, "finite") || hasFeature(entries, "participle")) ||
    clause.verbs.length > 1
  );
}

/** What verbs stand between here and the next break. */
function segmentAhead(
  chunks: readonly Chunk[],
  i: number,
): {
  readonly finite: boolean;
  readonly nonFinite: boolean;
  readonly marked: boolean;
  readonly bareBeforeVerb: boolean;
  readonly verbFirst: boolean;
} {
  let finite = false;
  let nonFinite = false;
  let marked = false;
  let bare = false;
  let bareBeforeVerb = false;
  let verbFirst = false;
  for (let j = i; j < chunks.length; j += 1) {
    const chunk = chunks[j];
    if (
      chunk === undefined ||
      chunk.type === "break" ||
      chunk.type === "stop" ||
      chunk.type === "relative" ||
      chunk.type === "subordinator" ||
      chunk.type === "complementizer"
    )
      break;
    if (chunk.type === "coordinator" && (finite || nonFinite)) break;
    if (chunk.type === "infinitive") marked = true;
    if (chunk.type === "phrase" && chunk.phrase.marker === undefined && chunk.phrase.date === undefined) bare = true;
    if (chunk.type !== "verb") continue;
    if (j === i) verbFirst = true;
    if (chunk.entries.some((entry) => entry.marked)) marked = true;
    if (hasFeature(chunk.entries, "finite") && !marked) {
      if (!finite) bareBeforeVerb = bare;
      finite = true;
    } else nonFinite = true;
  }
  return { finite, nonFinite, marked, bareBeforeVerb, verbFirst };
}
