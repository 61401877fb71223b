import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Article } from "../../src/model/article.ts";
import { articleIdOf } from "../../src/model/ids.ts";
import { createCopies, type Copies, type CopyGroup } from "../../src/resolve/copies.ts";

/** Sentences of words that no language has: the same for the same number, and nothing in common for different ones. */
function sentences(seed: number, count: number): string {
  let state = seed + 1;
  const next = (below: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  const word = (): string =>
    Array.from({ length: 2 + next(3) }, () => "bdfgklmnprst".charAt(next(12)) + "aeiou".charAt(next(5))).join("");
  return Array.from({ length: count }, () => `${Array.from({ length: 12 }, word).join(" ")}.`).join("\n");
}

const articleOf = (text: string, name = text.slice(0, 20), publishedAt?: string): Article => ({
  id: articleIdOf(text),
  text,
  sources: [{ name, ...(publishedAt === undefined ? {} : { publishedAt }) }],
});

const add = (copies: Copies, text: string, name?: string, publishedAt?: string): Article => {
  const article = articleOf(text, name, publishedAt);
  copies.add(article, []);
  return article;
};

/** Whether two texts are copies of one. */
function areCopies(one: string, other: string): boolean {
  const copies = createCopies();
  for (const text of [one, other]) add(copies, text);
  return copies.settle().made.length === 1;
}

const STORY = sentences(1, 12);
const linesOf = (text: string): readonly string[] => text.split("\n");
const line = (from: number, to?: number): string => linesOf(STORY).slice(from, to).join("\n");
const SHORT = "Scholz reist nach Kiew";
/** The story in other letters: for each of its own one of these. */
const inLetters = (letters: string, divided: string): string =>
  STORY.replace(/[a-z]/g, (letter) => [...letters][letter.charCodeAt(0) - 97] ?? "").replaceAll(" ", divided);
const CHINESE = inLetters("中国外交部长王毅在北京会见了巴基斯坦和德方就边关", "");
const URDU = inLetters("کیہپاتنسرملدبگوجچحخشعغفقزٹ", " ");
/** What an office tells every day in the same words, with these numbers. */
const daily = (...numbers: readonly number[]): string =>
  linesOf(STORY)
    .map((text, i) => (i < numbers.length ? text.replace(/ (?=\S+ \S+$)/u, ` ${numbers[i]} `) : text))
    .join("\n");
const withEvery = (step: number, text: string): string =>
  text
    .split(" ")
    .map((word, i) => (i % step === 0 ? "other" : word))
    .join(" ");

describe("two texts are copies of one", () => {
  test.each<[string, string, string]>([
    ["another headline", `Headline of one paper\n${STORY}`, `What another desk made of it\n${STORY}`],
    ["another first line", STORY, `${sentences(2, 1)}\n${line(1)}`],
    ["cut at the end", STORY, line(0, 5)],
    ["a headline of its own, and cut", `${sentences(3, 1)}\n${line(0, 7)}`, STORY],
    ["a paragraph left out", STORY, `${line(0, 4)}\n${line(6)}`],
    ["paragraphs in another order", STORY, `${line(6)}\n${line(0, 6)}`],
    [
      "other spaces, quotes and letters",
      `“${STORY}” – ﬁn`,
      `"${STORY.replaceAll(" ", "  ").replaceAll("\n", "\r\n\r\n")}" - fin`,
    ],
    ["in capitals", STORY, STORY.toUpperCase()],
    ["a byline and a line of the desk", STORY, `By our correspondent\n${STORY}\n(Edited by the foreign desk)`],
    ["a word in forty changed", STORY, withEvery(40, STORY)],
    ["no spaces between words", CHINESE, `快讯：${CHINESE}（完）`],
    ["letters of another keyboard", URDU, URDU.replaceAll("ک", "ك").replaceAll("ی", "ي").replaceAll("ہ", "ه")],
    ["the same numbers", daily(45, 130, 41_909, 24), daily(45, 130, 41_909, 24).replace("24", "24 and 2024")],
    ["a number that was corrected", daily(45, 130, 41_909, 24), daily(46, 130, 41_909, 24)],
    ["the only number corrected", daily(45), daily(46)],
    ["two of many numbers corrected", daily(45, 130, 1, 2, 3, 4, 5), daily(46, 131, 1, 2, 3, 4, 5)],
    ["short, and the same letters", SHORT, `${SHORT.toUpperCase()}!`],
  ])("%s", (_, one, other) => {
    expect(areCopies(one, other)).toBe(true);
  });
});

describe("two texts are not", () => {
  test.each<[string, string, string]>([
    ["nothing in common", STORY, sentences(4, 12)],
    ["half of it from another", STORY, `${line(0, 6)}\n${sentences(5, 6)}`],
    ["background of an earlier report under news", STORY, `${sentences(6, 8)}\n${line(8)}`],
    ["one that quotes a paragraph", STORY, `${sentences(7, 11)}\n${line(3, 4)}`],
    ["a digest that holds the other among many", line(0, 4), `${line(0, 4)}\n${sentences(8, 20)}`],
    ["every fourth word changed", STORY, withEvery(4, STORY)],
    ["short, and nearly the same", SHORT, `${SHORT} und Warschau`],
    ["a short one and the text that begins with it", line(0, 1), STORY],
    ["the reports of two days in the same words", daily(45, 130, 41_909, 24), daily(61, 231, 42_065, 24)],
    ["the reports of two days with few numbers", `${daily(45, 130)}\nBy us`, daily(61, 231)],
    ["no letters", "…", "???"],
  ])("%s", (_, one, other) => {
    expect(areCopies(one, other)).toBe(false);
  });
});

test("what outlets put around an article does not count where the sentences of the article are known", () => {
  const [notice, copies] = [sentences(9, 30), createCopies()];
  for (const seed of [10, 11]) {
    const text = `${sentences(seed, 5)}\n${notice}`;
    copies.add(articleOf(text), [{ start: 0, end: text.indexOf(notice) }]);
  }
  expect(copies.settle().made).toEqual([]);
});

describe("a group", () => {
  test("is told of its first by date of publication, then name", () => {
    const copies = createCopies();
    const late = add(copies, `${STORY}\nLate.`, "a", "2022-05-07");
    const first = add(copies, STORY, "c", "2022-05-06");
    const undated = add(copies, `${STORY}\nUndated.`, "b");
    const other = add(copies, sentences(12, 9), "d");
    expect(copies.settle()).toEqual({ gone: [], made: [[first.id, late.id, undated.id]] });
    expect([late, first, undated, other].map(({ id }) => copies.originalOf(id))).toEqual([
      first.id,
      undefined,
      first.id,
      undefined,
    ]);
    copies.remove(first.id);
    expect(copies.settle()).toEqual({ gone: [[first.id, late.id, undated.id]], made: [[late.id, undated.id]] });
    expect(copies.originalOf(undated.id)).toBe(late.id);
    for (const { id } of [late, undated]) copies.remove(id);
    expect(copies.settle()).toEqual({ gone: [[late.id, undated.id]], made: [] });
  });

  test("is no chain: a ticker that drops at its end what it adds at its head is several", () => {
    const copies = createCopies();
    const paragraphs = linesOf(sentences(13, 60));
    const updates = Array.from({ length: 50 }, (_, i) => add(copies, paragraphs.slice(i, i + 10).join("\n")));
    const groups = copies.settle().made;
    const placeOf = new Map(updates.map(({ id }, i) => [id, i]));
    expect(groups.length).toBeGreaterThan(5);
    for (const group of groups) {
      const places = group.map((id) => placeOf.get(id) ?? 0);
      // Two that stand ten apart have nothing in common.
      expect(Math.max(...places) - Math.min(...places)).toBeLessThan(10);
    }
  });
});

test("a text that a hundred outlets print, each with a notice of its own, is one, and their other articles are not", () => {
  const copies = createCopies();
  const notices = Array.from({ length: 4 }, (_, i) => sentences(20 + i, 2));
  const printed = Array.from({ length: 100 }, (_, i) =>
    add(copies, `${STORY}\n${notices[i % 4]}\nPaper ${i}`, `p${i}`),
  );
  for (let i = 0; i < 100; i += 1) add(copies, `${sentences(100 + i, 8)}\n${notices[i % 4]}`);
  const { made } = copies.settle();
  expect(made.map((group) => group.length)).toEqual([100]);
  expect(new Set(made[0])).toEqual(new Set(printed.map(({ id }) => id)));
});

describe("the groups are a function of the articles", () => {
  // Of few lines, so that much is common to many, more articles have an anchor than are compared, and pairs make chains.
  const lines = linesOf(sentences(30, 14));
  const pool = Array.from({ length: 70 }, (_, i) => {
    const bits = Math.imul(i + 1, 0x9e3779b1) >>> 14;
    const text = [...lines.filter((_line, at) => (bits >>> at) % 2 === 1), `${lines[0]} ${i}`].join("\n");
    return articleOf(text, `a${i}`, i % 3 === 0 ? undefined : `2022-05-0${1 + (i % 9)}`);
  });
  const groupsOf = (copies: Copies, ids: ReadonlySet<string>): readonly string[] =>
    [...ids].map((id) => `${id} ${copies.originalOf(id as Article["id"]) ?? "-"}`).sort();

  test("in any order and batches, with articles that come and go", () => {
    expect(pool.length).toBeGreaterThan(64);
    fc.assert(
      fc.property(
        fc.shuffledSubarray(pool, { minLength: 40 }),
        fc.array(fc.nat(69), { maxLength: 30 }),
        fc.nat(9),
        fc.constantFrom(1, 2, 5, undefined),
        (articles, others, often, seen) => {
          const copies = createCopies(seen);
          const current = new Set<string>();
          const known = new Map<string, CopyGroup>();
          const settle = (): void => {
            const { gone, made } = copies.settle();
            for (const group of gone) expect(known.delete(JSON.stringify(group))).toBe(true);
            for (const group of made) known.set(JSON.stringify(group), group);
          };
          const put = (article: Article): void => {
            if (!current.has(article.id)) copies.add(article, []);
            current.add(article.id);
          };
          const take = (article: Article): void => {
            copies.remove(article.id);
            current.delete(article.id);
          };
          const toGo = others.flatMap((i) => pool[i] ?? []).filter((article) => !articles.includes(article));
          for (const [i, article] of [...toGo, ...articles].entries()) {
            put(article);
            if (i % (often + 1) === 0) settle();
          }
          toGo.forEach(take);
          settle();
          const straight = createCopies(seen);
          for (const article of pool) if (current.has(article.id)) straight.add(article, []);
          const { made } = straight.settle();
          expect(groupsOf(copies, current)).toEqual(groupsOf(straight, current));
          expect([...known.keys()].sort()).toEqual(made.map((group) => JSON.stringify(group)).sort());
          expect(made.length).toBeGreaterThan(1);
        },
      ),
      { numRuns: 60 },
    );
  });
});
