import type { Cursor } from "../language/cursor.ts";
import { KINDS } from "../model/kinds.ts";
import type { MentionItem, Reference } from "../model/mention.ts";
import { organizationReference } from "./organizations.ts";

/** Words between a name and what he is: "a South Carolina Republican". */
const MOST_WORDS = 3;

/** Gives people the party to which the words around their names say that they belong. */
export function withParties(cursor: Cursor, items: readonly MentionItem[]): MentionItem[] {
  return items.map((item) => {
    if (item.name === undefined || !isPerson(item.reference)) return item;
    const party = partyBefore(cursor, item.from - 1, item.name.from) ?? partyBehind(cursor, item);
    return party === undefined ? item : { ...item, memberOf: party };
  });
}

function isPerson(reference: Reference): boolean {
  return (reference.type === "known" || reference.type === "name") && reference.kind === KINDS.person;
}

function memberReference(id: string): Reference {
  return { type: "known", kind: KINDS.organization, id: `org:${id}` };
}

/** "Republican Ted Cruz", "Republican Senator Ted Cruz": a word for those who belong to a party before a name or its title. */
function partyBefore(cursor: Cursor, from: number, name: number): Reference | undefined {
  const start = cursor.is(from + 1, "determiner") ? from + 1 : from;
  for (let i = start; i < name; i += 1) {
    const member = cursor.find(i, "member");
    if (member !== undefined && member.end <= name) return memberReference(member.entry.id);
  }
  return undefined;
}

/** "(SPD)", "(R-Texas)", "of the Labour Party", ", a Republican from Texas". */
function partyBehind(cursor: Cursor, { to, offices }: MentionItem): Reference | undefined {
  const mark = cursor.token(to)?.text;
  if (mark === "(") return partyInBrackets(cursor, to + 1);
  if (mark === ",") return memberApposed(cursor, to + 1);
  const { possessorMarkers, agentMarkers } = cursor.pack.lexicon.data.words;
  const of = cursor.find(to, "adposition");
  // "von" says who does it as well.
  if (of === undefined || offices.length > 0) return undefined;
  if (!possessorMarkers.includes(of.entry.id) || agentMarkers.includes(of.entry.id)) return undefined;
  const party = cursor.find(cursor.find(of.end, "determiner")?.end ?? of.end, "organization");
  return party?.entry.hasMembers === true ? organizationReference(party.entry) : undefined;
}

function partyInBrackets(cursor: Cursor, at: number): Reference | undefined {
  const known = cursor.find(at, "party-mark", "organization");
  if (known === undefined) return undefined;
  const { entry, end } = known;
  const next = cursor.token(end);
  // Behind the party stands where he is elected: "R-Texas", "CDU/Bayern".
  if (next === undefined || next.shape === "word") return undefined;
  if (entry.type === "party-mark") return memberReference(entry.id);
  return entry.hasMembers === true ? organizationReference(entry) : undefined;
}

function memberApposed(cursor: Cursor, from: number): Reference | undefined {
  const start = cursor.find(from, "determiner")?.end ?? from;
  for (let i = start; i <= start + MOST_WORDS; i += 1) {
    if (cursor.token(i)?.shape !== "word") return undefined;
    const member = cursor.find(i, "member");
    if (member === undefined) continue;
    const next = cursor.token(member.end);
    const ends = next === undefined || next.shape === "mark" || cursor.is(member.end, "adposition", "relative");
    return ends ? memberReference(member.entry.id) : undefined;
  }
  return undefined;
}
