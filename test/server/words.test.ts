import { describe, expect, it } from "vitest";
import type { NodeId } from "../../src/model/ids.ts";
import type { Reading } from "../../src/model/reading.ts";
import type { ArticleRef, FactRef } from "../../src/server/contract.ts";
import { withWordsOfChains, wordsOf } from "../../src/server/words.ts";

const TEXT = "Both ministers met. Minister Ada Lovelace praised Charles Babbage, and thanked him. Babbage smiled.";
const [ADA, CHARLES] = ["person:ada" as NodeId, "person:charles" as NodeId];

/** The place of words in the text, by which occurrence of them. */
function at(words: string, occurrence = 0): { readonly start: number; readonly end: number } {
  let start = -1;
  for (let count = 0; count <= occurrence; count += 1) start = TEXT.indexOf(words, start + 1);
  if (start < 0) throw new RangeError(words);
  return { start, end: start + words.length };
}

const sentence = at("Minister Ada Lovelace praised Charles Babbage, and thanked him.");
const reading: Reading = {
  mentions: [
    { ...at("Both ministers"), nodes: [ADA, CHARLES], form: "description" },
    { ...at("Ada Lovelace"), nodes: [ADA], form: "name" },
    { ...at("Charles Babbage"), nodes: [CHARLES], form: "name" },
    { ...at("him"), nodes: [CHARLES], form: "pronoun" },
    { ...at("Babbage", 1), nodes: [CHARLES], form: "name" },
  ],
  sayings: [
    { ...at("Both ministers met."), source: ADA, relation: "MET", target: CHARLES, words: [at("met")] },
    { ...sentence, source: ADA, relation: "PRAISED", target: CHARLES, words: [at("praised")] },
    { ...sentence, source: ADA, relation: "PRAISED", target: CHARLES, words: [at("praised")] },
    { ...sentence, source: ADA, relation: "THANKED", target: CHARLES, words: [at("thanked")] },
    { ...sentence, source: ADA, relation: "THANKED", target: "gov:GB" as NodeId, words: [at("smiled")] },
    { ...sentence, source: ADA, relation: "THANKED", target: "gov:GB" as NodeId, words: [at("Minister")] },
  ],
};

function read(relation: string, quote: { readonly start: number; readonly end: number }, from = ADA, to = CHARLES) {
  const node = (id: string) => ({ id, kind: "Person", label: id });
  const fact: FactRef = { id: "fact:1", source: node(from), relation, target: node(to), modality: "actual" };
  const { source, target, deed } = wordsOf(fact, quote, reading);
  const words = (places: readonly { readonly start: number; readonly end: number }[]): readonly string[] =>
    places.map(({ start, end }) => TEXT.slice(start, end));
  return { source: words(source), target: words(target), deed: words(deed) };
}

describe("the words of a quote", () => {
  it("are those of its own sentence and relation, each once", () => {
    const target = ["Charles Babbage", "him"];
    expect(read("PRAISED", sentence)).toEqual({ source: ["Ada Lovelace"], target, deed: ["praised"] });
    expect(read("THANKED", sentence)).toEqual({ source: ["Ada Lovelace"], target, deed: ["thanked"] });
  });

  it("are both ends' where they speak of both, and whichever end stands first in a symmetric relation", () => {
    const both = { source: ["Both ministers"], target: ["Both ministers"], deed: ["met"] };
    expect(read("MET", at("Both ministers met."))).toEqual(both);
    expect(read("MET", at("Both ministers met."), CHARLES, ADA)).toEqual(both);
  });

  it("are none where nothing of the kind was read", () => {
    expect(read("ACCUSED", sentence, "gov:PK" as NodeId, "gov:US" as NodeId)).toEqual({
      source: [],
      target: [],
      deed: [],
    });
  });
});

it("every quote of a chain tells its words, and the reading of an article is asked for once", async () => {
  const node = (id: string) => ({ id, kind: "Person", label: id });
  const article: ArticleRef = {
    name: "a",
    title: null,
    outlet: null,
    publishedAt: null,
    url: null,
    language: "en",
    direction: "ltr",
    copyOf: null,
  };
  const evidence = {
    article,
    ...sentence,
    quote: "",
    language: "en",
    direction: "ltr",
    attribution: [],
    rule: "",
  } as const;
  const rest = { modality: "actual", date: null, event: null, office: null, role: null, weight: 1 } as const;
  const fact = (relation: string) => ({
    ...rest,
    id: relation,
    source: node(ADA),
    relation,
    target: node(CHARLES),
    evidence: [evidence, { ...evidence, article: { ...article, name: "unknown" } }],
  });
  const steps = [
    { total: 1, facts: [fact("PRAISED")] },
    { total: 1, facts: [fact("THANKED")] },
  ];
  const paths = { from: node(ADA), to: node(CHARLES), length: 2, total: 1, chains: [{ nodes: [], steps }] };
  const asked: string[] = [];
  const told = await withWordsOfChains(paths, (name) => {
    asked.push(name);
    return name === "a" ? reading : undefined;
  });
  expect(asked).toEqual(["a", "unknown"]);
  const facts = told.chains[0]?.steps.flatMap((step) => step.facts) ?? [];
  expect(facts.map(({ evidence: [known] }) => known?.words?.deed)).toEqual([[at("praised")], [at("thanked")]]);
  expect(facts[0]?.evidence[1]).not.toHaveProperty("words");
  expect(await withWordsOfChains(paths, undefined)).toBe(paths);
});
