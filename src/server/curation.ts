import type { Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { z } from "zod";
import type { Graph } from "../model/graph.ts";
import type { Identity } from "../model/identity.ts";
import type { LoggedVerdict, Ruling, Signature } from "../model/verdict.ts";
import type { DecisionRequest, IdentityDetail, Review, VerdictDetail } from "./contract.ts";
import { problem } from "./problem.ts";
import { createReferences } from "./references.ts";
import { found, parse, readJsonBody } from "./requests.ts";
import type { Curation } from "./source.ts";

/** Bytes of a request's body: a split may list many mentions. */
const BODY_LIMIT = 256 * 1024;

const id = z.string().min(1).max(500);
const text = z.string().min(1).max(5000);
const offset = z.number().int().min(0);
const part = z.strictObject({
  articles: z.array(id).optional(),
  names: z.array(text).optional(),
  mentions: z.array(z.strictObject({ article: id, start: offset, end: offset })).optional(),
});
const decision = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("merge"), ids: z.array(id).min(2).max(1000) }),
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
const request = z.strictObject({ decision, by: z.string().max(200).optional(), why: z.string().max(5000).optional() });
const reviewParameters = z.object({ limit: z.coerce.number().int().min(1).max(1000).default(20) });

/**
 * The routes by which people see why nodes are one and correct that: `GET /api/identity/:id`, `/api/review`,
 * `/api/verdicts`, and `POST /api/verdicts`, which alone changes anything, and only adds to the journal.
 */
export function addCuration(app: Hono, curation: Curation, graph: () => Graph): void {
  app.get("/api/identity/:id", async (context) => {
    const wanted = context.req.param("id");
    const identity = found(await curation.identity(wanted), "node", wanted);
    return context.json(await detailOf(identity, curation));
  });
  app.get("/api/review", async (context) => {
    const { limit } = parse(reviewParameters, context.req.query());
    const pairs = await curation.unsure();
    const refer = createReferences(graph());
    const review: Review = {
      total: pairs.length,
      pairs: pairs.slice(0, limit).map(({ nodes: [one, other], ...pair }) => ({
        ...pair,
        nodes: [refer.node(one), refer.node(other)],
      })),
    };
    return context.json(review);
  });
  app.get("/api/verdicts", async (context) => context.json((await curation.verdicts()).map(verdictDetail)));
  const limit = bodyLimit({
    maxSize: BODY_LIMIT,
    onError: () => problem(413, `A request holds at most ${BODY_LIMIT} bytes.`),
  });
  app.post("/api/verdicts", limit, async (context) => {
    const body = parse(request, await readJsonBody(context.req));
    return context.json(await curation.decide(withoutUndefined(body)));
  });
}

/** An absent field and one that is `undefined` are the same in JSON. */
function withoutUndefined(body: z.output<typeof request>): DecisionRequest {
  return JSON.parse(JSON.stringify(body)) as DecisionRequest;
}

async function detailOf({ node, parts, links }: Identity, curation: Curation): Promise<IdentityDetail> {
  const verdicts = await curation.verdicts();
  const about = await Promise.all(verdicts.map(({ verdict }) => curation.nodesOf(verdict)));
  return {
    id: node,
    parts: await Promise.all(
      parts.map(async ({ called, known = null, state = null, anchors }) => ({
        called,
        known,
        state,
        places: await Promise.all(
          anchors.map(async ({ article, start, end }) => ({
            article: (await curation.articleName(article)) ?? article,
            start,
            end,
          })),
        ),
      })),
    ),
    links: links.map(({ score = null, ...link }) => ({ ...link, score })),
    verdicts: verdicts.filter((_, i) => about[i]?.includes(node) === true).map(verdictDetail),
  };
}

function verdictDetail({ verdict, active, reach, turns }: LoggedVerdict): VerdictDetail {
  return {
    id: verdict.id,
    type: verdict.ruling.type,
    about: verdict.about,
    text: textOf(verdict.ruling),
    ...signatureDetail(verdict),
    active,
    reach,
    turns: turns.map((turn) => ({ type: turn.type, ...signatureDetail(turn) })),
  };
}

function signatureDetail({ by, at, why }: Signature): Pick<VerdictDetail, "by" | "at" | "why"> {
  return { by, at, why: why ?? null };
}

function textOf(ruling: Ruling): string | null {
  if (ruling.type === "rename") return ruling.name;
  return ruling.type === "note" ? ruling.text : null;
}
