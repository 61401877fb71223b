import type { Labels } from "../../../src/server/contract.ts";
import { de } from "./de.ts";
import { en } from "./en.ts";
import { ur } from "./ur.ts";

export type Strings = typeof en;

interface InterfaceLanguage {
  readonly strings: Strings;
  readonly direction: "ltr" | "rtl";
}

/** The languages of the interface. Add one here. */
const LANGUAGES = {
  en: { strings: en, direction: "ltr" },
  de: { strings: de, direction: "ltr" },
  ur: { strings: ur, direction: "rtl" },
} as const satisfies Readonly<Record<string, InterfaceLanguage>>;

/** Codes of the languages that the interface speaks. */
export const INTERFACE_LANGUAGES: readonly string[] = Object.keys(LANGUAGES);
/** The language of the usual labels, and of a page that speaks none of its reader's. */
export const USUAL_LANGUAGE = "en";

/** The language of the interface now, its words and its direction: what `speak` chose last. */
export let locale: string = USUAL_LANGUAGE;
export let strings: Strings = en;
export let direction: "ltr" | "rtl" = "ltr";

/**
 * Chooses the language of the interface: the one that is asked for, else the first of the browser's that it speaks. What
 * is on the page already has to be rendered anew.
 */
export function speak(asked: string | undefined): void {
  const languages: Readonly<Record<string, InterfaceLanguage>> = LANGUAGES;
  const wanted = [asked ?? "", ...navigator.languages.map((tag) => tag.split("-")[0] ?? "")];
  locale = wanted.find((code) => Object.hasOwn(languages, code)) ?? USUAL_LANGUAGE;
  ({ strings, direction } = languages[locale] ?? LANGUAGES[USUAL_LANGUAGE]);
}

/** The words of a concept in the language of the interface, else in English, else its id. */
export function labelOf(term: { readonly id: string; readonly labels: Labels } | undefined, id = ""): string {
  return term?.labels[locale] ?? term?.labels[USUAL_LANGUAGE] ?? term?.id ?? id;
}
