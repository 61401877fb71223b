import { describe, expect, it } from "vitest";
import { quotedSentences } from "../../src/language/quotations.ts";
import { splitSentences } from "../../src/language/sentences.ts";
import { tokenize } from "../../src/language/tokens.ts";
import { packOf } from "../helpers/knowledge.ts";

/** For each sentence of an English paragraph, whether it begins inside a quotation. */
function quoted(text: string): readonly boolean[] {
  const { lexicon, sentenceRules } = packOf("en");
  return quotedSentences(splitSentences(tokenize(text, 0, lexicon.tokenRules), sentenceRules));
}

describe("a quotation of several sentences", () => {
  it.each<readonly [string, string, readonly boolean[]]>([
    ["is none where each is closed", '"They met," he said. "They agreed," she said.', [false, false]],
    ["goes on to its closing mark", '"They met. They agreed." He left.', [false, true, false]],
    ["goes on between directed marks", "“They met. They agreed,” he said. He left.", [false, true, false]],
    ["goes on to the end of its paragraph", '"They met. They agreed.', [false, true]],
    ["is not begun by a mark that stands alone", 'They met" in Kabul. They agreed. He left.', [false, false, false]],
    [
      "is not begun or ended by an apostrophe",
      "“The ministers’ talks ended. They agreed.” He left.",
      [false, true, false],
    ],
  ])("%s", (_, text, expected) => {
    expect(quoted(text)).toEqual(expected);
  });
});
