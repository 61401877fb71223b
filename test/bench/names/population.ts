import type { Knowledge } from "../../../src/seeds/knowledge.ts";
import { LANGUAGES } from "./sets.ts";

/**
 * Names of people who may be, the same for the same knowledge: a first and a last word of people of the gazetteer, of one
 * language, some of them common and most of them rare.
 */
export function population({ gazetteer }: Knowledge, size: number): readonly string[] {
  const words = LANGUAGES.map((language) => {
    const all = gazetteer.people.map(({ names }) => (names[language]?.[0] ?? "").split(" "));
    return [0, -1].map((at) => [...new Set(all.map((name) => name.at(at) ?? ""))]);
  });
  const random = createRandom();
  const pick = (from: readonly string[]): string => from[Math.floor(random() ** 2 * from.length)] ?? "";
  return Array.from({ length: size }, (_, i) => (words[i % words.length] ?? []).map(pick).join(" "));
}

/** Park and Miller's generator, 1988. */
function createRandom(): () => number {
  let state = 1;
  return () => (state = (state * 16_807) % 2_147_483_647) / 2_147_483_647;
}
