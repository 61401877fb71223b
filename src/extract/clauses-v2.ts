import { addVerb, attributeOf, hasFinite, isEmpty, type ClauseRules } from "./clause-builder.ts";
import { KINDS } from "../model/kinds.ts";
import { createClause, type Chunk, type Clause, type Phrase } from "./parse.ts";
import {
  isAuxiliary,
  isOnlyFinite,
  segmentsOf,
  shapeOf,
  type Opener,
  type Segment,
  type Shape,
  type VerbChunk,
} from "./segments.ts";
import { groupVerbs, hasFeature, type VerbRules } from "./verbs.ts";

/** Clauses while the segments of a sentence are read from left to right. */
interface Reading {
  readonly rules: ClauseRules;
  readonly clauses: Clause[];
  /** Clauses whose verb stands at their end. */
  readonly final: Set<Clause>;
  current: Clause;
}

/**
 * Cuts a sentence into clauses where the finite verb stands second in main clauses and last in others. A segment goes on
 * with a clause that still lacks its verb, or opens one; what kind is told by the word that opens it and by where its verb
 * stands.
 */
export function buildVerbSecond(chunks: readonly Chunk[], rules: ClauseRules): Clause[] {
  const first = createClause("main", 0);
  const reading: Reading = { rules, clauses: [first], final: new Set(), current: first };
  const segments = segmentsOf(chunks, rules);
  for (const [i, segment] of segments.entries()) {
    if (segment.opener !== undefined) openSubordinate(reading, segment, segment.opener);
    else place(reading, segment, segments[i + 1]);
  }
  const clauses = reading.clauses.filter((clause) => clause.verbs.length > 0 || clause.phrases.length > 0);
  for (const clause of clauses) {
    leaveOutPredicates(clause, rules);
    completeParticiple(clause, rules);
    groupVerbs(clause, rules);
    if (clause.parent !== undefined && !clauses.includes(clause.parent)) clause.parent = undefined;
  }
  return clauses.sort((a, b) => a.from - b.from);
}

/** "kritisierte das Urteil als politisch motiviert": beside a full verb that is finite a participle is a predicate. */
function leaveOutPredicates(clause: Clause, rules: ClauseRules): void {
  const verbs = clause.verbs.map((verb) => ({ type: "verb" as const, ...verb }));
  if (verbs.length < 2 || verbs.some((verb) => isAuxiliary(verb, rules))) return;
  const finite = verbs.filter(isOnlyFinite);
  if (finite.length === 1) clause.verbs = clause.verbs.filter(({ index }) => index === finite[0]?.index);
}

/**
 * "Minister in Berlin festgenommen", "X in Peking eingetroffen": headlines leave the auxiliary out. Behind two phrases the
 * verb of a main clause that closes it is no finite one, though it has the form.
 */
function completeParticiple(clause: Clause, rules: ClauseRules): void {
  const [verb, ...more] = clause.verbs;
  if (clause.kind !== "main" || verb === undefined || more.length > 0 || clause.prefixes.length > 0) return;
  const participles = verb.entries.filter(({ features }) => features.has("participle"));
  const before = clause.phrases.filter(({ from, date }) => from < verb.index && date === undefined);
  const closes = before.length > 0 && clause.phrases.every(({ from }) => from < verb.index);
  const isFinite = before.length < 2 && hasFeature(verb.entries, "finite");
  if (participles.length === 0 || !closes || isFinite || isAuxiliary({ type: "verb", ...verb }, rules)) return;
  clause.verbs = [{ ...verb, entries: participles }];
  clause.reducedPassive = !participles.some(({ lemma }) => rules.perfectWithPassive.has(lemma));
}

function open(reading: Reading, kind: Clause["kind"], segment: Segment, parent: Clause | undefined): Clause {
  const clause = createClause(kind, startOf(segment), parent);
  clause.quoted = segment.quoted;
  clause.coordinated = segment.coordinated;
  reading.clauses.push(clause);
  reading.current = clause;
  return clause;
}

function startOf({ opener, chunks: [first] }: Segment): number {
  if (opener !== undefined) return opener.index;
  if (first === undefined) return 0;
  return first.type === "phrase" ? first.phrase.from : first.index;
}

/** The kinds of clauses that words of one class open. */
const OPENED: Readonly<Partial<Record<Chunk["type"], Clause["kind"]>>> = {
  relative: "relative",
  complementizer: "complement",
};

/** A clause with its verb at the end, or an infinitive behind um, ohne, statt. */
function openSubordinate(reading: Reading, segment: Segment, opener: Opener): void {
  const shape = shapeOf(segment);
  const host = opener.type === "relative" ? qualifiedClause(reading) : hostOf(reading, segment);
  const infinitive = shape.finite === undefined && shape.marked.length > 0;
  const kind = OPENED[opener.type] ?? (infinitive ? "infinitive" : "adverbial");
  const antecedent = antecedentOf(host.phrases, opener, segment.openerMarker);
  const clause = open(reading, kind, segment, host);
  reading.final.add(clause);
  if (opener.type === "relative") {
    clause.antecedent = antecedent;
    clause.relativeRole = opener.role;
    clause.relativeMarker = segment.openerMarker;
  }
  if (opener.type === "subordinator") clause.subordinator = opener.kind;
  if (opener.type === "complementizer") host.governsWish = true;
  if (infinitive) clause.sharesSubjectWith = host;
  fill(reading, clause, segment, shape);
}

/** The clause in which the last phrase stands: "„…“, sagte X, der …" speaks of X. */
function qualifiedClause({ clauses, current }: Reading): Clause {
  const endOf = ({ phrases }: Clause): number => Math.max(-1, ...phrases.map(({ to }) => to));
  return clauses.reduce((last, clause) => (endOf(clause) > endOf(last) ? clause : last), current);
}

/**
 * The phrase that a relative clause qualifies: the last one, but "der Krieg in Syrien, der …": states and places without an
 * article are neuter, and no antecedent of a masculine pronoun.
 */
function antecedentOf(phrases: readonly Phrase[], opener: Opener, marker: string | undefined): Phrase | undefined {
  const last = phrases.findLast(({ date }) => date === undefined);
  // "ein Angriff auf ein Haus, bei dem …": under an adposition a noun is meant at which one of which nothing is known stands.
  if (marker !== undefined && last?.unknownHead === true && last.nouns.length === 0 && last.after?.nouns.length)
    return last.after;
  if (last?.after === undefined || last.cases !== undefined || opener.type !== "relative") return last;
  const masculine = opener.role === "subject" || opener.role === "object";
  const isPlace = ({ reference }: Phrase["members"][number]): boolean =>
    reference.type === "known" && (reference.kind === KINDS.state || reference.kind === KINDS.place);
  return masculine && last.members.length === 1 && last.members.every(isPlace) ? last.after : last;
}

/** The clause that an embedded clause depends on: the current one, or the one around it when it is complete. */
function hostOf(reading: Reading, { coordinated }: Segment): Clause {
  const { current } = reading;
  // "dass A kam und dass B ging": clauses of one kind beside each other depend on one clause.
  if (coordinated && isComplete(reading, current) && current.parent !== undefined) return current.parent;
  return current.kind === "relative" || current.kind === "adverbial" || current.kind === "participle"
    ? outer(reading, current)
    : current;
}

/** Whether a clause with its verb at the end has it. */
function isComplete({ final }: Reading, clause: Clause): boolean {
  if (clause.kind === "participle") return true;
  if (!final.has(clause)) return false;
  return clause.kind === "infinitive" ? clause.verbs.length > 0 : hasFinite(clause);
}

/** The clause around complete embedded ones. */
function outer(reading: Reading, clause: Clause): Clause {
  let at = clause;
  while (isComplete(reading, at) && at.parent !== undefined) at = at.parent;
  return at;
}

/** A segment without a word that opens a clause. */
function place(reading: Reading, segment: Segment, next: Segment | undefined): void {
  const shape = shapeOf(segment);
  const { finite } = shape;
  if (finite === undefined && shape.others.length === 0 && shape.marked.length === 0) {
    const target = segment.afterBreak ? outer(reading, reading.current) : reading.current;
    reading.current = target;
    return isContrast(reading, segment, target) ? undefined : fill(reading, target, segment, shape);
  }
  const unfinished = reading.clauses.findLast(
    (clause) => reading.final.has(clause) && clause.kind !== "infinitive" && !hasFinite(clause),
  );
  if (unfinished !== undefined && finite !== undefined && shape.verbLast) {
    reading.current = unfinished;
    return fill(reading, unfinished, segment, shape);
  }
  const bracket = segment.coordinated && shape.verbFirst ? undefined : openBracket(reading);
  if (bracket !== undefined && !shape.sure && shape.others.length + (finite === undefined ? 0 : 1) > 0) {
    reading.current = bracket;
    return fill(reading, bracket, segment, shape);
  }
  if (finite === undefined && shape.marked.length > 0) return openInfinitive(reading, segment, shape);
  if (finite === undefined || isSecondParticiple(reading, segment, shape))
    return openParticiple(reading, segment, shape);
  openFinite(reading, segment, shape, next);
}

/** "…, China jedoch nicht", "…, nicht aber mit Putin": behind a complete clause what is said of somebody else by leaving out its verb. */
function isContrast(reading: Reading, { afterBreak, chunks }: Segment, { kind, verbs }: Clause): boolean {
  if (!afterBreak || kind !== "main" || verbs.length === 0 || openBracket(reading) !== undefined) return false;
  const names = chunks.some((chunk) => chunk.type === "phrase" && chunk.phrase.members.length > 0);
  return names && chunks.some(({ type }) => type === "negation");
}

/** A clause in second order that has an auxiliary and waits for the verb that closes its bracket. */
function openBracket(reading: Reading): Clause | undefined {
  const clause = outer(reading, reading.current);
  const [first, ...more] = clause.verbs;
  if (first === undefined || more.length > 0 || reading.final.has(clause)) return undefined;
  return isAuxiliary({ type: "verb", ...first }, reading.rules) ? clause : undefined;
}

function openInfinitive(reading: Reading, segment: Segment, shape: Shape): void {
  const { current } = reading;
  const sibling = segment.coordinated && current.kind === "infinitive" ? current.parent : undefined;
  const host = sibling ?? (current.kind === "infinitive" ? current : outer(reading, current));
  const clause = open(reading, "infinitive", segment, host);
  clause.sharesSubjectWith = sibling === undefined ? host : current;
  clause.subordinator = sibling === undefined ? undefined : current.subordinator;
  if (sibling === undefined) host.governsInfinitive = true;
  reading.final.add(clause);
  fill(reading, clause, segment, shape);
}

/** "hat A besucht und B getroffen": the second participle shares auxiliary and subject; form and place tell it from a finite verb. */
function isSecondParticiple(reading: Reading, { coordinated }: Segment, { sure, verbLast, verbFirst }: Shape): boolean {
  const base = outer(reading, reading.current);
  return coordinated && !sure && verbLast && !verbFirst && base.verbs.length > 1;
}

function openParticiple(reading: Reading, segment: Segment, shape: Shape): void {
  const base = segment.afterBreak ? outer(reading, reading.current) : reading.current;
  if (base.verbs.length > 0 && (segment.coordinated || hasFinite(base))) {
    if (!segment.coordinated) {
      // "Assad, unterstützt von Russland, …": it qualifies the noun before it.
      const clause = open(reading, "participle", segment, base);
      clause.antecedent = base.phrases.at(-1);
      clause.reducedPassive = true;
      return fill(reading, clause, segment, shape);
    }
    const clause = open(reading, base.kind, segment, base.parent);
    clause.sharesSubjectWith = base;
    clause.subordinator = base.subordinator;
    [clause.antecedent, clause.relativeRole] = [base.antecedent, base.relativeRole];
    clause.verbs.push(...base.verbs.filter(({ entries }) => hasFeature(entries, "finite")));
    if (reading.final.has(base)) reading.final.add(clause);
    fill(reading, clause, segment, shape);
    return shareBracket(base, clause, shape, reading.rules);
  }
  fill(reading, base, segment, shape);
}

/** "von X festgenommen und danach freigelassen worden": two participles share the auxiliary behind them, and who did it. */
function shareBracket(base: Clause, clause: Clause, { others }: Shape, rules: VerbRules): void {
  const auxiliaries = others.filter((verb) => isAuxiliary(verb, rules));
  base.verbs.push(...auxiliaries.map(({ index, to, entries }) => ({ index, to, entries })));
  const isAgent = ({ marker }: Phrase): boolean => marker !== undefined && rules.agentMarkers.has(marker);
  const isPassive = clause.verbs.some(({ entries }) =>
    entries.some(({ lemma }) => rules.auxiliaries.get(lemma)?.has("passive")),
  );
  if (isPassive && !clause.phrases.some(isAgent)) clause.phrases.push(...base.phrases.filter(isAgent));
}

/** A segment with a finite verb of its own. */
function openFinite(reading: Reading, segment: Segment, shape: Shape, next: Segment | undefined): void {
  const { current } = reading;
  if (segment.coordinated && !segment.afterBreak && isConjunct(reading, current, shape)) {
    // "der A traf und mit B sprach"
    const clause = open(reading, current.kind, segment, current.parent);
    clause.subordinator = current.subordinator;
    clause.antecedent = current.antecedent;
    clause.relativeRole = current.relativeRole;
    clause.sharesSubjectWith = current;
    reading.final.add(clause);
    shareAuxiliary(current, shape, reading.rules);
    return fill(reading, clause, segment, shape);
  }
  const base = outer(reading, current);
  // "A griff an; B wehrte sich": behind such a mark what has a verb of its own is a main clause.
  if (segment.afterStrong && hasFinite(base) && openBracket(reading) !== base) {
    fill(reading, open(reading, "main", segment, undefined), segment, shape);
    return;
  }
  if (!hasFinite(base) && !reading.final.has(base)) {
    if (!isEmpty(base) && reports(reading, shape) && shape.verbFirst && isVerbFirst(next))
      return interpose(reading, segment, shape, base);
    reading.current = base;
    return fill(reading, base, segment, shape);
  }
  if (shape.verbFirst && openBracket(reading) === base && reports(reading, shape))
    return interpose(reading, segment, shape, base);
  if (shape.verbFirst && !segment.coordinated && isCondition(segment, shape, base)) {
    const clause = open(reading, shape.supposes && !isInterposed(base) ? "adverbial" : "main", segment, undefined);
    const [condition, main] = clause.kind === "main" ? [base, clause] : [clause, base];
    [condition.kind, condition.subordinator, condition.parent] = ["adverbial", "condition", main];
    return fill(reading, clause, segment, shape);
  }
  const says = !reading.final.has(base) && clauseReports(reading, base);
  const opensContent = says && !segment.coordinated && (!shape.verbFirst || isInterposed(base));
  const kind = opensContent || base.kind === "complement" ? "complement" : "main";
  const parent = opensContent ? base : base.kind === "complement" ? base.parent : undefined;
  const postposed = shape.verbFirst && !segment.coordinated && reports(reading, shape);
  const clause = postposed ? open(reading, "main", segment, undefined) : open(reading, kind, segment, parent);
  fill(reading, clause, segment, shape);
  const shares = shape.verbFirst && (segment.coordinated || (!postposed && segment.afterBreak));
  if (shares || (postposed && !clause.phrases.some(isBare))) clause.sharesSubjectWith = base;
}

const isBare = ({ marker, date }: Phrase): boolean => marker === undefined && date === undefined;

/** Whether a segment behind a coordinator goes on with an embedded clause: its verb stands at its end too. */
function isConjunct({ final }: Reading, current: Clause, { verbLast }: Shape): boolean {
  return final.has(current) && current.kind !== "infinitive" && verbLast;
}

/** "der verhaftet und verurteilt wurde": the first of two participles shares the auxiliary at the end. */
function shareAuxiliary(before: Clause, shape: Shape, rules: ClauseRules): void {
  const { finite } = shape;
  const [only, ...more] = before.verbs;
  if (finite === undefined || only === undefined || more.length > 0 || !isAuxiliary(finite, rules)) return;
  if (shape.others.length === 0 || !hasFeature(only.entries, "participle")) return;
  before.verbs.push({ index: finite.index, to: finite.to, entries: finite.entries });
}

/** "Hätte X es getan, wäre …", "…, sollte X es tun": of two clauses that begin with their verb the first is a condition. */
function isCondition(segment: Segment, { supposes, finite }: Shape, base: Clause): boolean {
  if (!segment.afterBreak || finite === undefined) return false;
  return isInterposed(base) ? opensWithVerb(base) : supposes;
}

function opensWithVerb({ verbs: [first], from, kind }: Clause): boolean {
  return kind === "main" && first !== undefined && first.index === from;
}

/** "Dennoch, betonte sie, …": the report stands inside what it reports. */
function interpose(reading: Reading, segment: Segment, shape: Shape, content: Clause): void {
  const report = open(reading, "main", segment, undefined);
  fill(reading, report, segment, shape);
  content.kind = "complement";
  content.parent = report;
  reading.current = content;
}

function isVerbFirst(segment: Segment | undefined): boolean {
  return segment !== undefined && segment.opener === undefined && shapeOf(segment).verbFirst;
}

function isInterposed({ phrases, verbs: [first] }: Clause): boolean {
  return first !== undefined && !phrases.some(({ from }) => from < first.index);
}

function reports({ rules }: Reading, { finite, others }: Shape): boolean {
  return [finite, ...others].some((verb) => verb?.entries.some(({ lemma }) => rules.reporting.has(lemma)) === true);
}

function clauseReports({ rules }: Reading, { verbs, prefixes }: Clause): boolean {
  return verbs.some(({ entries }) =>
    entries.some(
      ({ lemma, split, prefix }) => rules.reporting.has(lemma) && (!split || prefixes.includes(prefix ?? "")),
    ),
  );
}

/** Takes the content of a segment into a clause; infinitives with their marker beside a finite verb become clauses under it. */
function fill(reading: Reading, clause: Clause, segment: Segment, shape: Shape): void {
  const { chunks } = segment;
  const attributes: Clause[] = [];
  const inner = shape.finite === undefined ? [] : shape.marked;
  for (const chunk of chunks) {
    switch (chunk.type) {
      case "phrase":
        clause.phrases.push(chunk.phrase);
        shareWithAttribute(reading, chunk.phrase);
        clause.to = Math.max(clause.to, chunk.phrase.to);
        for (const attribute of attributes.splice(0)) {
          attribute.antecedent = chunk.phrase;
          reading.clauses.push(attribute);
        }
        break;
      case "attribute":
        attributes.push(attributeOf(clause, chunk));
        break;
      case "verb":
        if (inner.includes(chunk)) nest(reading, clause, chunk, shape);
        else addVerb(clause, chunk);
        break;
      case "prefix":
        clause.prefixes.push(chunk.form);
        break;
      case "negation":
        clause.negated = true;
        break;
      case "additive":
        clause.additive = true;
        break;
      case "hedge":
        clause.hedges.push(chunk.entry.modality);
        break;
      case "adverb":
        // In a bracket, what stands at its end belongs to the verb: "macht … verantwortlich".
        clause.to = Math.max(clause.to, chunk.to ?? chunk.index + 1);
        break;
      default:
    }
  }
  if (clause.verbs.length > 0) clause.from = Math.min(clause.from, clause.verbs[0]?.index ?? clause.from);
}

/** "die von den USA erhobenen Vorwürfe gegen Iran": what stands under an adposition at a noun is of its attribute too. */
function shareWithAttribute({ clauses }: Reading, phrase: Phrase): void {
  if (phrase.marker === undefined || phrase.date !== undefined) return;
  const attribute = clauses.at(-1);
  const noun = attribute?.kind === "participle" && attribute.reducedPassive ? attribute.antecedent : undefined;
  if (noun !== undefined && attribute !== undefined && phrase.after === noun) attribute.phrases.push(phrase);
}

/** "versuchte Kiew einzunehmen", "die Wahl zu verhindern versuchte": what stands before an infinitive without a comma is its own, but for the subject. */
function nest(reading: Reading, clause: Clause, verb: VerbChunk, { finite }: Shape): void {
  const infinitive = createClause("infinitive", verb.index, clause);
  infinitive.sharesSubjectWith = clause;
  clause.governsInfinitive = true;
  const after = reading.final.has(clause) ? -1 : (finite?.index ?? -1);
  const subjectBefore = clause.phrases.some((phrase) => isBare(phrase) && phrase.from < after);
  const own = clause.phrases.filter(({ from }) => from > after);
  if (!subjectBefore) own.splice(own.findIndex(isBare), own.some(isBare) ? 1 : 0);
  infinitive.phrases.push(...own);
  clause.phrases = clause.phrases.filter((phrase) => !own.includes(phrase));
  addVerb(infinitive, verb);
  infinitive.from = Math.min(verb.index, ...own.map(({ from }) => from));
  reading.clauses.push(infinitive);
}
