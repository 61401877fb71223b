import { z } from "zod";
import { EXPORTERS, FOLDER_EXPORTERS } from "../exporters/index.ts";
import { PART_FORMATS, type PartFormatId } from "../exporters/part.ts";
import { MODALITIES, SHOWN_MODALITIES, type Modality } from "../model/modality.ts";
import { FILE_MEDIA_TYPES } from "./export-stream.ts";
import { day, Json } from "./schema-common.ts";
import * as curation from "./schema-curation.ts";
import * as details from "./schema-details.ts";
import * as graph from "./schema-graph.ts";

/** A route of the API: what may be asked of it and what it answers. Checks and description are made of the same schemas. */
export interface Route {
  readonly method: "get" | "post";
  /** With its parameters in braces: `/api/node/{id}`. */
  readonly path: string;
  /** Name of the operation in the description. */
  readonly id: string;
  readonly summary: string;
  readonly params: z.ZodObject;
  readonly query: z.ZodObject;
  readonly body?: z.ZodType;
  /** Bytes of a body, at most. */
  readonly bodyLimit?: number;
  /** The answer as JSON, or the media types of an answer that is streamed. */
  readonly answer: z.ZodType | readonly string[];
  /** Statuses of errors beside those that every route has. */
  readonly errors: readonly number[];
}

const nothing = z.strictObject({});
const id = z.string().min(1).max(500);
const withId = z.strictObject({ id });
/** Words divided by commas: a list in one parameter, since browsers and programs write several of one name in many ways. */
const list = (of: string) =>
  z
    .string()
    .min(1)
    .max(1000)
    .describe(`${of}, divided by commas.`)
    .transform((text): readonly string[] => text.split(","));

const labels = {
  labels: z
    .string()
    .regex(/^[a-z]{2,3}(?:,[a-z]{2,3}){0,4}$/, "labels are language codes, such as ur,de")
    .optional()
    .describe("Languages of labels by preference, such as `ur,de`. A node without a name in them has its usual label."),
};
const count = (max: number, initial: number): z.ZodDefault<z.ZodCoercedNumber> =>
  z.coerce.number().int().min(1).max(max).default(initial);
const offset = z.coerce.number().int().min(0).max(10_000_000).default(0).describe("How many to pass over.");
const modalities = z
  .string()
  .regex(new RegExp(`^(?:all|(?:${MODALITIES.join("|")})(?:,(?:${MODALITIES.join("|")}))*)$`), {
    error: `modalities are of: ${MODALITIES.join(", ")}, or all`,
  })
  .describe(`Only facts that texts put so, of ${MODALITIES.join(", ")}, divided by commas; \`all\` for every one.`)
  .transform((text) => (text === "all" ? MODALITIES : (text.split(",") as readonly Modality[])));
const facts = {
  relations: list("Only facts of these relations").optional(),
  modalities: modalities.prefault(SHOWN_MODALITIES.join(",")),
};

function idsOf(formats: readonly { readonly id: string }[]): string {
  return formats.map(({ id: format }) => format).join(", ");
}

/** What is exported, and how. */
const exportQuery = z.strictObject({
  ...labels,
  flavor: z.string().max(50).optional().describe("A dialect of the format."),
  layout: z.enum(["true", "false"]).default("false").describe("Whether nodes have the places of the picture."),
  kinds: list("Only nodes of these kinds").optional(),
  relations: facts.relations,
  modalities: modalities.optional(),
  from: day.describe("Only facts that may be of this day, month or year, or later."),
  to: day.describe("… or earlier."),
  minWeight: z.coerce.number().int().min(1).optional().describe("Only facts that so many texts say."),
  around: list("Only what is near these nodes, by id").optional(),
  steps: count(10, 1).describe("How near: facts between."),
});

const partFormats = Object.keys(PART_FORMATS) as PartFormatId[];

/** Every route. A server has those for which its source has what they need. */
export const ROUTES = {
  graph: {
    method: "get",
    path: "/api/graph",
    id: "getGraph",
    summary:
      "The whole graph without its quotes, or an overview of it, or with `around` what lies around a node or a fact.",
    params: nothing,
    query: z.strictObject({
      ...labels,
      overviewAbove: z.coerce
        .number()
        .int()
        .min(1)
        .optional()
        .describe("A graph of more nodes than this is given as an overview: its nodes with most facts."),
      around: id
        .optional()
        .describe("Id of a node, or of a fact for both its ends. The parameters after it count only with this one."),
      steps: count(4, 1).describe("How many facts away others may be."),
      limit: count(5000, 200).describe("Nodes, at most: the nearest, and those first that most texts report."),
      ...facts,
    }),
    answer: graph.GraphData,
    errors: [404],
  },
  revision: {
    method: "get",
    path: "/api/revision",
    id: "getRevision",
    summary: "Which state of the graph is served: for programs that want to know whether it has changed.",
    params: nothing,
    query: nothing,
    answer: graph.Revision,
    errors: [],
  },
  stats: {
    method: "get",
    path: "/api/stats",
    id: "getStats",
    summary: "How much of what the graph holds.",
    params: nothing,
    query: nothing,
    answer: graph.Stats,
    errors: [],
  },
  search: {
    method: "get",
    path: "/api/search",
    id: "search",
    summary: "Nodes by any of their names, in any script.",
    params: nothing,
    query: z.strictObject({
      q: z
        .string()
        .max(200)
        .default("")
        .describe("What people type: cases, accents and vowel marks count for nothing."),
      kinds: list("Only nodes of these kinds").optional(),
      limit: count(100, 10),
      offset,
      ...labels,
    }),
    answer: graph.SearchResult,
    errors: [],
  },
  node: {
    method: "get",
    path: "/api/node/{id}",
    id: "getNode",
    summary: "An entity, event or article: its names, facts, events and articles.",
    params: withId,
    query: z.strictObject({ ...labels, limit: count(10_000, 1000).describe("Of each list."), offset }),
    answer: details.NodeDetail,
    errors: [404],
  },
  edge: {
    method: "get",
    path: "/api/edge/{id}",
    id: "getFact",
    summary: "A fact with the places that say it.",
    params: withId,
    query: z.strictObject({ ...labels, limit: count(10_000, 1000).describe("Of each list."), offset }),
    answer: details.EdgeDetail,
    errors: [404],
  },
  article: {
    method: "get",
    path: "/api/article/{name}",
    id: "getArticle",
    summary: "An article with its text, by the name that evidence uses.",
    params: z.strictObject({ name: z.string().min(1).max(2000) }),
    query: z.strictObject(labels),
    answer: details.ArticleDetail,
    errors: [404],
  },
  path: {
    method: "get",
    path: "/api/path",
    id: "findPaths",
    summary: "The shortest chains of facts between two nodes, with what says each step.",
    params: nothing,
    query: z.strictObject({
      from: id,
      to: id,
      maxSteps: count(8, 4).describe("A chain has at most so many steps."),
      limit: count(50, 5).describe("Chains, at most."),
      through: list("Only nodes of these kinds may stand between the two").optional(),
      since: day.describe("Only facts that may be of this day, month or year, or later."),
      until: day.describe("… or earlier."),
      undated: z
        .enum(["true", "false"])
        .default("false")
        .transform((text) => text === "true")
        .describe("Whether facts without a date count where a time is asked for."),
      minConfidence: z.coerce.number().min(0).max(1).default(0).describe("Only facts that the rules are so sure of."),
      ...facts,
      ...labels,
    }),
    answer: graph.Paths,
    errors: [404],
  },
  timeline: {
    method: "get",
    path: "/api/timeline",
    id: "getTimeline",
    summary: "What happened, in its order: to a node, between two, or in the whole graph.",
    params: nothing,
    query: z.strictObject({
      node: id.optional().describe("Id of a node; the whole graph where it is left out."),
      with: id.optional().describe("Only what there is between `node` and this one, and events that both are in."),
      from: day.describe("What may lie on or after this day, month or year."),
      to: day.describe("What may lie on or before it."),
      events: list("Only events of these types").optional(),
      limit: count(1000, 100),
      offset,
      ...facts,
      ...labels,
    }),
    answer: graph.Timeline,
    errors: [404],
  },
  export: {
    method: "get",
    path: "/api/export/{format}",
    id: "exportGraph",
    summary: "The graph as a file, streamed.",
    params: z.strictObject({
      format: z.enum(
        EXPORTERS.map((exporter) => exporter.id),
        { error: `one of ${idsOf(EXPORTERS)}; of ${idsOf(FOLDER_EXPORTERS)} one file, such as csv/nodes.csv` },
      ),
    }),
    query: exportQuery,
    answer: [...new Set(EXPORTERS.map(({ mediaType }) => mediaType))],
    errors: [404],
  },
  exportFile: {
    method: "get",
    path: "/api/export/{format}/{file}",
    id: "exportFile",
    summary: "One of the files of a format that has several, such as `csv/nodes.csv` and `csv/edges.csv`, streamed.",
    params: z.strictObject({
      format: z.enum(FOLDER_EXPORTERS.map((exporter) => exporter.id)),
      file: z.string().min(1).max(100),
    }),
    query: exportQuery,
    answer: FILE_MEDIA_TYPES,
    errors: [404],
  },
  part: {
    method: "post",
    path: "/api/part/{format}",
    id: "exportPart",
    summary: "Nodes and facts that are named one by one, as a file, streamed; as `html` the page with them in it.",
    params: z.strictObject({ format: z.enum([...partFormats, "html"]) }),
    query: z.strictObject({ ...labels }),
    body: z.strictObject({
      nodes: z.array(id).max(200_000).describe("Ids. What the graph does not have is passed over."),
      facts: z.array(id).max(500_000).describe("Ids. Those count whose two ends are among the nodes."),
      view: z
        .string()
        .max(500_000)
        .regex(/^(?:#|$)/, { error: "a view begins with #" })
        .optional()
        .describe("Of a page: the view with which it begins, as the page has it in its address, with its `#`."),
    }),
    // Ids of a graph of 100 000 nodes and 500 000 facts.
    bodyLimit: 32 * 1024 * 1024,
    answer: [...new Set(partFormats.map((format) => PART_FORMATS[format].mediaType)), "text/html"],
    errors: [404, 413, 415],
  },
  query: {
    method: "post",
    path: "/api/query",
    id: "query",
    summary: "Answers a Cypher query, which can only read.",
    params: nothing,
    query: nothing,
    body: z.strictObject({
      query: z.string().min(1).max(20_000),
      parameters: z.record(z.string(), Json).default({}),
      limit: z.int().min(1).max(10_000).default(10_000).describe("Rows, at most."),
      timeout: z.number().min(0.01).max(30).default(30).describe("Seconds until it is ended."),
    }),
    bodyLimit: 64 * 1024,
    answer: graph.QueryResult,
    errors: [413, 415, 422, 503],
  },
  identity: {
    method: "get",
    path: "/api/identity/{id}",
    id: "getIdentity",
    summary: "What a node is made of, why that is one, and what people decided about it.",
    params: withId,
    query: nothing,
    answer: curation.IdentityDetail,
    errors: [404],
  },
  review: {
    method: "get",
    path: "/api/review",
    id: "getReview",
    summary: "Pairs of nodes that might be one.",
    params: nothing,
    query: z.strictObject({
      node: id.optional().describe("Only pairs of which one is this node."),
      limit: count(1000, 20),
      offset,
      ...labels,
    }),
    answer: curation.Review,
    errors: [],
  },
  verdicts: {
    method: "get",
    path: "/api/verdicts",
    id: "getVerdicts",
    summary: "What people decided.",
    params: nothing,
    query: z.strictObject({
      order: z.enum(["oldest", "latest"]).default("oldest").describe("Which come first."),
      limit: count(1000, 100),
      offset,
    }),
    answer: curation.Verdicts,
    errors: [],
  },
  decide: {
    method: "post",
    path: "/api/verdicts",
    id: "decide",
    summary: "Records a decision. The only request that changes anything, and only by adding to the journal.",
    params: nothing,
    query: nothing,
    body: curation.DecisionBody,
    // A split may list many mentions.
    bodyLimit: 256 * 1024,
    answer: curation.DecisionResult,
    errors: [404, 409, 413, 415, 422],
  },
} as const satisfies Readonly<Record<string, Route>>;

/** Whether its answers have a tag by which a client need not fetch them again. What is streamed is not held back for one. */
export function hasTag({ method, answer }: Route): boolean {
  return method === "get" && answer instanceof z.ZodType;
}
