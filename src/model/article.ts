import type { ArticleId, LanguageCode } from "./ids.ts";

/** One place where a text was found. The same text from two outlets is one article with two sources. */
export interface ArticleSource {
  /** The file's name without its last extension, the `id` of its JSON line, or its URL. */
  readonly name: string;
  readonly url?: string;
  readonly outlet?: string;
  readonly title?: string;
  /** ISO 8601 date of publication, as exact as the source gives it. */
  readonly publishedAt?: string;
  /** The language that the source claims. */
  readonly language?: LanguageCode;
}

/** One news article, as read. Nothing downstream changes it. */
export interface Article {
  readonly id: ArticleId;
  /** Decoded to a JS string, byte order mark removed, nothing else changed. */
  readonly text: string;
  /** At least one, sorted by (publication date, name), those without a date last. */
  readonly sources: readonly [ArticleSource, ...ArticleSource[]];
}

/** A text that stood under the name or at the address of an article before it. */
export interface EarlierVersion {
  readonly id: ArticleId;
  readonly source: ArticleSource;
  /** When the version after it was published, where that is known. */
  readonly until?: string;
}

/**
 * The address of an article as far as it tells it from others: without scheme and fragment. None where the source gives
 * no address, or that of a whole site.
 */
export function addressOf({ url }: Pick<ArticleSource, "url">): string | undefined {
  if (url === undefined || !URL.canParse(url)) return undefined;
  const { host, pathname, search } = new URL(url);
  return pathname === "/" && search === "" ? undefined : `${host}${pathname}${search}`;
}

/** The name by which evidence refers to an article: that of its first source. */
export function articleName(article: Article): string {
  return article.sources[0].name;
}

/** The date that dates in the article are counted from, where its sources give one: the earliest of them. */
export function publicationDate(article: Pick<Article, "sources">): string | undefined {
  return article.sources[0].publishedAt;
}

/** Orders sources by date, then name; one without a date comes last. Records that are equal in every field count once. */
export function sortSources(sources: readonly ArticleSource[]): readonly [ArticleSource, ...ArticleSource[]] {
  const key = (s: ArticleSource): string =>
    JSON.stringify([s.publishedAt ?? "~", s.name, s.url ?? "", s.outlet ?? "", s.title ?? "", s.language ?? ""]);
  const byKey = new Map(sources.map((source) => [key(source), source]));
  const sorted = [...byKey.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, source]) => source);
  const [first, ...rest] = sorted;
  if (first === undefined) throw new RangeError("an article has at least one source");
  return [first, ...rest];
}
