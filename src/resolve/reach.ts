import type { Extraction } from "../model/extraction.ts";
import type { ArticleId } from "../model/ids.ts";
import type { Anchor, Reach, Ruling, StatementAnchor } from "../model/verdict.ts";
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
  return articlesOf(ruling).some((article) => extractionOf(article) !== undefined) ? "lost" : "absent";
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

function articlesOf(ruling: Ruling): readonly ArticleId[] {
  switch (ruling.type) {
    case "same":
    case "rename":
      return ruling.mentions.map(({ article }) => article);
    case "different":
      return [...ruling.left, ...ruling.right].map(({ article }) => article);
    case "reject":
    case "note":
      return [...ruling.mentions, ...ruling.statements].map(({ article }) => article);
  }
}
