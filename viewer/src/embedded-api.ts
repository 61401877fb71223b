import { PART_FORMATS } from "../../src/exporters/part.ts";
import { createGraph } from "../../src/graph/memory.ts";
import { centresOf, neighbourhood } from "../../src/graph/neighbourhood.ts";
import { pickGraph } from "../../src/graph/select.ts";
import type { Graph } from "../../src/model/graph.ts";
import { withLabels } from "../../src/model/labels.ts";
import { SHOWN_MODALITIES } from "../../src/model/modality.ts";
import { findPaths } from "../../src/server/connections.ts";
import type { Reading } from "../../src/model/reading.ts";
import { createDetails, type Details } from "../../src/server/details.ts";
import { EMBEDDED_ID, type EmbeddedGraph } from "../../src/server/embedded.ts";
import { toGraphData, toOverviewData, type Whole, wholeOf } from "../../src/server/graph-data.ts";
import { createReferences, type References } from "../../src/server/references.ts";
import { createSearch, type Search } from "../../src/server/search.ts";
import { withWords, withWordsOfChains } from "../../src/server/words.ts";
import type { Api } from "./api.ts";
import { MOST_NODES } from "./most-nodes.ts";
import type { LabelLanguage } from "./state/preferences.ts";
import { strings } from "./strings/index.ts";

/** Hits of a search, as many as the server gives. */
const HITS = 10;
/** Chains of a path, likewise. */
const CHAINS = 5;

/** What is computed once for a language of labels. */
interface Derived {
  readonly graph: Graph;
  readonly whole: Whole;
  readonly details: Details;
  readonly search: Search;
  readonly references: References;
}

/**
 * Answers from the graph that stands in the page itself, by the code that the server answers with. Throws
 * where there is none.
 */
export function embeddedApi(): Api {
  const data = JSON.parse(document.getElementById(EMBEDDED_ID)?.textContent ?? "") as EmbeddedGraph;
  if (data.view !== undefined && location.hash === "") history.replaceState(null, "", data.view || "#");
  const { ontology } = data;
  const usual = createGraph(data.nodes, data.edges);
  const positions = new Map(data.positions.map(([id, x, y]) => [id, { x, y }]));
  const articles = new Map(data.articles);
  const readings = new Map(data.readings);
  const reading = (name: string): Reading | undefined => readings.get(name);
  const eventTypes = new Map(ontology.events.map(({ id, labels }) => [id, labels]));

  const known = new Map<LabelLanguage, Derived>();
  const derive = (labels: LabelLanguage): Derived => {
    const found = known.get(labels);
    if (found !== undefined) return found;
    const graph = labels === undefined ? usual : withLabels(usual, { languages: [labels], eventTypes });
    const derived = {
      graph,
      whole: wholeOf(graph, ontology),
      details: createDetails(graph),
      search: createSearch(graph),
      references: createReferences(graph),
    };
    known.set(labels, derived);
    return derived;
  };
  return {
    graph: async (labels) => {
      const { graph, whole } = derive(labels);
      const toData = graph.nodeCount > MOST_NODES ? toOverviewData : toGraphData;
      return toData(graph, positions, ontology, labels === undefined ? [] : [labels], { whole });
    },
    around: async ({ id, steps, limit }, labels) => {
      const { graph, whole, references } = derive(labels);
      const centres = centresOf(graph, id);
      const first = present(centres[0]);
      const part = neighbourhood(graph, centres, { steps, limit, isWanted: () => true });
      return {
        ...toGraphData(part.graph, positions, ontology, labels === undefined ? [] : [labels], { whole }),
        part: { around: references.node(first.id), steps, complete: part.complete },
      };
    },
    node: async (id, limit, labels) => present(derive(labels).details.node(id, { limit, offset: 0 })),
    edge: async (id, limit, labels) =>
      withWords(present(derive(labels).details.edge(id, { limit, offset: 0 })), reading),
    article: async (name, labels) => derive(labels).details.article(name, present(articles.get(name)), reading(name)),
    search: async (query, labels) => derive(labels).search(query, HITS),
    path: async (wish, labels) => {
      const { graph, whole, references } = derive(labels);
      const source = { graph, refer: () => references, ontology: () => whole.ontology };
      const paths = findPaths(source, { modalities: SHOWN_MODALITIES, ...wish, limit: CHAINS });
      return await withWordsOfChains(paths, reading);
    },
    part: async ({ nodes, facts }, format, labels) => {
      const { mediaType, write } = PART_FORMATS[format];
      const words = ontology.relations.flatMap((relation): [string, string][] => {
        const label = labels === undefined ? undefined : relation.labels[labels];
        return label === undefined ? [] : [[relation.id, label]];
      });
      const options = {
        positions,
        colours: new Map(ontology.kinds.map(({ id, colour }) => [id, colour.light])),
        ...(labels === undefined ? {} : { relationLabels: new Map(words) }),
      };
      const chunks: string[] = [];
      const picked = pickGraph(derive(labels).graph, new Set(nodes), new Set(facts));
      for await (const chunk of write(picked, options)) chunks.push(chunk);
      return new Blob(chunks, { type: mediaType });
    },
  };
}

function present<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new Error(strings.notInFile);
  return value;
}
