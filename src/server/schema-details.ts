import { z } from "zod";
import { MENTION_FORMS } from "../model/extraction.ts";
import {
  amount,
  ArticleRef,
  date,
  Direction,
  EvidenceDetail,
  FactBrief,
  FactRef,
  Modality,
  NodeRef,
  Place,
} from "./schema-common.ts";

export const NamesInLanguage = z
  .object({
    language: z.string(),
    direction: Direction,
    names: z.array(z.string()).describe("The best first."),
    counts: z.array(amount).describe("How many texts use each of them, in whatever language."),
  })
  .meta({ id: "NamesInLanguage" });

export const FactSummary = z
  .object({
    id: z.string(),
    relation: z.string(),
    outgoing: z.boolean().describe("Whether the node is its source. Says nothing where the relation is symmetric."),
    other: NodeRef,
    modality: Modality,
    date: date.nullable(),
    event: NodeRef.nullable(),
    office: z.string().nullable(),
    role: z.string().nullable(),
    weight: amount.describe("Distinct texts."),
    reported: z
      .object({ first: z.string(), last: z.string() })
      .nullable()
      .describe("When the first and the last of its articles were published, as far as that is known."),
    languages: z.array(z.string()).describe("Languages of its quotes, sorted."),
  })
  .meta({ id: "FactSummary", description: "A fact as seen from one of its ends." });

export const EventDetail = z
  .object({
    type: z.string().describe("A type of `ontology.events`."),
    date: date.nullable(),
    dateFrom: z.string().nullable(),
    dateTo: z.string().nullable(),
    place: NodeRef.nullable(),
    status: z.string(),
    conflicts: z
      .array(z.object({ field: z.string(), value: z.string(), article: z.string() }))
      .describe("What articles contradict each other on. The value of `place` is the label of its node."),
    history: z
      .array(z.object({ status: z.string(), date: date.nullable(), article: z.string() }))
      .describe("How it stood with it, in the order of the reports; empty where no article saw it change."),
    counts: z
      .array(z.object({ what: z.string(), value: z.string(), article: z.string() }))
      .describe("How many were killed, expelled …, as each article says it. `what`: of `ontology.counts`."),
    facts: z
      .array(FactSummary.extend({ subject: NodeRef }))
      .describe("Facts that happened in it, between others. Seen from their source."),
  })
  .meta({ id: "EventDetail" });

export const SameAs = z
  .object({ id: z.string(), url: z.string().describe("Only `http:` and `https:`.") })
  .meta({ id: "SameAs", description: "What a list of the user calls the same thing elsewhere." });

export const NodeDetail = NodeRef.extend({
  id: z.string().describe("The id that the node has now: a former one leads here too."),
  names: z.array(NamesInLanguage),
  aliases: z.array(z.string()).describe("Names that stand in no language's list."),
  aliasCounts: z.array(amount).describe("How many texts use each of these."),
  sameAs: z.array(SameAs).describe("The same thing elsewhere: ids of Wikidata and addresses."),
  mentions: amount.nullable().describe("How often it is mentioned; null for an article."),
  event: EventDetail.nullable(),
  article: ArticleRef.nullable().describe("Set when the node is an article."),
  facts: z
    .array(FactSummary)
    .describe("Facts whose other end is an entity, or what an article mentions; those of most texts first."),
  events: z.array(FactSummary).describe("Facts whose other end is an event, the latest first."),
  articles: z.array(ArticleRef).describe("The articles that mention it, the latest first."),
  totals: z
    .object({
      facts: amount,
      events: amount,
      articles: amount,
      inEvent: amount.describe("Of `event.facts`; 0 where the node is no event."),
    })
    .describe("How long the lists are without `limit` and `offset`."),
}).meta({ id: "NodeDetail" });

export const EdgeDetail = FactRef.extend({
  date: date.nullable(),
  dateFrom: z.string().nullable(),
  dateTo: z.string().nullable(),
  event: NodeRef.nullable(),
  about: FactRef.nullable().describe("The fact that this one denies, alleges, backs or opposes."),
  office: z.string().nullable(),
  role: z.string().nullable(),
  confidence: z.number().min(0).max(1),
  weight: amount.describe("Distinct texts that say it."),
  evidence: z.array(EvidenceDetail),
  parallel: z.array(FactRef).describe("Other facts between the same two nodes."),
  dispute: z
    .array(FactBrief)
    .describe(
      "What else is said of the same: the fact that it is about, those that deny, allege, back or oppose the same, and those that say the contrary.",
    ),
  totals: z
    .object({ evidence: amount, parallel: amount })
    .describe("How long the two lists are without `limit` and `offset`."),
}).meta({ id: "EdgeDetail" });

export const ArticleMention = Place.extend({
  nodes: z.array(z.string()).describe("Ids of the nodes that the words speak of, mostly one."),
  form: z.enum(MENTION_FORMS).describe("How they do: by name, by description (“the chancellor”), or by pronoun."),
}).meta({ id: "ArticleMention", description: "Words of an article that speak of nodes." });

export const ArticleFact = FactRef.extend({ date: date.nullable(), places: z.array(Place) }).meta({
  id: "ArticleFact",
  description: "A fact, with the places of an article that say it.",
});

export const ArticleDetail = ArticleRef.extend({
  id: z.string().describe("Id of its node."),
  text: z.string(),
  mentions: z
    .array(ArticleMention)
    .describe("In the order of the text. Empty where what was read in the article is not known."),
  nodes: z.array(NodeRef).describe("The nodes of `mentions`, each once."),
  facts: z.array(ArticleFact).describe("What it says, in the order of the text."),
  otherSources: z
    .array(z.object({ name: z.string(), outlet: z.string().nullable(), url: z.string().nullable() }))
    .describe("Where the same text was found as well."),
  earlierVersions: z
    .array(
      z.object({
        id: z.string(),
        name: z.string(),
        publishedAt: z.string().nullable(),
        until: z.string().nullable().describe("When the version after it was published."),
      }),
    )
    .describe("Texts that stood under its name or at its address before it, the oldest first. Not in the graph."),
}).meta({ id: "ArticleDetail" });
