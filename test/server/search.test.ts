import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createGraph } from "../../src/graph/memory.ts";
import type { EntityNode } from "../../src/model/graph.ts";
import type { SearchHit } from "../../src/server/contract.ts";
import { foldText } from "../../src/server/fold.ts";
import { createSearch } from "../../src/server/search.ts";
import { edge, entity } from "../helpers/graph.ts";
import { servedSource } from "../helpers/served-graph.ts";

describe("foldText", () => {
  it.each([
    ["letter case", "BLINKEN", "Blinken"],
    ["accents", "José Muñoz", "Jose Munoz"],
    ["an umlaut written out", "Mueller", "Müller"],
    ["an umlaut left out", "Muller", "Müller"],
    ["an umlaut in two code points", "Mu\u0308ller", "Müller"],
    ["sharp s", "Straße", "Strasse"],
    ["letters with strokes", "Łukasz Ørsted", "lukasz orsted"],
    ["Arabic ye and kaf for Urdu ones", "بلنكن كي", "بلنکن کی"],
    ["Arabic he for Urdu ones", "شاه", "شاہ"],
    ["do-chashmi he", "بہٹو", "بھٹو"],
    ["vowel marks", "پاکِستان", "پاکستان"],
    ["alef with madda", "آصف", "اصف"],
    ["hamza on ye", "قائم", "قایم"],
    ["hamza at an end", "علماء", "علما"],
    ["hamza on he and on bari ye", "ہفتۂ رائے", "ہفتہ رایے"],
    ["te of Arabic words", "سورۃ", "سورة"],
    ["swash kaf", "ڪراچی", "کراچی"],
    ["forms of letters that old programs write", "ﭘﺎﮐﺴﺘﺎﻥ", "پاکستان"],
    ["zero width non-joiner", "می\u200cخواهم", "میخواہم"],
    ["tatweel", "پاکـستان", "پاکستان"],
    ["direction marks", "\u202bبلنکن\u202c", "بلنکن"],
    ["Urdu digits", "۱۸ مئی", "18 مئی"],
    ["Arabic digits", "٢٠٢٢", "2022"],
    ["hyphens", "Bhutto-Zardari", "bhutto zardari"],
    ["dots in abbreviations", "U.S.", "US"],
    ["apostrophes", "O’Brien", "OBrien"],
    ["spaces", "  Imran \n Khan ", "imran khan"],
  ])("makes nothing of %s", (_, a, b) => {
    expect(foldText(a)).toBe(foldText(b));
  });

  it.each([
    ["Khan", "Kahn"],
    ["Iran", "Irak"],
    ["بلاول", "بلال"],
  ])("keeps %s and %s apart", (a, b) => {
    expect(foldText(a)).not.toBe(foldText(b));
  });

  it("folds what is folded to itself", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        const once = foldText(text);
        // Dropping an "e" can bring another one after its vowel ("aee"): that is one step of folding, not a fixed point.
        fc.pre(!/[aou]e/.test(once));
        expect(foldText(once)).toBe(once);
      }),
    );
  });

  it("lets a name be found while it is being typed", () => {
    const name = "Shäfer-Müeller Coe";
    for (let end = 1; end <= name.length; end += 1) {
      expect(foldText(name).startsWith(foldText(name.slice(0, end))), name.slice(0, end)).toBe(true);
    }
  });
});

describe("search", () => {
  const search = createSearch(servedSource().graph);
  const first = (query: string): SearchHit | undefined => search(query, 5).hits[0];

  it.each([
    ["Blinken", "person:antony-blinken"],
    ["blink", "person:antony-blinken"],
    ["Antony J. Blinken", "person:antony-blinken"],
    ["بلنکن", "person:antony-blinken"],
    ["بلاول بھٹو", "person:bilawal-bhutto-zardari"],
    ["بلاولبھٹو", "person:bilawal-bhutto-zardari"],
    ["zardari bhutto", "person:bilawal-bhutto-zardari"],
    ["bhuttozardari", "person:bilawal-bhutto-zardari"],
    ["auswaertiges amt", "org:pk-foreign-ministry"],
    ["Ernahrungssicherheit", "event:meeting-food"],
    ["قریشی", "person:shah-mahmood-qureshi"],
    ["usa", "gov:US"],
  ])("%s finds %s", (query, id) => {
    expect(first(query)?.id).toBe(id);
  });

  it("prefers the whole name to a part, and a node with more facts among equals", () => {
    const person = (id: string, label: string): EntityNode => entity(id, { label });
    const graph = createGraph(
      [person("a", "Khan Yunis"), person("b", "Imran Khan"), person("c", "Khan"), person("d", "Asif Khan")],
      [edge("fact:1", "b", "MET", "c")],
    );
    expect(createSearch(graph)("khan", 9).hits.map(({ id }) => id)).toEqual(["c", "a", "b", "d"]);
  });

  it("tells the name that matches only where the label does not", () => {
    expect(first("Blinken")).toMatchObject({ label: "Antony Blinken", name: "Antony Blinken" });
    expect(first("بلنکن")).toMatchObject({ label: "Antony Blinken", name: "اینٹونی بلنکن" });
  });

  it("finds an article by its title and by the name of its file", () => {
    const title = "Qureshi apprises US Secretary of State of Pakistan’s deep concern on Palestinian situation";
    expect(first("qureshi apprises")).toMatchObject({ kind: "Article", label: title });
    expect(first("003_1a908b9f9696c1c9")).toMatchObject({ kind: "Article", label: title });
  });

  it("finds only the kinds that are wanted, and no name by a single letter inside of it", () => {
    const graph = createGraph([entity("a", { label: "Iraq" }), entity("b", { kind: "Place", label: "Iraq" })], []);
    const find = createSearch(graph);
    expect(find("iraq", 9, { kinds: new Set(["Place"]) }).hits.map(({ id }) => id)).toEqual(["b"]);
    expect([find("aq", 9).total, find("q", 9).total]).toEqual([2, 0]);
  });

  it("finds nothing for signs only", () => {
    expect(search(" … - ", 5)).toEqual({ total: 0, hits: [] });
  });
});
