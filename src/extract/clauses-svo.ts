import {
  addVerb,
  hasFinite,
  isEmpty,
  openClause,
  takeSubject,
  type Builder,
  type ClauseRules,
  type VerbChunk,
  type VerbStep,
} from "./clause-builder.ts";
import type { Chunk, Clause } from "./parse.ts";
import { hasFeature } from "./verbs.ts";

/** Subject–verb–object: verbs stand together; a second finite verb opens a new clause, with the phrase before it as subject. */
export const svoVerb: VerbStep = (builder, chunk, chunks, i) => {
  const { current, rules } = builder;
  const { entries } = chunk;
  const previous = current.verbs.at(-1);
  const adjoins = previous !== undefined && onlyAdverbsBetween(chunks, previous.index, i);
  if (builder.infinitive) {
    builder.infinitive = false;
    const clause = openClause(builder, "infinitive", chunk.index, current);
    clause.sharesSubjectWith = current;
    current.governsInfinitive = true;
    addVerb(clause, chunk);
    return;
  }
  if (adjoins && !builder.afterCoordinator && isAuxiliaryChain(previous.entries, entries, rules)) {
    addVerb(current, chunk);
    return;
  }
  const finite = hasFeature(entries, "finite") || hasFeature(entries, "base");
  const nonFinite = hasFeature(entries, "participle") || hasFeature(entries, "gerund");
  const before = contentBefore(chunks, i);
  const next = chunks[i + 1];
  const byFollows =
    next?.type === "phrase" && next.phrase.marker !== undefined && rules.agentMarkers.has(next.phrase.marker);
  const lastPhrase = current.phrases.findLast(({ date }) => date === undefined);
  const bareBefore = before?.type === "phrase" && before.phrase.marker === undefined;
  if (hasFeature(entries, "gerund") && !hasFeature(entries, "finite")) {
    openParticiple(builder, chunk, before);
    return;
  }
  if (
    builder.afterCoordinator &&
    current.kind === "infinitive" &&
    hasFeature(entries, "base") &&
    current.parent !== undefined
  ) {
    const clause = openClause(builder, "infinitive", chunk.index, current.parent);
    clause.sharesSubjectWith = current.sharesSubjectWith;
    addVerb(clause, chunk);
    return;
  }
  const onlyParticiple = !hasFeature(entries, "finite");
  const mayBeReduced =
    nonFinite &&
    !builder.afterCoordinator &&
    lastPhrase !== undefined &&
    (before?.type === "phrase" || before?.type === "break");
  const joined = before?.type === "phrase" && chunks[chunks.indexOf(before) - 1]?.type === "coordinator";
  // ", the ministry said": behind a break a name and a verb of saying are a report, not a participle.
  const reports =
    bareBefore &&
    chunks[chunks.indexOf(before) - 1]?.type === "break" &&
    entries.some(({ lemma }) => rules.reporting.has(lemma));
  const reduced =
    mayBeReduced &&
    !(reports && !byFollows) &&
    (!joined || byFollows) &&
    (byFollows || (hasFinite(current) ? !subjectFollowsReporting(current, bareBefore, rules) : onlyParticiple));
  if (reduced) {
    const clause = openClause(builder, "participle", chunk.index, current);
    clause.antecedent = lastPhrase;
    clause.reducedPassive = true;
    addVerb(clause, chunk);
    return;
  }
  if (!finite && !nonFinite) {
    addVerb(current, chunk);
    return;
  }
  if (!hasFinite(current)) {
    addVerb(current, chunk);
    return;
  }
  const embedded = current.kind === "relative" || current.kind === "participle";
  const outer = current.parent;
  if (embedded && outer !== undefined && !builder.afterCoordinator && !hasFinite(outer)) {
    builder.current = outer;
    addVerb(outer, chunk);
    return;
  }
  const subject = bareBefore ? takeSubject(current) : undefined;
  const says = current.verbs.some((verb) => verb.entries.some(({ lemma }) => rules.reporting.has(lemma)));
  const kind = subject !== undefined && says && !builder.afterCoordinator ? "complement" : "main";
  const parent = kind === "complement" ? current : current.parent;
  const clause = openClause(
    builder,
    kind === "main" && current.kind === "complement" ? "complement" : kind,
    chunk.index,
    parent,
  );
  if (kind === "main") clause.subordinator = current.subordinator;
  // "…,” said the minister": behind a break a verb of saying has its subject behind it.
  const inverted =
    (before?.type === "break" || before?.type === "quote") &&
    entries.some(({ lemma }) => rules.reporting.has(lemma)) &&
    next?.type === "phrase";
  if (subject !== undefined) clause.phrases.push(subject);
  else if (!inverted) clause.sharesSubjectWith = current;
  addVerb(clause, chunk);
};

/** A participle in -ing is a clause that shares the subject of the one around it; a second one stands beside the first. */
function openParticiple(builder: Builder, chunk: VerbChunk, before: Chunk | undefined): void {
  const { current } = builder;
  const beside = builder.afterCoordinator && current.kind === "participle";
  const around = beside ? current.parent : isEmpty(current) ? undefined : current;
  const clause = openClause(builder, "participle", chunk.index, around);
  clause.sharesSubjectWith = beside ? current.sharesSubjectWith : around;
  clause.relativeMarker = beside ? current.relativeMarker : before?.type === "adposition" ? before.id : undefined;
  addVerb(clause, chunk);
}

/** The chunk before, past dates and words that change nothing: adverbs, negations, "also". */
function contentBefore(chunks: readonly Chunk[], i: number): Chunk | undefined {
  for (let j = i - 1; j >= 0; j -= 1) {
    const chunk = chunks[j];
    if (chunk?.type === "phrase" && chunk.phrase.date !== undefined) continue;
    if (chunk?.type !== "adverb" && chunk?.type !== "negation" && chunk?.type !== "additive" && chunk?.type !== "hedge")
      return chunk;
  }
  return undefined;
}

/** "X said Y did …": after a reporting verb a bare phrase and a past form are a clause, not a participle. */
function subjectFollowsReporting(clause: Clause, bareBefore: boolean, rules: ClauseRules): boolean {
  return bareBefore && clause.verbs.some((verb) => verb.entries.some(({ lemma }) => rules.reporting.has(lemma)));
}

function onlyAdverbsBetween(chunks: readonly Chunk[], verbIndex: number, i: number): boolean {
  for (let j = i - 1; j >= 0; j -= 1) {
    const chunk = chunks[j];
    if (chunk?.type === "verb") return chunk.index === verbIndex;
    if (chunk?.type !== "adverb" && chunk?.type !== "negation" && chunk?.type !== "additive" && chunk?.type !== "hedge")
      return false;
  }
  return false;
}

function isAuxiliaryChain(
  previous: Clause["verbs"][number]["entries"],
  entries: VerbChunk["entries"],
  rules: ClauseRules,
): boolean {
  if (!previous.some(({ lemma }) => rules.auxiliaries.has(lemma))) return false;
  return (
    hasFeature(entries, "participle") ||
    hasFeature(entries, "gerund") ||
    hasFeature(entries, "base") ||
    hasFeature(entries, "infinitive")
  );
}
