import { dirname, relative, sep } from "node:path";
import { addressOf, articleName, sortSources, type Article, type ArticleSource } from "../model/article.ts";
import type { Report } from "../model/diagnostic.ts";
import { articleIdOf, type ArticleId } from "../model/ids.ts";
import { compareText } from "../model/text.ts";
import type { FoundText } from "./found-text.ts";

/** Names of one address that a warning tells; there may be thousands. */
const NAMES_TOLD = 5;

interface Found {
  readonly id: ArticleId;
  readonly source: ArticleSource;
  readonly path: string;
  readonly line: number | undefined;
}

/**
 * Brings together what was found: one article for each text, with every source that it has, sorted by name.
 *
 * Different texts under one name are all kept, named by their paths from the folder that holds them all, with a warning.
 * The result depends on what was found, not on the order in which it was.
 */
export async function gatherArticles(texts: AsyncIterable<FoundText>, report: Report): Promise<readonly Article[]> {
  const textOf = new Map<ArticleId, string>();
  const byName = new Map<string, Found[]>();
  for await (const { text, source, path, line } of texts) {
    const id = articleIdOf(text);
    textOf.set(id, text);
    const sameName = byName.get(source.name) ?? [];
    sameName.push({ id, source, path, line });
    byName.set(source.name, sameName);
  }
  const sourcesOf = new Map<ArticleId, ArticleSource[]>();
  const all = [...byName.values()].flatMap((found) => tellApart(found, report));
  tellOfAddresses(all, report);
  for (const { id, source } of all) {
    const sources = sourcesOf.get(id) ?? [];
    sources.push(source);
    sourcesOf.set(id, sources);
  }
  return [...textOf]
    .map(([id, text]): Article => ({ id, text, sources: sortSources(sourcesOf.get(id) ?? []) }))
    .sort((a, b) => compareText(articleName(a), articleName(b)) || compareText(a.id, b.id));
}

/** Gives texts that share a name names of their own. */
function tellApart(found: readonly Found[], report: Report): readonly Found[] {
  const [first] = found;
  if (first === undefined || found.every(({ id }) => id === first.id)) return found;
  const root = commonFolder(found.map(({ path }) => path));
  const renamed = found.map((item) => ({ ...item, source: { ...item.source, name: placeName(item, root) } }));
  const names = [...new Set(renamed.map(({ source }) => source.name))].sort(compareText);
  const texts = new Set(found.map(({ id }) => id)).size;
  const message = `${texts} different texts have this name; they are kept as ${names.join(", ")}`;
  report({ code: "NAME_SHARED", severity: "warning", message, at: first.source.name });
  return renamed;
}

/** Warns of addresses at which several texts were found: at most one of them can stand there. */
function tellOfAddresses(found: readonly Found[], report: Report): void {
  const byAddress = new Map<string, Found[]>();
  for (const item of found) {
    const address = addressOf(item.source);
    if (address === undefined) continue;
    const same = byAddress.get(address);
    if (same === undefined) byAddress.set(address, [item]);
    else same.push(item);
  }
  for (const same of byAddress.values()) {
    const texts = new Set(same.map(({ id }) => id)).size;
    if (texts < 2) continue;
    const names = [...new Set(same.map(({ source }) => source.name))].sort(compareText);
    const more = names.length > NAMES_TOLD ? ` and ${names.length - NAMES_TOLD} more` : "";
    const message = `${texts} different texts have this address; they are kept as ${names.slice(0, NAMES_TOLD).join(", ")}${more}`;
    report({ code: "ADDRESS_SHARED", severity: "warning", message, at: same[0]?.source.url ?? "" });
  }
}

function placeName({ path, line }: Found, root: string): string {
  const name = relative(root, path).split(sep).join("/");
  return line === undefined ? name : `${name}:${line}`;
}

/** The deepest folder that holds every one of the paths. */
function commonFolder(paths: readonly string[]): string {
  let root = dirname(paths[0] ?? "");
  while (!paths.every((path) => path.startsWith(root.endsWith(sep) ? root : root + sep)) && dirname(root) !== root) {
    root = dirname(root);
  }
  return root;
}
