import { addVerb, openClause, type Builder, type VerbChunk, type VerbStep } from "./clause-builder.ts";
import { createClause, type Chunk, type Clause, type Owner, type Phrase } from "./parse.ts";
import { hasFeature } from "./verbs.ts";

/** Verb last: a clause ends with its finite verb; a converb or infinitive before it is a clause that shares its subject. */
export const sovVerb: VerbStep = (builder, chunk, chunks, i) => {
  const { current } = builder;
  const next = chunks[i + 1];
  if (next?.type === "phrase" && qualifies(chunk, current, builder)) {
    qualify(builder, chunk, next.phrase);
    return;
  }
  // "ان کا کہنا کہ": before what it says an infinitive is the predicate.
  const beside = next?.type !== "verb" && next?.type !== "complementizer";
  if (beside && isOnly(chunk, "infinitive") && isOneVerb(current, chunk)) {
    standBeside(builder, chunk, next);
    // "فوج ہٹانے کا کہا": what somebody is told to do.
    if (next?.type === "linker" && chunks[i + 2]?.type === "verb") current.governsWish = true;
    return;
  }
  addVerb(current, chunk);
  const converb = hasFeature(chunk.entries, "converb");
  if (!converb && (next?.type === "verb" || next?.type === "negation")) return;
  if (converb) {
    const clause = openClause(builder, current.kind, chunk.to, current.parent);
    current.sharesSubjectWith ??= clause;
    clause.sharesSubjectWith = current;
    clause.subordinator = current.subordinator;
    clause.antecedent = current.antecedent;
    clause.relativeRole = current.relativeRole;
    return;
  }
  if (!current.verbs.some(({ entries }) => hasFeature(entries, "finite"))) return;
  if (next === undefined || STAYS.has(next.type)) return;
  if ((next.type === "adverb" || next.type === "additive") && staysInClause(chunks, i + 1)) return;
  const outer = current.kind === "relative" ? current.parent : undefined;
  if (outer !== undefined && outer.verbs.length === 0) {
    builder.current = outer;
    return;
  }
  const goesOn = current.kind === "complement" || current.opensComplement || builder.quoted;
  const clause = openClause(builder, goesOn ? "complement" : "main", chunk.to, goesOn ? current.parent : undefined);
  clause.sharesSubjectWith = next.type === "coordinator" || next.type === "break" ? current : undefined;
  clause.coordinated = next.type === "coordinator";
  // "اگر …, تو …": what follows from a condition is no more real than it.
  if (current.subordinator === "condition") clause.subordinator = current.subordinator;
};

/** What depends on the clause before it, or ends it. */
const STAYS: ReadonlySet<Chunk["type"]> = new Set(["complementizer", "stop", "quote", "relative"]);

function isOnly({ entries }: VerbChunk, feature: string): boolean {
  return entries.every(({ features }) => features.has(feature));
}

/** "نکل جانے", "گرفتار کیے جانے": whether the verbs of a clause so far stand directly before an infinitive, as parts of it. */
function isOneVerb({ verbs }: Clause, chunk: VerbChunk): boolean {
  return verbs.every(({ to }, i) => to === (verbs[i + 1]?.index ?? chunk.index));
}

/** Whether behind a finite verb particles stand that belong to it: nothing, or more of the verb, follows them. */
function staysInClause(chunks: readonly Chunk[], from: number): boolean {
  const next = chunks.slice(from).find(({ type }) => type !== "adverb" && type !== "additive");
  return next?.type !== "phrase";
}

/**
 * "on taking office": an infinitive in the middle, with the phrase before it, is told beside the clause. Behind it a mark of
 * the genitive ("the threat of doing") does not say that it was done, nor does an adposition of absence or of what is ahead.
 */
function standBeside({ rules, current, clauses }: Builder, chunk: VerbChunk, next: Chunk | undefined): void {
  const marker = next?.type === "adposition" ? next.id : undefined;
  const ahead = next?.type === "linker" || (marker !== undefined && rules.aheadMarkers.has(marker));
  const beside = createClause(ahead ? "infinitive" : "participle", chunk.index, current);
  beside.relativeMarker = ahead ? undefined : marker;
  beside.negated = marker !== undefined && rules.absenceMarkers.has(marker);
  beside.sharesSubjectWith = current;
  beside.phrases.push(...argumentsOf(current));
  beside.verbs.push(...current.verbs.splice(0));
  addVerb(beside, chunk);
  clauses.push(beside);
  const last = current.phrases.at(-1);
  if (last !== undefined && last.to === beside.verbs[0]?.index && isOfInfinitive(last, current)) current.phrases.pop();
}

/**
 * Whether a phrase directly before an infinitive is told with it alone: somebody or something named bare ("فوج بھیجنے پر شکریہ
 * ادا کیا"), or the second under one adposition ("روس سے یوکرین سے نکلنے کا مطالبہ").
 */
function isOfInfinitive(last: Phrase, { phrases }: Clause): boolean {
  if (last.date !== undefined) return false;
  if (last.marker === undefined) return last.members.length > 0;
  return phrases.some((other) => other !== last && other.marker === last.marker);
}

/** Whether a verb qualifies the noun behind it: "who does" (کرنے والا), or a participle of the passive without copula (کی گئی، کردہ). */
function qualifies(chunk: VerbChunk, { verbs }: Clause, { rules }: Builder): boolean {
  if (verbs.length === 0 && isOnly(chunk, "agentive")) return true;
  const before = verbs.at(-1);
  if (before === undefined)
    return chunk.entries.every(({ features }) => features.has("participle") && features.size === 1);
  const passive = chunk.entries.some(({ lemma }) => rules.auxiliaries.get(lemma)?.has("passive") === true);
  return passive && hasFeature(before.entries, "participle") && hasFeature(chunk.entries, "participle");
}

/** The clause of a verb that qualifies a noun takes the phrases that are its own out of the clause around it. */
function qualify(builder: Builder, chunk: VerbChunk, antecedent: Phrase): void {
  const { current, clauses } = builder;
  const clause = createClause("participle", current.verbs[0]?.index ?? chunk.index, current);
  clause.antecedent = firstOf(antecedent);
  clause.reducedPassive = !isOnly(chunk, "agentive");
  clause.phrases.push(...argumentsOf(current));
  current.phrases = current.phrases.filter((phrase) => !clause.phrases.includes(phrase));
  clause.verbs.push(...current.verbs);
  current.verbs = [];
  addVerb(clause, chunk);
  clause.from = Math.min(clause.from, ...clause.phrases.map(({ from }) => from));
  clause.to = antecedent.to;
  clauses.push(clause);
  // "روس کی جانب سے کیے گئے حملے": what somebody did is his.
  const agent = clause.reducedPassive
    ? clause.phrases.find(({ marker }) => marker !== undefined && builder.rules.agentMarkers.has(marker))
    : undefined;
  builder.doers = agent?.members.map((item): Owner => ({ item, by: "genitive" })) ?? [];
}

/** Of "روس کی …" what stands first, since the verb before it qualifies that. */
function firstOf(phrase: Phrase): Phrase {
  const [owner] = phrase.owners;
  return owner?.by === "genitive" ? { ...phrase, members: [owner.item], owners: [], nouns: [] } : phrase;
}

/**
 * The phrases that belong to a verb in the middle of a clause: the one before it, and from there back those under an
 * adposition, each of another one, up to a name that stands bare or with the mark of the subject.
 */
function argumentsOf({ phrases }: Clause): Phrase[] {
  const own: Phrase[] = [];
  for (const phrase of phrases.toReversed()) {
    const { marker } = phrase;
    const last = own.length === 0;
    if (
      marker === "subject" ||
      (marker === undefined && !last) ||
      own.some((other) => marker !== undefined && other.marker === marker)
    )
      break;
    own.unshift(phrase);
  }
  return own;
}
