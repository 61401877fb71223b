import type { EventNode, Graph, GraphNode } from "./graph.ts";
import type { NodeId } from "./ids.ts";
import { compareText } from "./text.ts";

type ByLanguage<Value> = Readonly<Record<string, Value>>;

/** Languages in which labels are where nobody asks for others, the first before the second. Ids are made of these labels. */
export const DEFAULT_LABELS: readonly string[] = ["en", "de"];

/** Who stands at its source is named in the label of the event. */
const TAKES_PART = "PARTICIPATED_IN";

/** What is there in the first of these languages, else in one of the default ones, else in any, in the order of their codes. */
export function inLanguage<Value>(
  values: ByLanguage<Value | undefined>,
  languages: readonly string[],
): Value | undefined {
  const order = [...languages, ...DEFAULT_LABELS, ...Object.keys(values).sort(compareText)];
  return order.map((language) => values[language]).find((value) => value !== undefined);
}

/** The label of an event that has no name: what it is, and who takes part. */
export function describeEvent(type: string, participants: readonly string[]): string {
  return participants.length === 0 ? type : `${type}: ${[...participants].sort(compareText).join(" – ")}`;
}

/** The languages in which nodes have names, that of most nodes first. */
export function languagesOfNames(graph: Graph): readonly string[] {
  const counts = new Map<string, number>();
  for (const node of graph.nodes()) {
    for (const [language, names] of Object.entries(node.type === "article" ? {} : node.names)) {
      if (names.length > 0) counts.set(language, (counts.get(language) ?? 0) + 1);
    }
  }
  return [...counts].sort((a, b) => b[1] - a[1] || compareText(a[0], b[0])).map(([language]) => language);
}

/** What labels are made with. */
export interface LabelOptions {
  /** Languages by preference: BCP 47 primary subtags, such as `ur`, `de`. */
  readonly languages: readonly string[];
  /** Words for the types of events, by type and language. */
  readonly eventTypes: ReadonlyMap<string, ByLanguage<string>>;
}

/**
 * The same graph with its labels in other languages: the best name of each node in the first of them in which it has one.
 * Events without a name of their own are described anew, their participants named in these languages too. Articles keep
 * their names, ids and everything else stay as they are.
 */
export function withLabels(graph: Graph, options: LabelOptions): Graph {
  const labels = new Map<string, string>();
  const labelOf = (node: GraphNode): string => {
    const known = labels.get(node.id);
    if (known !== undefined) return known;
    const label = chooseLabel(graph, node, options, labelAt);
    labels.set(node.id, label);
    return label;
  };
  const labelAt = (id: string): string => {
    const node = graph.node(id);
    return node === undefined ? id : labelOf(node);
  };
  const relabel = <Node extends GraphNode>(node: Node): Node => ({ ...node, label: labelOf(node) });
  return {
    nodeCount: graph.nodeCount,
    edgeCount: graph.edgeCount,
    *nodes() {
      for (const node of graph.nodes()) yield relabel(node);
    },
    edges: () => graph.edges(),
    node: (id) => {
      const node = graph.node(id);
      return node === undefined ? undefined : relabel(node);
    },
    edge: (id) => graph.edge(id),
    edgesOf: (id) => graph.edgesOf(id),
  };
}

function chooseLabel(
  graph: Graph,
  node: GraphNode,
  { languages, eventTypes }: LabelOptions,
  labelAt: (id: string) => string,
): string {
  if (node.type === "article") return node.label;
  if (node.type === "entity") return firstName(node.names, languages) ?? node.label;
  const proper = new Set(node.properNames);
  const own = firstName(node.names, languages, (name) => proper.has(name));
  if (own !== undefined) return own;
  const participants = participantsOf(graph, node).map(labelAt);
  const named = participants.length === 0 ? firstName(node.names, languages) : undefined;
  return (
    named ?? describeEvent(inLanguage(eventTypes.get(node.eventType) ?? {}, languages) ?? node.eventType, participants)
  );
}

/** The best name in the first of the languages that has one which will do. */
function firstName(
  names: ByLanguage<readonly string[]>,
  languages: readonly string[],
  will: (name: string) => boolean = () => true,
): string | undefined {
  const best = Object.entries(names).map(([language, list]) => [language, list.find(will)] as const);
  return inLanguage(Object.fromEntries(best), languages);
}

function participantsOf(graph: Graph, event: EventNode): readonly NodeId[] {
  const edges = graph
    .edgesOf(event.id)
    .filter(({ relation, target }) => relation === TAKES_PART && target === event.id);
  return [...new Set(edges.map(({ source }) => source))];
}
