import { z } from "zod";
import { amount, Count, date, FactBrief, Labels, Modality, NodeRef } from "./schema-common.ts";

const termFields = { id: z.string(), labels: Labels };
export const Term = z
  .object(termFields)
  .meta({ id: "Term", description: "A concept of the ontology, with its words." });

export const NodeType = z.enum(["entity", "event", "article"]).describe("What the nodes of a kind are.");

export const KindTerm = z
  .object({
    ...termFields,
    type: NodeType,
    colour: z.object({ light: z.string(), dark: z.string() }).describe("`#rrggbb`, on light and on dark ground."),
  })
  .meta({ id: "KindTerm" });

export const RelationTerm = z
  .object({
    ...termFields,
    group: z.string().describe("`action`, `state`, `bookkeeping`, `topical`."),
    symmetric: z.boolean(),
    inverse: Labels.exactOptional().describe(
      "How it reads from target to source. Absent where the relation is symmetric or has no such words.",
    ),
  })
  .meta({ id: "RelationTerm" });

export const Ontology = z
  .object({
    kinds: z.array(KindTerm),
    relations: z.array(RelationTerm),
    events: z.array(Term).describe("Types of events."),
    roles: z.array(Term),
    counts: z.array(Term).describe("What people who are counted in an event met with."),
    offices: z.array(Term),
  })
  .meta({ id: "Ontology", description: "Words for what is in the graph: every kind and relation of it is here." });

const index = (of: string): z.ZodInt => amount.describe(`Index into ${of}.`);

const days = z
  .array(z.int().nullable())
  .describe("Days since 1970-01-01, inclusive; null where that side is open or no time is known.");

export const NodeColumns = z
  .object({
    id: z.array(z.string()),
    kind: z.array(index("`ontology.kinds`")),
    label: z.array(z.string()),
    unnamedEvent: z
      .array(index("`ontology.events`").nullable())
      .describe("Of an event that no article names: its label is made of its type and participants."),
    date: z.array(date.nullable()).describe("Of events."),
    from: days,
    to: days,
    x: z.array(z.number()),
    y: z.array(z.number()),
    degree: z.array(amount).describe("Facts at the node, those that lead to an article left out."),
  })
  .meta({ id: "NodeColumns", description: "Columns of equal length." });

export const EdgeColumns = z
  .object({
    id: z.array(z.string()),
    source: z.array(index("`nodes`")),
    target: z.array(index("`nodes`")),
    relation: z.array(index("`ontology.relations`")),
    modality: z.array(index("`modalities`")),
    date: z.array(date.nullable()),
    from: days.describe("When it was: by itself, else as the event at one of its ends. As in `nodes`."),
    to: days,
    event: z
      .array(index("`nodes`").nullable())
      .describe("In which it happened; null where that is in none, or not here."),
    weight: z.array(amount).describe("Distinct texts."),
    confidence: z.array(z.number().min(0).max(1)).describe("Rounded to hundredths."),
    articles: z.array(z.array(index("`articles`"))).describe("Those that say it."),
  })
  .meta({ id: "EdgeColumns", description: "Columns of equal length." });

export const ArticleColumns = z
  .object({
    name: z.array(z.string()).describe("The name by which evidence refers to it."),
    language: z.array(z.string()),
    outlet: z.array(z.string().nullable()),
  })
  .meta({ id: "ArticleColumns", description: "Columns of equal length: the articles that say something." });

export const GraphData = z
  .object({
    formatVersion: z.literal(1),
    ontology: Ontology,
    modalities: z.array(Modality),
    shownModalities: z.array(Modality).describe("What is shown unless asked for more."),
    nodes: NodeColumns,
    edges: EdgeColumns,
    articles: ArticleColumns,
    labels: z
      .array(z.string())
      .describe("The languages that were asked for, by preference; none for the usual labels."),
    nameLanguages: z
      .array(z.string())
      .describe("The languages in which nodes have names, that of most nodes first: what `labels` can be asked for."),
    offers: z
      .array(z.enum(["query", "curation"]))
      .describe("What can be had beside the graph: answers to Cypher, and decisions of people about it."),
    revision: z
      .string()
      .exactOptional()
      .describe("The state of the graph that this is of; absent where it stays as it is."),
    part: z
      .object({
        around: NodeRef.describe("The node; of a fact its source."),
        steps: amount,
        complete: z.boolean().describe("False where `limit` left nodes out."),
      })
      .exactOptional()
      .describe("Absent where this is the whole graph."),
    overview: z
      .object({ nodes: amount, facts: amount })
      .exactOptional()
      .describe("How much the whole graph has, where this is only its nodes with most facts and what is between them."),
  })
  .meta({
    id: "GraphData",
    description: "A graph without its evidence, as columns, since that is a fifth of the size of objects.",
  });

export const SearchHit = NodeRef.extend({
  name: z.string().describe("The name that matches, in its own script: the label where that does, else an alias."),
}).meta({ id: "SearchHit" });

export const SearchResult = z
  .object({ total: amount.describe("How many nodes match."), hits: z.array(SearchHit).describe("The best first.") })
  .meta({ id: "SearchResult" });

export const Revision = z
  .object({ revision: z.string().describe("As in `GraphData`. It is another whenever the graph may be.") })
  .meta({ id: "Revision" });

export const Stats = z
  .object({
    nodes: amount,
    edges: amount,
    articles: amount,
    copies: amount.describe("Those of the articles that print the text of another with small differences."),
    evidence: amount,
    kinds: z.array(Count),
    relations: z.array(Count),
    modalities: z.array(Count),
    languages: z.array(Count).describe("Languages of the quotes."),
    gazetteers: z.array(Count).describe("The user's lists that are in force, with how many rows each has, by name."),
  })
  .meta({ id: "Stats", description: "Counts are sorted, the largest first." });

export const Chain = z
  .object({
    nodes: z.array(NodeRef).describe("One more than `steps`."),
    steps: z
      .array(z.object({ total: amount.describe("How many facts connect the two."), facts: z.array(FactBrief) }))
      .describe("What connects each node with the next, the facts that most texts report first."),
  })
  .meta({ id: "Chain" });

export const Paths = z
  .object({
    from: NodeRef,
    to: NodeRef,
    length: amount.nullable().describe("Steps of the shortest chains; null where there is none within the limit."),
    total: amount.describe("How many chains of this length there are."),
    chains: z.array(Chain).describe("Those first whose steps most texts report."),
  })
  .meta({ id: "Paths" });

export const TimelineEntry = z
  .object({
    date: date.nullable(),
    dateFrom: z.string().nullable(),
    dateTo: z.string().nullable(),
    event: NodeRef.nullable().describe("The event; null for a fact outside of any."),
    facts: z.array(FactBrief),
    total: amount.describe("How many facts there are."),
  })
  .meta({ id: "TimelineEntry", description: "An event with what is said of it, or one fact." });

export const Timeline = z
  .object({
    total: amount.describe("How many dated entries there are in all."),
    undated: amount.describe("How many more have no date."),
    entries: z.array(TimelineEntry).describe("The earliest first."),
  })
  .meta({ id: "Timeline" });

export const QueryResult = z
  .object({
    columns: z.array(z.string()),
    rows: z.array(z.array(z.unknown())).describe("JSON values in the order of the columns."),
    truncated: z.boolean().describe("Whether there were more rows than the limit."),
  })
  .meta({ id: "QueryResult" });
