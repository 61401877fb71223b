import type { Labels } from "../../../src/server/contract.ts";
import { en } from "./en.ts";

export type Strings = typeof en;

interface InterfaceLanguage {
  readonly direction: "ltr" | "rtl";
  /** Its words, fetched when somebody wants them. */
  readonly words: () => Promise<Strings>;
}

/** The languages of the interface. Add one here. */
const LANGUAGES: Readonly<Record<string, InterfaceLanguage>> = {
  en: { direction: "ltr", words: () => Promise.resolve(en) },
  de: { direction: "ltr", words: async () => (await import("./de.ts")).de },
  ur: { direction: "rtl", words: async () => (await import("./ur.ts")).ur },
};

/** Codes of the languages that the interface speaks. */
export const INTERFACE_LANGUAGES: readonly string[] = Object.keys(LANGUAGES);
/** The language of the usual labels, and of a page that speaks none of its reader's. */
export const USUAL_LANGUAGE = "en";

/** Words that are here. */
const learnt = new Map<string, Strings>([[USUAL_LANGUAGE, en]]);

/** The language of the interface now, its words and its direction: what `speak` chose last. */
export let locale: string = USUAL_LANGUAGE;
export let strings: Strings = en;
export let direction: "ltr" | "rtl" = "ltr";

/** Fetches the words that `speak` needs for these wishes. Rejects where they cannot be fetched. */
export async function learn(wishes: readonly string[]): Promise<void> {
  const code = languageFor(wishes);
  const words = await LANGUAGES[code]?.words();
  if (words !== undefined) learnt.set(code, words);
}

/**
 * Chooses the language of the interface: the first of these that it speaks; English where its words were not fetched before
 * (`learn`). What is on the page already has to be rendered anew.
 */
export function speak(wishes: readonly string[]): void {
  const code = languageFor(wishes);
  locale = learnt.has(code) ? code : USUAL_LANGUAGE;
  strings = learnt.get(locale) ?? en;
  direction = LANGUAGES[locale]?.direction ?? "ltr";
}

function languageFor(wishes: readonly string[]): string {
  const codes = wishes.map((tag) => tag.split("-")[0] ?? "");
  return codes.find((code) => Object.hasOwn(LANGUAGES, code)) ?? USUAL_LANGUAGE;
}

/** The words of a concept in the language of the interface, else in English, else its id. */
export function labelOf(term: { readonly id: string; readonly labels: Labels } | undefined, id = ""): string {
  return term?.labels[locale] ?? term?.labels[USUAL_LANGUAGE] ?? term?.id ?? id;
}
