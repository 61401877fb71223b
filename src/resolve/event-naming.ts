import type { EventName } from "../model/extraction.ts";
import { describeEvent as labelEvent, inLanguage } from "../model/labels.ts";
import { hashOf, type ArticleId, type NodeId } from "../model/ids.ts";
import type { ResolvedEntity, ResolvedEvent } from "../model/resolution.ts";
import { compareText } from "../model/text.ts";
import type { EventType } from "../seeds/knowledge.ts";
import type { EventItem } from "./compare-events.ts";
import { firstOf, placeOf } from "./earliest.ts";
import type { ResolvableRecord } from "./entity-resolver.ts";
import { factsOf } from "./event-facts.ts";
import type { EventGroup } from "./event-resolver.ts";
import type { RankNames } from "./best-name.ts";
import { aliasesOf, countNames, labelOf, namesByLanguage, rankByLength } from "./naming.ts";
import type { Description } from "./nodes.ts";
import type { Sites } from "./places.ts";
import { mostVoted, type Vote } from "./votes.ts";

/** Digits of the hash at the end of an event's id, and of that which it has where another has the same. */
const SHORT_HASH = 4;
const LONG_HASH = 16;

/** What is asked to name an event. */
export interface EventNaming {
  readonly records: ReadonlyMap<ArticleId, ResolvableRecord>;
  readonly sites: Sites;
  readonly types: ReadonlyMap<string, EventType>;
  readonly nodeAt: (article: ArticleId, local: string) => ResolvedEntity | undefined;
  /** The voice with which an article speaks: that of the text of which it is a copy. */
  readonly voiceOf: (article: ArticleId) => ArticleId;
  /** Orders proper names, the best first. */
  readonly rankNames: RankNames;
}

/** What the reports that are one event make of it together: names, date, place, who takes part. */
export function describeEvent(
  { members }: EventGroup,
  { records, sites, types, nodeAt, voiceOf, rankNames }: EventNaming,
): Description<ResolvedEvent> {
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
  const used = namesUsed(members, voiceOf);
  const proper = namesByLanguage(countNames([used.filter((name) => name.proper)]), undefined, rankNames);
  const described = namesByLanguage(countNames([used.filter((name) => !name.proper)]), undefined, rankByLength);
  const names = Object.fromEntries(
    [...new Set([...Object.keys(proper), ...Object.keys(described)])]
      .sort(compareText)
      .map((language) => [language, [...new Set([...(proper[language] ?? []), ...(described[language] ?? [])])]]),
  );
  const typeLabel = inLanguage<string>(types.get(type)?.labels ?? {}, []) ?? type;
  const description = participants.size === 0 ? labelOf(described) : undefined;
  const label = labelOf(proper) ?? description ?? labelEvent(typeLabel, [...participants.values()]);
  const first = firstOf(members.map(({ article, draft }) => placeOf(article, draft.evidence[0]?.start ?? 0, records)));
  const { date } = facts.time;
  const begin = ["event:" + type.toLowerCase(), ...(date === undefined ? [] : [date])].join("-");
  const parts = [type, [...participants.keys()].sort(), first];
  const node = {
    type,
    label,
    ...aliasesOf(names, countNames([used])),
    names,
    properNames: [...new Set(Object.values(proper).flat())].sort(compareText),
    place: mostVoted(
      exactPlaces(members, sites).flatMap((item): Vote<NodeId>[] => {
        const id = placeId(item);
        return id === undefined ? [] : [[voiceOf(item.article), id]];
      }),
    ),
    ...facts,
  };
  return {
    node,
    wishes: [
      () => `${begin}-${hashOf(parts, SHORT_HASH)}`,
      // Of two that one sentence tells only their keys differ.
      () => `${begin}-${hashOf([...parts, members[0]?.key], LONG_HASH)}`,
    ],
  };
}

/** The names by which reports call it, each once for each voice. */
function namesUsed(members: readonly EventItem[], voiceOf: EventNaming["voiceOf"]): readonly EventName[] {
  const used = new Map<string, EventName>();
  for (const { article, draft } of members) {
    for (const name of draft.names)
      used.set(JSON.stringify([voiceOf(article), name.language, name.text, name.proper]), name);
  }
  return [...used.values()];
}

/** The reports that say where it was: not those that only name the state in which another says that it was. */
function exactPlaces(members: readonly EventItem[], sites: Sites): readonly EventItem[] {
  const places = [
    ...new Map(members.flatMap(({ place }) => (place === undefined ? [] : [[place.id, place]]))).values(),
  ];
  return members.filter(({ place }) => place !== undefined && !places.some((other) => sites.lies(other, place)));
}
