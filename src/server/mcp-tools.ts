import type { McpServer, StandardSchemaWithJSON } from "@modelcontextprotocol/server";
import { z } from "zod";
import { DragomanError } from "../errors.ts";
import { neighbourhood } from "../graph/neighbourhood.ts";
import { SHOWN_MODALITIES } from "../model/modality.ts";
import { compareText } from "../model/text.ts";
import type { CypherParameter } from "../stores/store.ts";
import { findPaths } from "./connections.ts";
import { createDerive } from "./derived.ts";
import { factFilter, termsOf } from "./filters.ts";
import { found } from "./found.ts";
import { amount, ArticleRef, day, FactBrief, Json, Modality, NodeRef } from "./schema-common.ts";
import type { Answer } from "./schema-common.ts";
import { EdgeDetail, NodeDetail } from "./schema-details.ts";
import { Paths, QueryResult, SearchResult, Stats, Timeline } from "./schema-graph.ts";
import type { GraphSource } from "./source.ts";
import { makeTimeline } from "./timeline.ts";

/** Characters of an answer: a model has room for little, and is told how to ask for less. */
const MAX_LENGTH = 60_000;
/** Characters of an article that are given at once. */
const MAX_TEXT = 20_000;
/** Milliseconds until a query is ended. */
const QUERY_TIMEOUT_MS = 15_000;

const id = z.string().min(1).max(500).describe('Id of a node, as "search" gives it.');
const limit = (max: number, initial: number): z.ZodDefault<z.ZodInt> => z.int().min(1).max(max).default(initial);
const offset = z.int().min(0).default(0).describe("How many to pass over, for the next page.");
const facts = {
  relations: z.array(z.string()).max(50).optional().describe("Only facts of these relations, such as MET."),
  modalities: z
    .array(Modality)
    .default([...SHOWN_MODALITIES])
    .describe("Only facts that are said so."),
};

const Neighbours = z.object({
  node: NodeRef,
  nodes: z.array(NodeRef).describe("The nearest first, and of equally near ones those that most articles report."),
  total: amount.describe("How many facts there are between them."),
  facts: z.array(FactBrief).describe("Those first that most articles report, each with a quote."),
  complete: z.boolean().describe("False where the limit left nodes out."),
});

const ArticleText = ArticleRef.extend({
  text: z.string(),
  start: amount.describe("Where in the article this part begins."),
  length: amount.describe("Length of the whole article. More of it: ask with a later start."),
});

/** The tools by which a model reads a graph. None of them changes anything, and every answer has its bounds. */
export function addTools(server: McpServer, source: GraphSource): void {
  const derive = createDerive(source);
  const add = createAdd(server);

  add({
    name: "overview",
    description:
      "How much the graph holds, and of what: kinds of nodes, relations, modalities, languages of the quotes. " +
      "Use it first when you do not know what the articles are about or which relations there are.",
    input: z.strictObject({}),
    output: Stats,
    run: () => derive().stats(),
  });
  add({
    name: "search",
    description:
      "Finds people, governments, organizations, places, events and articles by any of their names, in any script and " +
      "spelling. Use it whenever you have a name and need an id.",
    input: z.strictObject({
      text: z.string().min(1).max(200).describe("A name or a part of one: Blinken, بلنکن, Auswärtiges Amt."),
      kinds: z.array(z.string()).max(10).optional().describe("Only nodes of these kinds: Person, Government, Event …"),
      limit: limit(50, 10),
      offset,
    }),
    output: SearchResult,
    run: ({ text, kinds, limit: hits, offset: passed }) => {
      const { search, ontology } = derive();
      return search()(text, hits, { offset: passed, kinds: termsOf("kind", kinds, ontology().kinds) });
    },
  });
  add({
    name: "entity",
    description:
      "All about one node: its names in each language, its facts, its events, the articles that mention it; of an event " +
      "when, where, who took part, what was counted, and what articles contradict each other on. " +
      'Facts are listed without quotes: "fact" has them.',
    input: z.strictObject({ id, limit: limit(100, 30).describe("Of each list."), offset }),
    output: NodeDetail,
    run: ({ id: node, ...page }) => found(derive().details().node(node, page), "node", node),
  });
  add({
    name: "neighbours",
    description:
      "Who and what a node is connected with, within one to three facts, with a quote for each fact. " +
      "Use it to explore around somebody; to connect two of whom you know, use path.",
    input: z.strictObject({
      id,
      steps: limit(3, 1),
      limit: limit(100, 25).describe("Nodes and facts, at most."),
      ...facts,
    }),
    output: Neighbours,
    run: (input) => {
      const { graph, refer, ontology } = derive();
      const part = neighbourhood(graph, [found(graph.node(input.id), "node", input.id)], {
        steps: input.steps,
        // The node itself is none of its neighbours.
        limit: input.limit + 1,
        isWanted: factFilter(input, ontology()),
      });
      const between = [...part.graph.edges()].sort((a, b) => b.weight - a.weight || compareText(a.id, b.id));
      return {
        node: refer().node(input.id),
        nodes: part.nearest.slice(1).map((node) => refer().node(node)),
        total: between.length,
        facts: between.slice(0, input.limit).map((fact) => refer().brief(fact, 1)),
        complete: part.complete,
      };
    },
  });
  add({
    name: "path",
    description:
      "How two nodes are connected: the shortest chains of facts between them, with quotes for each step. " +
      "Use it for questions such as: what does A have to do with B?",
    input: z.strictObject({
      from: id,
      to: id,
      maxSteps: limit(6, 4),
      limit: limit(10, 3).describe("Chains, at most."),
      through: z.array(z.string()).max(10).optional().describe("Only nodes of these kinds may stand between the two."),
      ...facts,
    }),
    output: Paths,
    run: (input) => findPaths(derive(), input),
  });
  add({
    name: "fact",
    description:
      "One fact with every sentence that says it: quote, article, language, and on whose word; and what else there is " +
      "between the same two. Use it before you rely on a fact or repeat it.",
    input: z.strictObject({
      id: z.string().min(1).max(500).describe("Id of a fact, as other tools give it: fact:…"),
      limit: limit(100, 20).describe("Quotes, at most."),
      offset,
    }),
    output: EdgeDetail,
    run: ({ id: fact, ...page }) => found(derive().details().edge(fact, page), "fact", fact),
  });
  add({
    name: "events",
    description:
      "What happened, in its order, with quotes: between two dates, of one node, or between two nodes. " +
      "Use it for questions with a time in them, and for the history of a relation.",
    input: z.strictObject({
      from: day.describe("What may lie on or after this day, month or year: 2022-05-06, 2022-05, 2022."),
      to: day.describe("What may lie on or before it."),
      node: id.optional(),
      with: id.optional().describe("A second node: what there was between the two."),
      types: z.array(z.string()).max(20).optional().describe("Only events of these types: Call, Meeting, Summit …"),
      limit: limit(50, 15),
      offset,
      ...facts,
    }),
    output: Timeline,
    run: ({ types, ...input }) => makeTimeline(derive(), { ...input, events: types }),
  });
  add({
    name: "article",
    description: `The text of an article, ${MAX_TEXT} characters at most, to see a quote in its context.`,
    input: z.strictObject({
      name: z.string().min(1).max(2000).describe("Name of the article, as evidence gives it."),
      start: z.int().min(0).default(0).describe("Where to begin, in UTF-16 units as in evidence."),
      limit: limit(MAX_TEXT, 5000).describe("Characters, at most."),
    }),
    output: ArticleText,
    run: async ({ name, start, limit: length }) => {
      const { text } = found(await source.article(name), "article", name);
      const part = text.slice(start, start + length);
      return { ...derive().refer().article(name), text: part, start, length: text.length };
    },
  });
  const { query } = source;
  if (query === undefined) return;
  add({
    name: "cypher",
    description:
      "Answers a Cypher query, which can only read. Use it for what the other tools cannot do: counting, grouping, " +
      "patterns of several facts. Nodes are (:Entity) and one of " +
      `${source.ontology.kinds.map((kind) => `:${kind.id}`).join(" ")} with id, kind, label, aliases, mentions, articles; ` +
      "events also type, date, dateFrom, dateTo, place, status. Relationships are of the types that overview lists, with " +
      "id, modality, date, event, role, office, weight, and the parallel lists articles, quotes, langs, attributions. " +
      "Ask for r.modality = 'actual' where only that counts; symmetric relations such as SPOKE_WITH are written without an arrow.",
    input: z.strictObject({
      query: z.string().min(1).max(10_000),
      parameters: z.record(z.string(), Json).default({}).describe("Values for $name in the query."),
      limit: limit(500, 50).describe("Rows, at most."),
    }),
    output: QueryResult,
    run: ({ query: cypher, parameters, limit: maxRows }, signal) =>
      query(cypher, parameters as Readonly<Record<string, CypherParameter>>, {
        maxRows,
        timeoutMs: QUERY_TIMEOUT_MS,
        signal,
      }),
  });
}

interface Tool<Input extends z.ZodObject, Output extends z.ZodObject> {
  readonly name: string;
  readonly description: string;
  readonly input: Input;
  readonly output: Output;
  /** `signal`: nobody waits for the answer any more. */
  readonly run: (input: z.output<Input>, signal: AbortSignal) => Answer<Output> | Promise<Answer<Output>>;
}

/**
 * Adds tools whose answers are cut where they would be too long: asked again with as small a limit as it seems to need, and
 * never with more than half of the last one.
 */
function createAdd(server: McpServer) {
  return <Input extends z.ZodObject, Output extends z.ZodObject>(tool: Tool<Input, Output>): void => {
    const answer = async (
      input: z.output<Input>,
      signal: AbortSignal,
    ): Promise<{ readonly text: string; readonly data: Answer<Output> }> => {
      const data = await tool.run(input, signal);
      const text = JSON.stringify(data);
      if (text.length <= MAX_LENGTH) return { text, data };
      const asked = (input as { readonly limit?: number }).limit ?? 1;
      const part = Math.min(1 / 2, MAX_LENGTH / text.length);
      if (asked > 1) return await answer({ ...input, limit: Math.max(1, Math.floor(asked * part)) }, signal);
      throw new DragomanError("QUERY_LIMIT", `the answer is longer than ${MAX_LENGTH} characters: ask for less`);
    };
    server.registerTool<Output, StandardSchemaWithJSON<z.input<Input>, z.output<Input>>>(
      tool.name,
      {
        description: tool.description,
        inputSchema: tool.input,
        outputSchema: tool.output,
        annotations: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: false },
      },
      async (input, { mcpReq }) => {
        const { text, data } = await answer(input, mcpReq.signal);
        return { content: [{ type: "text" as const, text }], structuredContent: data };
      },
    );
  };
}
