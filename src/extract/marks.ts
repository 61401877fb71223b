/** Marks that part clauses and members of a list. */
export const BREAKS: ReadonlySet<string> = new Set([
  ",",
  ";",
  ":",
  "(",
  ")",
  "[",
  "]",
  "–",
  "—",
  "-",
  "،",
  "؛",
  "/",
  "…",
]);

/** Marks that part main clauses, where each side has a verb. */
export const SEMICOLONS: ReadonlySet<string> = new Set([";", "؛"]);

/** Marks that part the members of a list. */
export const COMMAS: ReadonlySet<string> = new Set([",", "،", ";", "؛"]);
