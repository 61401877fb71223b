import { describe, expect, it } from "vitest";
import { createGapFinder, type Gap } from "../../src/extract/gaps.ts";
import { segment } from "../../src/language/document.ts";
import { detectMentions } from "../../src/mentions/detect.ts";
import { articleOf, extract, knowledge, packs } from "../helpers/knowledge.ts";

/** The same languages without a rule that says what one does to another, whatever rules there will be. */
const frameless = {
  ...knowledge,
  languages: Object.fromEntries(
    Object.entries(knowledge.languages).map(([code, data]) => [
      code,
      { ...data, frames: data.frames.filter(({ id }) => id === "meet") },
    ]),
  ),
};

function gapsIn(text: string, language = "en"): readonly Gap[] {
  const segmented = segment(articleOf(text, { language }), packs);
  return createGapFinder(knowledge)(segmented, detectMentions(segmented));
}

const verbsOf = (gaps: readonly Gap[]): readonly string[] =>
  gaps.flatMap(({ predicates }) => predicates.map(({ verb, known }) => `${verb}${known ? "" : "?"}`));

describe("a gap", () => {
  it("is a clause with two actors of which nothing is said, with its verb and its place", () => {
    const text = "On Friday the talks ended. China glorped the United States. Joe Biden met Xi Jinping.";
    const [gap, ...more] = gapsIn(text);
    expect(more).toEqual([]);
    expect(gap?.predicates).toEqual([{ verb: "glorped", noun: undefined, known: false }]);
    expect(gap?.language).toBe("en");
    expect(text.slice(gap?.sentence.start, gap?.sentence.end)).toBe("China glorped the United States.");
    expect(text.slice(gap?.clause.start, gap?.clause.end)).toMatch(/^China glorped the United States/);
  });

  it.each([
    ["a clause that a row reads", "US President Joe Biden met Chinese President Xi Jinping in Bali."],
    ["a clause with one actor", "China glorped on Friday."],
    ["a clause with an actor and a place", "China glorped in Geneva."],
    ["a clause with one actor named twice", "China glorped the Chinese government."],
    ["a clause with offices only", "US President Joe Biden glorped."],
  ])("is not %s", (_, text) => {
    expect(gapsIn(text)).toEqual([]);
  });

  it("is found in a language without rules neither", () => {
    expect(
      gapsIn("Le ministre de la Chine a rencontré son homologue de l’Iran à Paris, selon les agences.", "fr"),
    ).toEqual([]);
  });

  it("does not change what is read", () => {
    const text = "China glorped the United States. Joe Biden met Xi Jinping in Bali.";
    const before = extract(articleOf(text));
    gapsIn(text);
    expect(extract(articleOf(text))).toEqual(before);
  });
});

describe("a verb whose rows are taken away is a gap", () => {
  it.each([
    ["en", "Russia attacked Ukraine on Friday.", "attack"],
    ["en", "Pakistan said that Russia had thanked China.", "thank"],
    ["de", "Russland hat die Ukraine am Freitag angegriffen.", "angreifen"],
    ["ur", "روس نے جمعہ کو یوکرین پر حملہ کیا۔", "کرنا"],
  ])("%s: %s", (language, text, verb) => {
    const segmented = segment(articleOf(text, { language }), packs);
    expect(verbsOf(gapsIn(text, language))).toEqual([]);
    const withoutRows = createGapFinder(frameless);
    const bare = packs.map((pack) => ({
      ...pack,
      lexicon: { ...pack.lexicon, data: frameless.languages[pack.code] ?? pack.lexicon.data },
    }));
    const again = segment(articleOf(text, { language }), bare);
    expect(again.paragraphs.length).toBe(segmented.paragraphs.length);
    expect(verbsOf(withoutRows(again, detectMentions(again)))).toEqual([verb]);
  });
});
