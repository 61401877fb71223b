import type { EventDraft, Extraction, LocalId, StatementDraft } from "../model/extraction.ts";
import type { ArticleId } from "../model/ids.ts";
import { overlaps, type Span } from "../model/text.ts";
import type { Anchor, StatementAnchor } from "../model/verdict.ts";

/** A place of an anchor within its article. */
export type Place = Omit<Anchor, "article">;

/**
 * The entity or event of which an article speaks at a place. Where a later reading of the article has no mention of
 * exactly these words, the one that shares most with them is meant. `undefined`: it speaks of nothing there.
 */
export function localAt(extraction: Extraction, place: Place): LocalId | undefined {
  const spans = place.event === undefined ? entitySpans(extraction) : eventSpans(extraction, place.event);
  return bestAt(spans, place)?.of;
}

/** The places at which an article speaks of an entity or event, the one that says best what it is first. */
export function placesOf(extraction: Extraction, local: LocalId): Place[] {
  const named = (place: Place): number =>
    extraction.mentions.some(
      ({ of, form, start, end }) => of === local && form === "name" && start === place.start && end === place.end,
    )
      ? 0
      : 1;
  return allPlacesOf(extraction, local)
    .filter((place) => localAt(extraction, place) === local)
    .sort((a, b) => named(a) - named(b) || a.start - b.start || a.end - b.end);
}

/** An anchor for an entity or event of an article; `undefined` where the article has no words for it alone. */
export function anchorOf(article: ArticleId, extraction: Extraction, local: LocalId): Anchor | undefined {
  const [place] = placesOf(extraction, local);
  return place === undefined ? undefined : { article, ...place };
}

/** An anchor for a statement of an article. */
export function statementAnchorOf(
  article: ArticleId,
  extraction: Extraction,
  statement: StatementDraft,
): StatementAnchor {
  const { evidence, relation, modality, office, role } = statement;
  const [subject] = placesOf(extraction, statement.subject);
  const [object] = placesOf(extraction, statement.object);
  return {
    article,
    start: evidence.start,
    end: evidence.end,
    relation,
    modality,
    ...(office === undefined ? {} : { office }),
    ...(role === undefined ? {} : { role }),
    ...(subject === undefined ? {} : { subject }),
    ...(object === undefined ? {} : { object }),
  };
}

/** The statements of an article that an anchor means, as indices. */
export function statementsAt(extraction: Extraction, anchor: StatementAnchor): number[] {
  const ends = [anchor.subject, anchor.object].map((place) =>
    place === undefined ? undefined : localAt(extraction, place),
  );
  const [subject, object] = ends;
  if ((anchor.subject !== undefined && subject === undefined) || (anchor.object !== undefined && object === undefined))
    return [];
  const fits = (local: LocalId, wanted: LocalId | undefined): boolean => wanted === undefined || local === wanted;
  return [...extraction.statements.entries()]
    .filter(
      ([, statement]) =>
        statement.relation === anchor.relation &&
        statement.modality === anchor.modality &&
        statement.office === anchor.office &&
        statement.role === anchor.role &&
        overlaps(statement.evidence, anchor) &&
        fits(statement.subject, subject) &&
        fits(statement.object, object),
    )
    .map(([index]) => index);
}

interface Placed extends Span {
  readonly of: LocalId;
}

function entitySpans({ mentions }: Extraction): Placed[] {
  return mentions.filter(({ of }) => of.startsWith("e"));
}

function eventSpans(extraction: Extraction, type: string): Placed[] {
  return extraction.events.flatMap((event, index): Placed[] =>
    event.type === type ? spansOf(extraction, event, `v${index}`) : [],
  );
}

/** The words that mention an event, and the sentences that tell of it. */
function spansOf({ mentions }: Extraction, { evidence }: EventDraft, local: LocalId): Placed[] {
  return [...mentions.filter(({ of }) => of === local), ...evidence.map((span) => ({ ...span, of: local }))];
}

function allPlacesOf(extraction: Extraction, local: LocalId): Place[] {
  const event = local.startsWith("v") ? extraction.events[Number(local.slice(1))] : undefined;
  const spans =
    event === undefined ? extraction.mentions.filter(({ of }) => of === local) : spansOf(extraction, event, local);
  return spans.map(({ start, end }) => ({ start, end, ...(event === undefined ? {} : { event: event.type }) }));
}

function bestAt(spans: readonly Placed[], { start, end }: Span): Placed | undefined {
  let best: Placed | undefined;
  let share = 0;
  for (const span of spans) {
    const common = Math.min(end, span.end) - Math.max(start, span.start);
    const union = Math.max(end, span.end) - Math.min(start, span.start);
    if (common > 0 && common / union > share) {
      best = span;
      share = common / union;
    }
  }
  return best;
}
