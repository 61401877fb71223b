import { answeredBy } from "./read-frames.ts";
import type { ReadAt, SentenceState } from "./state.ts";

/** Clauses that say what the verb above them is about: "accused Y of attacking Z", "denied that …". */
const CONTENT: ReadonlySet<string> = new Set(["complement", "infinitive", "participle"]);

/**
 * Ties what is said of a claim to the claim: an accusation to what is alleged, a denial to what is denied, support and
 * opposition to what somebody does. The claim stands in a clause under the verb ("accused Y of attacking Z") or in the
 * noun that is its object ("opposed the attack by Y on Z"); "rejected the accusation" answers the one before it.
 */
export function tieClaims(state: SentenceState): void {
  const { statements, relations } = state.article;
  for (const [index, at] of state.readAt) {
    const statement = statements[index];
    const relation = relations.get(statement?.relation ?? "");
    if (statement === undefined || relation === undefined || relation.about.length === 0) continue;
    const about = contentOf(state, index, at) ?? answerOf(state, index);
    if (about !== undefined) statements[index] = { ...statement, about };
  }
}

/** The first thing that the sentence says in the clause or noun which a statement is about. */
function contentOf({ article, readAt }: SentenceState, index: number, { clause }: ReadAt): number | undefined {
  const { statements, relations } = article;
  const statement = statements[index];
  const moods = relations.get(statement?.relation ?? "")?.about ?? [];
  for (const [other, at] of readAt) {
    const content = statements[other];
    const tellsAction = relations.get(content?.relation ?? "")?.group === "action";
    if (other === index || content === undefined || !tellsAction || !moods.includes(content.modality)) continue;
    // "support for X … to support X": twice the same is about nothing else.
    const isItself = content.relation === statement?.relation && content.subject === statement.subject;
    if (at.clause.parent === clause && CONTENT.has(at.clause.kind) && !isItself) return other;
    const isObject = at.clause === clause && at.nounPhrase !== undefined && at.nounPhrase.from === clause.object?.from;
    if (isObject && (content.subject === statement?.object || content.event === statement?.object)) return other;
  }
  return undefined;
}

/** What the statement before said that this one answers, else that statement itself. */
function answerOf(state: SentenceState, index: number): number | undefined {
  const { statements, relations } = state.article;
  const statement = statements[index];
  const relation = relations.get(statement?.relation ?? "");
  if (statement === undefined || relation === undefined) return undefined;
  const [answered] = answeredBy(state, relation, statement.subject);
  if (answered === undefined || answered[1].subject !== statement.object) return undefined;
  return answered[1].about ?? answered[0];
}
