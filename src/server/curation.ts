import type { z } from "zod";
import type { Identity } from "../model/identity.ts";
import type { LoggedVerdict, Ruling, Signature } from "../model/verdict.ts";
import type { DecisionRequest, IdentityDetail, Review, VerdictDetail, Verdicts } from "./contract.ts";
import type { References } from "./references.ts";
import { found } from "./found.ts";
import type { Router } from "./router.ts";
import { ROUTES } from "./routes.ts";
import type { DecisionBody } from "./schema-curation.ts";
import type { Curation } from "./source.ts";

/**
 * The routes by which people see why nodes are one and correct that: `GET /api/identity/:id`, `/api/review`,
 * `/api/verdicts`, and `POST /api/verdicts`, which alone changes anything, and only adds to the journal.
 */
export function addCuration(router: Router, curation: Curation, refer: (labels?: string) => References): void {
  router.add(ROUTES.identity, async ({ params: { id } }) => {
    const identity = found(await curation.identity(id), "node", id);
    return await detailOf(identity, curation);
  });
  router.add(ROUTES.review, async ({ query: { node: id, limit, offset, labels } }): Promise<Review> => {
    const pairs = (await curation.unsure()).filter(
      ({ nodes }) => id === undefined || nodes.some((node) => node === id),
    );
    const { node } = refer(labels);
    return {
      total: pairs.length,
      pairs: pairs
        .slice(offset, offset + limit)
        .map(({ nodes: [one, other], ...pair }) => ({ ...pair, nodes: [node(one), node(other)] })),
    };
  });
  router.add(ROUTES.verdicts, async ({ query: { order, limit, offset } }): Promise<Verdicts> => {
    const given = await curation.verdicts();
    const verdicts = order === "latest" ? given.toReversed() : given;
    return { total: verdicts.length, verdicts: verdicts.slice(offset, offset + limit).map(verdictDetail) };
  });
  router.add(ROUTES.decide, ({ body }) => curation.decide(withoutUndefined(body)));
}

/** An absent field and one that is `undefined` are the same in JSON. */
function withoutUndefined(body: z.output<typeof DecisionBody>): DecisionRequest {
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
