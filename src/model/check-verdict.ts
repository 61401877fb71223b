import type { Anchor, Ruling, StatementAnchor, Turn, Verdict } from "./verdict.ts";

type Fields = Readonly<Record<string, unknown>>;

/** Whether a value has the form of a verdict. */
export function isVerdict(value: unknown): value is Verdict {
  if (!isFields(value)) return false;
  const { id, about, ruling } = value;
  return isText(id) && isSigned(value) && isListOf(about, isText) && isRuling(ruling);
}

/** Whether a value says that a verdict was taken back, or put in force again. */
export function isTurn(value: unknown): value is Turn {
  if (!isFields(value)) return false;
  const { type, verdict } = value;
  return (type === "undo" || type === "redo") && isText(verdict) && isSigned(value);
}

function isRuling(value: unknown): value is Ruling {
  if (!isFields(value)) return false;
  const { type, mentions, statements, left, right, name, language, text } = value;
  const isTarget = isListOf(mentions, isAnchor) && isListOf(statements, isStatementAnchor);
  switch (type) {
    case "same":
      return isListOf(mentions, isAnchor);
    case "different":
      return isListOf(left, isAnchor) && isListOf(right, isAnchor);
    case "rename":
      return isListOf(mentions, isAnchor) && isText(name) && (language === undefined || isText(language));
    case "reject":
      return isTarget;
    case "note":
      return isTarget && isText(text);
    default:
      return false;
  }
}

/** Whether a value has the form of an anchor. */
export function isAnchor(value: unknown): value is Anchor {
  return isFields(value) && isText(value["article"]) && isPlace(value);
}

function isStatementAnchor(value: unknown): value is StatementAnchor {
  if (!isFields(value)) return false;
  const { article, relation, modality, office, role, subject, object } = value;
  const isEnd = (end: unknown): boolean => end === undefined || isPlace(end);
  return (
    [article, relation, modality].every(isText) &&
    [office, role].every((word) => word === undefined || isText(word)) &&
    isPlace(value) &&
    isEnd(subject) &&
    isEnd(object)
  );
}

/** A span, and the type of the event of which it tells, if any. */
function isPlace(value: unknown): boolean {
  if (!isFields(value)) return false;
  const { start, end, event } = value;
  return isOffset(start) && isOffset(end) && start < end && (event === undefined || isText(event));
}

function isSigned({ by, at, why }: Fields): boolean {
  return isText(by) && isText(at) && !Number.isNaN(Date.parse(at)) && (why === undefined || isText(why));
}

function isOffset(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}

function isText(value: unknown): value is string {
  return typeof value === "string" && value !== "";
}

function isListOf<Item>(value: unknown, check: (item: unknown) => item is Item): value is readonly Item[] {
  return Array.isArray(value) && value.every(check);
}

function isFields(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
