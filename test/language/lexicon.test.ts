import { describe, expect, it } from "vitest";
import { tokenize } from "../../src/language/tokens.ts";
import { packOf } from "../helpers/knowledge.ts";

/** What the first word or phrase of a text can be: type, and the id or lemma where it has one, with the words that it covers. */
function entriesAt(code: string, text: string): string[] {
  const { lexicon } = packOf(code);
  const tokens = tokenize(text, 0, lexicon.tokenRules);
  const [matches = []] = lexicon.match(tokens);
  return matches.map(({ end, entry }) => {
    const words = text.slice(0, tokens[end - 1]?.end);
    const key = "id" in entry ? entry.id : "lemma" in entry ? entry.lemma : "value" in entry ? String(entry.value) : "";
    return `${entry.type}${key === "" ? "" : ` ${key}`}: ${words}`;
  });
}

describe("names are found", () => {
  it.each([
    ["en", "Pakistan said", "state PK: Pakistan"],
    ["en", "United States of America said", "state US: United States of America"],
    ["en", "US troops", "state US: US"],
    ["en", "U.S. troops", "state US: U.S."],
    ["en", "Erdogan", "surname recep-tayyip-erdogan: Erdogan"],
    ["en", "Recep Tayyip Erdoğan came", "person recep-tayyip-erdogan: Recep Tayyip Erdoğan"],
    ["en", "Recep Tayyip Erdogan came", "person recep-tayyip-erdogan: Recep Tayyip Erdogan"],
    ["en", "UN Security Council", "organization un-security-council: UN Security Council"],
    ["en", "New York", "place new-york: New York"],
    ["en", "Pakistani", "demonym PK: Pakistani"],
    ["de", "Vereinigten Staaten", "state US: Vereinigten Staaten"],
    ["de", "pakistanischen Außenminister", "demonym PK: pakistanischen"],
    ["de", "Russlands Angriff", "state RU: Russlands"],
    ["de", "Osterreich", "state AT: Osterreich"],
    ["de", "ÖSTERREICH", "state AT: ÖSTERREICH"],
    ["ur", "پاکستان نے", "state PK: پاکستان"],
    ["ur", "پاكستان نے", "state PK: پاكستان"],
    ["ur", "اقوام متحدہ کی سلامتی کونسل", "organization un-security-council: اقوام متحدہ کی سلامتی کونسل"],
    ["ur", "اینٹونی بلنکن نے", "person antony-blinken: اینٹونی بلنکن"],
  ])("%s: %s", (code, text, entry) => {
    expect(entriesAt(code, text)).toContain(entry);
  });

  it.each([
    ["en", "us and them", "state"],
    ["en", "the who of it", "organization"],
    ["en", "turkey and chicken", "state"],
    ["en", "may be", "month"],
    ["de", "island", "state"],
    ["ur", "کے", "state"],
  ])("and no others, %s: %s", (code, text, type) => {
    expect(entriesAt(code, text).filter((entry) => entry.startsWith(type))).toEqual([]);
  });
});

describe("words are found in their forms", () => {
  it.each([
    ["en", "meetings", "noun meeting: meetings"],
    ["en", "met", "verb meet: met"],
    ["en", "foreign ministers", "office foreign-minister: foreign ministers"],
    ["en", "Secretary of State", "office foreign-minister: Secretary of State"],
    ["en", "foreign ministry", "body foreign-ministry: foreign ministry"],
    ["en", "ahead of", "adposition before: ahead of"],
    ["de", "Außenministers", "office foreign-minister: Außenministers"],
    ["de", "Außenministerin", "office foreign-minister: Außenministerin"],
    ["de", "eingeladen", "verb einladen: eingeladen"],
    ["de", "Nachbarschaftsgespräche", "noun Gespräch: Nachbarschaftsgespräche"],
    ["ur", "ملاقاتوں", "noun ملاقات: ملاقاتوں"],
    ["ur", "کی جانب سے", "adposition ki-janib-se: کی جانب سے"],
  ])("%s: %s", (code, text, entry) => {
    expect(entriesAt(code, text)).toContain(entry);
  });

  it("plural offices of Urdu among them", () => {
    expect(entriesAt("ur", "وزرائے خارجہ")).toContain("office foreign-minister: وزرائے خارجہ");
  });

  it.each([
    ["wurde", "verb würden"],
    ["schon", "verb schonen"],
    ["fordern", "verb fördern"],
    ["hatte", "verb hätten"],
  ])("a word that lacks the dots of another is not the other: %s", (word, other) => {
    expect(entriesAt("de", word).filter((entry) => entry.startsWith(other))).toEqual([]);
  });
});

describe("of several phrases", () => {
  it("the longest comes first", () => {
    const [first] = entriesAt("en", "foreign minister of Pakistan");
    expect(first).toBe("office foreign-minister: foreign minister");
    expect(entriesAt("en", "South Korea said")[0]).toBe("state KR: South Korea");
    expect(entriesAt("ur", "جنوبی کوریا نے")[0]).toBe("state KR: جنوبی کوریا");
  });

  it("those joined by a hyphen are one", () => {
    expect(entriesAt("en", "Secretary-General of the UN")).toEqual(
      entriesAt("en", "Secretary General of the UN").map((entry) =>
        entry.replace("Secretary General", "Secretary-General"),
      ),
    );
  });
});
