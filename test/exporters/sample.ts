import { createGraph } from "../../src/graph/memory.ts";
import type { Graph } from "../../src/model/graph.ts";
import { article, edge, entity, event, evidence } from "../helpers/graph.ts";

/** Small, with one of everything that a format can stumble over: scripts, parallel edges, a loop, roles, lists, markup. */
export function sampleGraph(): Graph {
  const blinken = "person:antony-blinken";
  const bhutto = "person:bilawal-bhutto-zardari";
  const call = "event:call-2022-05-06-3fa1";
  return createGraph(
    [
      entity(blinken, {
        label: "Antony Blinken",
        aliases: ["Antony Blinken", "Blinken", "اینٹونی بلنکن"],
        names: { de: ["Antony Blinken"], en: ["Antony Blinken", "Blinken"], ur: ["اینٹونی بلنکن"] },
        sameAs: ["Q7821917", "https://example.org/?a=1&b=2"],
        mentions: 14,
        articles: 3,
      }),
      entity(bhutto, { label: "Bilawal Bhutto-Zardari", names: { ur: ["بلاول بھٹو زرداری"] }, mentions: 9 }),
      entity("org:fish-chips", { kind: "Organization", label: `"Fish & Chips" <Ltd>`, aliases: ["F & C", "a|b,c;d"] }),
      entity("place:new-york", { kind: "Place", label: "New York", names: { fa: ["نیویورک"] } }),
      event(call, {
        label: "Call: Antony Blinken – Bilawal Bhutto-Zardari",
        date: "2022-05-06",
        dateFrom: "2022-05-06",
        dateTo: "2022-05-06",
        place: "place:new-york",
        conflictFields: ["date"],
        conflictValues: ["2022-05-07"],
        conflictArticles: ["a2"],
        historyStatuses: ["planned", "held"],
        historyDates: ["2022-05", ""],
        historyArticles: ["a1", "a2"],
        countKinds: ["expelled"],
        countValues: [">=14"],
        countArticles: ["a2"],
      }),
      article("article:9b2c1d7e0f3a4455", { label: "a1", language: "de", publishedAt: "2022-05" }),
      article("article:aaaa1d7e0f3a4455", {
        label: "a2",
        url: "https://example.org/?a=1&b=2",
        title: "Title",
        copyOf: "article:9b2c1d7e0f3a4455",
      }),
    ],
    [
      edge("fact:01", blinken, "SPOKE_WITH", bhutto, {
        date: "2022-05-06",
        dateFrom: "2022-05-06",
        dateTo: "2022-05-06",
        event: call,
        confidence: 1,
        weight: 2,
        evidence: [
          evidence("US-Außenminister Antony Blinken hat telefoniert.", { language: "de" }),
          evidence("امریکی وزیر خارجہ نے بلاول بھٹو زرداری سے «فون» پر گفتگو کی۔", {
            article: "a2",
            language: "ur",
            attribution: ["gov:PK", "the ministry"],
          }),
        ],
      }),
      edge("fact:02", blinken, "SPOKE_WITH", bhutto, {
        modality: "planned",
        evidence: [evidence("line one\nline two\r\n\tend")],
      }),
      edge("fact:03", bhutto, "DENIED", blinken, { about: "fact:01" }),
      edge("fact:04", blinken, "PARTICIPATED_IN", call, { role: "participant" }),
      edge("fact:05", blinken, "MENTIONED_IN", "article:9b2c1d7e0f3a4455"),
      edge("fact:06", "org:fish-chips", "SUPPORTS", "org:fish-chips"),
      edge("fact:07", bhutto, "HOLDS_OFFICE", "org:fish-chips", { office: "foreign-minister" }),
    ],
  );
}
