import { describe, expect, test } from "vitest";
import { createNameIndex, foldName, wordsOf } from "../../src/stores/names.ts";
import { fullTextQuery } from "../../src/stores/neo4j-search.ts";

describe("foldName", () => {
  test.each([
    ["Auswärtiges Amt", "auswartiges amt"],
    ["Straße", "strasse"],
    ["STRASSE", "strasse"],
    ["İstanbul", "istanbul"],
    ["Ｋhan", "khan"],
    ["آصف", "اصف"],
    ["مُحَمَّد", "محمد"],
    ["می\u200cخواهد", "میخواهد"],
  ])("%s", (text, folded) => {
    expect(foldName(text)).toBe(folded);
  });

  test("composed and decomposed letters are the same", () => {
    expect(foldName("é".normalize("NFD"))).toBe(foldName("é".normalize("NFC")));
  });
});

test("words are letters and digits", () => {
  expect(wordsOf("bhutto-zardari (ppp) 2022 — بلاول۔")).toEqual(["bhutto", "zardari", "ppp", "2022", "بلاول"]);
});

test("a full-text query holds nothing that Lucene takes for syntax", () => {
  expect(fullTextQuery('Bärbock +foo:bar* OR "a" ~ (b)')).toMatch(/^(?:[\p{L}\p{N}]+\* ?)+$/u);
  expect(fullTextQuery("Bärbock")?.split(" ").sort()).toEqual(["barbock*", "bärbock*"]);
  expect(fullTextQuery('+-&&||!(){}[]^"~*?:\\/')).toBeUndefined();
});

test("a limit of none finds none", () => {
  const index = createNameIndex([{ id: "a", label: "Khan", aliases: [], mentions: 1 }]);
  expect(index.search("khan", 0)).toEqual([]);
});
