import type { Part } from "../../src/model/decision.ts";
import type { IdentityDetail } from "../../src/server/contract.ts";

/** What of a node somebody ticked: positions of parts, names of articles, names as articles write them. */
export interface Ticked {
  readonly parts: ReadonlySet<number>;
  readonly articles: ReadonlySet<string>;
  readonly names: ReadonlySet<string>;
}

export const NOTHING_TICKED: Ticked = { parts: new Set(), articles: new Set(), names: new Set() };

/** By what a node can be parted: only by what it has several of. */
export function partsToTick({ parts }: IdentityDetail): {
  readonly parts: readonly number[];
  readonly articles: readonly string[];
  readonly names: readonly string[];
} {
  const several = <Item>(items: readonly Item[]): readonly Item[] => (items.length > 1 ? items : []);
  const articles = new Set(parts.flatMap(({ places }) => places.map(({ article }) => article)));
  const names = new Set(parts.flatMap(({ called }) => called));
  return {
    parts: several([...parts.keys()]),
    articles: several([...articles].sort()),
    // Of several parts each has its names beside it.
    names: parts.length > 1 ? [] : several([...names]),
  };
}

/** What is to be another node; `undefined` where nothing is ticked, or all of it, which would be the node itself. */
export function partOf(identity: IdentityDetail, { parts, articles, names }: Ticked): Part | undefined {
  const all = partsToTick(identity);
  const isNothing = parts.size + articles.size + names.size === 0;
  const isWhole =
    (all.parts.length > 0 && parts.size === all.parts.length) ||
    (all.articles.length > 0 && articles.size === all.articles.length) ||
    (all.names.length > 0 && names.size === all.names.length);
  if (isNothing || isWhole) return undefined;
  const mentions = identity.parts.flatMap(({ places }, index) => (parts.has(index) ? places : []));
  return {
    ...(mentions.length === 0
      ? {}
      : { mentions: mentions.map(({ article, start, end }) => ({ article, start, end })) }),
    ...(articles.size === 0 ? {} : { articles: [...articles] }),
    ...(names.size === 0 ? {} : { names: [...names] }),
  };
}

/** A set with a value taken in, or out where it is in. */
export function toggled<Value>(set: ReadonlySet<Value>, value: Value): ReadonlySet<Value> {
  const next = new Set(set);
  if (!next.delete(value)) next.add(value);
  return next;
}
