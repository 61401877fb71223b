import type { Cursor } from "../language/cursor.ts";
import type { MentionItem } from "../model/mention.ts";

/** Gives the offices of a title in the plural to all who are named behind it: "the commanders X and Y", "the envoys, X, Y and Z". */
export function shareTitles(cursor: Cursor, items: readonly MentionItem[]): MentionItem[] {
  const shared = [...items];
  for (const [i, title] of items.entries()) {
    if (title.offices.length === 0 || !isPlural(cursor, title)) continue;
    const named = namesBehind(cursor, items, i);
    for (const at of named) {
      const item = shared[at];
      if (item !== undefined) shared[at] = { ...item, offices: title.offices, country: item.country ?? title.country };
    }
  }
  return shared;
}

function isPlural(cursor: Cursor, { from, to, name }: MentionItem): boolean {
  for (let i = from; i < (name?.from ?? to); i += 1) if (cursor.find(i, "office")?.entry.plural === true) return true;
  return false;
}

/** Indices of the names that follow a title as a list, which ends in a coordinator. */
function namesBehind(cursor: Cursor, items: readonly MentionItem[], first: number): number[] {
  const found: number[] = [];
  let closed = false;
  for (let at = first + 1; at < items.length && !closed; at += 1) {
    const [before, item] = [items[at - 1], items[at]];
    if (before === undefined || item?.name === undefined || item.offices.length > 0) break;
    const comma = cursor.token(before.to)?.text === "," ? 1 : 0;
    const and = cursor.find(before.to + comma, "coordinator");
    // Between a title without a name and the first of the list stands a comma only.
    closed = and !== undefined && (found.length > 0 || items[first]?.name !== undefined);
    if (item.from !== (and?.end ?? before.to + comma) || (comma === 0 && and === undefined)) break;
    found.push(at);
  }
  return closed ? found : [];
}
