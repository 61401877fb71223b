import type { Labels } from "../../../src/server/contract.ts";
import { en } from "./en.ts";

export type Strings = typeof en;

interface InterfaceLanguage {
  readonly strings: Strings;
  readonly direction: "ltr" | "rtl";
}

/** The languages of the interface. Add one here. */
const LANGUAGES: Readonly<Record<string, InterfaceLanguage>> = {
  en: { strings: en, direction: "ltr" },
};
const DEFAULT = "en";

/** The first of the browser's languages that the interface speaks. */
export const locale: string =
  navigator.languages.map((tag) => tag.split("-")[0] ?? "").find((code) => LANGUAGES[code] !== undefined) ?? DEFAULT;

const chosen: InterfaceLanguage = LANGUAGES[locale] ?? { strings: en, direction: "ltr" };
export const strings: Strings = chosen.strings;
export const direction: "ltr" | "rtl" = chosen.direction;

/** The words of a concept in the language of the interface, else in English, else its id. */
export function labelOf(term: { readonly id: string; readonly labels: Labels } | undefined, id = ""): string {
  return term?.labels[locale] ?? term?.labels[DEFAULT] ?? term?.id ?? id;
}
