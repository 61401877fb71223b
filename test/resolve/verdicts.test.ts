import { describe, expect, it } from "vitest";
import type { Extraction, LocalId, Mention } from "../../src/model/extraction.ts";
import type { ArticleId, LanguageCode } from "../../src/model/ids.ts";
import { makeVerdict, type Anchor, type Ruling, type Verdict } from "../../src/model/verdict.ts";
import type { ArticleRecord } from "../../src/pipeline/build-graph.ts";
import { anchorOf, localAt, placesOf, statementAnchorOf, statementsAt } from "../../src/resolve/anchors.ts";
import { reachOf } from "../../src/resolve/reach.ts";
import { resolve } from "../../src/resolve/resolve.ts";
import { rulingOf, type Side } from "../../src/resolve/rulings.ts";
import { createReviser } from "../../src/resolve/revise.ts";
import { without } from "../../src/resolve/without.ts";
import { entityDraft, eventDraft, recordOf, statementDraft } from "../helpers/extraction.ts";
import { knowledge } from "../helpers/knowledge.ts";

const EN = "en" as LanguageCode;

/** A mention at the first place of these words behind `after`. */
function mention(text: string, words: string, of: LocalId, after = 0, form: Mention["form"] = "name"): Mention {
  const start = text.indexOf(words, after);
  return { of, start, end: start + words.length, form, language: EN };
}

const rule = (...rulings: readonly Ruling[]): Verdict[] =>
  rulings.map((ruling, i) => makeVerdict(ruling, [], { by: "desk", at: `2026-11-22T12:00:0${i}.000Z` }));

const at = ({ article }: ArticleRecord, { start, end }: Mention): Anchor => ({ article: article.id, start, end });

/** The node of the first entity of each record. */
function firstNodes(records: readonly ArticleRecord[], verdicts: readonly Verdict[]): (string | undefined)[] {
  const revise = createReviser(verdicts);
  const { nodeOf } = resolve(records.map(revise), knowledge, verdicts);
  return records.map(({ article }) => nodeOf(article.id, "e0"));
}

/** An article that names somebody once. */
function naming(text: string, name: string, given: Parameters<typeof entityDraft>[1] = {}): ArticleRecord {
  return recordOf(text, { entities: [entityDraft(name, given)], mentions: [mention(text, name, "e0")] });
}
const spotOf = (record: ArticleRecord): Anchor => at(record, record.extraction.mentions[0] as Mention);

describe("two of one name", () => {
  const records = ["one", "two", "three", "four"].map((word) => naming(`Li Wei in ${word}.`, "Li Wei"));
  const [one, two, three] = records.map(spotOf) as [Anchor, Anchor, Anchor];

  it("are one as long as nobody says otherwise", () => {
    expect(new Set(firstNodes(records, [])).size).toBe(1);
  });

  it("are two where a verdict says so; what it does not speak of goes where its name leads, to the rest", () => {
    const [a, b, c, d] = firstNodes(records, rule({ type: "different", left: [one], right: [two, three] }));
    expect([b, c, d]).toEqual([b, b, b]);
    expect(a).not.toBe(b);
  });

  it("stay two after more of one of them is told apart, and are one again where a later verdict says so", () => {
    const first: Ruling = { type: "different", left: [one], right: [two, three] };
    const [a, b, c] = firstNodes(records, rule(first, { type: "different", left: [two], right: [three] }));
    expect(new Set([a, b, c]).size).toBe(3);
    const joined = firstNodes(records, rule(first, { type: "same", mentions: [one, two, three] }));
    expect(new Set(joined).size).toBe(1);
  });

  it.each([0, 1, 2])("bear the name that was given to both where most of it is, whichever was first: %i", (alone) => {
    const all = [one, two, three];
    const verdicts = rule(
      { type: "different", left: all.slice(alone, alone + 1), right: all.filter((_, i) => i !== alone) },
      { type: "rename", mentions: all, name: "The envoy" },
    );
    const { entities, nodeOf } = resolve(records.slice(0, 3), knowledge, verdicts);
    const labelOf = (record: ArticleRecord): string | undefined =>
      entities.find(({ id }) => id === nodeOf(record.article.id, "e0"))?.label;
    expect(records.slice(0, 3).map(labelOf)).toEqual(all.map((_, i) => (i === alone ? "Li Wei" : "The envoy")));
  });

  it("are two however few of the articles are there", () => {
    const verdicts = rule({ type: "different", left: [one], right: [two] });
    expect(new Set(firstNodes(records.slice(0, 2), verdicts)).size).toBe(2);
    // The tag tells it from nobody when the other is gone.
    expect(firstNodes(records.slice(0, 1), verdicts)).toEqual(["person:li-wei"]);
  });
});

it("is the latest verdict that counts, in whatever order things came by what verdicts say of them", () => {
  const [first, second] = [0, 1].map((verdict) => ({ verdict, side: "same" as const })) as [Side, Side];
  const [left, right] = ["left", "right"].map((side) => ({ verdict: 1, side })) as [Side, Side];
  expect(rulingOf([left, first], [right, first])).toBe("different");
  expect(rulingOf([first, left], [first, right])).toBe("different");
  expect(rulingOf([first, left], [first, left])).toBe("same");
  expect(rulingOf([second], [first])).toBeUndefined();
});

describe("what the gazetteer knows", () => {
  const blinken = { known: "person:antony-blinken", state: "US" };
  const records = ["one", "two"].map((word) => naming(`Antony Blinken in ${word}.`, "Antony Blinken", blinken));
  const [one, two] = records.map(spotOf) as [Anchor, Anchor];

  it("is not meant by what is ruled to be another", () => {
    const [a, b] = firstNodes(records, rule({ type: "different", left: [one], right: [two] }));
    expect(b).toBe("person:antony-blinken");
    expect(a).toMatch(/^person:antony-blinken-[0-9a-f]{4}$/);
  });

  it("is one with whoever is ruled to be the same, and with those whom only he could be", () => {
    const nick = naming("Mr Secretary came.", "Mr Secretary");
    const spelled = naming("Anthony Blinkin came.", "Anthony Blinkin");
    const nodes = firstNodes([...records, nick, spelled], rule({ type: "same", mentions: [one, spotOf(nick)] }));
    expect(nodes).toEqual(Array(4).fill("person:antony-blinken"));
  });
});

describe("what somebody joins though articles take it for things of two kinds", () => {
  const price = naming("Ned Price spoke.", "Ned Price", { known: "person:ned-price", state: "US" });
  const group = naming("The Foobar Group spoke.", "Foobar Group", { kind: "Organization" });
  const [one, two] = ["one", "two"].map((word) => naming(`Foobar was in ${word}.`, "Foobar", { kind: "Place" }));

  it.each<readonly [string, readonly ArticleRecord[], string, string]>([
    ["is what the gazetteer says", [group, price], "Person", "person:ned-price"],
    ["is what most articles say", [group, one, two] as ArticleRecord[], "Place", "place:foobar"],
    ["is the same in any order", [two, group, one] as ArticleRecord[], "Place", "place:foobar"],
    ["is the first kind where as many say either", [one, group] as ArticleRecord[], "Organization", "org:foobar-group"],
  ])("%s", (_, records, kind, id) => {
    const verdicts = rule({ type: "same", mentions: records.map(spotOf) });
    expect(resolve(records, knowledge, verdicts).entities).toMatchObject([{ kind, id }]);
  });
});

describe("what is left of an article", () => {
  const { extraction } = recordOf("A text.", {
    entities: [
      entityDraft("A", { offices: [{ office: "mayor", of: "e1", former: false }] }),
      entityDraft("B", { kind: "Place" }),
      entityDraft("C", { offices: [{ office: "mayor", of: "e0", former: false }] }),
    ],
    events: [
      eventDraft("Meeting", ["e0"]),
      eventDraft("Call", ["e0", "e2"], {
        place: "e1",
        inviters: ["e1", "e2"],
        invitees: ["e1", "e0"],
        related: ["v0"],
      }),
    ],
    statements: [
      statementDraft("e0", "MET", "e2", { attribution: ["e1", { words: "sources" }, "e2"], event: "v1" }),
      statementDraft("e2", "DENIED", "e0", { about: 0 }),
    ],
  });

  it("speaks of nobody who is gone: neither as a place, a source or a guest, nor as what an office is of", () => {
    const left = without(extraction, new Set<LocalId>(["e1", "v0"]), new Set());
    expect(left.entities.map(({ offices }) => offices)).toEqual([[], [{ office: "mayor", of: "e0", former: false }]]);
    expect(left.events).toMatchObject([{ type: "Call", inviters: ["e1"], invitees: ["e0"], related: [] }]);
    expect(left.events[0]?.place).toBeUndefined();
    expect(left.events[0]?.participants.map(({ entity }) => entity)).toEqual(["e0", "e1"]);
    expect(left.statements).toMatchObject([
      { subject: "e0", object: "e1", attribution: [{ words: "sources" }, "e1"], event: "v0" },
      { subject: "e1", object: "e0", about: 0 },
    ]);
  });
});

describe("one article", () => {
  const text = "Khan met Qureshi. Khan was jailed. Khan flew to Kabul.";
  const second = text.indexOf("Khan was");
  const third = text.indexOf("Khan flew");
  const sentence = (start: number): { readonly start: number; readonly end: number } => ({
    start,
    end: text.indexOf(".", start) + 1,
  });
  const mentions = [
    mention(text, "Khan", "e0"),
    mention(text, "Qureshi", "e1"),
    mention(text, "Khan", "e0", second),
    mention(text, "Khan", "e0", third),
    mention(text, "Kabul", "e2"),
  ];
  const record = recordOf(text, {
    entities: [
      entityDraft(["Imran Khan", "Khan"]),
      entityDraft("Shah Qureshi"),
      entityDraft("Kabul", { kind: "Place" }),
    ],
    events: [eventDraft("Meeting", ["e0", "e1"]), eventDraft("Visit", ["e0"], { evidence: [sentence(third)] })],
    mentions,
    statements: [
      statementDraft("e0", "MET", "e1", { evidence: sentence(0), event: "v0" }),
      statementDraft("e0", "VISITED", "e2", { evidence: sentence(third), event: "v1", about: 0 }),
      statementDraft("e1", "PARTICIPATED_IN", "v0", { evidence: sentence(0), role: "participant" }),
    ],
  });
  const revised = (...rulings: readonly Ruling[]): Extraction => createReviser(rule(...rulings))(record).extraction;
  const spot = (i: number): Anchor => at(record, mentions[i] as Mention);

  it("is the same object where nothing is said of it", () => {
    const elsewhere = { article: "0" as ArticleId, start: 0, end: 4 };
    expect(createReviser(rule({ type: "same", mentions: [spot(0), elsewhere] }))(record)).toBe(record);
  });

  it("parts what it takes for one, with what is said in sentences that speak of the part alone", () => {
    const {
      entities,
      mentions: now,
      statements,
    } = revised({
      type: "different",
      left: [spot(2), spot(3)],
      right: [spot(0)],
    });
    expect(entities.map(({ names }) => names.map((name) => name.text))).toEqual([
      ["Khan"],
      ["Shah Qureshi"],
      ["Kabul"],
      ["Khan"],
    ]);
    expect(now.map(({ of }) => of)).toEqual(["e0", "e1", "e3", "e3", "e2"]);
    expect(statements.map(({ subject }) => subject)).toEqual(["e0", "e3", "e1"]);
  });

  it("loses an entity that is none, with all that is said of it", () => {
    const {
      entities,
      events,
      mentions: now,
      statements,
    } = revised({ type: "reject", mentions: [spot(0)], statements: [] });
    expect(entities.map(({ names }) => names[0]?.text)).toEqual(["Shah Qureshi", "Kabul"]);
    expect(events.map(({ participants }) => participants.map(({ entity }) => entity))).toEqual([["e0"], []]);
    expect(now.map(({ of }) => of)).toEqual(["e0", "e1"]);
    expect(statements).toMatchObject([{ subject: "e0", relation: "PARTICIPATED_IN", object: "v0" }]);
  });

  it("loses an event that is none; what happened in it stays", () => {
    const meeting = { article: record.article.id, start: 0, end: 1, event: "Meeting" };
    const { events, statements } = revised({ type: "reject", mentions: [meeting], statements: [] });
    expect(events.map(({ type }) => type)).toEqual(["Visit"]);
    expect(statements.map(({ relation, event }) => [relation, event])).toEqual([
      ["MET", undefined],
      ["VISITED", "v0"],
    ]);
  });

  it.each([
    [0, ["VISITED", "PARTICIPATED_IN"], [2, 1]],
    [2, ["MET", "VISITED"], [1, 1]],
  ])("loses a statement that is wrong: %j", (index, left, participants) => {
    const statement = record.extraction.statements[index];
    if (statement === undefined) throw new RangeError("no such statement");
    const anchor = statementAnchorOf(record.article.id, record.extraction, statement);
    expect(statementsAt(record.extraction, anchor)).toEqual([index]);
    // Where nobody is named at that place any more, it is the statement of somebody else.
    const nowhere = { start: 200, end: 204 };
    expect(statementsAt(record.extraction, { ...anchor, subject: nowhere })).toEqual([]);
    expect(statementsAt(record.extraction, { ...anchor, object: nowhere })).toEqual([]);
    expect(statementsAt(record.extraction, { ...anchor, office: "mayor" })).toEqual([]);
    const { statements, events } = revised({ type: "reject", mentions: [], statements: [anchor] });
    expect(statements.map(({ relation }) => relation)).toEqual(left);
    expect(statements.find(({ relation }) => relation === "VISITED")?.about).toBe(index === 0 ? undefined : 0);
    expect(events.map((event) => event.participants.length)).toEqual(participants);
  });

  it("is searched for what shares most with the words of an anchor", () => {
    const { extraction } = record;
    expect(localAt(extraction, { start: 9, end: 16 })).toBe("e1");
    expect(localAt(extraction, { start: 5, end: 17 })).toBe("e1");
    expect(localAt(extraction, { start: 4, end: 8 })).toBeUndefined();
    expect(localAt(extraction, { start: 0, end: 1, event: "Meeting" })).toBe("v0");
    expect(localAt(extraction, { start: 0, end: 1, event: "Call" })).toBeUndefined();
    expect(placesOf(extraction, "e0")).toHaveLength(3);
    expect(anchorOf(record.article.id, extraction, "e2")).toEqual(spot(4));
  });

  it.each<readonly [string, Ruling, boolean, string]>([
    ["both ends", { type: "same", mentions: [spot(0), spot(1)] }, true, "applies"],
    ["one end", { type: "same", mentions: [spot(0), { ...spot(1), start: 200, end: 204 }] }, true, "lost"],
    ["no article", { type: "same", mentions: [spot(0), spot(1)] }, false, "absent"],
    ["one side", { type: "different", left: [spot(0)], right: [{ ...spot(1), event: "Call" }] }, true, "lost"],
    ["a name", { type: "rename", mentions: [spot(0)], name: "K" }, true, "applies"],
    [
      "no statement",
      { type: "reject", mentions: [], statements: [{ ...spot(0), relation: "MET", modality: "denied" }] },
      true,
      "lost",
    ],
  ])("reaches a verdict with %s", (_, ruling, isThere, reach) => {
    expect(reachOf(ruling, () => (isThere ? record.extraction : undefined))).toBe(reach);
  });
});
