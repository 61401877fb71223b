import { createHash } from "node:crypto";

declare const brand: unique symbol;
type Branded<Name extends string> = string & { readonly [brand]: Name };

/** Identifier of an article: the first 16 hexadecimal digits of the SHA-256 of its text as stored. */
export type ArticleId = Branded<"ArticleId">;
/** Identifier of a node of the graph: `gov:PK`, `person:antony-blinken`, `event:call-2022-05-06-3fa1`, `article:9b2c…`. */
export type NodeId = Branded<"NodeId">;
/** Identifier of an edge of the graph: `fact:` and a hash of what makes it this fact and no other. */
export type FactId = Branded<"FactId">;
/** BCP 47 primary subtag. Where a language pack exists, also the name of its folder under `seeds/languages`. */
export type LanguageCode = Branded<"LanguageCode">;

/** A hash of parts, as `length` hexadecimal digits of SHA-256 over their JSON. Equal parts give equal hashes, on any machine. */
export function hashOf(parts: readonly unknown[], length: number): string {
  return createHash("sha256").update(JSON.stringify(parts)).digest("hex").slice(0, length);
}

/** The identity of a text: two articles with the same text are one. */
export function articleIdOf(text: string): ArticleId {
  return createHash("sha256").update(text, "utf8").digest("hex").slice(0, 16) as ArticleId;
}
