import { describe, expect, it } from "vitest";
import type { EntityDraft, EventDraft } from "../../src/model/extraction.ts";
import type { ResolvedEvent } from "../../src/model/resolution.ts";
import { spanOfDate } from "../../src/model/time.ts";
import { resolve } from "../../src/resolve/resolve.ts";
import { entityDraft, eventDraft, recordOf } from "../helpers/extraction.ts";
import { knowledge } from "../helpers/knowledge.ts";

/** Every article of these tests names the same: e0 to e6. */
const ENTITIES: readonly EntityDraft[] = [
  entityDraft("Angela Merkel", { known: "person:angela-merkel", state: "DE" }),
  entityDraft("Narendra Modi", { known: "person:narendra-modi", state: "IN" }),
  entityDraft("Berlin", { kind: "Place", known: "place:berlin", state: "DE" }),
  entityDraft("Germany", { kind: "Government", known: "gov:DE", state: "DE" }),
  entityDraft("Hofburg", { kind: "Place", known: "place:hofburg", state: "AT" }),
  entityDraft("Vienna", { kind: "Place", known: "place:vienna", state: "AT" }),
  entityDraft("Salzburg", { kind: "Place", known: "place:salzburg", state: "AT" }),
];
const [BERLIN, GERMANY, HOFBURG, VIENNA, SALZBURG] = ["e2", "e3", "e4", "e5", "e6"] as const;

const meeting = (given: Parameters<typeof eventDraft>[2]): EventDraft => eventDraft("Meeting", ["e0", "e1"], given);

/** The events of articles that each report one: a day of publication, or `undefined`, and what is reported. */
function resolved(...reports: readonly (readonly [string | undefined, EventDraft])[]): readonly ResolvedEvent[] {
  const records = reports.map(([publishedAt, event], i) =>
    recordOf(`a${i}`, { entities: ENTITIES, events: [event] }, publishedAt === undefined ? {} : { publishedAt }),
  );
  return resolve(records, knowledge).events;
}

const conflicts = ([event]: readonly ResolvedEvent[]): readonly string[] =>
  (event?.conflicts ?? []).map(({ field, value, article }) => `${field} ${value} ${article}`);
const history = ([event]: readonly ResolvedEvent[]): readonly string[] =>
  (event?.history ?? []).map(({ status, date, article }) => `${status} ${date ?? "-"} ${article}`);

describe("where one report says that it was, and another", () => {
  const at = (type: string, place: "e4" | "e5" | "e6"): EventDraft =>
    eventDraft(type, ["e0", "e1"], { date: "2021-05-16", place });

  it.each([
    ["a building and a city of one state are one event, ", "Meeting", HOFBURG, VIENNA, 1],
    ["but not where the next may be struck as well", "Attack", HOFBURG, VIENNA, 2],
    ["two cities are two events", "Meeting", VIENNA, SALZBURG, 2],
  ] as const)("%s", (_, type, a, b, events) => {
    expect(resolved(["2021-05-17", at(type, a)], ["2021-05-17", at(type, b)])).toHaveLength(events);
  });
});

describe("what articles contradict each other on", () => {
  const day = { date: "2021-05-16" };

  it.each([
    ["a city and its state are no two places", BERLIN, GERMANY, []],
    ["one place", BERLIN, BERLIN, []],
    ["a city and nothing", BERLIN, undefined, []],
  ])("%s", (_, a, b, expected) => {
    const events = resolved(
      ["2021-05-17", meeting({ ...day, place: a })],
      ["2021-05-17", meeting({ ...day, ...(b === undefined ? {} : { place: b }) })],
    );
    expect([events.length, conflicts(events), events[0]?.place]).toEqual([1, expected, "place:berlin"]);
  });

  it("numbers that exclude each other, each with its article, and not those that do not", () => {
    const counted = (what: string, bounds: { from?: number; to?: number }): EventDraft =>
      meeting({ ...day, counts: [{ what, ...bounds, evidence: { start: 0, end: 1 } }] });
    const at = "2021-05-17";
    const events = resolved([at, counted("killed", { from: 14, to: 14 })], [at, counted("killed", { from: 20 })]);
    expect(conflicts(events)).toEqual(["killed 14 a0", "killed >=20 a1"]);
    expect(events[0]?.counts.map(({ what, value, article }) => `${what} ${value} ${article}`)).toEqual([
      "killed 14 a0",
      "killed >=20 a1",
    ]);
    const agreeing = resolved([at, counted("killed", { from: 14, to: 20 })], [at, counted("killed", { to: 15 })]);
    expect(conflicts(agreeing)).toEqual([]);
    expect(agreeing[0]?.counts.map(({ value }) => value)).toEqual(["14-20", "<=15"]);
    const others = resolved([at, counted("killed", { from: 1, to: 1 })], [at, counted("injured", { from: 9, to: 9 })]);
    expect(conflicts(others)).toEqual([]);
  });

  it("the day of what was only planned is not against the day on which it was", () => {
    const planned = meeting({ date: "2021-05-15", status: "planned" });
    expect(conflicts(resolved(["2021-05-01", planned], ["2021-05-17", meeting(day)]))).toEqual([]);
    expect(conflicts(resolved(["2021-05-17", meeting({ date: "2021-05-15" })], ["2021-05-17", meeting(day)]))).toEqual([
      "date 2021-05-15 a0",
      "date 2021-05-16 a1",
    ]);
  });

  it("that it was cancelled, said when another had it as held, and not before", () => {
    const cancelled = meeting({ ...day, status: "cancelled" });
    const held = meeting(day);
    expect(conflicts(resolved(["2021-05-18", cancelled], ["2021-05-17", held]))).toEqual([
      "status cancelled a0",
      "status held a1",
    ]);
    expect(conflicts(resolved(["2021-05-10", cancelled], ["2021-05-17", held]))).toEqual([]);
    expect(conflicts(resolved(["2021-05-17", cancelled], ["2021-05-17", held]))).toHaveLength(2);
  });

  it("that it was put off from a day is not against the day to which", () => {
    const planned = (date: string): EventDraft => meeting({ date, status: "planned" });
    const former = [{ status: "planned" as const, time: spanOfDate("2021-05-16") }];
    const moved = meeting({ date: "2021-06-20", status: "postponed", former });
    const events = resolved(
      ["2021-05-01", planned("2021-05-16")],
      ["2021-05-10", moved],
      ["2021-06-01", planned("2021-06-20")],
    );
    expect([events.length, events[0]?.time.date, conflicts(events)]).toEqual([1, "2021-06-20", []]);
  });
});

describe("how it stands with an event of which reports of one day say", () => {
  it.each([
    ["planned", "postponed", "postponed"],
    ["postponed", "cancelled", "cancelled"],
    ["cancelled", "planned", "cancelled"],
    ["cancelled", "held", "held"],
  ] as const)("%s and %s: %s", (one, other, expected) => {
    const of = (status: typeof one | typeof other): EventDraft => meeting({ date: "2021-05-16", status });
    const events = resolved(["2021-05-10", of(one)], ["2021-05-10", of(other)]);
    expect(events.map(({ status }) => status)).toEqual([expected]);
  });
});

describe("the history of an event", () => {
  const planned = meeting({ date: "2021-05-16", status: "planned" });
  const held = meeting({ date: "2021-05-16" });

  it("is what was said when, in the order of publication, and empty where all say the same", () => {
    expect(history(resolved(["2021-05-17", held], ["2021-05-01", planned]))).toEqual([
      "planned 2021-05-16 a1",
      "held 2021-05-16 a0",
    ]);
    expect(history(resolved(["2021-05-17", held], ["2021-05-18", held]))).toEqual([]);
  });

  it("has what one article tells of before", () => {
    const moved = meeting({
      date: "2021-06-20",
      status: "postponed",
      former: [{ status: "planned", time: spanOfDate("2021-05-16") }],
    });
    expect(history(resolved(["2021-05-10", moved]))).toEqual(["planned 2021-05-16 a0", "postponed 2021-06-20 a0"]);
  });
});
