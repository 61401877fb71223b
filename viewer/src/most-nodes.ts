/** Nodes of a graph above which it opens as an overview: more take seconds to draw, and tell nothing at once. */
export const MOST_NODES = 20_000;
