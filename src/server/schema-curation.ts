import { z } from "zod";
import { amount, NodeRef } from "./schema-common.ts";

const id = z.string().min(1).max(500);
const text = z.string().min(1).max(5000);
const part = z.strictObject({
  articles: z.array(id).optional(),
  names: z.array(text).optional(),
  mentions: z.array(z.strictObject({ article: id, start: amount, end: amount })).optional(),
});

/** What somebody wants to be otherwise, in the ids of the graph: `Decision` of the model. */
const decision = z.discriminatedUnion("type", [
  z.strictObject({
    type: z.literal("merge"),
    ids: z.array(id).min(2).max(1000),
    acrossKinds: z
      .boolean()
      .optional()
      .describe("Needed where the nodes are of several kinds, such as a place and a body."),
  }),
  z.strictObject({ type: z.literal("split"), id, part }),
  z.strictObject({ type: z.literal("different"), ids: z.tuple([id, id]) }),
  z.strictObject({
    type: z.literal("rename"),
    id,
    name: z.string().min(1).max(500),
    language: z.string().max(20).optional(),
  }),
  z.strictObject({ type: z.literal("reject"), ids: z.array(id).min(1).max(1000) }),
  z.strictObject({ type: z.literal("note"), id, text }),
  z.strictObject({ type: z.literal("undo"), verdict: id.optional() }),
  z.strictObject({ type: z.literal("redo"), verdict: id.optional() }),
]);

export const DecisionBody = z
  .strictObject({ decision, by: z.string().max(200).optional(), why: z.string().max(5000).optional() })
  .describe("What somebody decides, in the ids of the graph.");

export const DecisionResult = z
  .object({
    verdict: z.string(),
    nodes: z.array(z.string()).describe("Ids of the nodes that it is about, as they are now."),
  })
  .meta({ id: "DecisionResult" });

export const ReasonDetail = z
  .object({ feature: z.string(), detail: z.string() })
  .meta({ id: "ReasonDetail", description: "Why two are taken for one, or might be." });

const signature = { by: z.string(), at: z.string(), why: z.string().nullable() };

export const VerdictDetail = z
  .object({
    id: z.string(),
    type: z.string().describe("`same`, `different`, `rename`, `reject`, `note`."),
    about: z.array(z.string()).describe("What it is about, in the words of its time."),
    text: z.string().nullable().describe("The name that it gives, or the text of the note."),
    ...signature,
    active: z.boolean().describe("Whether it was not taken back."),
    reach: z.string().describe("`applies`, `absent`, `lost`: whether it finds what it is about."),
    turns: z.array(z.object({ type: z.enum(["undo", "redo"]), ...signature })),
  })
  .meta({ id: "VerdictDetail", description: "What somebody decided." });

export const Verdicts = z
  .object({
    verdicts: z.array(VerdictDetail),
    total: amount.describe("How many there are in all."),
  })
  .meta({ id: "Verdicts" });

export const IdentityDetail = z
  .object({
    id: z.string().describe("The id that the node has now: a former one leads here too."),
    parts: z.array(
      z.object({
        called: z.array(z.string()),
        known: z.string().nullable().describe("Identifier in the gazetteer."),
        state: z.string().nullable(),
        places: z
          .array(z.object({ article: z.string(), start: amount, end: amount }))
          .describe("Where articles speak of it: UTF-16 offsets, half-open."),
      }),
    ),
    links: z
      .array(
        z.object({
          parts: z.tuple([amount, amount]),
          score: z.number().nullable(),
          reasons: z.array(ReasonDetail),
        }),
      )
      .describe("Positions of two parts that were compared, and what came of it."),
    verdicts: z.array(VerdictDetail),
  })
  .meta({ id: "IdentityDetail", description: "What a node is made of, and why that is one." });

export const ReviewPair = z
  .object({
    nodes: z.tuple([NodeRef, NodeRef]),
    score: z.number(),
    reasons: z.array(ReasonDetail),
    articles: amount,
  })
  .meta({ id: "ReviewPair" });

export const Review = z
  .object({ pairs: z.array(ReviewPair), total: amount.describe("How many there are in all.") })
  .meta({ id: "Review", description: "Pairs that might be one, those of which most hangs on the answer first." });
