import { addVerb, openClause, type VerbStep } from "./clause-builder.ts";
import { createClause } from "./parse.ts";
import { hasFeature } from "./verbs.ts";

/** Verb last: a clause ends with its finite verb; a converb or infinitive before it is a clause that shares its subject. */
export const sovVerb: VerbStep = (builder, chunk, chunks, i) => {
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
    const clause = openClause(builder, current.kind, chunk.to, current.parent);
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
  const clause = openClause(builder, goesOn ? "complement" : "main", chunk.to, goesOn ? current.parent : undefined);
  clause.sharesSubjectWith = next.type === "coordinator" || next.type === "break" ? current : undefined;
};
