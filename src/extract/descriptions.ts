import { KINDS } from "../model/kinds.ts";
import type { MentionItem } from "../model/mention.ts";
import type { Chunk } from "./parse.ts";

/** "the city of X", "the port town of X": a noun that only says what kind of place is named behind it gives way to the name. */
export function joinNamedPlaces(chunks: readonly Chunk[], possessorMarkers: readonly string[]): Chunk[] {
  const joined: Chunk[] = [];
  for (const chunk of chunks) {
    const before = joined.at(-1);
    const isNamed =
      chunk.type === "phrase" &&
      before?.type === "phrase" &&
      before.phrase.to === chunk.phrase.from &&
      possessorMarkers.includes(chunk.phrase.marker ?? "") &&
      before.phrase.members.length === 1 &&
      before.phrase.members.every(isDescribedPlace) &&
      chunk.phrase.members.some(isNamedPlace);
    if (!isNamed) {
      joined.push(chunk);
      continue;
    }
    const { members, to, reach } = chunk.phrase;
    joined[joined.length - 1] = { type: "phrase", phrase: { ...before.phrase, members, to, reach } };
  }
  return joined;
}

function isDescribedPlace({ reference }: MentionItem): boolean {
  return reference.type === "description" && reference.kind === KINDS.place;
}

function isNamedPlace({ reference }: MentionItem): boolean {
  return (reference.type === "known" || reference.type === "name") && reference.kind === KINDS.place;
}
