import type { LanguageData } from "./knowledge.ts";

/** Fewest letters before the noun at the end of a compound. */
const FIRST_PART = 3;

/**
 * Rows with the compounds of their nouns: "Getreideabkommen", a noun of events that no row lists, tells what "Abkommen" tells.
 * Nouns of what lasts are left out, since they are used of other things too: a trade war is no war.
 */
export function withCompounds(
  frames: LanguageData["frames"],
  { nouns }: LanguageData["events"],
): LanguageData["frames"] {
  const listed = [...new Set(frames.flatMap((frame) => frame.nouns))].toSorted((a, b) => b.length - a.length);
  const known = new Set(listed);
  const compounds = new Map<string, string[]>();
  for (const compound of nouns.flatMap((row) => (row.lasting ? [] : row.nouns))) {
    if (known.has(compound) || compound.includes(" ")) continue;
    const head = listed.find((noun) => isCompoundOf(compound, noun));
    if (head !== undefined) compounds.set(head, [...(compounds.get(head) ?? []), compound]);
  }
  return frames.map((frame) => ({
    ...frame,
    nouns: [...frame.nouns, ...frame.nouns.flatMap((noun) => compounds.get(noun) ?? [])],
  }));
}

function isCompoundOf(compound: string, noun: string): boolean {
  return compound.length >= noun.length + FIRST_PART && compound.endsWith(noun.toLowerCase());
}
