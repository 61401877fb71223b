import type { Article } from "../model/article.ts";
import type { Extraction, LocalId } from "../model/extraction.ts";
import type { ArticleId } from "../model/ids.ts";
import type { Anchor, Verdict } from "../model/verdict.ts";
import { localAt, statementsAt } from "./anchors.ts";
import { partEntity } from "./part-entity.ts";
import { without } from "./without.ts";

/** An article with what was read in it. */
interface Revisable {
  readonly article: Article;
  readonly extraction: Extraction;
}

/**
 * Takes out of what was read in articles what verdicts reject, and parts what one article takes for one where they say that
 * its mentions are of two. Whatever no verdict points at stays the object that it was.
 */
export function createReviser(verdicts: readonly Verdict[]): <Record extends Revisable>(record: Record) => Record {
  const byArticle = new Map<ArticleId, Verdict[]>();
  for (const verdict of verdicts) {
    for (const article of articlesOf(verdict)) {
      byArticle.set(article, [...(byArticle.get(article) ?? []), verdict]);
    }
  }
  return (record) => {
    const own = byArticle.get(record.article.id);
    if (own === undefined) return record;
    const parted = own.reduce((extraction, verdict) => part(extraction, verdict, record.article), record.extraction);
    return { ...record, extraction: withoutRejected(parted, own, record.article.id) };
  };
}

/** The articles of which a verdict changes the reading. */
function articlesOf({ ruling }: Verdict): ReadonlySet<ArticleId> {
  if (ruling.type === "reject") {
    return new Set([...ruling.mentions, ...ruling.statements].map(({ article }) => article));
  }
  if (ruling.type !== "different") return new Set();
  const right = new Set(ruling.right.map(({ article }) => article));
  return new Set(ruling.left.map(({ article }) => article).filter((article) => right.has(article)));
}

/** Gives the mentions on the left an entity of their own where the article takes them for one with some on the right. */
function part(extraction: Extraction, { ruling }: Verdict, { id, text }: Article): Extraction {
  if (ruling.type !== "different") return extraction;
  const here = (anchors: readonly Anchor[]): readonly Anchor[] =>
    anchors.filter(({ article, event }) => article === id && event === undefined);
  const right = new Set(here(ruling.right).map((anchor) => localAt(extraction, anchor)));
  const moving = new Map<LocalId, Anchor[]>();
  for (const anchor of here(ruling.left)) {
    const local = localAt(extraction, anchor);
    if (local !== undefined && right.has(local)) moving.set(local, [...(moving.get(local) ?? []), anchor]);
  }
  return [...moving].reduce((whole, [local, anchors]) => partEntity(whole, local, anchors, text), extraction);
}

function withoutRejected(extraction: Extraction, verdicts: readonly Verdict[], article: ArticleId): Extraction {
  const locals = new Set<LocalId>();
  const statements = new Set<number>();
  for (const { ruling } of verdicts) {
    if (ruling.type !== "reject") continue;
    for (const anchor of ruling.mentions) {
      const local = anchor.article === article ? localAt(extraction, anchor) : undefined;
      if (local !== undefined) locals.add(local);
    }
    for (const anchor of ruling.statements) {
      if (anchor.article !== article) continue;
      for (const index of statementsAt(extraction, anchor)) statements.add(index);
    }
  }
  return locals.size + statements.size === 0 ? extraction : without(extraction, locals, statements);
}
