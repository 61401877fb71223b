import type { EntityDraft, Extraction, LocalId } from "../model/extraction.ts";
import type { ArticleId } from "../model/ids.ts";
import type { Anchor, Verdict } from "../model/verdict.ts";
import { localAt } from "./anchors.ts";

/** Where something stands in a verdict that says what is one and what is not; verdicts are numbered as they were given. */
export interface Side {
  readonly verdict: number;
  readonly side: "same" | "left" | "right";
}

/** What verdicts say of an entity or event of an article. */
export interface Ruled {
  readonly sides: readonly Side[];
  /**
   * Tells it from those that have all that is said of it in common with it, and are ruled to be somebody else. What has a
   * tag is not whom the gazetteer means by its name.
   */
  readonly tag: string | undefined;
}

/** What verdicts say of the entities and events of articles, while articles come and go. */
export interface Rulings {
  /** Takes in what was read in an article. Returns the other articles of which something else is said now. */
  readonly add: (article: ArticleId, extraction: Extraction) => ReadonlySet<ArticleId>;
  readonly remove: (article: ArticleId) => ReadonlySet<ArticleId>;
  readonly of: (article: ArticleId, local: LocalId) => Ruled | undefined;
}

interface Placed extends Side {
  readonly anchor: Anchor;
}

interface Occurrence {
  readonly article: ArticleId;
  readonly sides: Side[];
  /** What is said of it: entities with the same would be one without asking further. */
  readonly signature: string;
  tag: string | undefined;
}

/** `signatureOf`: what is said of an entity of an article, such that those of which the same is said are one. */
export function createRulings(
  verdicts: readonly Verdict[],
  signatureOf: (draft: EntityDraft, extraction: Extraction) => string,
): Rulings {
  const byArticle = new Map<ArticleId, Placed[]>();
  /** The articles in which a verdict points at something. */
  const articlesOf: Set<ArticleId>[] = verdicts.map(() => new Set());
  for (const [verdict, { ruling }] of verdicts.entries()) {
    const place = (anchors: readonly Anchor[], side: Side["side"]): void => {
      for (const anchor of anchors) {
        const own = byArticle.get(anchor.article) ?? [];
        byArticle.set(anchor.article, own);
        own.push({ verdict, side, anchor });
        articlesOf[verdict]?.add(anchor.article);
      }
    };
    if (ruling.type === "same") place(ruling.mentions, "same");
    if (ruling.type === "different") {
      place(ruling.left, "left");
      place(ruling.right, "right");
    }
  }
  const articles = new Map<ArticleId, Map<LocalId, Occurrence>>();
  /** By verdict: what stands on its right, by signature. */
  const rights = verdicts.map(() => new Map<string, Set<Occurrence>>());

  const tagOf = (occurrence: Occurrence): string | undefined => {
    const told = occurrence.sides.filter(
      ({ verdict, side }) =>
        side === "left" &&
        [...(rights[verdict]?.get(occurrence.signature) ?? [])].some(
          (other) => rulingOf(occurrence.sides, other.sides) === "different",
        ),
    );
    return told.length === 0 ? undefined : told.map(({ verdict }) => verdicts[verdict]?.id ?? "").join(" ");
  };
  /** Tags anew what the verdicts of an article point at elsewhere. */
  const retag = (id: ArticleId): Set<ArticleId> => {
    const concerned = new Set<ArticleId>();
    for (const { verdict, side } of byArticle.get(id) ?? []) {
      if (side === "left") concerned.add(id);
      else for (const article of articlesOf[verdict] ?? []) concerned.add(article);
    }
    const changed = new Set<ArticleId>();
    for (const article of concerned) {
      for (const occurrence of articles.get(article)?.values() ?? []) {
        const tag = tagOf(occurrence);
        if (tag === occurrence.tag) continue;
        occurrence.tag = tag;
        changed.add(article);
      }
    }
    changed.delete(id);
    return changed;
  };

  return {
    add: (id, extraction) => {
      const placed = byArticle.get(id);
      if (placed === undefined) return new Set();
      const occurrences = new Map<LocalId, Occurrence>();
      for (const { verdict, side, anchor } of placed) {
        const local = localAt(extraction, anchor);
        if (local === undefined) continue;
        const draft = local.startsWith("e") ? extraction.entities[Number(local.slice(1))] : undefined;
        const signature = draft === undefined ? `${id} ${local}` : signatureOf(draft, extraction);
        const occurrence = occurrences.get(local) ?? { article: id, sides: [], signature, tag: undefined };
        occurrences.set(local, occurrence);
        occurrence.sides.push({ verdict, side });
        if (side !== "right") continue;
        const own = rights[verdict]?.get(signature) ?? new Set();
        rights[verdict]?.set(signature, own);
        own.add(occurrence);
      }
      articles.set(id, occurrences);
      return retag(id);
    },
    remove: (id) => {
      for (const occurrence of articles.get(id)?.values() ?? []) {
        for (const { verdict } of occurrence.sides) rights[verdict]?.get(occurrence.signature)?.delete(occurrence);
      }
      articles.delete(id);
      return retag(id);
    },
    of: (article, local) => articles.get(article)?.get(local),
  };
}

/** What the latest verdict says that points at both. */
export function rulingOf(a: Iterable<Side>, b: Iterable<Side>): "same" | "different" | undefined {
  let latest = -1;
  let ruling: "same" | "different" | undefined;
  const others = [...b];
  for (const one of a) {
    for (const other of others) {
      if (one.verdict !== other.verdict || one.verdict < latest) continue;
      if (one.side === "same") [latest, ruling] = [one.verdict, "same"];
      else if (one.side !== other.side) [latest, ruling] = [one.verdict, "different"];
    }
  }
  return ruling;
}

/** What verdicts say of things that stand for several entities or events. */
export interface Sides<Item> {
  readonly add: (item: Item, sides: readonly Side[]) => void;
  readonly remove: (item: Item, sides: readonly Side[]) => void;
  readonly between: (a: Item, b: Item) => "same" | "different" | undefined;
  /** Those that some verdict says to be one with an item; a later one may say that they are not. */
  readonly partnersOf: (item: Item) => Iterable<Item>;
}

export function createSides<Item>(): Sides<Item> {
  const held = new Map<Item, Map<string, { readonly side: Side; count: number }>>();
  const same = new Map<number, Set<Item>>();
  const NONE: readonly Side[] = [];
  const sidesOf = (item: Item): readonly Side[] => {
    const own = held.get(item);
    return own === undefined ? NONE : [...own.values()].map(({ side }) => side);
  };
  return {
    add: (item, sides) => {
      for (const side of sides) {
        const own = held.get(item) ?? new Map<string, { readonly side: Side; count: number }>();
        held.set(item, own);
        const key = `${side.verdict} ${side.side}`;
        const entry = own.get(key) ?? { side, count: 0 };
        own.set(key, entry);
        entry.count += 1;
        if (side.side === "same") same.set(side.verdict, (same.get(side.verdict) ?? new Set()).add(item));
      }
    },
    remove: (item, sides) => {
      for (const side of sides) {
        const own = held.get(item);
        const key = `${side.verdict} ${side.side}`;
        const entry = own?.get(key);
        if (own === undefined || entry === undefined) continue;
        entry.count -= 1;
        if (entry.count > 0) continue;
        own.delete(key);
        if (side.side === "same") same.get(side.verdict)?.delete(item);
        if (own.size === 0) held.delete(item);
      }
    },
    between: (a, b) => {
      const one = sidesOf(a);
      return one.length === 0 ? undefined : rulingOf(one, sidesOf(b));
    },
    partnersOf: function* (item) {
      for (const { verdict, side } of sidesOf(item)) if (side === "same") yield* same.get(verdict) ?? [];
    },
  };
}
