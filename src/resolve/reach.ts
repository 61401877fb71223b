import type { Extraction } from "../model/extraction.ts";
import type { ArticleId } from "../model/ids.ts";
import { targetOf, type Anchor, type Reach, type Ruling, type StatementAnchor } from "../model/verdict.ts";
import { localAt, statementsAt } from "./anchors.ts";

/** Looks for what a ruling is about in the articles as they were read, before anything was revised. */
export function reachOf(ruling: Ruling, extractionOf: (article: ArticleId) => Extraction | undefined): Reach {
  const isFound = (anchor: Anchor): boolean => {
    const extraction = extractionOf(anchor.article);
    return extraction !== undefined && localAt(extraction, anchor) !== undefined;
  };
  const isStated = (anchor: StatementAnchor): boolean => {
    const extraction = extractionOf(anchor.article);
    return extraction !== undefined && statementsAt(extraction, anchor).length > 0;
  };
  if (needsOf(ruling, isFound, isStated)) return "applies";
  const { mentions, statements } = targetOf(ruling);
  return [...mentions, ...statements].some(({ article }) => extractionOf(article) !== undefined) ? "lost" : "absent";
}

/** Whether enough is found for a ruling to mean something: what is one needs two ends, and so does what is two. */
function needsOf(
  ruling: Ruling,
  isFound: (anchor: Anchor) => boolean,
  isStated: (anchor: StatementAnchor) => boolean,
): boolean {
  switch (ruling.type) {
    case "same":
      return ruling.mentions.filter(isFound).length >= 2;
    case "different":
      return ruling.left.some(isFound) && ruling.right.some(isFound);
    case "rename":
      return ruling.mentions.some(isFound);
    case "reject":
    case "note":
      return ruling.mentions.some(isFound) || ruling.statements.some(isStated);
  }
}
