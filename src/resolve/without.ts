import type { EntityDraft, EventDraft, Extraction, LocalId, StatementDraft } from "../model/extraction.ts";

/** An extraction without some of its entities and events, without what was said of those, and without these statements (by index). */
export function without(extraction: Extraction, locals: ReadonlySet<LocalId>, gone: ReadonlySet<number>): Extraction {
  const entities = numbering("e", extraction.entities.length, locals);
  const events = numbering("v", extraction.events.length, locals);
  const here = (local: LocalId): LocalId | undefined => entities.get(local) ?? events.get(local);
  const all = (list: readonly LocalId[]): LocalId[] => list.flatMap((local) => here(local) ?? []);
  const stays = ({ subject, object }: StatementDraft, index: number): boolean =>
    !gone.has(index) && here(subject) !== undefined && here(object) !== undefined;
  const kept = extraction.statements.flatMap((statement, index) => (stays(statement, index) ? [index] : []));
  const indices = new Map(kept.map((from, to) => [from, to]));
  const takesPart = (entity: LocalId, event: LocalId): boolean =>
    !extraction.statements.some(
      (statement, index) =>
        gone.has(index) && statement.role !== undefined && statement.subject === entity && statement.object === event,
    );

  const entity = (draft: EntityDraft): EntityDraft => ({
    ...draft,
    offices: draft.offices
      .filter(({ of }) => of === undefined || here(of) !== undefined)
      .map((office) => {
        const { of, ...rest } = office;
        const where = of === undefined ? undefined : here(of);
        return where === undefined ? rest : { ...rest, of: where };
      }),
  });
  const event = ({ place, ...draft }: EventDraft, old: LocalId): EventDraft => {
    const where = place === undefined ? undefined : here(place);
    return {
      ...draft,
      ...(where === undefined ? {} : { place: where }),
      participants: draft.participants.flatMap((one) => {
        const who = here(one.entity);
        return who === undefined || !takesPart(one.entity, old) ? [] : [{ ...one, entity: who }];
      }),
      inviters: all(draft.inviters),
      invitees: all(draft.invitees),
      related: all(draft.related),
    };
  };
  const statement = ({ event: told, about, ...draft }: StatementDraft): StatementDraft => {
    const where = told === undefined ? undefined : here(told);
    const which = about === undefined ? undefined : indices.get(about);
    return {
      ...draft,
      subject: here(draft.subject) ?? draft.subject,
      object: here(draft.object) ?? draft.object,
      attribution: draft.attribution
        .map((source) => (typeof source === "string" ? here(source) : source))
        .filter((source) => source !== undefined),
      ...(where === undefined ? {} : { event: where }),
      ...(which === undefined ? {} : { about: which }),
    };
  };

  return {
    ...extraction,
    entities: extraction.entities.filter((_, i) => entities.has(`e${i}`)).map(entity),
    events: extraction.events.flatMap((draft, i) => (events.has(`v${i}`) ? [event(draft, `v${i}`)] : [])),
    mentions: extraction.mentions.flatMap((mention) => {
      const of = here(mention.of);
      return of === undefined ? [] : [{ ...mention, of }];
    }),
    statements: kept.flatMap((index) => extraction.statements.slice(index, index + 1)).map(statement),
  };
}

/** The local ids that stay, each with the one that it has then. */
function numbering(letter: "e" | "v", count: number, gone: ReadonlySet<LocalId>): ReadonlyMap<LocalId, LocalId> {
  const kept = Array.from({ length: count }, (_, i): LocalId => `${letter}${i}`).filter((local) => !gone.has(local));
  return new Map(kept.map((local, i) => [local, `${letter}${i}`]));
}
