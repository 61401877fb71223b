import type { LanguageData } from "../seeds/knowledge.ts";
import { createClause, type Chunk, type Clause, type Phrase } from "./parse.ts";
import { groupVerbs, hasFeature, type VerbRules } from "./verbs.ts";

/** What the cutting of clauses needs to know of a language. */
export interface ClauseRules extends VerbRules {
  readonly order: LanguageData["language"]["order"];
  /** Lemmas of verbs whose object can be a clause without complementizer. */
  readonly reporting: ReadonlySet<string>;
}

/** State while the chunks of one sentence are read from left to right. */
interface Builder {
  readonly rules: ClauseRules;
  readonly clauses: Clause[];
  current: Clause;
  quoted: boolean;
  afterBreak: boolean;
  afterCoordinator: boolean;
  infinitive: boolean;
}

/** Cuts a sentence into clauses. How depends on the order of the language; every chunk ends up in exactly one clause. */
export function buildClauses(chunks: readonly Chunk[], rules: ClauseRules): Clause[] {
  const first = createClause("main", 0);
  const builder: Builder = {
    rules,
    clauses: [first],
    current: first,
    quoted: false,
    afterBreak: false,
    afterCoordinator: false,
    infinitive: false,
  };
  for (const [i, chunk] of chunks.entries()) step(builder, chunk, chunks, i);
  const clauses = builder.clauses.filter((clause) => clause.verbs.length > 0 || clause.phrases.length > 0);
  for (const clause of clauses) groupVerbs(clause, rules);
  return clauses;
}

function open(builder: Builder, kind: Clause["kind"], index: number, parent: Clause | undefined): Clause {
  const clause = createClause(kind, index, parent);
  clause.quoted = builder.quoted;
  clause.coordinated = builder.afterCoordinator;
  builder.clauses.push(clause);
  builder.current = clause;
  return clause;
}

function step(builder: Builder, chunk: Chunk, chunks: readonly Chunk[], i: number): void {
  const { current } = builder;
  switch (chunk.type) {
    case "phrase":
      if (builder.rules.order === "v2") resumeAfterBreak(builder, chunk.phrase.from, chunks, i);
      builder.current.phrases.push(chunk.phrase);
      builder.current.to = chunk.phrase.to;
      break;
    case "verb":
      VERB_STEPS[builder.rules.order](builder, chunk, chunks, i);
      break;
    case "prefix":
      current.prefixes.push(chunk.form);
      break;
    case "negation":
      current.negated = true;
      return;
    case "additive":
      current.additive = true;
      return;
    case "hedge":
      current.hedges.push(chunk.entry.modality);
      return;
    case "infinitive":
      builder.infinitive = true;
      return;
    case "adverb":
    case "adposition":
    case "linker":
      return;
    case "complementizer":
      open(builder, "complement", chunk.index, reportingClause(builder));
      break;
    case "relative": {
      const antecedent = current.phrases.at(-1);
      const clause = open(builder, "relative", chunk.index, current);
      clause.antecedent = antecedent;
      clause.relativeRole = chunk.role;
      const before = chunks[i - 1];
      clause.relativeMarker = before?.type === "adposition" ? before.id : undefined;
      break;
    }
    case "subordinator":
      open(builder, "adverbial", chunk.index, isEmpty(current) ? current.parent : current).subordinator = chunk.kind;
      break;
    case "quote":
      builder.quoted = chunk.open;
      if (chunk.open && current.verbs.length > 0) openQuotation(builder, chunk.index);
      break;
    case "break":
    case "stop":
      atBreak(builder, chunk.index, chunks, i);
      builder.afterBreak = true;
      return;
    case "coordinator":
      builder.afterCoordinator = true;
      return;
  }
  builder.afterBreak = false;
  builder.afterCoordinator = false;
}

function isEmpty(clause: Clause): boolean {
  return clause.verbs.length === 0 && clause.phrases.length === 0;
}

/** The clause that a complementizer belongs to: the nearest open one that has a verb. */
function reportingClause(builder: Builder): Clause {
  let clause: Clause | undefined = builder.current;
  while (clause !== undefined && clause.verbs.length === 0) clause = clause.parent;
  return clause ?? builder.current;
}

function openQuotation(builder: Builder, index: number): void {
  if (builder.current.verbs.some(({ entries }) => entries.some(({ lemma }) => builder.rules.reporting.has(lemma)))) {
    open(builder, "complement", index, builder.current);
  }
}

/** A break ends an embedded clause that is complete; what follows belongs to the clause around it. */
function atBreak(builder: Builder, index: number, chunks: readonly Chunk[], i: number): void {
  const { current, rules } = builder;
  const next = chunks[i + 1];
  if (next?.type === "coordinator" || next?.type === "break") return;
  if (current.verbs.length === 0) return;
  const embedded =
    current.kind === "relative" ||
    current.kind === "adverbial" ||
    current.kind === "participle" ||
    (current.kind === "infinitive" && rules.order === "v2");
  if (!embedded || rules.order === "sov") return;
  if (current.parent !== undefined) {
    builder.current = current.parent;
    return;
  }
  // "Talking to X, Y said …": a clause in front belongs to the main clause that follows, and a participle shares its subject.
  const main = open(builder, "main", index, undefined);
  current.parent = main;
  if (current.kind === "participle") current.sharesSubjectWith = main;
}

const hasFinite = (clause: Clause): boolean => clause.verbs.some(({ entries }) => hasFeature(entries, "finite"));

type VerbChunk = Extract<Chunk, { type: "verb" }>;
type VerbStep = (builder: Builder, chunk: VerbChunk, chunks: readonly Chunk[], i: number) => void;

function addVerb(clause: Clause, chunk: VerbChunk): void {
  clause.verbs.push({ index: chunk.index, to: chunk.to, entries: chunk.entries });
  clause.to = chunk.to;
}

/** Takes the last bare phrase out of a clause: it is the subject of a new one. */
function takeSubject(clause: Clause): Phrase | undefined {
  const last = clause.phrases.at(-1);
  if (last === undefined || last.marker !== undefined || last.date !== undefined) return undefined;
  clause.phrases.pop();
  return last;
}

/** Subject–verb–object: verbs stand together; a second finite verb opens a new clause, with the phrase before it as subject. */
const svoVerb: VerbStep = (builder, chunk, chunks, i) => {
  const { current, rules } = builder;
  const { entries } = chunk;
  const previous = current.verbs.at(-1);
  const adjoins = previous !== undefined && onlyAdverbsBetween(chunks, previous.index, i);
  if (builder.infinitive) {
    builder.infinitive = false;
    const clause = open(builder, "infinitive", chunk.index, current);
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
    const clause = open(builder, "infinitive", chunk.index, current.parent);
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
    const clause = open(builder, "participle", chunk.index, current);
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
  const clause = open(
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
  const clause = open(builder, "participle", chunk.index, around);
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

/** Verb second: the finite verb opens the bracket of a main clause, all verbs of the segment close it. */
const v2Verb: VerbStep = (builder, chunk, chunks, i) => {
  const marked = builder.infinitive || chunk.entries.some((entry) => entry.marked);
  builder.infinitive = false;
  resumeAfterBreak(builder, chunk.index, chunks, i);
  const { current } = builder;
  if (marked && (hasFinite(current) || current.verbs.length === 0)) {
    // Infinitive with marker: its phrases stand before it, since the last break.
    if (hasFinite(current)) {
      const clause = open(builder, "infinitive", chunk.index, current);
      clause.sharesSubjectWith = current;
      current.governsInfinitive = true;
      addVerb(clause, chunk);
    } else {
      if (current.kind === "main") current.kind = "infinitive";
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
    const clause = open(builder, current.kind === "complement" ? "complement" : "main", chunk.index, current.parent);
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
function resumeAfterBreak(builder: Builder, index: number, chunks: readonly Chunk[], i: number): void {
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
    const clause = open(builder, "infinitive", index, current);
    clause.sharesSubjectWith = current;
    current.governsInfinitive = true;
    return;
  }
  if (!ahead.finite) {
    // The bracket of the clause before closes here, or its second part shares the auxiliary.
    if (isComplete(current)) {
      const clause = open(builder, current.kind, index, current.parent);
      clause.sharesSubjectWith = current;
      clause.subordinator = current.subordinator;
      clause.verbs.push(...current.verbs.filter(({ entries }) => hasFeature(entries, "finite")));
    }
    return;
  }
  if (current.kind === "complement" && subjectShared) {
    const clause = open(builder, "complement", index, current.parent);
    clause.sharesSubjectWith = current;
    return;
  }
  if (!hasFinite(current) && current.kind === "main" && afterBreak) return;
  const says = current.verbs.some(({ entries }) => entries.some(({ lemma }) => builder.rules.reporting.has(lemma)));
  const zeroComplement = afterBreak && says && !ahead.verbFirst;
  const clause = open(
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

/** Verb last: a clause ends with its finite verb; a converb or infinitive before it is a clause that shares its subject. */
const sovVerb: VerbStep = (builder, chunk, chunks, i) => {
  const { current } = builder;
  const next = chunks[i + 1];
  if (
    next?.type !== "verb" &&
    chunk.entries.every(({ features }) => features.has("infinitive")) &&
    current.verbs.length === 0
  ) {
    // "on taking office": an infinitive in the middle, with the phrase before it, is told beside the clause.
    // Behind it a mark of the genitive: "the threat of doing" does not say that it was done.
    const beside = createClause(next?.type === "linker" ? "infinitive" : "participle", chunk.index, current);
    beside.sharesSubjectWith = current;
    const own = current.phrases.at(-1);
    if (own !== undefined) beside.phrases.push(own);
    addVerb(beside, chunk);
    builder.clauses.push(beside);
    return;
  }
  addVerb(current, chunk);
  const converb = hasFeature(chunk.entries, "converb");
  if (!converb && (next?.type === "verb" || next?.type === "negation")) return;
  if (converb) {
    const clause = open(builder, current.kind, chunk.to, current.parent);
    current.sharesSubjectWith ??= clause;
    clause.sharesSubjectWith = current;
    clause.subordinator = current.subordinator;
    clause.antecedent = current.antecedent;
    clause.relativeRole = current.relativeRole;
    return;
  }
  if (!current.verbs.some(({ entries }) => hasFeature(entries, "finite"))) return;
  if (next === undefined || next.type === "complementizer" || next.type === "stop" || next.type === "quote") return;
  if (next.type === "adverb" || next.type === "additive") return;
  const outer = current.kind === "relative" ? current.parent : undefined;
  if (outer !== undefined && outer.verbs.length === 0) {
    builder.current = outer;
    return;
  }
  const goesOn = current.kind === "complement" || builder.quoted;
  const clause = open(builder, goesOn ? "complement" : "main", chunk.to, goesOn ? current.parent : undefined);
  clause.sharesSubjectWith = next.type === "coordinator" || next.type === "break" ? current : undefined;
};

const VERB_STEPS: Readonly<Record<ClauseRules["order"], VerbStep>> = { svo: svoVerb, v2: v2Verb, sov: sovVerb };
