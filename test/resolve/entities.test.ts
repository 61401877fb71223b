import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createPhonetics } from "../../src/language/phonetic.ts";
import type { EntityDraft } from "../../src/model/extraction.ts";
import { createEntityResolver, type EntityGroup, type ResolvableRecord } from "../../src/resolve/entity-resolver.ts";
import { createKnownNames } from "../../src/resolve/naming.ts";
import { createStories } from "../../src/resolve/mates.ts";
import { entityDraft, recordOf } from "../helpers/extraction.ts";
import { knowledge } from "../helpers/knowledge.ts";

const phonetics = createPhonetics(knowledge.letters);
const context = {
  phonetics,
  namesOf: createKnownNames(knowledge).spellingsOf,
  isSole: (office: string) => office === "finance-minister",
  held: () => undefined,
};

/** The entities of several articles that are one: pairs of the position of the article and of the entity in it. */
function grouped(records: readonly ResolvableRecord[]): [record: number, index: number][][] {
  const stories = createStories();
  const resolver = createEntityResolver(context, stories, { of: () => undefined });
  for (const record of records) {
    stories.add(record.article.id, record.extraction);
    resolver.add(record);
  }
  resolver.settle();
  const found = new Map<EntityGroup, [number, number][]>();
  for (const [i, { article, extraction }] of records.entries()) {
    for (const index of extraction.entities.keys()) {
      const group = resolver.groupOf(article.id, index);
      if (group !== undefined) found.set(group, [...(found.get(group) ?? []), [i, index]]);
    }
  }
  return [...found.values()];
}

/** The entities of several articles, one list an article, as groups of those that are one. */
function groups(...articles: readonly (readonly EntityDraft[])[]): string[] {
  const records = articles.map((entities, i) => recordOf(`article ${i}`, { entities }));
  const nameAt = (record: number, index: number): string => {
    const draft = articles[record]?.[index];
    return `${record}${index} ${draft?.names[0]?.text ?? draft?.known ?? ""}`.trim();
  };
  return grouped(records)
    .map((members) =>
      members
        .map(([record, index]) => nameAt(record, index))
        .sort()
        .join(" = "),
    )
    .sort();
}

const one = (a: EntityDraft, b: EntityDraft): boolean => groups([a], [b]).length === 1;

describe("two entities are one", () => {
  it.each<[string, EntityDraft, EntityDraft]>([
    [
      "with one id",
      entityDraft("Blinken", { known: "person:antony-blinken" }),
      entityDraft("بلنکن", { known: "person:antony-blinken" }),
    ],
    ["with one name", entityDraft("Olof Palme"), entityDraft("Olof Palme")],
    [
      "with one name among several",
      entityDraft(["Palme", "Olof Palme"]),
      entityDraft(["Sven Olof Palme", "Olof Palme"]),
    ],
    ["in two spellings", entityDraft("Anwar Sadat"), entityDraft("Anwar el-Sadat")],
    ["across scripts", entityDraft("Haneef Atmar"), entityDraft("حنیف اتمر")],
    ["across scripts, with three words", entityDraft("Abdul Salam Hanafi"), entityDraft("عبد السلام حنفی")],
    [
      "where only one has an id",
      entityDraft("Antony Blinken", { known: "person:antony-blinken" }),
      entityDraft("Antony Blinken"),
    ],
    ["where only one has a state", entityDraft("Olof Palme", { state: "SE" }), entityDraft("Olof Palme")],
    [
      "who hold one office in one state, in spellings that are less alike",
      entityDraft("Roderich Kiesewetter", { state: "DE", offices: [{ office: "finance-minister", former: false }] }),
      entityDraft("Roderich Kiesewalder", { state: "DE", offices: [{ office: "finance-minister", former: false }] }),
    ],
    [
      "of another kind than a person by a single word",
      entityDraft("Bundeswehr", { kind: "Organization" }),
      entityDraft("Bundeswehr", { kind: "Organization" }),
    ],
  ])("%s", (_, a, b) => {
    expect(one(a, b)).toBe(true);
    expect(one(b, a)).toBe(true);
  });
});

describe("two entities are two", () => {
  it.each<[string, EntityDraft, EntityDraft]>([
    [
      "with two ids",
      entityDraft("Khan", { known: "person:imran-khan" }),
      entityDraft("Khan", { known: "person:ayub-khan" }),
    ],
    ["with one last name", entityDraft("Nawaz Sharif"), entityDraft("Shehbaz Sharif")],
    ["with one last name, across scripts", entityDraft("Nawaz Sharif"), entityDraft("شہباز شریف")],
    ["with one first name", entityDraft("Imran Khan"), entityDraft("Imran Hashmi")],
    ["with a part of a name only", entityDraft("Khan"), entityDraft("Khan")],
    ["with a part of the other's name", entityDraft("Khan"), entityDraft("Imran Khan")],
    ["of two kinds", entityDraft("Georgia Meloni"), entityDraft("Georgia Meloni", { kind: "Place" })],
    ...(
      [
        ["an office that one of them held before", "finance-minister", true],
        ["an office that many hold", "diplomat", false],
      ] as const
    ).map(([what, office, former]): [string, EntityDraft, EntityDraft] => [
      `in spellings that are less alike, with ${what}`,
      entityDraft("Roderich Kiesewetter", { state: "DE", offices: [{ office, former: false }] }),
      entityDraft("Roderich Kiesewalder", { state: "DE", offices: [{ office, former }] }),
    ]),
    [
      "with the same office and another given name",
      entityDraft("Farid Zakaria", { state: "DE", offices: [{ office: "finance-minister", former: false }] }),
      entityDraft("Farida Zakaria", { state: "DE", offices: [{ office: "finance-minister", former: false }] }),
    ],
    [
      "of two states",
      entityDraft("Abdullah Abdullah", { state: "AF" }),
      entityDraft("Abdullah Abdullah", { state: "MY" }),
    ],
  ])("%s", (_, a, b) => {
    expect(one(a, b)).toBe(false);
    expect(one(b, a)).toBe(false);
  });

  it("where one article tells them apart", () => {
    const known = entityDraft("George Bush", { known: "person:george-w-bush" });
    expect(groups([known, entityDraft("George Bush")])).toHaveLength(2);
  });
});

describe("one article that tells two apart among many that name one of them", () => {
  const known = entityDraft("George Bush", { known: "person:george-w-bush" });
  const unknown = entityDraft("George Bush");
  const others = Array.from({ length: 8 }, () => [unknown]);

  it.each([
    ["first", [[known, unknown], ...others]],
    ["last", [...others, [known], [known, unknown]]],
    ["in the middle", [...others.slice(4), [known, unknown], ...others.slice(4)]],
  ])("does so where it comes %s", (_, articles) => {
    expect(groups(...articles)).toHaveLength(2);
  });
});

describe("groups of entities", () => {
  it("join through a third", () => {
    expect(
      groups([entityDraft("Haneef Atmar")], [entityDraft("حنیف اتمر")], [entityDraft(["Atmar", "Haneef Atmar"])]),
    ).toEqual(["00 Haneef Atmar = 10 حنیف اتمر = 20 Atmar"]);
  });

  it("never hold two ids, whoever stands between them", () => {
    const [imran, other] = [
      entityDraft("Imran Khan", { known: "person:imran-khan" }),
      entityDraft("Imran Khan", { known: "person:imran-khan-niazi" }),
    ];
    for (const articles of [
      [[imran], [entityDraft("Imran Khan")], [other]],
      [[other], [entityDraft("Imran Khan")], [imran]],
    ]) {
      expect(groups(...articles)).toHaveLength(2);
    }
  });

  it("leave out who has neither id nor name", () => {
    const records = [recordOf("article", { entities: [entityDraft([]), entityDraft("Olof Palme")] })];
    expect(grouped(records)).toEqual([[[0, 1]]]);
  });

  it("do not depend on the order of articles", () => {
    const articles = [
      [entityDraft("Haneef Atmar"), entityDraft("Pakistan", { kind: "Government", known: "gov:PK" })],
      [entityDraft("حنیف اتمر"), entityDraft("Abdullah Abdullah", { state: "AF" })],
      [entityDraft("Abdullah Abdullah"), entityDraft("Abdullah Abdullah", { state: "MY" })],
      [entityDraft([], { kind: "Government", known: "gov:PK" }), entityDraft("Nawaz Sharif")],
    ];
    const sizes = (order: readonly number[]): number[] =>
      groups(...order.map((i) => articles[i] ?? []))
        .map((group) => group.split(" = ").length)
        .sort((a, b) => a - b);
    expect(sizes([3, 2, 1, 0])).toEqual(sizes([0, 1, 2, 3]));
    expect(sizes([1, 3, 0, 2])).toEqual(sizes([0, 1, 2, 3]));
  });
});

describe("articles that tell one story", () => {
  const states = ["ML", "FR", "RU", "EU"].map((code) =>
    entityDraft(code, { kind: "Government", known: `gov:${code}` }),
  );
  const told = (...people: readonly EntityDraft[]): string[] => {
    const records = people.map((person, i) => {
      const record = recordOf(`article ${i}`, { entities: [...states, person] });
      return { ...record, extraction: { ...record.extraction, anchor: { from: "2022-05-06", to: "2022-05-06" } } };
    });
    return grouped(records)
      .filter(([first]) => first?.[1] === states.length)
      .map((members) => members.map(([record]) => record).join());
  };

  it("name one person even if one of them ties him to another state", () => {
    expect(told(entityDraft("Abdoulaye Diop", { state: "ML" }), entityDraft("عبدولائے دیوپ", { state: "FR" }))).toEqual([
      "0,1",
    ]);
  });

  it("name one person by spellings that are alike, if not enough for others", () => {
    const [latin, arabic] = [entityDraft("Michelle Bachelet"), entityDraft("میشیل بیچلے")];
    expect(told(latin, arabic)).toEqual(["0,1"]);
    expect(one(latin, arabic)).toBe(false);
  });

  it("name one person by a part of his name, unless it fits two", () => {
    expect(told(entityDraft("Abdoulaye Diop"), entityDraft("Diop"))).toEqual(["0,1"]);
    expect(
      told(
        entityDraft("Abdoulaye Diop", { state: "ML" }),
        entityDraft("Fatou Diop", { state: "SN" }),
        entityDraft("Diop"),
      ),
    ).toHaveLength(3);
  });

  it("keep people with other given names apart", () => {
    expect(told(entityDraft("Nawaz Sharif"), entityDraft("Shehbaz Sharif"))).toHaveLength(2);
  });
});

describe("articles that come and go", () => {
  it("give the groups of those that are there, in whatever order they came", () => {
    const known = ["ML", "FR", "RU", "EU"].map((code) =>
      entityDraft(code, { kind: "Government", known: `gov:${code}` }),
    );
    const people = [
      entityDraft("Haneef Atmar"),
      entityDraft("حنیف اتمر"),
      entityDraft("Haneef Atmar", { state: "AF" }),
      entityDraft("Haneef Atmar", { state: "PK" }),
      entityDraft("Atmar"),
      entityDraft("Antony Blinken"),
      entityDraft("Antony Blinken", { known: "person:antony-blinken" }),
      entityDraft("انٹونی بلنکن"),
      entityDraft("Roderich Kiesewetter", { state: "DE", offices: [{ office: "finance-minister", former: false }] }),
      entityDraft("Roderich Kiesewalder", { state: "DE", offices: [{ office: "finance-minister", former: false }] }),
    ];
    const article = fc.record({
      people: fc.uniqueArray(fc.nat({ max: people.length - 1 }), { maxLength: 4 }),
      day: fc.constantFrom("2010-05-06", "2022-05-06", "2022-05-07", "2022-06-01"),
      states: fc.integer({ min: 2, max: 4 }),
    });
    fc.assert(
      fc.property(
        fc.array(article, { minLength: 1, maxLength: 8 }),
        fc.array(article, { maxLength: 4 }),
        (stay, pass) => {
          const records = [...stay, ...pass].map(({ people: chosen, day, states }, i) => {
            const entities = [...known.slice(0, states), ...chosen.map((at) => people[at] as EntityDraft)];
            const record = recordOf(`article ${i}`, { entities });
            return { ...record, extraction: { ...record.extraction, anchor: { from: day, to: day } } };
          });
          const groupsAfter = (added: readonly number[], removed: readonly number[]): string[] => {
            const stories = createStories();
            const resolver = createEntityResolver(context, stories, { of: () => undefined });
            for (const i of added) {
              const record = records[i] as (typeof records)[number];
              stories.add(record.article.id, record.extraction);
              resolver.add(record);
              if (i % 2 === 0) resolver.settle();
            }
            for (const i of removed) {
              const { id } = (records[i] as (typeof records)[number]).article;
              resolver.remove(id);
              stories.remove(id);
              if (i % 2 === 0) resolver.settle();
            }
            resolver.settle();
            return [...resolver.groups()].map(({ members }) => members.map(({ key }) => key).join()).sort();
          };
          const all = records.map((_, i) => i);
          const left = all.slice(0, stay.length);
          expect(groupsAfter(all.toReversed(), all.slice(stay.length))).toEqual(groupsAfter(left, []));
        },
      ),
    );
  });
});
