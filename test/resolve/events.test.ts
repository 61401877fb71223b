import { describe, expect, it } from "vitest";
import type { EntityDraft, EventDraft, LocalId } from "../../src/model/extraction.ts";
import type { ResolvedEvent } from "../../src/model/resolution.ts";
import { compareText } from "../../src/model/text.ts";
import { spanOfDate } from "../../src/model/time.ts";
import type { ArticleRecord } from "../../src/pipeline/build-graph.ts";
import { resolve } from "../../src/resolve/resolve.ts";
import { entityDraft, eventDraft, eventName, recordOf, statementDraft } from "../helpers/extraction.ts";
import { knowledge } from "../helpers/knowledge.ts";

/** Every article of these tests names the same: e0 to e6. */
const ENTITIES: readonly EntityDraft[] = [
  entityDraft("Antony Blinken", { known: "person:antony-blinken", state: "US" }),
  entityDraft("Shah Mahmood Qureshi", { known: "person:shah-mahmood-qureshi", state: "PK" }),
  entityDraft("Pakistan", { kind: "Government", known: "gov:PK", state: "PK" }),
  entityDraft("Wang Yi", { known: "person:wang-yi", state: "CN" }),
  entityDraft("New York", { kind: "Place", known: "place:new-york" }),
  entityDraft("Geneva", { kind: "Place", known: "place:geneva" }),
  entityDraft("Foreign Office", { kind: "Organization", known: "org:pk-foreign-ministry", state: "PK" }),
];
const [BLINKEN, QURESHI, PAKISTAN, WANG, NEW_YORK, GENEVA, OFFICE] = [
  "e0",
  "e1",
  "e2",
  "e3",
  "e4",
  "e5",
  "e6",
] as const satisfies readonly LocalId[];

/** The events of several articles, one list an article. */
function resolved(...articles: readonly (readonly EventDraft[])[]): readonly ResolvedEvent[] {
  const records = articles.map((events, i) =>
    recordOf(`article ${i}`, { entities: ENTITIES, events }, { publishedAt: `2021-05-1${i}` }),
  );
  return resolve(records, knowledge).events;
}

function count(...articles: readonly (readonly EventDraft[])[]): number {
  return resolved(...articles).length;
}

type Pair = readonly [title: string, a: EventDraft, b: EventDraft];
const call = (
  given: Parameters<typeof eventDraft>[2] = {},
  participants: readonly LocalId[] = [BLINKEN, QURESHI],
): EventDraft => eventDraft("Call", participants, given);

describe("reports of two articles are of one event", () => {
  it.each<Pair>([
    [
      "where the body acts for its state",
      call({ date: "2021-05-16" }, [BLINKEN, PAKISTAN]),
      call({ date: "2021-05-16" }, [BLINKEN, OFFICE]),
    ],
    ["on one day", call({ date: "2021-05-16" }), call({ date: "2021-05-16" })],
    ["a day apart", call({ date: "2021-05-16" }), call({ date: "2021-05-17" })],
    ["two days apart", call({ date: "2021-05-16" }), call({ date: "2021-05-18" })],
    [
      "where one says talks",
      call({ date: "2021-05-16" }),
      eventDraft("Negotiation", [BLINKEN, QURESHI], { date: "2021-05-16" }),
    ],
    [
      "in which a minister acts for his state",
      call({ date: "2021-05-16" }),
      call({ date: "2021-05-16" }, [BLINKEN, PAKISTAN]),
    ],
    [
      "of which one names one participant less",
      call({ date: "2021-05-16" }, [BLINKEN, QURESHI, WANG]),
      call({ date: "2021-05-16" }),
    ],
    ["where only one knows its number", call({ date: "2021-05-16", ordinal: 2 }), call({ date: "2021-05-16" })],
    ["where only the earlier has a number", call({ date: "2021-05-16", ordinal: 2 }), call({ date: "2021-05-17" })],
    [
      "where only one knows the weekday",
      call({ date: "2021-05-16", constraint: { weekday: 7 } }),
      call({ date: "2021-05-18" }),
    ],
    ["where only one knows how", call({ date: "2021-05-16", medium: "phone" }), call({ date: "2021-05-16" })],
    ["where only one knows the place", call({ date: "2021-05-16", place: GENEVA }), call({ date: "2021-05-16" })],
    [
      "within one month at one place",
      meetingOf({ date: "2021-05", place: GENEVA }),
      meetingOf({ date: "2021-05", place: GENEVA }),
    ],
    ["without a date, on one weekday", call({ constraint: { weekday: 7 } }), call({ constraint: { weekday: 7 } })],
    [
      "on a weekday that the date of the other is",
      call({ constraint: { weekday: 7 } }),
      call({ date: "2021-05-16", constraint: { weekday: 7 } }),
    ],
    ["without a date, in nearly the same words", call({ content: words(20) }), call({ content: words(20) })],
  ])("%s", (_, a, b) => {
    expect(count([a], [b])).toBe(1);
    expect(count([b], [a])).toBe(1);
  });

  it.each<Pair>([
    [
      "with topic and day",
      meeting({ topic: ["food-security"], constraint: { month: 5, day: 18 } }),
      meeting({ topic: ["food-security"], constraint: { month: 5, day: 18 } }),
    ],
    [
      "with topic and place",
      meeting({ topic: ["covid"], place: NEW_YORK }),
      meeting({ topic: ["covid"], place: NEW_YORK }),
    ],
    [
      "with topic and inviter",
      meeting({ topic: ["covid"], inviters: [BLINKEN] }),
      meeting({ topic: ["covid"], inviters: [BLINKEN] }),
    ],
    [
      "with name and date",
      meeting({ names: [eventName("Covid Summit")], topic: ["covid"], date: "2022-05" }),
      meeting({ names: [eventName("Covid Summit")], topic: ["covid"], date: "2022-05" }),
    ],
    [
      "with place and day",
      meeting({ topic: ["covid"], place: NEW_YORK, constraint: { month: 5, day: 18 } }),
      meeting({ topic: ["covid"], place: NEW_YORK, constraint: { month: 5, day: 18 } }),
    ],
  ])("to come, %s in common", (_, a, b) => {
    expect(count([a], [b])).toBe(1);
  });

  it("to which a call invites both times, and so is the call without a date", () => {
    const summit = meeting({ topic: ["covid"], inviters: [BLINKEN], constraint: { month: 5, day: 12 } });
    const article = [{ ...call(), related: ["v1" as const] }, summit];
    expect(count(article, article)).toBe(2);
  });
});

describe("reports of two articles are of two events", () => {
  it.each<Pair>([
    ["three days apart", call({ date: "2021-05-16" }), call({ date: "2021-05-19" })],
    ["on two weekdays", call({ constraint: { weekday: 7 } }), call({ constraint: { weekday: 5 } })],
    ["on a weekday that the other's day is not", call({ constraint: { weekday: 5 } }), call({ date: "2021-05-16" })],
    [
      "on two weekdays with one between, of which the days are known",
      call({ date: "2021-05-18", constraint: { weekday: 2 } }),
      call({ date: "2021-05-20", constraint: { weekday: 4 } }),
    ],
    ["of which the later is the second", call({ date: "2021-05-16" }), call({ date: "2021-05-17", ordinal: 2 })],
    ["with two numbers", call({ date: "2021-05-16", ordinal: 1 }), call({ date: "2021-05-16", ordinal: 2 })],
    ["held in two ways", call({ date: "2021-05-16", medium: "phone" }), call({ date: "2021-05-16", medium: "video" })],
    [
      "at two places",
      meetingOf({ date: "2021-05-16", place: GENEVA }),
      meetingOf({ date: "2021-05-16", place: NEW_YORK }),
    ],
    [
      "of two families",
      call({ date: "2021-05-16" }),
      eventDraft("Agreement", [BLINKEN, QURESHI], { date: "2021-05-16" }),
    ],
    ["of other people", call({ date: "2021-05-16" }), call({ date: "2021-05-16" }, [BLINKEN, WANG])],
    ["without dates", call(), call()],
    ["without dates, on one topic", call({ topic: ["covid"] }), call({ topic: ["covid"] })],
    ["in some of the same words", call({ content: words(20) }), call({ content: [...words(5), ...words(40, 100)] })],
    ["within one month", call({ date: "2021-05" }), call({ date: "2021-05" })],
    [
      "without and with participants",
      meeting({ topic: ["covid"], date: "2022-05-12" }),
      call({ topic: ["covid"], date: "2022-05-12" }),
    ],
    ["to come, with a topic in common", meeting({ topic: ["covid"] }), meeting({ topic: ["covid"] })],
    [
      "to come, with a place in common",
      meeting({ topic: ["covid"], place: NEW_YORK }),
      meeting({ topic: ["food-security"], place: NEW_YORK }),
    ],
    [
      "to come, on one day in one place, with two topics",
      meeting({ topic: ["covid"], place: NEW_YORK, date: "2021-05-18" }),
      meeting({ topic: ["food-security"], place: NEW_YORK, date: "2021-05-18" }),
    ],
    [
      "to come, on two days",
      meeting({ topic: ["covid"], inviters: [BLINKEN], constraint: { month: 5, day: 12 } }),
      meeting({ topic: ["covid"], inviters: [BLINKEN], constraint: { month: 5, day: 18 } }),
    ],
  ])("%s", (_, a, b) => {
    expect(count([a], [b])).toBe(2);
    expect(count([b], [a])).toBe(2);
  });

  it("that one article tells apart", () => {
    expect(count([call({ date: "2021-05-16" }), call({ date: "2021-05-17" })])).toBe(2);
  });

  it("that one article tells apart, even where another would join them", () => {
    expect(count([call({ date: "2021-05-16" }), call({ date: "2021-05-17" })], [call({ date: "2021-05-16" })])).toBe(2);
  });

  it("a call by phone and a visit two days later", () => {
    expect(
      count(
        [call({ date: "2021-05-16", medium: "phone" })],
        [eventDraft("Visit", [BLINKEN, PAKISTAN], { date: "2021-05-18" })],
      ),
    ).toBe(2);
  });
});

describe("two versions of one story", () => {
  /** Two articles of one day that name the same, or of these days. */
  function versions(
    events: readonly (readonly EventDraft[])[],
    days: readonly string[] = ["2021-05-20", "2021-05-20"],
    entities: readonly EntityDraft[] = ENTITIES,
  ): number {
    const records = events.map((drafts, i) => {
      const record = recordOf(`version ${i}`, { entities: i === 0 ? ENTITIES : entities, events: drafts });
      const day = days[i] ?? "";
      return { ...record, extraction: { ...record.extraction, anchor: { date: day, from: day, to: day } } };
    });
    return resolve(records, knowledge).events.length;
  }

  it.each<Pair>([
    ["with the same people, undated", call(), call()],
    ["with the same people, of one month", call({ date: "2021-04" }), call({ date: "2021-04" })],
    ["of one day, with nobody", meeting({ date: "2021-05-01" }), meeting({ date: "2021-05-01" })],
    [
      "at one place, one with people",
      meetingOf({ date: "2021-04", place: GENEVA }),
      meeting({ date: "2021-04", place: GENEVA, status: "held" }),
    ],
  ])("tell of one event %s", (_, a, b) => {
    expect(versions([[a], [b]])).toBe(1);
  });

  it.each<Pair>([
    ["with the same people and other days", call({ date: "2021-04-01" }), call({ date: "2021-05-01" })],
    ["with other people", call(), call({}, [BLINKEN, WANG])],
    ["with nothing in common but its kind", meeting({}), meeting({})],
  ])("tell of two events %s", (_, a, b) => {
    expect(versions([[a], [b]])).toBe(2);
  });

  it("do not tell which of several of a kind is which", () => {
    expect(versions([[call({ ordinal: 1 }), call({ ordinal: 2 })], [call()]])).toBe(3);
  });

  it("are of one day", () => {
    expect(versions([[call()], [call()]], ["2021-05-20", "2021-06-20"])).toBe(2);
  });

  it("name the same", () => {
    const others = [
      ...ENTITIES.slice(0, 2),
      entityDraft("Angela Merkel", { known: "person:angela-merkel", state: "DE" }),
    ];
    expect(versions([[call()], [call()]], undefined, others)).toBe(2);
  });
});

describe("versions of one story that tell what was done to somebody", () => {
  const DAY = "2021-05-20";
  type Deed = readonly [type: string, relation: string, by: LocalId, to: LocalId, date?: string];
  /** The events of articles that each tell these deeds, in this order. */
  function told(...articles: readonly (readonly Deed[])[]): number {
    const records = articles.map((deeds, i) => {
      const events = deeds.map(([type, relation, by, to, date = DAY]) =>
        eventDraft(type, [by, to], { date, relations: [relation] }),
      );
      const statements = deeds.map(([, relation, by, to], index) =>
        statementDraft(by, relation, to, { event: `v${index}` }),
      );
      const record = recordOf(`version ${i}`, { entities: ENTITIES, events, statements });
      return { ...record, extraction: { ...record.extraction, anchor: { from: DAY, to: DAY } } };
    });
    return resolve(records, knowledge).events.length;
  }

  it("tell of one arrest, whoever is said to have made it", () => {
    expect(told([["Arrest", "ARRESTED", OFFICE, WANG]], [["Arrest", "ARRESTED", BLINKEN, WANG]])).toBe(1);
  });

  it.each<[string, readonly Deed[], readonly Deed[]]>([
    ["of two people", [["Arrest", "ARRESTED", OFFICE, WANG]], [["Arrest", "ARRESTED", OFFICE, BLINKEN]]],
    [
      "of one of whom one tells two",
      [
        ["Arrest", "ARRESTED", OFFICE, WANG],
        ["Arrest", "ARRESTED", OFFICE, BLINKEN],
      ],
      [["Arrest", "ARRESTED", QURESHI, WANG]],
    ],
    ["by two relations", [["Other", "ARRESTED", OFFICE, WANG]], [["Other", "RELEASED", BLINKEN, WANG]]],
    [
      "of one on two days",
      [["Arrest", "ARRESTED", OFFICE, WANG]],
      [["Arrest", "ARRESTED", BLINKEN, WANG, "2021-05-10"]],
    ],
    [
      "with one, as he did with others",
      [["Call", "SPOKE_WITH", BLINKEN, WANG]],
      [["Call", "SPOKE_WITH", QURESHI, WANG]],
    ],
  ])("tell of more than one %s", (_, a, b) => {
    expect(told(a, b)).toBe(a.length + b.length);
  });

  it("mean the one of the same kind where one could be two of its family", () => {
    const pair = (type: string, to: LocalId = QURESHI): Deed => [type, "MET", BLINKEN, to];
    expect(told([pair("Meeting"), pair("Visit")], [pair("Meeting"), pair("Visit")])).toBe(2);
    expect(told([pair("Meeting"), pair("Meeting", PAKISTAN)], [pair("Meeting"), pair("Meeting", PAKISTAN)])).toBe(2);
  });
});

describe("what is announced, put off, cancelled and held", () => {
  const planned = (given: Parameters<typeof eventDraft>[2]): EventDraft => meetingOf({ status: "planned", ...given });
  const putOff = (from: string, to?: string): EventDraft =>
    meetingOf({
      status: "postponed",
      former: [{ status: "planned", time: spanOfDate(from) }],
      ...(to === undefined ? {} : { date: to }),
    });
  /** How many events articles of these days tell of. */
  const told = (...reports: readonly (readonly [day: string, event: EventDraft])[]): number => {
    const records = reports.map(([day, event], i) => {
      const record = recordOf(`report ${i}`, { entities: ENTITIES, events: [event] }, { publishedAt: day });
      return { ...record, extraction: { ...record.extraction, anchor: spanOfDate(day) } };
    });
    return resolve(records, knowledge).events.length;
  };

  type Report = readonly [day: string, event: EventDraft];
  it.each<[string, readonly Report[]]>([
    [
      "planned for a day and put off from it",
      [
        ["2021-05-01", planned({ date: "2021-05-18" })],
        ["2021-05-10", putOff("2021-05-18")],
      ],
    ],
    [
      "put off to a day and held on it",
      [
        ["2021-05-10", putOff("2021-05-18", "2021-06-20")],
        ["2021-06-21", meetingOf({ date: "2021-06-20" })],
      ],
    ],
    [
      "planned, put off, and held on the new day",
      [
        ["2021-05-01", planned({ date: "2021-05-18" })],
        ["2021-06-21", meetingOf({ date: "2021-06-20" })],
        ["2021-05-10", putOff("2021-05-18", "2021-06-20")],
      ],
    ],
    [
      "put off as two articles tell",
      [
        ["2021-05-10", putOff("2021-05-18")],
        ["2021-05-11", putOff("2021-05-18", "2021-06-20")],
      ],
    ],
    [
      "announced for a month and held in it",
      [
        ["2021-05-01", planned({ date: "2021-06" })],
        ["2021-06-21", meetingOf({ date: "2021-06-20" })],
      ],
    ],
    [
      "cancelled without a day, and planned for one soon after",
      [
        ["2021-05-10", meetingOf({ status: "cancelled" })],
        ["2021-05-01", planned({ date: "2021-05-18" })],
      ],
    ],
  ])("is one: %s", (_, reports) => {
    expect(told(...reports)).toBe(1);
    expect(told(...[...reports].reverse())).toBe(1);
  });

  it.each<[string, readonly Report[]]>([
    [
      "planned for one day and held on another, with nothing that says why",
      [
        ["2021-05-01", planned({ date: "2021-05-18" })],
        ["2021-06-21", meetingOf({ date: "2021-06-20" })],
      ],
    ],
    [
      "held on the day from which another was put off",
      [
        ["2021-05-10", putOff("2021-05-18")],
        ["2021-05-19", meetingOf({ date: "2021-05-18" })],
      ],
    ],
    [
      "held on both days",
      [
        ["2021-05-19", meetingOf({ date: "2021-05-18" })],
        ["2021-05-10", putOff("2021-05-18", "2021-06-20")],
        ["2021-06-21", meetingOf({ date: "2021-06-20" })],
      ],
    ],
    [
      "announced for a month and held in another",
      [
        ["2021-05-01", planned({ date: "2021-06" })],
        ["2021-07-21", meetingOf({ date: "2021-07-20" })],
      ],
    ],
    [
      "announced for a month in which one had been held",
      [
        ["2021-06-15", planned({ date: "2021-06" })],
        ["2021-06-11", meetingOf({ date: "2021-06-10" })],
      ],
    ],
    [
      "cancelled, and another planned for much later",
      [
        ["2021-05-10", meetingOf({ status: "cancelled" })],
        ["2021-05-01", planned({ date: "2021-08-18" })],
      ],
    ],
  ])("is more than one: %s", (_, reports) => {
    expect(told(...reports)).toBe(2);
    expect(told(...[...reports].reverse())).toBe(2);
  });

  it("is not what was held long before it is spoken of as to come", () => {
    const held = meeting({ topic: ["covid"], place: NEW_YORK, date: "2021-05-18", status: "held" });
    const next = meeting({ topic: ["covid"], place: NEW_YORK });
    expect(told(["2021-05-19", held], ["2021-06-01", next])).toBe(1);
    expect(told(["2021-05-19", held], ["2021-08-01", next])).toBe(2);
    expect(told(["2021-08-01", next], ["2021-05-19", held])).toBe(2);
  });

  it("is one of one type, with two or more", () => {
    const alone = (type: string, given: Parameters<typeof eventDraft>[2]): EventDraft =>
      eventDraft(type, [BLINKEN], given);
    const of = (type: string, other: string): number =>
      told(
        ["2021-05-01", alone(type, { date: "2021-06", status: "planned" })],
        ["2021-06-21", alone(other, { date: "2021-06-20" })],
      );
    expect(of("Visit", "Visit")).toBe(2);
    const pair = (type: string, given: Parameters<typeof eventDraft>[2]): EventDraft =>
      eventDraft(type, [BLINKEN, WANG], given);
    expect(
      told(
        ["2021-05-01", pair("Summit", { date: "2021-06", status: "planned" })],
        ["2021-06-21", pair("Meeting", { date: "2021-06-20" })],
      ),
    ).toBe(2);
  });

  it("takes the day to which it was put off, then that on which it was held", () => {
    const day = (...reports: readonly Report[]): string | undefined => {
      const records = reports.map(([at, event], i) =>
        recordOf(`report ${i}`, { entities: ENTITIES, events: [event] }, { publishedAt: at }),
      );
      return resolve(records, knowledge).events[0]?.time.date;
    };
    const first: Report = ["2021-05-01", planned({ date: "2021-05-18" })];
    const second: Report = ["2021-05-10", putOff("2021-05-18", "2021-06-20")];
    expect([day(first), day(first, second)]).toEqual(["2021-05-18", "2021-06-20"]);
    expect(day(first, ["2021-05-10", putOff("2021-05-18")])).toBe("2021-05-18");
    expect(day(first, second, ["2021-06-22", meetingOf({ date: "2021-06-21" })])).toBe("2021-06-21");
  });
});

describe("what lasts for a year", () => {
  const war = (date: string, participants: readonly LocalId[] = [BLINKEN, PAKISTAN]): EventDraft =>
    eventDraft("Conflict", participants, { date });

  it("is one with the same parties, and another in another year", () => {
    expect(count([war("2021")], [war("2021")])).toBe(1);
    expect(count([war("2021")], [war("2020")])).toBe(2);
  });

  it("attacks of two days are two, a call told with two weekdays is one", () => {
    const on = (type: string, date: string, weekday: number): EventDraft =>
      eventDraft(type, [BLINKEN, PAKISTAN], { date, constraint: { weekday } });
    expect(count([on("Attack", "2021-05-13", 4)], [on("Attack", "2021-05-14", 5)])).toBe(2);
    expect(count([on("Call", "2021-05-13", 4)], [on("Call", "2021-05-14", 5)])).toBe(1);
  });
});

describe("versions of one story that name others as taking part", () => {
  const summit = (who: LocalId): EventDraft => eventDraft("Summit", [who], { date: "2021-05-20" });
  const onTheDay = (events: readonly EventDraft[], i: number): ArticleRecord => {
    const record = recordOf(`version ${i}`, { entities: ENTITIES, events });
    return { ...record, extraction: { ...record.extraction, anchor: { from: "2021-05-20", to: "2021-05-20" } } };
  };
  const told = (...events: readonly (readonly EventDraft[])[]): number =>
    resolve(events.map(onTheDay), knowledge).events.length;

  it("tell of one summit, since a day hardly has two", () => {
    expect(told([summit(QURESHI)], [summit(WANG)])).toBe(1);
  });

  it("tell of two meetings", () => {
    const between = (who: LocalId): EventDraft => eventDraft("Meeting", [who, BLINKEN], { date: "2021-05-20" });
    expect(told([between(QURESHI)], [between(WANG)])).toBe(2);
  });

  it("tell of one summit beside a meeting, and if one has the day before", () => {
    const beside = eventDraft("Meeting", [BLINKEN, QURESHI], { date: "2021-05-20" });
    expect(told([summit(QURESHI), beside], [summit(WANG)])).toBe(2);
    expect(told([eventDraft("Summit", [QURESHI], { date: "2021-05-19" })], [summit(WANG)])).toBe(1);
  });

  it("tell of two where what they tell of is of two kinds", () => {
    const sanction = (relation: string): EventDraft =>
      eventDraft("Sanction", [PAKISTAN], { date: "2021-05-20", relations: [relation] });
    expect(told([sanction("EXPELLED")], [sanction("EXPELLED")])).toBe(1);
    expect(told([sanction("EXPELLED")], [sanction("SANCTIONED")])).toBe(2);
  });

  it("tell of as many summits as one of them tells of", () => {
    expect(told([summit(QURESHI), summit(BLINKEN)], [summit(WANG)])).toBe(3);
  });
});

describe("a chain of reports", () => {
  it("never joins what lies too far apart", () => {
    const days = ["2021-05-14", "2021-05-16", "2021-05-18", "2021-05-20"];
    const events = resolved(...days.map((date) => [call({ date })]));
    expect(events.length).toBeGreaterThan(1);
  });

  it("gives the same events in whatever order the articles come", () => {
    const articles = [
      [call({ date: "2021-05-16" })],
      [call({ date: "2021-05-17" })],
      [call({ date: "2021-05-19" })],
      [call({ constraint: { weekday: 7 } })],
    ];
    const ids = (order: readonly number[]): string[] => {
      const records = order.map((i) =>
        recordOf(`article ${i}`, { entities: ENTITIES, events: articles[i] ?? [] }, { publishedAt: `2021-05-1${i}` }),
      );
      const sorted = [...records].sort((a, b) => compareText(a.article.id, b.article.id));
      return resolve(sorted, knowledge)
        .events.map(({ id }) => id)
        .sort();
    };
    expect(ids([3, 1, 0, 2])).toEqual(ids([0, 1, 2, 3]));
  });
});

describe("an event of several reports", () => {
  it("has the most exact date", () => {
    const events = resolved(
      [call({ date: "2021-05", constraint: { weekday: 7 } })],
      [call({ date: "2021-05-16", constraint: { weekday: 7 } })],
    );
    expect(events.map(({ time }) => time.date)).toEqual(["2021-05-16"]);
  });

  it("has the date of most reports, and tells those that differ", () => {
    const [event] = resolved(
      [call({ date: "2021-05-17" })],
      [call({ date: "2021-05-16" })],
      [call({ date: "2021-05-17" })],
    );
    expect(event?.time.date).toBe("2021-05-17");
    expect(event?.conflicts.map(({ field, value }) => `${field} ${value}`).sort()).toEqual([
      "date 2021-05-16",
      "date 2021-05-17",
      "date 2021-05-17",
    ]);
  });

  it.each([
    [["planned", "held"], "held"],
    [["planned", "postponed"], "postponed"],
    [["planned", "cancelled"], "cancelled"],
    [["cancelled", "planned"], "planned"],
    [["held", "cancelled"], "held"],
    [["held", "postponed"], "held"],
    [["planned", "planned"], "planned"],
  ] as const)("that is %s is %s", ([first, second], status) => {
    const [event, ...more] = resolved(
      [call({ date: "2021-05-16", status: first })],
      [call({ date: "2021-05-16", status: second })],
    );
    expect([event?.status, more.length]).toEqual([status, 0]);
  });

  it("is named by its type, date and participants", () => {
    const [event] = resolved([call({ date: "2021-05-16" })]);
    expect(event?.id).toMatch(/^event:call-2021-05-16-[0-9a-f]{4}$/);
    expect(event?.label).toBe("Call: Antony Blinken – Shah Mahmood Qureshi");
  });

  it("shares its id with no other that one sentence tells of", () => {
    const ids = resolved([call({ ordinal: 1 }), call({ ordinal: 2 }), call({ ordinal: 3 })]).map(({ id }) => id);
    expect(new Set(ids).size).toBe(3);
  });

  it("without participants is named by its name", () => {
    const [event] = resolved([meeting({ names: [eventName("Second Global Covid Summit")] })]);
    expect(event?.label).toBe("Second Global Covid Summit");
  });

  it("has the place that most reports give", () => {
    const [event] = resolved([meetingOf({ date: "2021-05-16", place: GENEVA })], [meetingOf({ date: "2021-05-16" })]);
    expect(event?.place).toBe("place:geneva");
  });

  it("lies where its intervals meet", () => {
    const [event] = resolved(
      [call({ time: { from: "2021-05-14", to: "2021-05-16" } })],
      [call({ time: { from: "2021-05-15", to: "2021-05-17" } })],
    );
    expect([event?.time.from, event?.time.to]).toEqual(["2021-05-15", "2021-05-16"]);
  });
});

function meeting(given: Parameters<typeof eventDraft>[2]): EventDraft {
  return eventDraft("Meeting", [], { status: "planned", ...given });
}

function meetingOf(given: Parameters<typeof eventDraft>[2]): EventDraft {
  return eventDraft("Meeting", [BLINKEN, QURESHI], given);
}

function words(size: number, from = 0): string[] {
  return Array.from({ length: size }, (_, i) => `hash${String(from + i).padStart(4, "0")}`);
}
