/** Radius in pixels: grows with the square root of the facts, and is smaller where there are many nodes. */
export function nodeSize(degree: number, nodeCount: number): number {
  const crowd = Math.min(1, Math.max(0.25, 1.5 - Math.log10(nodeCount + 1) / 3));
  return crowd * Math.min(5 + 2.1 * Math.sqrt(degree), 20);
}
