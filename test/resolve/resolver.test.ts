import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { articleIdOf, type LanguageCode } from "../../src/model/ids.ts";
import type { Resolution } from "../../src/model/resolution.ts";
import { makeVerdict, type Anchor, type Verdict } from "../../src/model/verdict.ts";
import type { ArticleRecord } from "../../src/pipeline/build-graph.ts";
import { createResolver, resolve } from "../../src/resolve/resolve.ts";
import { createReviser } from "../../src/resolve/revise.ts";
import { spanOfDate } from "../../src/model/time.ts";
import { entityDraft, eventDraft, recordOf, statementDraft } from "../helpers/extraction.ts";
import { articleOf, extract, knowledge, SEEDS } from "../helpers/knowledge.ts";

/** The sample articles, as they are read. */
const SEED_RECORDS: readonly ArticleRecord[] = readdirSync(join(SEEDS, "articles")).map((name) => {
  const sample = articleOf(readFileSync(join(SEEDS, "articles", name), "utf8"), { name });
  return { article: sample, extraction: extract(sample) };
});

/** Everything that a resolution says of these articles. */
function said(resolution: Resolution, records: readonly ArticleRecord[]): unknown {
  const nodes = records.map(({ article, extraction }) =>
    [
      ...extraction.entities.map((_, i) => resolution.nodeOf(article.id, `e${i}`) ?? null),
      ...extraction.events.map((_, i) => resolution.nodeOf(article.id, `v${i}`) ?? null),
    ].join(),
  );
  const originals = records.map(({ article }) => resolution.originalOf(article.id) ?? null);
  return { entities: resolution.entities, events: resolution.events, nodes, originals };
}

const POOL = [
  entityDraft("Haneef Atmar"),
  entityDraft("حنیف اتمر"),
  entityDraft("Haneef Atmar", { state: "AF" }),
  entityDraft("Haneef Atmar", { state: "PK" }),
  entityDraft("Antony Blinken"),
  entityDraft("Antony Blinken", { known: "person:antony-blinken", state: "US" }),
  ...["PK", "AF", "US", "IN"].map((code) => entityDraft(code, { kind: "Government", known: `gov:${code}` })),
  entityDraft("New York", { kind: "Place", known: "place:new-york" }),
];
const EN = "en" as LanguageCode;
const position = fc.nat({ max: POOL.length - 1 });

const event = fc.record({
  type: fc.constantFrom("Call", "Meeting", "Summit", "Attack", "Arrest"),
  status: fc.constantFrom("held" as const, "held" as const, "planned" as const, "postponed" as const),
  former: fc.constantFrom(undefined, undefined, "2021-05-16", "2021-06-20"),
  participants: fc.uniqueArray(position, { maxLength: 3 }),
  date: fc.constantFrom(undefined, "2021", "2021-05", "2021-05-16", "2021-05-17", "2021-05-20", "2021-06-20"),
  weekday: fc.constantFrom(undefined, 5, 7),
  hasPlace: fc.boolean(),
  topic: fc.constantFrom([], ["covid"], ["food", "security"]),
  related: fc.boolean(),
});

const article = fc.record({
  entities: fc.uniqueArray(position, { minLength: 4, maxLength: 9 }),
  events: fc.array(event, { maxLength: 3 }),
  day: fc.constantFrom(undefined, "2021-05-16", "2021-05-17"),
});

/** An article that names some of the pool, and tells of events in which they take part. */
function recordFrom(
  { entities, events, day }: typeof article extends fc.Arbitrary<infer T> ? T : never,
  i: number,
): ArticleRecord {
  const place = entities.indexOf(POOL.length - 1);
  const record = recordOf(
    // Some are copies of others: they differ in signs alone.
    `article ${i % 7}${"!".repeat(i)}`,
    {
      entities: entities.map((at) => POOL[at] as (typeof POOL)[number]),
      mentions: entities.map((_, at) => ({ of: `e${at}`, start: at, end: at + 1, form: "name", language: EN })),
      events: events.map(({ type, status, former, participants, date, weekday, hasPlace, topic, related }) =>
        eventDraft(
          type,
          participants.flatMap((at) => (entities.includes(at) ? [`e${entities.indexOf(at)}` as const] : [])),
          {
            ...(date === undefined ? {} : { date }),
            constraint: weekday === undefined ? {} : { weekday },
            ...(hasPlace && place >= 0 ? { place: `e${place}` as const } : {}),
            topic,
            related: related ? ["v0"] : [],
            status,
            ...(former === undefined ? {} : { former: [{ status: "planned", time: spanOfDate(former) }] }),
          },
        ),
      ),
      // Of each the first does something to the last.
      statements: events.flatMap(({ participants }, index) => {
        const parts = participants.filter((at) => entities.includes(at)).map((at) => entities.indexOf(at));
        const [by, to] = [parts[0], parts.at(-1)];
        return by === undefined || to === undefined || by === to
          ? []
          : [statementDraft(`e${by}`, "ARRESTED", `e${to}`, { event: `v${index}` })];
      }),
    },
    day === undefined ? {} : { publishedAt: day },
  );
  const anchor = day === undefined ? {} : { date: day, from: day, to: day };
  return { ...record, extraction: { ...record.extraction, anchor } };
}

/** A place in an article: the entity at this position of it, where it has one. */
const spot = fc.record({ article: fc.nat({ max: 7 }), entity: fc.nat({ max: 8 }) });
const ruling = fc.record({
  same: fc.boolean(),
  left: fc.array(spot, { minLength: 1, maxLength: 3 }),
  right: fc.array(spot, { minLength: 1, maxLength: 3 }),
});

/** Verdicts on what articles of `recordFrom` speak of; some of the articles may not be there. */
function verdictsFrom(rulings: readonly (typeof ruling extends fc.Arbitrary<infer T> ? T : never)[]): Verdict[] {
  const anchors = (spots: readonly { readonly article: number; readonly entity: number }[]): Anchor[] =>
    spots.map((at) => ({ article: articleIdOf(`article ${at.article}`), start: at.entity, end: at.entity + 1 }));
  return rulings.map(({ same, left, right }, i) =>
    makeVerdict(
      same
        ? { type: "same", mentions: anchors([...left, ...right]) }
        : { type: "different", left: anchors(left), right: anchors(right) },
      [],
      { by: "desk", at: `2026-11-22T12:00:0${i}.000Z` },
    ),
  );
}

describe("a resolver whose articles come and go", () => {
  it("says of the articles that are there what it says of them all at once", () => {
    fc.assert(
      fc.property(
        fc.array(article, { minLength: 1, maxLength: 8 }),
        fc.array(article, { maxLength: 4 }),
        fc.infiniteStream(fc.boolean()),
        fc.infiniteStream(fc.nat()),
        fc.array(ruling, { maxLength: 3 }),
        (stay, pass, looks, order, rulings) => {
          const verdicts = verdictsFrom(rulings);
          const records = [...stay, ...pass].map(recordFrom).map(createReviser(verdicts));
          const kept = records.slice(0, stay.length);
          const resolver = createResolver(knowledge, verdicts);
          const step = (change: () => void): void => {
            change();
            if (looks.next().value === true) resolver.resolution();
          };
          const shuffled = records
            .map((record) => ({ record, at: order.next().value as number }))
            .sort((a, b) => a.at - b.at);
          for (const { record } of shuffled) step(() => resolver.add(record));
          for (const { article: gone } of records.slice(stay.length)) step(() => resolver.remove(gone.id));
          expect(said(resolver.resolution(), kept)).toEqual(said(resolve(kept, knowledge, verdicts), kept));
        },
      ),
      { numRuns: 60 },
    );
  });

  it("does so for the articles of the seeds", () => {
    const resolver = createResolver(knowledge);
    for (const record of SEED_RECORDS.toReversed()) {
      resolver.add(record);
      resolver.resolution();
    }
    for (const [i, { article: gone }] of SEED_RECORDS.entries()) {
      const left = SEED_RECORDS.slice(i);
      expect(said(resolver.resolution(), left)).toEqual(said(resolve(left, knowledge), left));
      resolver.remove(gone.id);
    }
    expect(resolver.resolution().entities).toEqual([]);
  });
});
