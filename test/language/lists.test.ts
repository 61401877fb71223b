import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { listedWords } from "../../src/language/lexicon.ts";
import { withLists } from "../../src/language/lists.ts";
import type { Diagnostic } from "../../src/model/diagnostic.ts";
import type { EntityList, ListedEntity } from "../../src/model/entity-list.ts";
import type { EntityNode, Graph } from "../../src/model/graph.ts";
import type { LanguageCode } from "../../src/model/ids.ts";
import { buildGraph } from "../../src/pipeline/build-graph.ts";
import { createArticleExtractor } from "../../src/pipeline/extract-article.ts";
import type { Knowledge } from "../../src/seeds/knowledge.ts";
import { articleOf, knowledge } from "../helpers/knowledge.ts";

/** Names are parted by `|`; one that begins with a code of a language and a colon is of that language. */
function row(id: string, kind: string, names: string, more: Partial<ListedEntity> = {}): ListedEntity {
  const listed = names.split("|").map((name) => {
    const [, language, text = name] = /^(?:([a-z]{2}):)?(.*)$/.exec(name) ?? [];
    return language === undefined ? { text } : { text, language: language as LanguageCode };
  });
  return { id, kind, names: names === "" ? [] : listed, sameAs: [], ...more };
}

const listOf = (...entities: readonly ListedEntity[]): EntityList => ({ name: "people.csv", entities });

interface Listed {
  readonly knowledge: Knowledge;
  readonly notes: readonly string[];
}

function take(...lists: readonly EntityList[]): Listed {
  const diagnostics: Diagnostic[] = [];
  const listed = withLists(knowledge, lists, (diagnostic) => diagnostics.push(diagnostic));
  return { knowledge: listed, notes: diagnostics.map(({ message }) => message) };
}

function graphWith(known: Knowledge, ...texts: readonly string[]): Graph {
  const extract = createArticleExtractor(known);
  const articles = texts.map((text, i) => articleOf(text, { name: `a${i}`, publishedAt: "2022-05-06" }));
  return buildGraph(
    articles.map((article) => ({ article, extraction: extract(article) })),
    known,
  );
}

/** Ids of the people, states, places and organizations that articles name. */
function idsIn(known: Knowledge, ...texts: readonly string[]): readonly string[] {
  return [...graphWith(known, ...texts).nodes()].filter(({ type }) => type === "entity").map(({ id }) => id);
}

const entityOf = (graph: Graph, id: string): EntityNode => graph.node(id) as EntityNode;

const EN = "Jane Goodall met the German chancellor in Berlin on Monday, and she said that the talks had been good.";
const DE =
  "Die Bundeskanzlerin hat am Montag in Berlin die Rede von Jane Goodalls Stiftung gelobt, und sie dankte ihr.";
const UR = "جرمن چانسلر نے برلن میں جین گوڈال سے ملاقات کی اور ان کا شکریہ ادا کیا۔";
const FULL = row("P-1", "Person", "Jane Goodall|ur:جین گوڈال", { sameAs: ["Q184746"] });

describe("names of a list are found", () => {
  const { knowledge: listed } = take(listOf(FULL));

  test.each([
    ["in English", EN],
    ["in German, with an ending", DE],
    ["in Urdu", UR],
  ])("%s", (_, text) => {
    expect(idsIn(knowledge, text)).not.toContain("P-1");
    expect(idsIn(listed, text)).toContain("P-1");
  });

  test("as one node, with the id and the addresses of the list", () => {
    const node = entityOf(graphWith(listed, EN, DE, UR), "P-1");
    expect(node).toMatchObject({ kind: "Person", label: "Jane Goodall", articles: 3, sameAs: ["Q184746"] });
    expect(node.names["ur"]).toEqual(["جین گوڈال"]);
  });

  test("in a script for which the list has none, by their sound", () => {
    const latin = take(listOf(row("P-1", "Person", "Jane Goodall"))).knowledge;
    const urdu = "وزیر جین گوڈال نے برلن میں جرمن چانسلر سے ملاقات کی۔ جین گوڈال نے ان کا شکریہ ادا کیا۔";
    const graph = graphWith(latin, EN, urdu);
    expect(entityOf(graph, "P-1")).toMatchObject({ articles: 2, names: { ur: ["جین گوڈال"] } });
  });

  test.each([
    [
      "organizations",
      row("acme", "Organization", "Acme Rockets GmbH"),
      "Acme Rockets GmbH signed an agreement with Pakistan on Monday.",
    ],
    [
      "places",
      row("area-51", "Place", "Groom Lake"),
      "Antony Blinken met Olaf Scholz at Groom Lake on Monday, officials said.",
    ],
    [
      "states",
      row("somaliland", "Government", "Somaliland"),
      "Somaliland signed an agreement with Ethiopia on Monday, and it thanked Ethiopia.",
    ],
  ])("of %s", (_, entity, text) => {
    expect(idsIn(take(listOf(entity)).knowledge, text)).toContain(entity.id);
  });

  test("in languages without rules", () => {
    const russian =
      "Сегодня в Москве Джейн Гудолл встретилась с министром, и она сказала, что это было хорошо для России.";
    expect(idsIn(take(listOf(row("P-1", "Person", "Джейн Гудолл"))).knowledge, russian)).toContain("P-1");
  });
});

describe("a single word", () => {
  const text = "Goodall visited Paris on Monday, and she said that the talks had been good.";

  test("of a person with a longer name counts where the article has that, and nowhere else", () => {
    const { knowledge: listed } = take(listOf(row("P-1", "Person", "Jane Goodall|Goodall|Lady Jane|Jeannie")));
    expect(idsIn(listed, text)).not.toContain("P-1");
    const node = entityOf(graphWith(listed, `${EN} Jeannie visited Paris. ${text}`), "P-1");
    expect(node.aliases).toEqual(expect.arrayContaining(["Goodall", "Jeannie"]));
  });

  test("counts everywhere for a person who has no longer name", () => {
    const { knowledge: listed } = take(listOf(row("pele", "Person", "Pelé")));
    expect(idsIn(listed, "Pelé met Angela Merkel in Berlin on Monday, and she thanked him.")).toContain("pele");
  });

  test("that is also another word is passed over where no capital tells", () => {
    const { knowledge: listed } = take(listOf(row("paper", "Organization", "Treffen|Das Treffen Magazin")));
    expect(listedWords(listed).get("German")).toEqual(["Treffen"]);
    expect(listedWords(listed).get("English")).toEqual([]);
    const { knowledge: small } = take(listOf(row("paper", "Organization", "the"), row("shop", "Organization", "ebay")));
    expect(listedWords(small).get("English")).toEqual(["the"]);
    expect(listedWords(knowledge).size).toBe(0);
    const german = "Das Treffen von Angela Merkel und Antony Blinken in Berlin war gut, und sie dankte ihm.";
    expect(idsIn(listed, german)).not.toContain("paper");
  });

  test("does not count as a last name under a title", () => {
    const { knowledge: listed } = take(listOf(row("P-1", "Person", "Jane Goodall", { state: "GB" })));
    expect(
      idsIn(listed, "British Foreign Minister Goodall visited Paris on Monday, and she met the French president."),
    ).not.toContain("P-1");
  });

  test("leaves a known last name what it is", () => {
    const { knowledge: listed } = take(listOf(row("P-1", "Person", "Fred Trump|Trump")));
    const ids = idsIn(listed, "Trump visited Paris on Monday, and he met the French president.");
    expect(ids).toContain("person:donald-trump");
    expect(ids).not.toContain("P-1");
  });
});

describe("what is shipped", () => {
  const text = "Antony Blinken met Angela Merkel in Berlin on Monday.";
  const urdu = "امریکی وزیر خارجہ اینٹونی بلنکن نے برلن میں جرمن چانسلر انگیلا میرکل سے ملاقات کی۔";

  test("gets names and addresses by its id", () => {
    const { knowledge: listed, notes } = take(
      listOf(
        row("person:antony-blinken", "Person", "Tonio Blinkerton", { sameAs: ["Q7821917"] }),
        row("gov:PK", "Government", "", { sameAs: ["Q843"] }),
      ),
    );
    expect(notes).toEqual([]);
    const graph = graphWith(
      listed,
      text,
      "Tonio Blinkerton thanked Pakistan on Monday, and he said that the talks had been good.",
    );
    expect(entityOf(graph, "person:antony-blinken")).toMatchObject({
      label: "Antony Blinken",
      articles: 2,
      sameAs: ["Q7821917"],
    });
    expect(entityOf(graph, "gov:PK")).toMatchObject({ label: "Pakistan", sameAs: ["Q843"] });
  });

  test("is what a row with one of its names is, under the id of the row, in every script", () => {
    const { knowledge: listed, notes } = take(listOf(row("blinken", "Person", "Antony Blinken")));
    expect(notes).toEqual([
      expect.stringMatching(/^blinken is taken for person:antony-blinken of the shipped gazetteer, .* add a row/),
    ]);
    expect(entityOf(graphWith(listed, text, urdu), "blinken").articles).toBe(2);
    expect(idsIn(listed, text, urdu)).not.toContain("person:antony-blinken");
  });

  test("stays apart where its id is in a list too", () => {
    const { knowledge: listed, notes } = take(
      listOf(row("other", "Person", "Antony Blinken"), row("person:antony-blinken", "Person", "")),
    );
    expect(notes).toEqual([]);
    expect(idsIn(listed, text)).toContain("other");
    expect(idsIn(listed, urdu)).toContain("person:antony-blinken");
  });

  test("stays apart from somebody of another state", () => {
    const { knowledge: listed } = take(listOf(row("other", "Person", "Antony Blinken", { state: "FR" })));
    expect(idsIn(listed, urdu)).toContain("person:antony-blinken");
  });

  test("as a body of a state is found by the name that only it has", () => {
    const { knowledge: listed, notes } = take(
      listOf(row("dos", "Organization", "State Department|US State Department")),
    );
    expect(notes).toEqual([expect.stringMatching(/^dos is taken for org:us-foreign-ministry/)]);
    const said =
      "The State Department said on Monday that Antony Blinken had met the German foreign minister in Berlin.";
    const german = "Das US-Außenministerium hat am Montag die Rede von Angela Merkel in Berlin scharf kritisiert.";
    const node = entityOf(graphWith(listed, said, german), "dos");
    expect(node).toMatchObject({ label: "State Department", articles: 2, names: { ur: expect.any(Array) } });
    const byId = take(listOf(row("org:us-foreign-ministry", "Organization", "Foggy Bottom"))).knowledge;
    expect(entityOf(graphWith(byId, said), "org:us-foreign-ministry").label).not.toBe("Foggy Bottom");
  });

  test("of another kind is nothing to a row", () => {
    const { notes, knowledge: listed } = take(listOf(row("x", "Organization", "Antony Blinken")));
    expect(notes).toEqual([]);
    expect(idsIn(listed, urdu)).toContain("person:antony-blinken");
  });
});

describe("lists are a set of rows", () => {
  const rows = [
    FULL,
    row("acme", "Organization", "Acme Rockets GmbH", { state: "DE" }),
    row("merkel", "Person", "Angela Merkel", { sameAs: ["Q567"] }),
    row("person:antony-blinken", "Person", "Tonio Blinkerton"),
    row("somaliland", "Government", "Somaliland"),
  ];
  const content = (graph: Graph): string => JSON.stringify([[...graph.nodes()], [...graph.edges()]]);
  const texts = [EN, UR, "Angela Merkel thanked Acme Rockets GmbH and Tonio Blinkerton in Berlin on Monday."];
  const whole = take(listOf(...rows)).knowledge;
  const expected = content(graphWith(whole, ...texts));

  test("whose order does not matter, nor in how many lists they stand", () => {
    const shuffled = fc.shuffledSubarray(rows, { minLength: rows.length, maxLength: rows.length });
    fc.assert(
      fc.property(shuffled, fc.nat({ max: rows.length }), fc.boolean(), (all, cut, swap) => {
        const lists = [
          { name: "a.csv", entities: all.slice(0, cut) },
          { name: "b.csv", entities: all.slice(cut) },
        ];
        const { knowledge: listed } = take(...(swap ? lists.toReversed() : lists));
        expect(listed.version).toBe(whole.version);
        expect(JSON.stringify(listed)).toBe(JSON.stringify(whole));
      }),
      { numRuns: 10 },
    );
  });

  test("that make the same graph in the other order", () => {
    expect(content(graphWith(take(listOf(...rows.toReversed())).knowledge, ...texts))).toBe(expected);
  });

  test("without which nothing changes", () => {
    expect(withLists(knowledge, [])).toBe(knowledge);
    expect(withLists(knowledge, [listOf()])).toBe(knowledge);
  });

  test("that change nothing but the version where no text has their names", () => {
    const { knowledge: listed } = take(
      listOf(row("x", "Person", "Greta Garbo|Garbo"), row("y", "Organization", "Acme Rockets GmbH")),
    );
    expect(listed.version).not.toBe(knowledge.version);
    expect(content(graphWith(listed, EN, DE, UR))).toBe(content(graphWith(knowledge, EN, DE, UR)));
  });

  test("whose addresses make no other version: no article has to be read again for them", () => {
    const addressed = rows.map((entity) => ({ ...entity, sameAs: ["Q1"] }));
    expect(take(listOf(...addressed)).knowledge.version).toBe(whole.version);
  });

  test("that add up for one id", () => {
    const { knowledge: listed } = take(
      { name: "a.csv", entities: [row("P-1", "Person", "Jane Goodall", { sameAs: ["Q184746"] })] },
      {
        name: "b.csv",
        entities: [row("P-1", "Person", "ur:جین گوڈال", { sameAs: ["Q184746", "https://example.org/"] })],
      },
    );
    const node = entityOf(graphWith(listed, EN, UR), "P-1");
    expect(node).toMatchObject({ articles: 2, sameAs: ["Q184746", "https://example.org/"] });
  });

  test.each([
    [
      "kinds",
      row("P-1", "Organization", "Goodall Institute"),
      /b\.csv: P-1 is a Organization here, and a Person in a\.csv; give both one kind/,
    ],
    [
      "bearers of a name",
      row("P-2", "Person", "JANE GOODALL"),
      /b\.csv: the name JANE GOODALL is that of P-2, and of P-1 in a\.csv; leave it/,
    ],
  ])("that may not contradict each other: %s", (_, other, message) => {
    const lists = [
      { name: "a.csv", entities: [FULL] },
      { name: "b.csv", entities: [other] },
    ];
    expect(() => withLists(knowledge, lists)).toThrow(message);
  });
});
