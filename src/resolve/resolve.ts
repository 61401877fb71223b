import { createPhonetics } from "../language/phonetic.ts";
import { articleName, publicationDate } from "../model/article.ts";
import { hashOf, type NodeId } from "../model/ids.ts";
import { countryOf } from "../model/kinds.ts";
import type { Conflict, Resolution, ResolvedEntity, ResolvedEvent } from "../model/resolution.ts";
import { compareText } from "../model/text.ts";
import { spanBetween, type TimeSpan } from "../model/time.ts";
import type { EventType, Knowledge } from "../seeds/knowledge.ts";
import { resolveEntities, type EntityCluster, type ResolvedEntities } from "./entities.ts";
import type { ResolvableRecord } from "./entity-resolver.ts";
import { resolveEvents, type EventAt, type EventCluster } from "./events.ts";
import { createKnownNames, labelOf, namesByLanguage, slugOf } from "./naming.ts";

/** Digits of the hash that tells apart entities whose names give one id. */
const SHORT_HASH = 4;

/** Decides which entities and events of the articles are one, and names them. Independent of the order of the records. */
export function resolve(records: readonly ResolvableRecord[], knowledge: Knowledge): Resolution {
  const phonetics = createPhonetics(knowledge.letters);
  const known = createKnownNames(knowledge);
  const entities = resolveEntities(records, { phonetics, namesOf: known.spellingsOf });
  const prefixes = new Map(knowledge.ontology.kinds.map(({ id, prefix }) => [id, prefix]));

  const named = entities.clusters.map((cluster) => {
    const names = namesByLanguage(
      cluster.members.flatMap(({ draft }) => draft.names),
      cluster.known === undefined ? undefined : known.namesOf(cluster.known),
    );
    return { cluster, names, label: labelOf(names) ?? cluster.known ?? "" };
  });
  const wanted = named.map(
    ({ cluster, label }) =>
      cluster.known ?? `${prefixes.get(cluster.kind) ?? "entity"}:${slugOf(label, phonetics.romanize)}`,
  );
  const counts = new Map<string, number>();
  for (const id of wanted) counts.set(id, (counts.get(id) ?? 0) + 1);
  const ids = wanted.map((id, i) => {
    const cluster = entities.clusters[i];
    return (
      cluster === undefined || counts.get(id) === 1 ? id : `${id}-${hashOf(earliest(cluster, records), SHORT_HASH)}`
    ) as NodeId;
  });
  const resolved = named.map(({ names, label, cluster }, i): ResolvedEntity => ({
    id: ids[i] as NodeId,
    kind: cluster.kind,
    label,
    aliases: [...new Set(Object.values(names).flat())].sort(compareText),
    names,
  }));

  const types = new Map(knowledge.ontology.events.map((event) => [event.id, event]));
  const stateClusters = new Map(
    entities.clusters.flatMap(({ known: id }, i) =>
      id === undefined || countryOf(id) === undefined ? [] : [[countryOf(id) as string, i] as const],
    ),
  );
  const events = resolveEvents(records, entities, {
    familyOf: (type) => types.get(type)?.family ?? type,
    repeats: (type) => types.get(type)?.repeats === true,
    isInPerson: (type) => types.get(type)?.inPerson === true,
    stateOf: (cluster) => stateOfCluster(entities.clusters[cluster], stateClusters),
  });
  const nodes = events.clusters.map((cluster) => nameEvent(cluster, records, entities, resolved, types));

  return {
    entities: resolved,
    events: nodes,
    nodeOf: (record, local) => {
      const index = Number(local.slice(1));
      const position = local.startsWith("v") ? events.clusterOf(record, index) : entities.clusterOf(record, index);
      if (position === undefined) return undefined;
      return local.startsWith("v") ? nodes[position]?.id : resolved[position]?.id;
    },
  };
}

function stateOfCluster(cluster: EntityCluster | undefined, states: ReadonlyMap<string, number>): number | undefined {
  const own = cluster?.known === undefined ? undefined : countryOf(cluster.known);
  const country = own ?? cluster?.members.map(({ draft }) => draft.state).find((state) => state !== undefined);
  return country === undefined ? undefined : states.get(country);
}

/** Publication date, article and offset of the first mention of a cluster. */
function earliest(cluster: EntityCluster, records: readonly ResolvableRecord[]): readonly unknown[] {
  const keys = cluster.members.map(({ record, index }) => {
    const { article, extraction } = records[record] as ResolvableRecord;
    const start = Math.min(
      ...extraction.mentions.filter(({ of }) => of === `e${index}`).map((mention) => mention.start),
    );
    return [publicationDate(article) ?? "~", article.id, Number.isFinite(start) ? start : 0] as const;
  });
  return keys.sort((a, b) => compareText(a[0], b[0]) || compareText(a[1], b[1]) || a[2] - b[2])[0] ?? [];
}

function nameEvent(
  cluster: EventCluster,
  records: readonly ResolvableRecord[],
  entities: ResolvedEntities,
  resolved: readonly ResolvedEntity[],
  types: ReadonlyMap<string, EventType>,
): ResolvedEvent {
  const { members } = cluster;
  const type = mostFrequent(members.map(({ draft }) => draft.type)) ?? "Other";
  const time = bestTime(members);
  const nodeAt = (record: number, local: string): ResolvedEntity | undefined =>
    resolved[entities.clusterOf(record, Number(local.slice(1))) ?? -1];
  const participants = new Map(
    members
      .flatMap(({ record, draft }) => draft.participants.map(({ entity }) => nodeAt(record, entity)))
      .filter((node) => node !== undefined)
      .map((node) => [node.id, node.label]),
  );
  const names = namesByLanguage(
    members.flatMap(({ draft }) => draft.names),
    undefined,
  );
  const labels = [...participants.values()].sort(compareText);
  const typeLabel = types.get(type)?.labels.en ?? type;
  const proper = labelOf(
    namesByLanguage(
      members.flatMap(({ draft }) => draft.names.filter((name) => name.proper)),
      undefined,
    ),
  );
  const described = labels.length === 0 ? (labelOf(names) ?? typeLabel) : `${typeLabel}: ${labels.join(" – ")}`;
  const label = proper ?? described;
  const place =
    mostFrequent(
      members.flatMap(({ record, draft }) =>
        draft.place === undefined ? [] : [nodeAt(record, draft.place)?.id ?? ""],
      ),
    ) || undefined;
  const first = members
    .map(
      ({ record, draft }) =>
        [
          publicationDate((records[record] as ResolvableRecord).article) ?? "~",
          (records[record] as ResolvableRecord).article.id,
          draft.evidence[0]?.start ?? 0,
        ] as const,
    )
    .sort((a, b) => compareText(a[0], b[0]) || compareText(a[1], b[1]) || a[2] - b[2])[0];
  const hash = hashOf([type, [...participants.keys()].sort(), first], SHORT_HASH);
  return {
    id: ["event:" + type.toLowerCase(), ...(time.date === undefined ? [] : [time.date]), hash].join("-") as NodeId,
    type,
    label,
    aliases: [...new Set(Object.values(names).flat())].sort(compareText),
    names,
    time,
    place: place as NodeId | undefined,
    status: statusOf(members),
    conflicts: conflictsOf(members, records),
  };
}

/** The most exact date that any article gives; among equals the one of most articles, then the earliest. */
function bestTime(members: readonly EventAt[]): TimeSpan {
  const times = members.map(({ draft }) => draft.time).filter(({ date }) => date !== undefined);
  const votes = new Map<string, number>();
  for (const { date = "" } of times) votes.set(date, (votes.get(date) ?? 0) + 1);
  const [best] = times.sort(
    (a, b) =>
      (b.date ?? "").length - (a.date ?? "").length ||
      (votes.get(b.date ?? "") ?? 0) - (votes.get(a.date ?? "") ?? 0) ||
      compareText(a.date ?? "", b.date ?? ""),
  );
  return best?.from !== undefined && best.from === best.to ? best : (commonTime(members) ?? best ?? {});
}

/** The days that all reports allow, where they leave any. */
function commonTime(members: readonly EventAt[]): TimeSpan | undefined {
  const spans = members.map(({ draft }) => draft.time);
  const from = spans
    .flatMap((span) => span.from ?? [])
    .sort(compareText)
    .at(-1);
  const to = spans.flatMap((span) => span.to ?? []).sort(compareText)[0];
  return from !== undefined && to !== undefined && from <= to ? spanBetween(from, to) : undefined;
}

/** An event that one article announces and another reports has been held; one that is cancelled anywhere is. */
function statusOf(members: readonly EventAt[]): string {
  const all = new Set<string>(members.map(({ draft }) => draft.status));
  return ["cancelled", "held", "postponed", "planned"].find((status) => all.has(status)) ?? "held";
}

/** Whole days that disagree, each with its article. */
function conflictsOf(members: readonly EventAt[], records: readonly ResolvableRecord[]): Conflict[] {
  const days = members.flatMap(({ record, draft }) =>
    draft.time.date?.length === 10 ? [{ field: "date", value: draft.time.date, record }] : [],
  );
  if (new Set(days.map(({ value }) => value)).size < 2) return [];
  const name = (record: number): string => articleName((records[record] as ResolvableRecord).article);
  return days.sort((a, b) => compareText(a.value, b.value) || compareText(name(a.record), name(b.record)));
}

function mostFrequent(values: readonly string[]): string | undefined {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || compareText(a[0], b[0]))[0]?.[0];
}
