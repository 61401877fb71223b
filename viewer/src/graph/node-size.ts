/** Radius of a node without facts, what each root of their number adds, and the largest radius, where there are few nodes. */
const LEAST = 5;
const STEP = 2.1;
const MOST = 20;

/** Radius in pixels: grows with the square root of the facts, and is smaller where there are many nodes. */
export function nodeSize(degree: number, nodeCount: number): number {
  const crowd = Math.min(1, Math.max(0.25, 1.5 - Math.log10(nodeCount + 1) / 3));
  return crowd * Math.min(LEAST + STEP * Math.sqrt(degree), MOST);
}

/** The first number of facts that has the largest radius: more of them are drawn alike. */
const LARGEST = Math.ceil(((MOST - LEAST) / STEP) ** 2);

/** A number that a legend of sizes shows. */
export interface SizeMark {
  readonly weight: number;
  /** Whether more is drawn alike. */
  readonly orMore: boolean;
}

/** A few numbers whose sizes can be told apart, where `most` is the highest that is shown; none where all are alike. */
export function sizeMarks(most: number): readonly SizeMark[] {
  const last = Math.min(most, LARGEST);
  const weights = [...new Set([1, Math.ceil(last / 4), last])].filter((weight) => weight >= 1 && weight <= last);
  return weights.length < 2 ? [] : weights.map((weight) => ({ weight, orMore: weight === last && most > last }));
}
