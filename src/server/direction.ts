import type { Direction } from "./contract.ts";

/** Scripts that are written from right to left (ISO 15924). */
const RIGHT_TO_LEFT = new Set([
  "Adlm",
  "Arab",
  "Aran",
  "Hebr",
  "Mand",
  "Mend",
  "Nkoo",
  "Rohg",
  "Samr",
  "Syrc",
  "Thaa",
  "Yezi",
]);

/** The direction of a language's usual script, as CLDR has it; `auto` for what is no language tag or tells no script. */
export function directionOf(language: string): Direction {
  try {
    const { script } = new Intl.Locale(language).maximize();
    if (script === undefined) return "auto";
    return RIGHT_TO_LEFT.has(script) ? "rtl" : "ltr";
  } catch (error) {
    if (error instanceof RangeError) return "auto";
    throw error;
  }
}
