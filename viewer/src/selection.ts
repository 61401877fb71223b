/** What the panel shows. */
export type Selection =
  | { readonly type: "none" }
  | { readonly type: "node"; readonly id: string }
  | { readonly type: "fact"; readonly id: string }
  /** An article, with the sentence to be marked: the number of one of a fact's pieces of evidence. */
  | { readonly type: "article"; readonly name: string; readonly fact?: string; readonly evidence?: number };

/** A selection as the part of the address behind `#`, so that a link leads to it. */
export function toHash(selection: Selection): string {
  const parameters = new URLSearchParams();
  if (selection.type === "none") return "";
  if (selection.type === "article") {
    parameters.set("article", selection.name);
    if (selection.fact !== undefined) parameters.set("fact", selection.fact);
    if (selection.evidence !== undefined) parameters.set("evidence", String(selection.evidence));
  } else {
    parameters.set(selection.type, selection.id);
  }
  return `#${parameters}`;
}

/** Reads what `toHash` wrote. Anything else selects nothing. */
export function fromHash(hash: string): Selection {
  const parameters = new URLSearchParams(hash.replace(/^#/, ""));
  const [article, fact, node] = ["article", "fact", "node"].map((name) => parameters.get(name) || undefined);
  if (article !== undefined) {
    const evidence = Number.parseInt(parameters.get("evidence") ?? "", 10);
    return {
      type: "article",
      name: article,
      ...(fact === undefined ? {} : { fact }),
      ...(Number.isInteger(evidence) ? { evidence } : {}),
    };
  }
  if (fact !== undefined) return { type: "fact", id: fact };
  return node === undefined ? { type: "none" } : { type: "node", id: node };
}
