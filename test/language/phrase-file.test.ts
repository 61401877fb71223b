import { describe, expect, it } from "vitest";
import { tokenRulesOf } from "../../src/language/lexicon.ts";
import { encodePhrases, openPhrases } from "../../src/language/phrase-file.ts";
import { collectPhrases } from "../../src/language/phrases.ts";
import { knowledge } from "../helpers/knowledge.ts";

describe("the file of the phrases of a language", () => {
  it.each(Object.keys(knowledge.languages))("holds of %s all that was written into it", (code) => {
    const data = knowledge.languages[code];
    if (data === undefined) throw new RangeError(code);
    const phrases = collectPhrases(knowledge, data, tokenRulesOf(data));
    const read = openPhrases(encodePhrases("1", phrases));
    // Every hundredth word: to compare all takes a minute.
    const some = [...phrases].filter((_, i) => i % 100 === 0);
    expect(some.map(([norm]) => read.get(norm))).toEqual(some.map(([, node]) => node));
  });

  it("knows no word that was not written into it", () => {
    const read = openPhrases(encodePhrases("1", new Map([["haus", { next: undefined, stored: undefined }]])));
    expect(["constructor", "", "hau", "1"].map((norm) => read.get(norm))).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });
});
