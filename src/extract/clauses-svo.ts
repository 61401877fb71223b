import {
  addVerb,
  governingPhrase,
  openClause,
  takeSubject,
  type Builder,
  type ClauseRules,
  type VerbChunk,
  type VerbStep,
} from "./clause-builder.ts";
import {
  finiteFollows,
  isContactRelative,
  indexBefore,
  isSeparated,
  phrasesBefore,
  wordBefore,
} from "./clause-context.ts";
import type { Chunk, Clause, VerbEntry } from "./parse.ts";
import { hasFeature } from "./verbs.ts";

/**
 * Subject–verb–object: verbs stand together. Every clause but infinitives and participles wants one finite verb. One that
 * stands where none is wanted opens a clause: beside the last when a coordinator leads it, else with the phrase before it as subject.
 */
export const svoVerb: VerbStep = (builder, chunk, chunks, i) => {
  const { current, rules } = builder;
  const { entries } = chunk;
  if (builder.infinitive) {
    builder.infinitive = false;
    openInfinitive(builder, chunk, current, chunks, i);
    return;
  }
  const previous = current.verbs.at(-1);
  const adjoins = previous !== undefined && onlyAdverbsBetween(chunks, previous.index, i);
  if (adjoins && !builder.afterCoordinator && isAuxiliaryChain(previous.entries, entries, rules)) {
    addVerb(current, chunk);
    return;
  }
  if (isInverted(current, entries, rules)) {
    openInverted(builder, chunk);
    return;
  }
  if (hasFeature(entries, "gerund") && !hasFeature(entries, "finite")) {
    openParticiple(builder, chunk, chunks, i);
    return;
  }
  if (builder.afterCoordinator && joinsGroup(builder, chunk, chunks, i)) return;
  if (isReduced(builder, chunk, chunks, i)) {
    openReduced(builder, chunk, chunks, i);
    return;
  }
  readFinite(builder, chunk, chunks, i);
};

/** "Should X support Y?", "Had X met Y, …": an auxiliary, who does it, and the verb that the auxiliary wants. */
function isInverted({ kind, verbs, phrases }: Clause, entries: readonly VerbEntry[], rules: ClauseRules): boolean {
  const [auxiliary, ...more] = verbs;
  const [subject, ...others] = phrases;
  return (
    kind === "main" &&
    auxiliary !== undefined &&
    subject !== undefined &&
    more.length + others.length === 0 &&
    subject.marker === undefined &&
    subject.from >= auxiliary.to &&
    subject.members.length > 0 &&
    !hasFeature(entries, "gerund") &&
    isAuxiliaryChain(auxiliary.entries, entries, rules)
  );
}

/** A question or a condition says of nothing that it is so. */
function openInverted(builder: Builder, chunk: VerbChunk): void {
  const { current } = builder;
  const clause = openClause(builder, "main", chunk.index, current.parent);
  clause.phrases.push(...current.phrases.splice(0));
  clause.negated = current.negated;
  clause.subordinator = "condition";
  addVerb(clause, chunk);
}

function openInfinitive(builder: Builder, chunk: VerbChunk, around: Clause, chunks: readonly Chunk[], i: number): void {
  const clause = openClause(builder, "infinitive", chunk.index, around);
  clause.negated = isNegated(chunks, i);
  clause.governor = governingPhrase(chunks, indexBefore(chunks, i), builder.rules);
  clause.sharesSubjectWith = around;
  around.governsInfinitive = true;
  // "Israel's threats to attack": what a noun governs is done by its owner.
  const noun = wordBefore(chunks, indexBefore(chunks, i));
  if (noun?.type === "phrase" && noun.phrase.members.length === 0 && noun.phrase.nouns.length > 0) {
    const { phrase } = noun;
    // "gathered at the ministry's building to protest": a noun under an adposition must be one that governs a clause.
    const governs = phrase.marker === undefined || clause.governor !== undefined;
    const members = !governs ? [] : phrase.owners.map(({ item }) => item);
    if (members.length > 0) clause.antecedent = { ...phrase, marker: undefined, members, owners: [], nouns: [] };
  }
  addVerb(clause, chunk);
}

/** Whether a negation says that what follows it in a clause of its own is not so: "not to attack", "of not attacking". */
export function isNegatedBelow(chunks: readonly Chunk[], at: number): boolean {
  const next = chunks[at + 1];
  const verb = next?.type === "infinitive" ? chunks[at + 2] : next;
  if (verb?.type !== "verb") return false;
  return next?.type === "infinitive" || (hasFeature(verb.entries, "gerund") && chunks[at - 1]?.type !== "verb");
}

/** Whether such a negation stands before a verb, or between it and the marker of its infinitive. */
function isNegated(chunks: readonly Chunk[], i: number): boolean {
  const before = chunks[i - 1]?.type === "infinitive" ? i - 2 : i - 1;
  return chunks[before]?.type === "negation" && isNegatedBelow(chunks, before);
}

/** A participle in -ing is a clause that shares the subject of the one around it; a second one stands beside the first. */
function openParticiple(builder: Builder, chunk: VerbChunk, chunks: readonly Chunk[], i: number): void {
  const { current } = builder;
  const before = wordBefore(chunks, i);
  const beside = builder.afterCoordinator && current.kind === "participle" && !current.reducedPassive;
  const isEmpty = current.verbs.length === 0 && current.phrases.length === 0;
  // "ordered X to leave, accusing him": behind a comma it goes with the clause that the infinitive stands in.
  const apart = before?.type === "break" && current.kind === "infinitive" ? climb(current, isFull) : undefined;
  const around = apart ?? (beside || isEmpty ? current.parent : current);
  const clause = openClause(builder, "participle", chunk.index, around);
  clause.negated = isNegated(chunks, i);
  clause.sharesSubjectWith = beside ? current.sharesSubjectWith : around;
  clause.relativeMarker = beside ? current.relativeMarker : governorOf(before);
  // "protesters chanting slogans": directly behind a phrase that is no subject of its clause it qualifies that.
  const phrase = before?.type === "phrase" ? before.phrase : undefined;
  const group = around?.verbs.at(-1);
  if (phrase !== undefined && group !== undefined && phrase.from > group.index && !beside) clause.antecedent = phrase;
  addVerb(clause, chunk);
}

/** Under what a gerund stands: an adposition ("of attacking"), or the verb just before it ("considered attacking"). */
function governorOf(before: Chunk | undefined): string | undefined {
  if (before?.type === "verb") return GERUND;
  return before?.type === "adposition" ? before.id : undefined;
}

/** Marker of a gerund that is the object of a verb. */
const GERUND = "gerund";

/** Climbs from a clause to the nearest one around it, itself included, that fits. */
function climb(from: Clause, fits: (clause: Clause) => boolean): Clause | undefined {
  for (let clause: Clause | undefined = from; clause !== undefined; clause = clause.parent)
    if (fits(clause)) return clause;
  return undefined;
}

const isFull = (clause: Clause): boolean => clause.kind !== "infinitive" && clause.kind !== "participle";
/** A base form is finite where no infinitive is meant: "they have". */
const isFinite = ({ verbs }: Clause): boolean =>
  verbs.some(({ entries }) => hasFeature(entries, "finite") || hasFeature(entries, "base"));
const wantsFinite = (clause: Clause): boolean => isFull(clause) && !isFinite(clause);

/** "to visit Iran and meet X", "will visit and meet", "was invaded and occupied": behind a coordinator a verb takes what leads the first. */
function joinsGroup(builder: Builder, chunk: VerbChunk, chunks: readonly Chunk[], i: number): boolean {
  const { entries } = chunk;
  const { rules } = builder;
  if (wordBefore(chunks, i)?.type !== "coordinator") return false;
  if (hasFeature(entries, "base") && !hasFeature(entries, "past")) {
    const leads = (clause: Clause): boolean =>
      clause.kind === "infinitive" || auxiliariesOf(clause, rules, "modal", "future", "light").length > 0;
    const first = climb(builder.current, leads);
    if (first === undefined) return false;
    openBeside(builder, first, chunk, auxiliariesOf(first, rules, "modal", "future", "light"));
    return true;
  }
  if (!hasFeature(entries, "participle")) return false;
  const first = climb(builder.current, (clause) => isFull(clause) || clause.reducedPassive);
  if (first === undefined) return false;
  if (first.kind === "participle") {
    openBeside(builder, first, chunk, []);
    builder.current.reducedPassive = true;
    builder.current.antecedent = first.antecedent;
    return true;
  }
  const shared = auxiliariesOf(first, rules, "passive", "perfect");
  const passive = first.verbs.some(({ entries: own }) => isAuxiliary(own, rules, "passive"));
  const next = chunks[i + 1];
  const hasObject = next?.type === "phrase" && next.phrase.marker === undefined && next.phrase.date === undefined;
  const onlyParticiple = !hasFeature(entries, "finite");
  if (shared.length === 0 || (!onlyParticiple && (!passive || hasObject))) return false;
  openBeside(builder, first, chunk, shared);
  return true;
}

function openBeside(
  builder: Builder,
  first: Clause,
  chunk: VerbChunk,
  shared: readonly Clause["verbs"][number][],
): void {
  const clause = openClause(builder, first.kind === "relative" ? "main" : first.kind, chunk.index, first.parent);
  clause.sharesSubjectWith = isFull(first) ? first : first.sharesSubjectWith;
  clause.relativeMarker = first.relativeMarker;
  clause.subordinator = first.subordinator;
  if (first.negated && shared.length > 0) clause.negated = true;
  clause.verbs.push(...shared);
  addVerb(clause, chunk);
}

function auxiliariesOf(clause: Clause, rules: ClauseRules, ...roles: readonly string[]): Clause["verbs"][number][] {
  return clause.verbs.filter(({ entries }) => isAuxiliary(entries, rules, ...roles));
}

function isAuxiliary(entries: readonly VerbEntry[], rules: ClauseRules, ...roles: readonly string[]): boolean {
  return entries.some(({ lemma }) =>
    roles.some((role) => [...(rules.auxiliaries.get(lemma) ?? [])].some((own) => own === role)),
  );
}

/** Whether a form that may be a past is a participle that qualifies the phrase before it. */
function isReduced(builder: Builder, { entries }: VerbChunk, chunks: readonly Chunk[], i: number): boolean {
  const { current, rules } = builder;
  if (!hasFeature(entries, "participle") || entries.some(({ lemma }) => rules.auxiliaries.has(lemma))) return false;
  const onlyParticiple = !hasFeature(entries, "finite") && !hasFeature(entries, "base");
  const before = wordBefore(chunks, i);
  const next = chunks[i + 1];
  const byFollows =
    next?.type === "phrase" &&
    next.phrase.marker !== undefined &&
    rules.agentMarkers.has(next.phrase.marker) &&
    next.phrase.date === undefined;
  const objectFollows = next?.type === "phrase" && next.phrase.marker === undefined && next.phrase.date === undefined;
  const host = climb(current, wantsFinite);
  if (before?.type === "break") {
    if (lastPhrase(current) === undefined || reportsBehind(entries, rules, next)) return onlyParticiple;
    return onlyParticiple || byFollows || (!objectFollows && (host === undefined || finiteFollows(chunks, i, true)));
  }
  if (before?.type !== "phrase") return onlyParticiple && before?.type !== "coordinator";
  if (onlyParticiple) return true;
  if (host !== undefined && host.phrases.length > 0)
    return byFollows || (!objectFollows && finiteFollows(chunks, i, false));
  const bare = before.phrase.marker === undefined;
  if (!bare || byFollows) return true;
  return !isSeparated(chunks, i) && !governsClause(builder) && !isContactRelative(chunks, i);
}

const lastPhrase = (clause: Clause): Clause["phrases"][number] | undefined =>
  clause.phrases.findLast(({ date }) => date === undefined);

function openReduced(builder: Builder, chunk: VerbChunk, chunks: readonly Chunk[], i: number): void {
  const { current } = builder;
  const host = wordBefore(chunks, i)?.type === "break" ? climb(current, wantsFinite) : undefined;
  const bare = host?.phrases.findLast(({ date, marker }) => date === undefined && marker === undefined);
  const antecedent = bare ?? doneNoun(current, chunk, builder.rules) ?? lastPhrase(current);
  const clause = openClause(builder, "participle", chunk.index, host ?? current);
  clause.antecedent = antecedent;
  clause.reducedPassive = true;
  addVerb(clause, chunk);
}

/** "sanctions on X imposed by Y": the noun that makes one predicate with the verb, past what stands at it. */
function doneNoun(
  { phrases }: Clause,
  { entries }: VerbChunk,
  { nounsOfVerb }: ClauseRules,
): Clause["phrases"][number] | undefined {
  const fits = ({ nouns }: Clause["phrases"][number]): boolean =>
    nouns.some(({ lemma }) => entries.some((entry) => nounsOfVerb.get(entry.lemma)?.has(lemma) === true));
  for (let at = phrases.at(-1); at !== undefined; at = at.after) {
    if (fits(at)) return at;
    if (at.marker === undefined && at.date === undefined) return undefined;
  }
  return undefined;
}

function readFinite(builder: Builder, chunk: VerbChunk, chunks: readonly Chunk[], i: number): void {
  const { current, rules } = builder;
  const before = wordBefore(chunks, i);
  const subject = before?.type === "phrase" && before.phrase.marker === undefined ? before.phrase : undefined;
  const next = chunks[i + 1];
  const host = climb(current, wantsFinite);
  if (subject === undefined) {
    if (
      (before?.type === "break" || before?.type === "quote") &&
      reportsBehind(chunk.entries, rules, next) &&
      (hasFiniteAbove(current) || endsQuotation(chunks, i))
    ) {
      addVerb(openClause(builder, "main", chunk.index, undefined), chunk);
      return;
    }
    if (before?.type === "break" && host === undefined && wantsComplement(current, rules)) {
      const own = takeSubject(current);
      const clause = openClause(builder, "complement", chunk.index, current);
      if (own !== undefined) clause.phrases.push(own);
      addVerb(clause, chunk);
      return;
    }
    if (opensBehindComma(chunks, i)) {
      openCoordinated(builder, chunk, chunks, i, takeSubject(current));
      return;
    }
    if (before?.type !== "coordinator" && host !== undefined) {
      builder.current = host;
      addVerb(host, chunk);
      return;
    }
    openCoordinated(builder, chunk, chunks, i, undefined);
    return;
  }
  // "“…,” X said": what is said is complete, whatever it seems to want.
  if (reports(chunk.entries, rules) && endsQuotation(chunks, phrasesBefore(chunks, i).from)) {
    openApart(builder, chunk, chunks, i);
    return;
  }
  if (host === current || (host !== undefined && host.phrases.length > 0)) {
    builder.current = host;
    addVerb(host, chunk);
    return;
  }
  if (isSeparated(chunks, i) === "coordinator") {
    openCoordinated(builder, chunk, chunks, i, takeSubject(current));
    return;
  }
  if (isSeparated(chunks, i) !== undefined) {
    openApart(builder, chunk, chunks, i);
    return;
  }
  if (isContactRelative(chunks, i) && !governsClause(builder)) {
    const own = takeSubject(current);
    const clause = openClause(builder, "relative", chunk.index, current);
    clause.antecedent = lastPhrase(current);
    clause.relativeRole = "object";
    if (own !== undefined) clause.phrases.push(own);
    addVerb(clause, chunk);
    return;
  }
  const own = takeSubject(current);
  const reporting = climb(current, (clause) => clause.verbs.some((verb) => reports(verb.entries, rules)));
  const clause = openClause(
    builder,
    reporting === undefined ? "main" : "complement",
    chunk.index,
    reporting ?? current.parent,
  );
  if (reporting === undefined) clause.subordinator = current.subordinator;
  if (own !== undefined) clause.phrases.push(own);
  addVerb(clause, chunk);
}

/** "said X, who visited Y, was to meet Z": a verb of saying with nothing behind it but who the next verb speaks of. */
function wantsComplement({ verbs, phrases }: Clause, rules: ClauseRules): boolean {
  const verb = verbs.at(-1);
  const last = phrases.at(-1);
  if (verb === undefined || last === undefined || !reports(verb.entries, rules)) return false;
  const hasSayer = phrases.some(
    ({ marker, date, to }) => marker === undefined && date === undefined && to <= verb.index,
  );
  return hasSayer && last.from >= verb.index && last.marker === undefined && last.date === undefined;
}

/** "…, and W, the spokesman of Y, said": the subject of another clause, with an apposition that a comma ends. */
function opensBehindComma(chunks: readonly Chunk[], i: number): boolean {
  const at = indexBefore(chunks, i);
  const [parting, coordinator, phrase, closing] = chunks.slice(Math.max(0, at - 3), at + 1);
  return (
    parting?.type === "break" &&
    coordinator?.type === "coordinator" &&
    phrase?.type === "phrase" &&
    phrase.phrase.marker === undefined &&
    phrase.phrase.members.length > 0 &&
    closing?.type === "break"
  );
}

/** A clause behind a break: a report of what stands before it, or the next of several. */
function openApart(builder: Builder, chunk: VerbChunk, chunks: readonly Chunk[], i: number): void {
  const { current, rules } = builder;
  const reporting = reports(chunk.entries, rules);
  const { phrases } = phrasesBefore(chunks, i);
  const taken = current.phrases.splice(Math.max(0, current.phrases.length - phrases.length));
  const parent = reporting || current.kind !== "complement" ? undefined : current.parent;
  const clause = openClause(builder, parent === undefined ? "main" : "complement", chunk.index, parent);
  clause.phrases.push(...taken);
  addVerb(clause, chunk);
}

/** A clause behind a coordinator, beside the nearest full one; behind a comma too, beside the outermost of its speech. */
function openCoordinated(
  builder: Builder,
  chunk: VerbChunk,
  chunks: readonly Chunk[],
  i: number,
  subject: Clause["subject"],
): void {
  const { current } = builder;
  let first = climb(current, isFull) ?? current;
  if (subject === undefined && isApart(chunks, i) && first.kind === "complement" && first.parent !== undefined)
    first = first.parent;
  const clause = openClause(builder, first.kind === "complement" ? "complement" : "main", chunk.index, first.parent);
  clause.subordinator = first.subordinator;
  if (subject !== undefined) clause.phrases.push(subject);
  else clause.sharesSubjectWith = first;
  addVerb(clause, chunk);
}

/** Whether a comma and a coordinator stand before the verb. */
function isApart(chunks: readonly Chunk[], i: number): boolean {
  const at = indexBefore(chunks, i);
  return chunks[at]?.type === "coordinator" && chunks[at - 1]?.type === "break";
}

const reports = (entries: readonly VerbEntry[], rules: ClauseRules): boolean =>
  entries.some(({ lemma }) => rules.reporting.has(lemma));

/** "…,” said the minister": behind a break a verb of saying has its subject behind it. */
function reportsBehind(entries: readonly VerbEntry[], rules: ClauseRules, next: Chunk | undefined): boolean {
  return reports(entries, rules) && next?.type === "phrase" && next.phrase.marker === undefined;
}

/** Whether a quotation ends just before a verb: "“No comment,” said the minister". */
function endsQuotation(chunks: readonly Chunk[], i: number): boolean {
  return [chunks[i - 1], chunks[i - 2]].some((chunk) => chunk?.type === "quote" && !chunk.open);
}

const hasFiniteAbove = (from: Clause): boolean =>
  climb(from, (clause) => isFull(clause) && isFinite(clause)) !== undefined;

/** "X said Y did …": whether a verb of saying around the place still wants its clause. */
function governsClause({ current, rules }: Builder): boolean {
  const last = current.verbs.at(-1);
  return last !== undefined && reports(last.entries, rules);
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

/** Whether a form goes on with what an auxiliary began: "has been met", "will go". */
function isAuxiliaryChain(previous: readonly VerbEntry[], entries: readonly VerbEntry[], rules: ClauseRules): boolean {
  if (!previous.some(({ lemma }) => rules.auxiliaries.has(lemma))) return false;
  if (hasFeature(entries, "participle") || hasFeature(entries, "gerund")) return true;
  return (
    isAuxiliary(previous, rules, "modal", "future", "light") &&
    (hasFeature(entries, "base") || hasFeature(entries, "infinitive"))
  );
}
