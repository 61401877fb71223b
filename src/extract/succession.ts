import type { LocalId, StatementDraft } from "../model/extraction.ts";
import type { Relation } from "../seeds/knowledge.ts";
import { addStatement } from "./state.ts";
import type { World } from "./world.ts";

const RULE = "office-in-turn";
/** What is inferred from two statements is not surer than either. */
const CONFIDENCE = 0.8;

/**
 * States the office of somebody of whom the article says only whom he follows in it, or who follows him: who succeeded the
 * president is president. It must be that of who leads a state, since a minister may come from another ministry, and the only
 * one that the other has.
 */
export function stateOfficesInTurn(
  statements: StatementDraft[],
  relations: ReadonlyMap<string, Relation>,
  leads: World["leads"],
): void {
  const held = new Map<LocalId, StatementDraft[]>();
  for (const statement of statements) {
    if (statement.office === undefined || statement.modality !== "actual") continue;
    const { subject, office, object } = statement;
    const own = held.get(subject) ?? [];
    if (!own.some((other) => other.office === office && other.object === object))
      held.set(subject, [...own, statement]);
  }
  const turns = statements.filter(
    ({ relation, modality }) => modality === "actual" && relations.get(relation)?.sharesOffice === true,
  );
  for (const turn of turns) {
    for (const [one, other] of [
      [turn.subject, turn.object],
      [turn.object, turn.subject],
    ] as const) {
      const [office, ...more] = held.get(other) ?? [];
      if (office?.office === undefined || more.length > 0 || held.has(one) || !leads(office.office)) continue;
      const { evidence, trigger, language, attribution } = turn;
      const confidence = CONFIDENCE * Math.min(turn.confidence, office.confidence);
      const told = { evidence, trigger, language, attribution, rule: RULE, confidence, subject: one } as const;
      const { relation, object, modality } = office;
      addStatement(statements, { ...told, relation, object, modality, office: office.office });
    }
  }
}
