import type { EntityDraft, EventDraft, LocalId, StatementDraft } from "../model/extraction.ts";
import { KINDS } from "../model/kinds.ts";
import type { Relation } from "../seeds/knowledge.ts";
import { indexOf, isEntity } from "./state.ts";

/** What is kept of what an article says. */
interface Said {
  readonly entities: readonly EntityDraft[];
  readonly events: readonly EventDraft[];
  readonly statements: readonly StatementDraft[];
  readonly mentions: readonly { readonly of: LocalId }[];
}

/**
 * Leaves out what private people did with each other: a header that finds its way past a keeper, one singer who follows
 * another. The words of politics are used in sport and show business as well, and nothing in a sentence tells them apart
 * but who stands in it: a state, an organization that is known, somebody known, or somebody whose office the article gives.
 */
export function withoutPrivate<Result extends Said>(result: Result, relations: ReadonlyMap<string, Relation>): Result {
  const isPublicEntity = (id: LocalId): boolean => isPublic(result.entities[indexOf(id)]);
  const eventIsPublic = result.events.map(
    ({ participants, place }) =>
      place !== undefined || participants.length === 0 || participants.some(({ entity }) => isPublicEntity(entity)),
  );
  const isPublicEnd = (id: LocalId): boolean =>
    isEntity(id) ? isPublicEntity(id) : eventIsPublic[indexOf(id)] === true;
  const kept = result.statements.filter(
    ({ subject, relation, object }) =>
      relations.get(relation)?.group !== "action" || isPublicEnd(subject) || isPublicEnd(object),
  );
  const placeOf = new Map(kept.map((statement, i) => [statement, i]));
  const told = new Set(kept.flatMap(({ subject, object, event }) => [subject, object, event]));
  const keptEvents = result.events.flatMap((event, i) =>
    told.has(`v${i}`) || (eventIsPublic[i] === true && !isPassing(event)) ? [i] : [],
  );
  const moved = new Map(keptEvents.map((old, i) => [`v${old}` as LocalId, `v${i}` as LocalId]));
  const move = (id: LocalId): LocalId => moved.get(id) ?? id;
  const stays = (id: LocalId): boolean => isEntity(id) || moved.has(id);
  return {
    ...result,
    events: keptEvents.flatMap((old) => {
      const event = result.events[old];
      return event === undefined ? [] : [{ ...event, related: event.related.filter(stays).map(move) }];
    }),
    statements: kept.map(({ event, about, ...statement }) => {
      const claim = about === undefined ? undefined : result.statements[about];
      const place = claim === undefined ? undefined : placeOf.get(claim);
      return {
        ...statement,
        subject: move(statement.subject),
        object: move(statement.object),
        ...(event === undefined ? {} : { event: move(event) }),
        ...(place === undefined ? {} : { about: place }),
      };
    }),
    mentions: result.mentions.filter(({ of }) => stays(of)).map((mention) => ({ ...mention, of: move(mention.of) })),
  };
}

/** Whether an article says neither who takes part in an event, nor when or where it is, nor its name, nor that it is off. */
function isPassing({ participants, place, time, constraint, names, ordinal, status }: EventDraft): boolean {
  return (
    status !== "cancelled" &&
    status !== "postponed" &&
    participants.length === 0 &&
    place === undefined &&
    time.date === undefined &&
    Object.keys(constraint).length === 0 &&
    ordinal === undefined &&
    !names.some(({ proper }) => proper)
  );
}

function isPublic(entity: EntityDraft | undefined): boolean {
  if (entity === undefined) return false;
  if (entity.kind === KINDS.person) return entity.known !== undefined || entity.offices.length > 0;
  return entity.known !== undefined;
}
