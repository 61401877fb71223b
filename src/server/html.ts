import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { DragomanError } from "../errors.ts";
import { inChunks, type Exporter } from "../exporters/exporter.ts";
import type { GraphView, Positions } from "../model/graph.ts";
import { MODALITIES } from "../model/modality.ts";
import type { Reading } from "../model/reading.ts";
import { EMBEDDED_ID, type EmbeddedGraph } from "./embedded.ts";
import type { ServedArticle, SourceOntology } from "./source.ts";

/** What a page holds beside the graph. */
export interface PageParts {
  /** Folder of the built viewer. */
  readonly viewer: string;
  readonly ontology: SourceOntology;
  readonly positions: Positions;
  /** The article that evidence calls by this name. */
  readonly article: (name: string) => ServedArticle | undefined | Promise<ServedArticle | undefined>;
  /** What was read in it, where that is known. */
  readonly reading?: (name: string) => Promise<Reading | undefined>;
  /** What stands behind the `#` of the page's address where somebody opens it without: the view with which it begins. */
  readonly view?: string;
}

export interface HtmlOptions {
  /** Loaded when the page is written. Must be given. */
  readonly page?: () => Promise<PageParts>;
  /** `full`, or `quotes`: without the texts of the articles. */
  readonly flavor?: string;
}

/** Where, in the folder of the viewer, the page lies that is made for files. */
export const FILE_PAGE = "file";

const FLAVORS = ["full", "quotes"] as const;

/**
 * The viewer with the graph in it as one HTML file, which opens without a server and asks the network for nothing.
 *
 * Its policy (a meta element) lets in its own script and styles by their hashes and nothing else: what stands in texts and
 * names is data in a block of JSON that no browser runs, in which every `<` is escaped. The page holds back alleged and
 * denied facts until it is asked for them, so all are in it.
 */
export const html = {
  id: "html",
  name: "HTML",
  extensions: ["html", "htm"],
  mediaType: "text/html",
  modalities: MODALITIES,
  flavors: FLAVORS,
  defaults: {},
  async *encode(graph, { page, flavor }) {
    if (page === undefined) throw new TypeError("a page needs the viewer: give `page`");
    const parts = await page();
    const { script, style, icon, licences } = await readViewer(join(parts.viewer, FILE_PAGE));
    yield `<!doctype html>
<html lang="en" dir="ltr">
<head>
<meta charset="utf-8" />
<meta http-equiv="Content-Security-Policy" content="${policy(script, style)}" />
<meta name="viewport" content="width=device-width, initial-scale=1" />
<meta name="color-scheme" content="light dark" />
<title>Dragoman</title>
<link rel="icon" type="image/svg+xml" href="${icon}" />
<style>${style}</style>
</head>
<body>
<div id="app"></div>
<noscript>Dragoman draws its graph with JavaScript, which this browser does not run.</noscript>
<script type="application/json" id="${EMBEDDED_ID}">`;
    for await (const chunk of dataOf(graph, parts, flavor !== "quotes")) yield inert(chunk);
    yield `</script>
<script type="text/plain" id="licences">${inert(licences)}</script>
<script type="module">${script}</script>
</body>
</html>
`;
  },
} as const satisfies Exporter<HtmlOptions>;

/** An `EmbeddedGraph` as JSON. */
async function* dataOf(
  graph: GraphView,
  { ontology, positions, article, reading, view }: PageParts,
  withTexts: boolean,
): AsyncGenerator<string> {
  const line = (record: unknown, index: number): string => `${index === 0 ? "" : ","}\n${JSON.stringify(record)}`;
  const placed: string[] = [];
  const names = new Set<string>();
  yield `{"ontology":${JSON.stringify(ontology)},\n"nodes":[`;
  yield* inChunks(graph.nodes(), (node, index) => {
    if (positions.has(node.id)) placed.push(node.id);
    if (node.type === "article") names.add(node.label);
    return line(node, index);
  });
  yield '\n],"edges":[';
  yield* inChunks(graph.edges(), (edge, index) => {
    for (const item of edge.evidence) names.add(item.article);
    return line(edge, index);
  });
  yield '\n],"positions":[';
  yield* inChunks(placed, (id, index) => line([id, positions.get(id)?.x, positions.get(id)?.y], index));
  yield '\n],"articles":[';
  if (withTexts) yield* inChunks(articlesOf(names, article), line);
  yield '\n],"readings":[';
  if (reading !== undefined) yield* inChunks(readingsOf(names, reading), line);
  yield `\n]${view === undefined ? "" : `,"view":${JSON.stringify(view)}`}}\n`;
}

async function* articlesOf(
  names: ReadonlySet<string>,
  article: PageParts["article"],
): AsyncGenerator<EmbeddedGraph["articles"][number]> {
  for (const name of names) {
    const found = await article(name);
    if (found !== undefined) yield [name, found];
  }
}

async function* readingsOf(
  names: Iterable<string>,
  reading: (name: string) => Promise<Reading | undefined>,
): AsyncGenerator<readonly [name: string, reading: Reading]> {
  for (const name of names) {
    const found = await reading(name);
    if (found !== undefined) yield [name, found];
  }
}

/** Text in a block that no browser runs: without `<` nothing can end the block. In JSON the escape is the character. */
function inert(text: string): string {
  return text.replaceAll("<", "\\u003c");
}

interface Viewer {
  readonly script: string;
  readonly style: string;
  /** A data: address. */
  readonly icon: string;
  readonly licences: string;
}

/** The files of the built viewer, put into each other. Throws `INPUT_UNREADABLE` where it has not been built. */
async function readViewer(folder: string): Promise<Viewer> {
  try {
    const text = (path: string): Promise<string> => readFile(join(folder, path), "utf8");
    const index = await text("index.html");
    const named = (pattern: RegExp): string => pattern.exec(index)?.[1] ?? "";
    const style = await text(named(/<link rel="stylesheet"[^>]* href="([^"]+)"/));
    return {
      script: withoutTags(await text(named(/<script type="module"[^>]* src="([^"]+)"/))),
      style: withoutTags(await withFonts(style, join(folder, "assets"))),
      icon: await dataAddress(join(folder, named(/<link rel="icon"[^>]* href="([^"]+)"/)), "image/svg+xml"),
      licences: `${await text("licenses.md")}\n${await text("licenses-fonts.txt")}`,
    };
  } catch (cause) {
    throw new DragomanError("INPUT_UNREADABLE", "the viewer has not been built; run `npm run build`", {
      at: folder,
      cause,
    });
  }
}

/** A stylesheet with its fonts in it. */
async function withFonts(style: string, folder: string): Promise<string> {
  let written = "";
  let end = 0;
  for (const match of style.matchAll(/url\((?:\.\/)?([\w.-]+\.woff2)\)/g)) {
    written += `${style.slice(end, match.index)}url(${await dataAddress(join(folder, match[1] ?? ""), "font/woff2")})`;
    end = match.index + match[0].length;
  }
  return written + style.slice(end);
}

async function dataAddress(file: string, mediaType: string): Promise<string> {
  return `data:${mediaType};base64,${(await readFile(file)).toString("base64")}`;
}

/** What would end an element or begin a comment stands in strings of the viewer only, where the escape is the same. */
function withoutTags(code: string): string {
  return code.replace(/<(?=\/(?:script|style)|!--)/gi, "\\x3c");
}

/** What the server says in a header (`guard.ts`), as far as a meta element can. */
function policy(script: string, style: string): string {
  const hash = (code: string): string => `'sha256-${createHash("sha256").update(code).digest("base64")}'`;
  return [
    "default-src 'none'",
    `script-src ${hash(script)}`,
    `style-src ${hash(style)}`,
    "font-src data:",
    "img-src data:",
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
  ].join("; ");
}
