/** What the panel shows. */
export type Selection =
  | { readonly type: "none" }
  | { readonly type: "node"; readonly id: string }
  | { readonly type: "fact"; readonly id: string }
  /**
   * An article; with the sentence to be marked, one of a fact's pieces of evidence (the first of the article where its
   * number is left out), or with the node that is
   * looked for in it.
   */
  | {
      readonly type: "article";
      readonly name: string;
      readonly fact?: string;
      readonly evidence?: number;
      readonly node?: string;
    }
  /** The shortest chains of facts between two nodes. */
  | { readonly type: "path"; readonly from: string; readonly to: string }
  /** The nodes that are picked. */
  | { readonly type: "picked" };

export const NO_SELECTION: Selection = { type: "none" };

/** The nodes that a selection is of. */
export function nodesOf(selection: Selection): readonly string[] {
  if (selection.type === "node") return [selection.id];
  return selection.type === "path" ? [selection.from, selection.to] : [];
}

/** The fact that a selection is of, or that stands marked in its article. */
export function factOf(selection: Selection): string | undefined {
  if (selection.type === "fact") return selection.id;
  return selection.type === "article" ? selection.fact : undefined;
}

/** Whether two selections are of the same. */
export function isSame(one: Selection, other: Selection): boolean {
  const [a, b] = [one, other].map((selection) => {
    const parameters = new URLSearchParams();
    writeSelection(selection, parameters);
    return parameters.toString();
  });
  return a === b;
}

/** Adds a selection to the parameters of an address. */
export function writeSelection(selection: Selection, parameters: URLSearchParams): void {
  switch (selection.type) {
    case "none":
      return;
    case "article":
      parameters.set("article", selection.name);
      if (selection.fact !== undefined) parameters.set("fact", selection.fact);
      if (selection.evidence !== undefined) parameters.set("evidence", String(selection.evidence));
      if (selection.node !== undefined) parameters.set("node", selection.node);
      return;
    case "path":
      parameters.set("from", selection.from);
      parameters.set("to", selection.to);
      return;
    case "picked":
      parameters.set("panel", "picked");
      return;
    default:
      parameters.set(selection.type, selection.id);
  }
}

/** Reads what `writeSelection` wrote. Anything else selects nothing. */
export function readSelection(parameters: URLSearchParams): Selection {
  const [article, fact, node, from, to] = ["article", "fact", "node", "from", "to"].map(
    (name) => parameters.get(name) || undefined,
  );
  if (article !== undefined) {
    const evidence = Number.parseInt(parameters.get("evidence") ?? "", 10);
    return {
      type: "article",
      name: article,
      ...(fact === undefined ? {} : { fact }),
      ...(Number.isInteger(evidence) ? { evidence } : {}),
      ...(node === undefined ? {} : { node }),
    };
  }
  if (fact !== undefined) return { type: "fact", id: fact };
  if (node !== undefined) return { type: "node", id: node };
  if (from !== undefined && to !== undefined) return { type: "path", from, to };
  return parameters.get("panel") === "picked" ? { type: "picked" } : NO_SELECTION;
}
