import { attributeOf, governingPhrase, isEmpty, openClause, type Builder, type ClauseRules } from "./clause-builder.ts";
import { sovVerb } from "./clauses-sov.ts";
import { isNegatedBelow, svoVerb } from "./clauses-svo.ts";
import { buildVerbSecond } from "./clauses-v2.ts";
import { createClause, type Chunk, type Clause, type Phrase } from "./parse.ts";
import { groupVerbs, hasFeature } from "./verbs.ts";

/** Cuts a sentence into clauses. How depends on the order of the language; every chunk ends up in exactly one clause. */
export function buildClauses(chunks: readonly Chunk[], rules: ClauseRules): Clause[] {
  const clauses = rules.order === "v2" ? buildVerbSecond(chunks, rules) : buildInOrder(chunks, rules);
  for (const clause of clauses) {
    nameIncluded(clause, rules);
    const { kind, parent, group } = clause;
    if (kind !== "complement" || parent === undefined) continue;
    parent.complement ??= clause;
    // Where the verb stands second, the subjunctive of what is said is finite.
    const wishes = group?.features.has("subjunctive") === true && (!group.finite || rules.order === "v2");
    if (wishes || isSubjunctiveByPlace(clause, rules) || isObligation(clause)) parent.governsWish = true;
  }
  return clauses;
}

/** "کئی افسران پر پابندیاں لگائیں جن میں X بھی شامل ہیں": those whom a relative clause names of a group stand for it. */
function nameIncluded({ kind, parent, relativeMarker, phrases }: Clause, { includingPredicates }: ClauseRules): void {
  if (kind !== "relative" || parent === undefined || relativeMarker === undefined) return;
  if (!phrases.some(({ nouns }) => nouns.some(({ lemma }) => includingPredicates.has(lemma)))) return;
  const bare = phrases.filter(({ marker, date }) => marker === undefined && date === undefined);
  const members = bare.flatMap((phrase) => phrase.members);
  const isGroup = (phrase: Phrase): boolean =>
    phrase.marker !== undefined &&
    phrase.date === undefined &&
    phrase.nouns.length === 0 &&
    phrase.members.every(
      ({ reference, name }) => reference.type === "group" || (reference.type === "office" && name === undefined),
    );
  const at = parent.phrases.findLastIndex((phrase) => phrase.to <= (bare[0]?.from ?? 0) && isGroup(phrase));
  const host = parent.phrases[at];
  if (members.length > 0 && host !== undefined) parent.phrases[at] = { ...host, members, owners: [] };
}

/** Where every verb tells by its own place which clause it belongs to. */
function buildInOrder(chunks: readonly Chunk[], rules: ClauseRules): Clause[] {
  const first = createClause("main", 0);
  const builder: Builder = {
    rules,
    clauses: [first],
    current: first,
    quoted: false,
    afterBreak: false,
    afterCoordinator: false,
    infinitive: false,
    attributes: [],
    doers: [],
  };
  for (const [i, chunk] of chunks.entries()) step(builder, chunk, chunks, i);
  const clauses = builder.clauses.filter((clause) => clause.verbs.length > 0 || clause.phrases.length > 0);
  for (const clause of clauses) groupVerbs(clause, rules);
  return clauses;
}

/** "روس کو جنگ ختم کرنی چاہیے": who must do it stands as an object. */
function isObligation({ group, phrases }: Clause): boolean {
  const must = group?.obliged === true && !group.features.has("past");
  return must && phrases.some(({ marker }) => marker === "object");
}

/** "جرمنی مزید ٹینک بھیجے": what could be a past with an object wants the mark of the subject; without it, it is a wish. */
function isSubjunctiveByPlace({ verbs, phrases }: Clause, { order }: ClauseRules): boolean {
  const [only, ...more] = verbs;
  if (order !== "sov" || only === undefined || more.length > 0) return false;
  if (!only.entries.some(({ features }) => features.has("subjunctive"))) return false;
  const bare = phrases.filter(({ marker, date }) => marker === undefined && date === undefined);
  return (
    bare[0]?.members.length !== 0 &&
    phrases.every(({ marker }) => marker !== "subject") &&
    bare
      .slice(1)
      .some(
        ({ members, nouns, unknownHead }) =>
          members.every(({ reference }) => reference.type === "body") &&
          (nouns.length + members.length > 0 || unknownHead),
      )
  );
}

function step(builder: Builder, chunk: Chunk, chunks: readonly Chunk[], i: number): void {
  const { current } = builder;
  switch (chunk.type) {
    case "phrase":
      builder.current.phrases.push(
        builder.doers.length > 0 && chunk.phrase.nouns.length > 0
          ? { ...chunk.phrase, owners: [...builder.doers, ...chunk.phrase.owners] }
          : chunk.phrase,
      );
      builder.doers = [];
      builder.current.to = chunk.phrase.to;
      for (const attribute of builder.attributes.splice(0)) attribute.antecedent = chunk.phrase;
      break;
    case "verb":
      (builder.rules.order === "sov" ? sovVerb : svoVerb)(builder, chunk, chunks, i);
      break;
    case "prefix":
      current.prefixes.push(chunk.form);
      break;
    case "negation":
      // "whether or not X will come" denies nothing.
      if (!isNegatedBelow(chunks, i) && !(builder.afterCoordinator && current.subordinator === "condition"))
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
    case "attribute": {
      const attribute = attributeOf(current, chunk);
      builder.clauses.push(attribute);
      builder.attributes.push(attribute);
      return;
    }
    case "adverb":
      current.to = Math.max(current.to, chunk.to ?? chunk.index + 1);
      return;
    case "adposition":
    case "linker":
      return;
    case "complementizer": {
      const above = coordinateComplement(builder) ?? reportingClause(builder);
      openClause(builder, "complement", chunk.index, above).governor = governingPhrase(chunks, i, builder.rules);
      break;
    }
    case "relative": {
      const near = builder.rules.order === "svo" ? nearestPhrase(chunks, i) : undefined;
      const antecedent = near ?? antecedentIn(current, chunk);
      const clause = openClause(builder, "relative", chunk.index, current);
      clause.antecedent = antecedent;
      clause.relativeRole = chunk.role;
      const before = chunks[i - 1];
      clause.relativeMarker = chunk.marker ?? (before?.type === "adposition" ? before.id : undefined);
      break;
    }
    case "subordinator": {
      const around = isEmpty(current) ? current.parent : current;
      const adverbial = openClause(builder, "adverbial", chunk.index, around);
      adverbial.subordinator = chunk.kind;
      adverbial.opensComplement = current.kind === "complement" && isEmpty(current);
      if (around !== undefined && chunk.kind === "condition") around.condition ??= adverbial;
      if (around !== undefined && chunk.kind === "condition") around.hasCondition = true;
      break;
    }
    case "quote":
      builder.quoted = chunk.open;
      if (chunk.open && isEmpty(current)) current.quoted = true;
      else if (chunk.open && current.verbs.length > 0) openQuotation(builder, chunk.index);
      break;
    case "break":
    case "stop":
      atBreak(builder, chunk.index, chunks, i);
      builder.afterBreak = true;
      return;
    case "coordinator":
      current.joints.push(chunk.index);
      builder.afterCoordinator = true;
      return;
  }
  builder.afterBreak = false;
  builder.afterCoordinator = false;
}

/**
 * The last phrase before a relative pronoun. Behind a verb that stands last, the bare noun that makes one predicate with it is
 * nobody who does, has or is done something: "X کو گرفتار کیا جس نے …".
 */
function antecedentIn(
  { phrases, verbs }: Clause,
  { role, marker }: Extract<Chunk, { type: "relative" }>,
): Phrase | undefined {
  const last = phrases.findLast(({ date }) => date === undefined);
  const isActor = marker === "subject" || marker === "object" || role === "possessor" || role === "object";
  const predicate = last?.marker === undefined && last?.members.length === 0 && last.owners.length === 0;
  if (verbs.length === 0 || !isActor || !predicate) return last;
  return phrases.findLast((phrase) => phrase !== last && phrase.date === undefined);
}

/** The phrase that a relative pronoun stands at, past its adposition and a comma, whatever clause that phrase is in. */
function nearestPhrase(chunks: readonly Chunk[], i: number): Phrase | undefined {
  let at = i - 1;
  if (chunks[at]?.type === "adposition") at -= 1;
  if (chunks[at]?.type === "break") at -= 1;
  const chunk = chunks[at];
  return chunk?.type === "phrase" && chunk.phrase.date === undefined ? chunk.phrase : undefined;
}

/** "said that A did X and that B did Y": behind a coordinator, what governs the complement before. */
function coordinateComplement({ current, afterCoordinator }: Builder): Clause | undefined {
  if (!afterCoordinator) return undefined;
  let clause: Clause | undefined = current;
  while (clause !== undefined && clause.kind !== "complement") clause = clause.parent;
  return clause?.parent;
}

/** The clause that a complementizer belongs to: the nearest open one that has a verb. */
function reportingClause(builder: Builder): Clause {
  let clause: Clause | undefined = builder.current;
  while (clause !== undefined && clause.verbs.length === 0) clause = clause.parent;
  return clause ?? builder.current;
}

function openQuotation(builder: Builder, index: number): void {
  if (builder.current.verbs.some(({ entries }) => entries.some(({ lemma }) => builder.rules.reporting.has(lemma)))) {
    openClause(builder, "complement", index, builder.current);
  }
}

/** "X closed the border after Y had left, and recalled its envoy": behind comma and coordinator a bare verb is that of the clause around. */
function goesOnAround({ kind, parent, phrases, verbs }: Clause, behind: Chunk | undefined): boolean {
  const complete = kind === "adverbial" && verbs.length > 0 && phrases.length > 1 && parent !== undefined;
  return complete && behind?.type === "verb" && hasFeature(behind.entries, "finite");
}

/** "X bombed Y; a coalition under Z struck back": behind a mark that parts main clauses, one with a subject and verb of its own. */
function opensBehindMark({ kind }: Clause, chunks: readonly Chunk[], i: number): boolean {
  const mark = chunks[i];
  if (mark?.type !== "break" || !mark.strong || kind === "complement") return false;
  const verb = chunks.findIndex(({ type }, at) => at > i && type !== "phrase" && type !== "adverb");
  const chunk = chunks[verb];
  const hasSubject = chunks
    .slice(i + 1, Math.max(i + 1, verb))
    .some((one) => one.type === "phrase" && one.phrase.marker === undefined && one.phrase.date === undefined);
  return hasSubject && chunk?.type === "verb" && hasFeature(chunk.entries, "finite");
}

/** A break ends an embedded clause that is complete; what follows belongs to the clause around it. */
function atBreak(builder: Builder, index: number, chunks: readonly Chunk[], i: number): void {
  const { current, rules } = builder;
  const next = chunks[i + 1];
  if (next?.type === "break" || (next?.type === "coordinator" && !goesOnAround(current, chunks[i + 2]))) return;
  if (current.verbs.length === 0) return;
  if (rules.order === "svo" && opensBehindMark(current, chunks, i)) {
    openClause(builder, "main", index, undefined);
    return;
  }
  const embedded = current.kind === "relative" || current.kind === "adverbial" || current.kind === "participle";
  if (!embedded || rules.order === "sov") return;
  if (current.parent !== undefined) {
    builder.current = current.parent;
    return;
  }
  // "Talking to X, Y said …": a clause in front belongs to the main clause that follows, and a participle shares its subject.
  const main = openClause(builder, "main", index, undefined);
  current.parent = main;
  if (current.kind === "participle") current.sharesSubjectWith = main;
}
