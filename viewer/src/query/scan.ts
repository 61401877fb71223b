/** Where a place in a query is. */
export interface Spot {
  /** What the place is in: code, or what no word is looked for in. */
  readonly within: "code" | "text" | "comment";
  /** The innermost bracket that is open there, and the place after it. */
  readonly bracket: "(" | "[" | "{" | undefined;
  readonly since: number;
}

/** A comment, a text or a name in quotes, whole or not yet ended; or a bracket. */
const PIECE = /\/\/[^\n]*(\n|$)|\/\*[^]*?(\*\/|$)|(["'`])(?:\\[^]|(?!\3)[^\\])*(\3|$)|[([{}\])]/g;

/** Tells of the end of a query's beginning where it is. Brackets in texts and comments are none. */
export function spotAtEnd(text: string): Spot {
  const open: { readonly bracket: string; readonly since: number }[] = [];
  let within: Spot["within"] = "code";
  for (const { 0: piece, 1: line, 2: comment, 4: quote, index } of text.matchAll(PIECE)) {
    if (piece.startsWith("//")) within = line === "" ? "comment" : "code";
    else if (piece.startsWith("/*")) within = comment === "" ? "comment" : "code";
    else if (quote !== undefined) within = quote === "" ? "text" : "code";
    else if (")]}".includes(piece)) open.pop();
    else open.push({ bracket: piece, since: index + 1 });
  }
  const last = open.at(-1);
  return { within, bracket: last?.bracket as Spot["bracket"], since: last?.since ?? 0 };
}

/** The words of a query: what stands in comments, in quotes and as brackets is a space. */
export function wordsOf(query: string): string {
  return query.replaceAll(PIECE, " ");
}
