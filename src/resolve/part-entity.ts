import type { EntityDraft, Extraction, LocalId } from "../model/extraction.ts";
import { contains, type Span } from "../model/text.ts";

/**
 * Gives some mentions of an entity of an article an entity of their own, and with them what is said of it in sentences
 * that hold no other mention of it. Nothing changes where the spans are none, or all, of its mentions.
 */
export function partEntity(extraction: Extraction, local: LocalId, moved: readonly Span[], text: string): Extraction {
  const draft = extraction.entities[Number(local.slice(1))];
  if (draft === undefined) return extraction;
  const isMoved = ({ start, end }: Span): boolean =>
    moved.some((anchor) => anchor.start === start && anchor.end === end);
  const mentions = extraction.mentions.filter(({ of }) => of === local);
  const own = mentions.filter(isMoved);
  if (own.length === 0 || own.length === mentions.length) return extraction;
  const fresh: LocalId = `e${extraction.entities.length}`;
  /** Who is meant by the entity in a sentence: the one of which alone it has a mention, else as before. */
  const whoIn = (one: LocalId, span: Span): LocalId => {
    if (one !== local) return one;
    const within = mentions.filter((mention) => contains(span, mention));
    return within.length > 0 && within.every(isMoved) ? fresh : one;
  };
  const words = own.map(({ start, end }) => text.slice(start, end));
  const called = draft.names.filter((name) => words.some((word) => word.includes(name.text)));
  const left = mentions.filter((mention) => !isMoved(mention)).map(({ start, end }) => text.slice(start, end));
  const staying = draft.names.filter((name) => left.some((word) => word.includes(name.text)));
  const part: EntityDraft = { kind: draft.kind, names: called, offices: [] };
  const rest: EntityDraft = staying.length === 0 ? draft : { ...draft, names: staying };
  return {
    ...extraction,
    entities: [...extraction.entities.map((entity) => (entity === draft ? rest : entity)), part],
    mentions: extraction.mentions.map((mention) =>
      mention.of === local && isMoved(mention) ? { ...mention, of: fresh } : mention,
    ),
    events: extraction.events.map((event) => ({
      ...event,
      participants: event.participants.map((one) => ({ ...one, entity: whoIn(one.entity, one.evidence) })),
    })),
    statements: extraction.statements.map((statement) => ({
      ...statement,
      subject: whoIn(statement.subject, statement.evidence),
      object: whoIn(statement.object, statement.evidence),
    })),
  };
}
