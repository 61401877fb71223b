import { DragomanError } from "../errors.ts";
import { articleName } from "../model/article.ts";
import type { Extraction, LocalId } from "../model/extraction.ts";
import type { Graph, GraphEdge, GraphNode } from "../model/graph.ts";
import type { Identity } from "../model/identity.ts";
import type { ArticleId } from "../model/ids.ts";
import type { Anchor, Ruling, StatementAnchor } from "../model/verdict.ts";
import { localAt, placesOf, statementAnchorOf } from "../resolve/anchors.ts";
import { nameMistake } from "../read/list-file.ts";
import { parseLanguage } from "../read/metadata.ts";
import type { ArticleRecord } from "./build-graph.ts";
import type { Decision, Part } from "../model/decision.ts";

/** What decisions speak of: a graph, what its nodes are made of, and the articles as verdicts have them read. */
export interface Decidable {
  readonly graph: Graph;
  readonly identity: (node: string) => Identity | undefined;
  readonly record: (article: ArticleId) => ArticleRecord | undefined;
}

/** A ruling, and what it is about in words. */
export interface Worded {
  readonly ruling: Ruling;
  readonly about: readonly string[];
}

type Ruled = Exclude<Decision, { readonly type: "undo" | "redo" }>;

/**
 * What a decision says of the places in articles. Throws `NOT_FOUND` for an id that the graph does not hold, and
 * `VERDICT_INVALID` for what cannot be decided.
 */
export function rulingOf(decision: Ruled, world: Decidable): Worded {
  switch (decision.type) {
    case "merge": {
      const identities = [...new Set(decision.ids.map((id) => identityOf(world, id)))];
      if (identities.length < 2) throw invalid("name two nodes that are one");
      checkKinds(
        identities.flatMap(({ node }) => world.graph.node(node) ?? []),
        decision.acrossKinds === true,
      );
      return { ruling: { type: "same", mentions: identities.flatMap(anchorsOf) }, about: wordsOf(world, decision.ids) };
    }
    case "different": {
      const [left, right] = decision.ids.map((id) => identityOf(world, id));
      if (left === undefined || right === undefined || left === right) throw invalid("name two nodes that are two");
      return {
        ruling: { type: "different", left: anchorsOf(left), right: anchorsOf(right) },
        about: wordsOf(world, decision.ids),
      };
    }
    case "split": {
      const { left, right } = splitOf(identityOf(world, decision.id), decision.part, world);
      return { ruling: { type: "different", left, right }, about: wordsOf(world, [decision.id]) };
    }
    case "rename": {
      const name = decision.name.trim();
      const mistake = name === "" ? "the new name is empty" : nameMistake(name);
      if (mistake !== undefined) throw invalid(mistake);
      const language = decision.language === undefined ? undefined : parseLanguage(decision.language);
      if (decision.language !== undefined && language === undefined) {
        throw invalid(`${decision.language} is no language code, such as de`);
      }
      return {
        ruling: {
          type: "rename",
          mentions: anchorsOf(identityOf(world, decision.id)),
          name,
          ...(language === undefined ? {} : { language }),
        },
        about: wordsOf(world, [decision.id]),
      };
    }
    case "reject": {
      if (decision.ids.length === 0) throw invalid("name a fact that is wrong, or a node that is nothing");
      const targets = decision.ids.map((id) => targetOf(world, id));
      return {
        ruling: {
          type: "reject",
          mentions: targets.flatMap(({ mentions }) => mentions),
          statements: targets.flatMap(({ statements }) => statements),
        },
        about: wordsOf(world, decision.ids),
      };
    }
    case "note": {
      const text = decision.text.trim();
      if (text === "") throw invalid("the note is empty");
      return { ruling: { type: "note", text, ...targetOf(world, decision.id) }, about: wordsOf(world, [decision.id]) };
    }
  }
}

/** A person is no state, mostly: who means it says so. */
function checkKinds(nodes: readonly GraphNode[], acrossKinds: boolean): void {
  const distinct = (values: readonly string[]): number => new Set(values).size;
  if (distinct(nodes.map(({ type }) => type)) > 1) throw invalid("an event and an entity are never one");
  if (acrossKinds || distinct(nodes.map(({ kind }) => kind)) < 2) return;
  const told = nodes.map(({ label, kind }) => `${label} (${kind})`).join(", ");
  throw invalid(`these are of several kinds: ${told}; \`--across-kinds\` makes them one all the same`);
}

function invalid(message: string): DragomanError {
  return new DragomanError("VERDICT_INVALID", message);
}

function notFound(id: string): DragomanError {
  return new DragomanError("NOT_FOUND", `the graph holds no fact or node ${id}; \`dragoman query\` finds ids`);
}

function identityOf({ graph, identity }: Decidable, id: string): Identity {
  const found = identity(id);
  if (found !== undefined) return found;
  if (graph.node(id)?.type === "article") throw invalid(`${id} is an article; name an entity or an event`);
  if (graph.edge(id) !== undefined) throw invalid(`${id} is a fact; name an entity or an event`);
  throw notFound(id);
}

function anchorsOf({ parts }: Identity): Anchor[] {
  return parts.flatMap(({ anchors }) => anchors);
}

function wordsOf({ graph, identity }: Decidable, ids: readonly string[]): string[] {
  const labelOf = (id: string): string => graph.node(identity(id)?.node ?? id)?.label ?? id;
  return ids.map((id) => {
    const edge = graph.edge(id);
    return edge === undefined ? labelOf(id) : `${labelOf(edge.source)} ${edge.relation} ${labelOf(edge.target)}`;
  });
}

function targetOf(
  world: Decidable,
  id: string,
): { readonly mentions: readonly Anchor[]; readonly statements: readonly StatementAnchor[] } {
  const edge = world.graph.edge(id);
  if (edge === undefined) return { mentions: anchorsOf(identityOf(world, id)), statements: [] };
  const statements = statementsOf(world, edge);
  if (statements.length === 0) throw invalid(`no article states ${id}: it stands for mentions; name the node instead`);
  return { mentions: [], statements };
}

/** The statements that a fact was folded from. */
function statementsOf(world: Decidable, edge: GraphEdge): StatementAnchor[] {
  const sources = localsOf(world, edge.source);
  const targets = localsOf(world, edge.target);
  const seen = new Set(edge.evidence.map(({ article, start, end }) => `${article} ${start} ${end}`));
  return [...sources.keys()].flatMap((article) => {
    const record = world.record(article);
    const [left, right] = [sources.get(article), targets.get(article)];
    if (record === undefined || left === undefined || right === undefined) return [];
    const name = articleName(record.article);
    return record.extraction.statements
      .filter(
        ({ relation, modality, subject, object, office, role, evidence: { start, end } }) =>
          relation === edge.relation &&
          modality === edge.modality &&
          (office ?? null) === edge.office &&
          (role ?? null) === edge.role &&
          seen.has(`${name} ${start} ${end}`) &&
          ((left.has(subject) && right.has(object)) || (left.has(object) && right.has(subject))),
      )
      .map((statement) => statementAnchorOf(article, record.extraction, statement));
  });
}

/** What each article calls a node by. */
function localsOf(world: Decidable, node: string): ReadonlyMap<ArticleId, ReadonlySet<LocalId>> {
  const locals = new Map<ArticleId, Set<LocalId>>();
  for (const anchor of world.identity(node)?.parts.flatMap(({ anchors }) => anchors) ?? []) {
    const extraction = world.record(anchor.article)?.extraction;
    const local = extraction === undefined ? undefined : localAt(extraction, anchor);
    if (local === undefined) continue;
    const own = locals.get(anchor.article) ?? new Set<LocalId>();
    locals.set(anchor.article, own.add(local));
  }
  return locals;
}

/** The places of a part of a node, and those of what is left. */
function splitOf(
  { node, parts }: Identity,
  part: Part,
  world: Decidable,
): { readonly left: readonly Anchor[]; readonly right: readonly Anchor[] } {
  const left: Anchor[] = [];
  const right: Anchor[] = [];
  for (const anchor of parts.flatMap(({ anchors }) => anchors)) {
    const record = world.record(anchor.article);
    const local = record === undefined ? undefined : localAt(record.extraction, anchor);
    if (record === undefined || local === undefined) continue;
    const isHere = (article: string): boolean => article === anchor.article || article === articleName(record.article);
    if (part.articles?.some(isHere) === true || isCalled(record.extraction, local, part.names ?? [])) {
      left.push(anchor);
      continue;
    }
    const moved = (part.mentions ?? []).filter(({ article }) => isHere(article));
    const places = placesOf(record.extraction, local);
    const own = places.filter(({ start, end }) => moved.some((span) => span.start === start && span.end === end));
    if (own.length === 0) right.push(anchor);
    else if (own.length === places.length) left.push(anchor);
    else {
      left.push(...own.map((place) => ({ article: anchor.article, ...place })));
      right.push({ article: anchor.article, ...(places.find((place) => !own.includes(place)) ?? anchor) });
    }
  }
  if (left.length === 0)
    throw invalid(`nothing of ${node} is meant: no article, name or mention of it is among those given`);
  if (right.length === 0) throw invalid(`all of ${node} is meant; name the part of it that is another`);
  return { left, right };
}

function isCalled(extraction: Extraction, local: LocalId, names: readonly string[]): boolean {
  const draft = local.startsWith("e") ? extraction.entities[Number(local.slice(1))] : undefined;
  return draft !== undefined && draft.names.some(({ text }) => names.includes(text));
}
