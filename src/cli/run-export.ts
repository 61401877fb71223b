import type { Exporter, FolderExporter } from "../exporters/exporter.ts";
import { EXPORTERS, FOLDER_EXPORTERS, forFile, type ExportOptions } from "../exporters/index.ts";
import { writeExport, writeFolderExport } from "../exporters/write.ts";
import { DragomanError } from "../errors.ts";
import type { Graph, GraphView } from "../model/graph.ts";
import { languagesOfNames, withLabels } from "../model/labels.ts";
import { articleName } from "../model/article.ts";
import type { OpenGraph } from "../pipeline/open-graph.ts";
import { loadKnowledge, type Knowledge } from "../seeds/knowledge.ts";
import { html, type HtmlOptions, type PageParts } from "../server/html.ts";
import { exportWords } from "./export-words.ts";
import { withInterrupt } from "./interrupt.ts";
import { toSourceOntology } from "./live-source.ts";
import { logger } from "./logger.ts";
import { countOf, print } from "./output.ts";
import { createProgressDisplay } from "./progress.ts";
import { selectFrom, type SelectionOptions } from "./select-graph.ts";
import { findViewer } from "./viewer-folder.ts";
import { withGraph } from "./with-graph.ts";

export interface ExportCommandOptions extends SelectionOptions {
  readonly graph: string;
  readonly format?: string;
  readonly flavor?: string;
  /** A file, or `-` for standard output; of a format of several files a folder. */
  readonly output: string;
  readonly layout?: true;
  readonly labels?: readonly string[];
}

type AllOptions = ExportOptions & HtmlOptions;
type AnyExporter = Exporter<AllOptions> | FolderExporter<AllOptions>;

/** The page is made of what the server is made of, so it is known here and not among the other exporters. */
const SINGLE: readonly Exporter<AllOptions>[] = [...EXPORTERS, html];

/** Nodes and edges between two looks at how far it has come. */
const LOOK_EVERY = 1000;

/** Writes the graph of a folder, or a part of it, to a file, to a folder or to standard output. */
export async function runExport(command: ExportCommandOptions): Promise<void> {
  const { graph: folder, output, layout, labels = [] } = command;
  const exporter = chooseExporter(command);
  const flavor = chooseFlavor(exporter, command.flavor);
  const knowledge = loadKnowledge();
  const stopped = new DragomanError(
    "OUTPUT",
    "stopped before the graph was written; what was there before is unchanged",
  );
  await withGraph(folder, async (open) => {
    const graph = chooseLabels(await open.graph(), labels, knowledge);
    const { view, hidden } = await selectFrom(open, graph, command, knowledge, exporter.modalities);
    const options: AllOptions = {
      ...exportWords(knowledge, labels),
      page: () => pageParts(open, knowledge),
      ...(layout === true ? { positions: await open.positions() } : {}),
      ...(flavor === undefined ? {} : { flavor }),
    };
    const display = createProgressDisplay(process.stderr);
    const total = view === graph ? graph.nodeCount + graph.edgeCount : undefined;
    const shown = counted(view, (done) =>
      display.update({ type: "progress", step: "write", done, ...(total === undefined ? {} : { total }) }),
    );
    await withInterrupt(stopped, (signal) => write(exporter, shown, options, output, signal)).finally(display.clear);
    if (hidden > 0) {
      const facts = countOf(hidden, "fact that is", "facts that are");
      logger.info(`${facts} only alleged, requested, denied … left out; --modality all takes in every one`);
    }
  });
}

async function write(
  exporter: AnyExporter,
  graph: GraphView,
  options: AllOptions,
  output: string,
  signal: AbortSignal,
): Promise<void> {
  if ("files" in exporter) {
    const files = await writeFolderExport(exporter, graph, options, output, { signal });
    await print(`${output}: ${files.join(", ")}\n`);
  } else if (output !== "-") {
    await writeExport(exporter, graph, options, output, { signal });
  } else {
    for await (const chunk of exporter.encode(graph, { ...exporter.defaults, ...options })) {
      signal.throwIfAborted();
      await print(chunk);
    }
  }
}

/** The same graph; tells how many of its nodes and edges have been read. Some formats read the nodes twice. */
function counted(graph: GraphView, tell: (done: number) => void): GraphView {
  const read = { nodes: 0, edges: 0 };
  const look = (of: keyof typeof read, count: number): void => {
    if (count <= read[of]) return;
    read[of] = count;
    if (count % LOOK_EVERY === 0) tell(read.nodes + read.edges);
  };
  return {
    nodes: () => looking(graph.nodes(), (count) => look("nodes", count)),
    edges: () => looking(graph.edges(), (count) => look("edges", count)),
  };
}

type Items<Item> = Iterable<Item> | AsyncIterable<Item>;

/** The same items, counted as they are taken. What needs no waiting still needs none. */
function looking<Item>(items: Items<Item>, look: (count: number) => void): Items<Item> {
  let count = 0;
  const taken = (item: Item): Item => {
    look((count += 1));
    return item;
  };
  if (Symbol.iterator in items) {
    return (function* () {
      for (const item of items) yield taken(item);
    })();
  }
  return (async function* () {
    for await (const item of items) yield taken(item);
  })();
}

/** What the page holds beside the graph. */
async function pageParts(open: OpenGraph, knowledge: Knowledge): Promise<PageParts> {
  const [positions, records] = await Promise.all([open.positions(), open.records()]);
  const articles = new Map(records.map(({ article }) => [articleName(article), article]));
  return {
    viewer: findViewer(),
    ontology: toSourceOntology(knowledge),
    positions,
    article: (name) => articles.get(name),
    reading: (name) => open.reading(name),
  };
}

/** The graph with its labels in the languages that are asked for. */
function chooseLabels(graph: Graph, languages: readonly string[], { ontology }: Knowledge): Graph {
  if (languages.length === 0) return graph;
  for (const language of languages) {
    if (languagesOfNames(graph).includes(language)) continue;
    logger.warn(`nothing in the graph has a name in the language ${language}`);
  }
  const eventTypes = new Map(ontology.events.map(({ id, labels }) => [id, labels]));
  return withLabels(graph, { languages, eventTypes });
}

function chooseExporter({ format, output }: ExportCommandOptions): AnyExporter {
  const byExtension = (): AnyExporter | undefined =>
    forFile(output, SINGLE) ?? FOLDER_EXPORTERS.find(({ id }) => output.toLowerCase().endsWith(`.${id}`));
  const exporter =
    format === undefined ? byExtension() : [...SINGLE, ...FOLDER_EXPORTERS].find(({ id }) => id === format);
  if (exporter !== undefined && "files" in exporter && (format === undefined || output === "-")) {
    throw new DragomanError("USAGE", `${exporter.id} is a folder of files: --format ${exporter.id} --output <folder>`);
  }
  if (exporter !== undefined) return exporter;
  const known = [...SINGLE, ...FOLDER_EXPORTERS].map(({ id }) => id).join(", ");
  const problem =
    format !== undefined
      ? `there is no format ${format}`
      : output === "-"
        ? "standard output needs a --format"
        : "no format has this extension; give one with --format";
  const at = format === undefined && output !== "-" ? output : undefined;
  throw new DragomanError("USAGE", `${problem}: ${known}`, { at });
}

function chooseFlavor({ id, flavors }: AnyExporter, flavor: string | undefined): string | undefined {
  if (flavor === undefined || flavors.includes(flavor)) return flavor;
  const known = flavors.length === 0 ? `${id} has no flavors` : `${id} has these flavors: ${flavors.join(", ")}`;
  throw new DragomanError("USAGE", `there is no flavor ${flavor}; ${known}`);
}
