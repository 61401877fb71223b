import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { splitSentences } from "../../src/language/sentences.ts";
import { tokenize } from "../../src/language/tokens.ts";
import { knowledge, packOf } from "../helpers/knowledge.ts";

/** The sentences of a paragraph, by the rules of a language pack. */
function split(code: string, text: string): string[] {
  const { lexicon, sentenceRules } = packOf(code);
  return splitSentences(tokenize(text, 0, lexicon.tokenRules), sentenceRules).map((sentence) =>
    text.slice(sentence[0]?.start, sentence.at(-1)?.end),
  );
}

describe("English sentences", () => {
  it.each<[string, readonly string[]]>([
    ["end at their marks", ["They met.", "Did they agree?", "No!"]],
    ["do not end at a title", ["Mr. Khan met Gen. Bajwa and Dr. Alvi on Friday.", "They agreed."]],
    ["do not end at an initial", ["Antony J. Blinken and George W. Bush spoke.", "They agreed."]],
    ["do not end at a month", ["The first call was on Jan. 29 in the morning.", "A second followed."]],
    ["do not end within an acronym", ["The U.S. Secretary of State called.", "He spoke twice."]],
    [
      "may end at an acronym before a word that opens one",
      ["He hailed the ties with the U.S.", "The minister agreed."],
    ],
    ["do not end within a number", ["Prices rose by 3.5 percent to 1,500.20 rupees.", "Then they fell."]],
    ["end behind a closing quotation mark", ["“We will stay in touch.”", "They parted."]],
    ["go on after a quotation with its speaker", ["“Will they come?” he asked.", "Nobody knew."]],
    ["end behind a bracket", ["They met (in Kabul.)", "They agreed."]],
    ["end without a space before a capital", ["They met on Friday.", "The ministry confirmed it."]],
    ["may end with three dots", ["They waited…", "Nobody came."]],
    ["may lack an end", ["They met.", "No comment"]],
    ["end after a year", ["They met in 2021.", "They agreed."]],
    ["do not end at a time of day", ["They met at 10 a.m. in Kabul.", "They agreed."]],
  ])("%s", (title, sentences) => {
    const glue = title.includes("without a space") ? "" : " ";
    expect(split("en", sentences.join(glue))).toEqual(sentences);
  });
});

describe("Urdu sentences", () => {
  it.each<[string, readonly string[]]>([
    ["end at their marks", ["انہوں نے بات کی۔", "کیا وہ آئیں گے؟", "نہیں!"]],
    ["end without a space", ["انہوں نے بات کی۔", "وہ متفق ہوئے۔"]],
    ["end behind a closing quotation mark", ["’ہم ساتھ ہیں۔‘", "وہ چلے گئے۔"]],
    ["do not end at an initial", ["ایس. جے شنکر نے بات کی۔", "وہ متفق ہوئے۔"]],
    ["do not end within a number", ["قیمت 3.5 فیصد بڑھی۔", "پھر گر گئی۔"]],
    ["do not end at a comma", ["امن، ترقی اور سکیورٹی پر بات ہوئی۔"]],
  ])("%s", (title, sentences) => {
    const glue = title.includes("without a space") ? "" : " ";
    expect(split("ur", sentences.join(glue))).toEqual(sentences);
  });
});

describe("German sentences", () => {
  it.each<[string, readonly string[]]>([
    ["end at their marks", ["Sie trafen sich.", "Waren sie einig?", "Nein!"]],
    ["do not end at an ordinal", ["Das Treffen findet am 18. Mai in New York statt.", "Pakistan ist eingeladen."]],
    ["do not end at an ordinal behind an article", ["Er sprach wegen des 25. Zusatzartikels.", "Viele kamen."]],
    ["do not end at an ordinal of a month", ["Am 9. November 1989 fiel die Mauer.", "Es war ein Donnerstag."]],
    ["do not end at an ordinal before a noun", ["Das 75. Jubiläum wurde gefeiert.", "Viele kamen."]],
    ["do not end at an abbreviation", ["Das gilt u. a. für Dr. Merkel und z. B. für die USA.", "Sie schwieg."]],
    ["do not end at an initial", ["George W. Bush sprach mit Angela D. Merkel.", "Sie waren einig."]],
    ["go on after a quotation with its speaker", ["„Wir bleiben in Kontakt!“, sagte er.", "Dann ging er."]],
    ["end behind a closing quotation mark", ["„Wir bleiben in Kontakt.“", "Dann ging er."]],
    ["end after a year", ["Er kam 2021.", "Er blieb."]],
  ])("%s", (_, sentences) => {
    expect(split("de", sentences.join(" "))).toEqual(sentences);
  });
});

describe("sentences of any paragraph", () => {
  const parts = fc.constantFrom(
    "Mr",
    ".",
    "U.S.",
    "Die",
    "the",
    "er",
    "18",
    "“",
    "”",
    "’",
    ")",
    "!",
    "?",
    "۔",
    "؟",
    "…",
    " ",
    "  ",
    "Mai",
    "،",
    "بات",
    "A.",
    ",",
    "»",
  );

  it.each(Object.keys(knowledge.languages))("hold each of its tokens once, in order (%s)", (code) => {
    const { lexicon, sentenceRules } = packOf(code);
    fc.assert(
      fc.property(fc.array(parts, { maxLength: 40 }), (words) => {
        const tokens = tokenize(words.join(""), 0, lexicon.tokenRules);
        const sentences = splitSentences(tokens, sentenceRules);
        expect(sentences.flat()).toEqual(tokens);
        expect(sentences.filter((sentence) => sentence.length === 0)).toEqual([]);
      }),
    );
  });
});
