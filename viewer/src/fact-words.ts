/** A fact as decisions keep it: the names of its ends with the id of its relation between them. */
export interface FactWords {
  readonly source: string;
  readonly relation: string;
  readonly target: string;
}

/** Reads what a decision is about, such as `Imran Khan ACCUSED United States`. Undefined where it is no fact. */
export function readFactWords(about: string, isRelation: (id: string) => boolean): FactWords | undefined {
  const words = about.split(" ");
  const place = words.slice(0, -1).findIndex((word, index) => index > 0 && isRelation(word));
  const relation = words[place];
  if (relation === undefined) return undefined;
  return { source: words.slice(0, place).join(" "), relation, target: words.slice(place + 1).join(" ") };
}
