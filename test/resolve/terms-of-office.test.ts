import { describe, expect, it } from "vitest";
import { createPhonetics } from "../../src/language/phonetic.ts";
import type { EntityDraft } from "../../src/model/extraction.ts";
import { spanOfDate } from "../../src/model/time.ts";
import { createEntityResolver } from "../../src/resolve/entity-resolver.ts";
import { createTermsOfOffice } from "../../src/seeds/terms-of-office.ts";
import { entityDraft, recordOf } from "../helpers/extraction.ts";
import { knowledge } from "../helpers/knowledge.ts";

/** Made-up terms: a chancellor until 2013, another from 2014 on; nobody is known of before 2006. */
const { held } = createTermsOfOffice({
  states: knowledge.gazetteer.states,
  termsOfOffice: {
    asOf: "2020-06",
    terms: [
      {
        office: "prime-minister",
        of: "DE",
        holders: [
          { person: "roderich-kiesewetter", from: "2006-02", to: "2013-12" },
          { person: "norbert-roettgen", from: "2014-01" },
        ],
      },
    ],
  },
});

describe("who held an office when", () => {
  it.each<readonly [person: string, date: string, held: boolean | undefined]>([
    ["roderich-kiesewetter", "2006-02-01", true],
    ["roderich-kiesewetter", "2013-12-31", true],
    ["roderich-kiesewetter", "2014-02-01", false],
    ["roderich-kiesewetter", "2006-01-31", undefined],
    ["norbert-roettgen", "2013-11-30", false],
    // The month in which it changes hands tells of nobody that he does not hold it.
    ["norbert-roettgen", "2013-12-01", undefined],
    ["roderich-kiesewetter", "2014-01-31", undefined],
    // Who has no end goes on, and whether somebody else came after him is known up to a month.
    ["norbert-roettgen", "2024-01-01", true],
    ["roderich-kiesewetter", "2020-05-31", false],
    ["roderich-kiesewetter", "2020-06-01", undefined],
  ])("%s on %s: %s", (person, date, answer) => {
    expect(held(`person:${person}`, "prime-minister", "gov:DE", spanOfDate(date))).toBe(answer);
  });

  it("says nothing of another office or place, nor without a date", () => {
    const id = "person:norbert-roettgen";
    expect(held(id, "president", "gov:DE", spanOfDate("2010-05-01"))).toBeUndefined();
    expect(held(id, "prime-minister", "gov:AT", spanOfDate("2010-05-01"))).toBeUndefined();
    expect(held(id, "prime-minister", "gov:DE", {})).toBeUndefined();
  });

  it("is who held it wherever that is, where it is not said where", () => {
    expect(held("person:norbert-roettgen", "prime-minister", undefined, spanOfDate("2016-05-01"))).toBe(true);
    expect(held("person:norbert-roettgen", "prime-minister", undefined, spanOfDate("2010-05-01"))).toBeUndefined();
  });

  it("of a span is who held it in some part, and not who is known not to have in all of it", () => {
    const id = "person:norbert-roettgen";
    expect(held(id, "prime-minister", "gov:DE", { from: "2013-06-01", to: "2014-06-30" })).toBe(true);
    expect(held(id, "prime-minister", "gov:DE", { from: "2005-06-01", to: "2006-06-30" })).toBeUndefined();
    expect(held(id, "prime-minister", "gov:DE", { from: "2010-06-01", to: "2010-06-30" })).toBe(false);
  });
});

/** Whether two are one of whom articles of these days speak. */
function areOne(...people: readonly (readonly [EntityDraft, day: string])[]): boolean {
  const resolver = createEntityResolver(
    {
      phonetics: createPhonetics(knowledge.letters),
      namesOf: () => ["Roderich Kiesewetter"],
      isSole: () => true,
      held,
    },
    { of: () => new Set() },
    { of: () => undefined },
  );
  for (const [i, [draft, day]] of people.entries()) {
    const record = recordOf(`article ${i}`, { entities: [draft] });
    resolver.add({ ...record, extraction: { ...record.extraction, anchor: spanOfDate(day) } });
    resolver.settle();
  }
  return [...resolver.groups()].length === 1;
}

const holding = (name: string, given: Partial<EntityDraft> = {}): EntityDraft =>
  entityDraft(name, { state: "DE", offices: [{ office: "prime-minister", former: false }], ...given });
const known = entityDraft("Roderich Kiesewetter", { known: "person:roderich-kiesewetter", state: "DE" });

describe("two who are said to hold one office", () => {
  it.each<readonly [string, string, string, boolean]>([
    ["are one in spellings that are less alike within a term", "2001-05-01", "2005-05-01", true],
    ["are two a term apart", "2001-05-01", "2011-05-01", false],
  ])("%s", (_, first, second, one) => {
    const [a, b] = [holding("Roderich Kiesewetter"), holding("Roderich Kiesewalder")];
    expect(areOne([a, first], [b, second])).toBe(one);
    expect(areOne([b, second], [a, first])).toBe(one);
  });

  it("are one as soon as an article says so of a time between", () => {
    const [a, b] = [holding("Roderich Kiesewetter"), holding("Roderich Kiesewalder")];
    expect(areOne([a, "1991-05-01"], [b, "2001-05-01"], [a, "1996-06-01"])).toBe(true);
  });
});

describe("somebody known", () => {
  it.each<readonly [string, string, string, boolean]>([
    ["is who held his office then, in a spelling that is less alike", "Roderich Kiesewalder", "2010-05-01", true],
    ["is nobody of such a spelling of another time", "Roderich Kiesewalder", "2003-05-01", false],
    ["is who has his name, if nobody knows who held the office then", "Roderich Kiesewettér", "2003-05-01", true],
    ["is nobody of his name who holds an office that was another's", "Roderich Kiesewettér", "2016-05-01", false],
  ])("%s", (_, name, day, one) => {
    expect(areOne([known, "2010-05-01"], [holding(name), day])).toBe(one);
    expect(areOne([holding(name), day], [known, "2010-05-01"])).toBe(one);
  });
});
