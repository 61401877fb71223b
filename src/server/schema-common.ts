import { z } from "zod";
import { MODALITIES } from "../model/modality.ts";

/**
 * The type of what a schema lets through, with everything in it read-only: answers are made and never changed.
 *
 * The types of `contract.ts`, the checks of requests and the OpenAPI description all come from the `schema-*.ts` files.
 * A schema with an `id` in its `meta` is a component of the description under that name.
 */
export type Answer<Schema extends z.ZodType> = Frozen<z.output<Schema>>;
type Frozen<T> = T extends object ? { readonly [Key in keyof T]: Frozen<T[Key]> } : T;

/** How many there are of something. */
export const amount = z.int().min(0);
/** A date as exact as known. */
export const date = z.string().describe("ISO 8601, as exact as known: `2022`, `2022-05`, `2022-05-06`.");

/** A bound in time that a request may give. */
export const day = z
  .string()
  .regex(
    /^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?$/,
    "a date is written as 2022, 2022-05 or 2022-05-06",
  )
  .optional();

export const Json = z.json().meta({ id: "Json", description: "Any value of JSON." });

export const Modality = z.enum(MODALITIES).meta({ id: "Modality", description: "How a text puts a statement." });

export const Direction = z
  .enum(["ltr", "rtl", "auto"])
  .describe("Direction of a text, as in HTML's `dir`; `auto` where its language does not tell.");

export const Labels = z
  .record(z.string(), z.string())
  .meta({ id: "Labels", description: "Words by interface language: `en`, `de`, `ur`." });

export const NodeRef = z
  .object({ id: z.string(), kind: z.string(), label: z.string() })
  .meta({ id: "NodeRef", description: "A node, as far as a link to it needs." });

export const FactRef = z
  .object({ id: z.string(), source: NodeRef, relation: z.string(), target: NodeRef, modality: Modality })
  .meta({ id: "FactRef", description: "A fact in one line." });

export const ArticleRef = z
  .object({
    name: z.string().describe("The name by which evidence refers to it."),
    title: z.string().nullable(),
    outlet: z.string().nullable(),
    publishedAt: z.string().nullable(),
    url: z.string().nullable().describe("Only `http:` and `https:`."),
    language: z.string(),
    direction: Direction,
    copyOf: z
      .object({ name: z.string(), title: z.string().nullable() })
      .nullable()
      .describe("The article whose text it prints with small differences: both count once in the weight of a fact."),
  })
  .meta({ id: "ArticleRef", description: "What is told of an article without its text." });

export const AttributionRef = z.object({ id: z.string().nullable(), label: z.string() }).meta({
  id: "AttributionRef",
  description: "Who says so: a node, or the words that name the source (`id` is null).",
});

export const Place = z
  .object({ start: amount, end: amount })
  .meta({ id: "Place", description: "UTF-16 offsets into the text of an article, half-open." });

export const EvidenceWords = z
  .object({
    source: z.array(Place).describe("Words for the source of the fact."),
    target: z.array(Place).describe("Words for its target."),
    deed: z.array(Place).describe("Words by which it was read that the one does that to the other."),
  })
  .meta({
    id: "EvidenceWords",
    description: "Which words of a quote say what. Each list is in the order of the text.",
  });

export const EvidenceDetail = z
  .object({
    article: ArticleRef,
    start: amount.describe("UTF-16 offsets into the article's text, half-open."),
    end: amount,
    quote: z.string(),
    language: z.string(),
    direction: Direction,
    attribution: z.array(AttributionRef).describe("Outermost first; empty for the article itself."),
    rule: z.string(),
    words: EvidenceWords.exactOptional().describe(
      "`/api/edge/{id}` and `/api/path` have them, where what was read in the article is known.",
    ),
  })
  .meta({ id: "EvidenceDetail", description: "One place that says it: exactly what the article holds there." });

export const FactBrief = FactRef.extend({
  date: date.nullable(),
  event: NodeRef.nullable(),
  office: z.string().nullable(),
  role: z.string().nullable(),
  weight: amount.describe("Distinct texts that say it."),
  evidence: z.array(EvidenceDetail).describe("The first places, each of another article. `/api/edge/{id}` has all."),
}).meta({ id: "FactBrief", description: "A fact with the first places that say it." });

export const Count = z.object({ id: z.string(), count: amount }).meta({ id: "Count" });

export const Problem = z
  .object({
    type: z.literal("about:blank"),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    code: z.string().exactOptional().describe("Code of the error, where it is one of the program's own."),
  })
  .meta({ id: "Problem", description: "Every error, as RFC 9457 has it." });
