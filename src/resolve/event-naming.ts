import { hashOf, type ArticleId, type NodeId } from "../model/ids.ts";
import type { ResolvedEntity, ResolvedEvent } from "../model/resolution.ts";
import { compareText } from "../model/text.ts";
import type { EventType } from "../seeds/knowledge.ts";
import type { EventItem } from "./compare-events.ts";
import { firstOf, placeOf } from "./earliest.ts";
import type { ResolvableRecord } from "./entity-resolver.ts";
import { factsOf } from "./event-facts.ts";
import type { EventGroup } from "./event-resolver.ts";
import { aliasesOf, countNames, labelOf, namesByLanguage } from "./naming.ts";
import type { Sites } from "./places.ts";
import { mostVoted, type Vote } from "./votes.ts";

/** Digits of the hash at the end of an event's id. */
const SHORT_HASH = 4;

/** What is asked to name an event. */
export interface EventNaming {
  readonly records: ReadonlyMap<ArticleId, ResolvableRecord>;
  readonly sites: Sites;
  readonly types: ReadonlyMap<string, EventType>;
  readonly nodeAt: (article: ArticleId, local: string) => ResolvedEntity | undefined;
  /** The voice with which an article speaks: that of the text of which it is a copy. */
  readonly voiceOf: (article: ArticleId) => ArticleId;
}

/** What the reports that are one event make of it together: names, date, place, who takes part. */
export function nameEvent(
  { members }: EventGroup,
  { records, sites, types, nodeAt, voiceOf }: EventNaming,
): ResolvedEvent {
  const type = mostVoted(members.map(({ article, draft }): Vote => [voiceOf(article), draft.type])) ?? "Other";
  const placeId = ({ article, draft }: EventItem): NodeId | undefined =>
    draft.place === undefined ? undefined : nodeAt(article, draft.place)?.id;
  const facts = factsOf(members, { records, sites, placeId, voiceOf });
  const participants = new Map(
    members
      .flatMap(({ article, draft }) => draft.participants.map(({ entity }) => nodeAt(article, entity)))
      .filter((node) => node !== undefined)
      .map((node) => [node.id, node.label]),
  );
  const drafts = members.flatMap(({ draft }) => draft.names);
  const names = namesByLanguage(countNames([drafts]), undefined);
  const labels = [...participants.values()].sort(compareText);
  const typeLabel = types.get(type)?.labels.en ?? type;
  const proper = labelOf(namesByLanguage(countNames([drafts.filter((name) => name.proper)]), undefined));
  const described = labels.length === 0 ? (labelOf(names) ?? typeLabel) : `${typeLabel}: ${labels.join(" – ")}`;
  const label = proper ?? described;
  const first = firstOf(members.map(({ article, draft }) => placeOf(article, draft.evidence[0]?.start ?? 0, records)));
  const hash = hashOf([type, [...participants.keys()].sort(), first], SHORT_HASH);
  const { date } = facts.time;
  return {
    id: ["event:" + type.toLowerCase(), ...(date === undefined ? [] : [date]), hash].join("-") as NodeId,
    type,
    label,
    aliases: aliasesOf(names),
    names,
    place: mostVoted(
      exactPlaces(members, sites).flatMap((item): Vote<NodeId>[] => {
        const id = placeId(item);
        return id === undefined ? [] : [[voiceOf(item.article), id]];
      }),
    ),
    ...facts,
  };
}

/** The reports that say where it was: not those that only name the state in which another says that it was. */
function exactPlaces(members: readonly EventItem[], sites: Sites): readonly EventItem[] {
  const places = [
    ...new Map(members.flatMap(({ place }) => (place === undefined ? [] : [[place.id, place]]))).values(),
  ];
  return members.filter(({ place }) => place !== undefined && !places.some((other) => sites.lies(other, place)));
}
