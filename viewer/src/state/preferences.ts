import { keep, readKept } from "./kept.ts";

/** The language in which nodes are named; `undefined` for the usual labels. */
export type LabelLanguage = string | undefined;

export const THEMES = ["system", "light", "dark", "contrast"] as const;
export type ThemeChoice = (typeof THEMES)[number];

/** How quotes and articles in Urdu are set: in the style of print and calligraphy, or in the plainer one of screens. */
export const URDU_STYLES = ["nastaliq", "naskh"] as const;
export type UrduStyle = (typeof URDU_STYLES)[number];

/** What a reader likes, whatever the graph is. It is kept in the browser. */
export interface Preferences {
  /** The language of the interface; `undefined` for the browser's. */
  readonly language: string | undefined;
  /** The language in which nodes are named; `undefined` for that of the page. */
  readonly labels: string | undefined;
  readonly theme: ThemeChoice;
  readonly urdu: UrduStyle;
  /** The name under which this reader decides; empty where the server is to choose one. */
  readonly author: string;
}

/** The longest name of an author that the server takes, in units of UTF-16. */
export const AUTHOR_LENGTH = 200;

const KEPT = "preferences";
const USUAL: Preferences = { language: undefined, labels: undefined, theme: "system", urdu: "nastaliq", author: "" };

/** What was chosen here before. What is missing or unknown is as usual. */
export function readPreferences(): Preferences {
  return preferencesFrom(readKept(KEPT));
}

export function writePreferences(preferences: Preferences): void {
  keep(KEPT, preferences);
}

/** Reads preferences from anything. */
export function preferencesFrom(value: unknown): Preferences {
  const given: Readonly<Record<string, unknown>> =
    typeof value === "object" && value !== null ? Object.fromEntries(Object.entries(value)) : {};
  const code = (name: string): string | undefined => {
    const text = given[name];
    return typeof text === "string" && /^[a-z]{2,3}$/.test(text) ? text : undefined;
  };
  return {
    language: code("language"),
    labels: code("labels"),
    theme: THEMES.find((theme) => theme === given["theme"]) ?? USUAL.theme,
    urdu: URDU_STYLES.find((style) => style === given["urdu"]) ?? USUAL.urdu,
    author: typeof given["author"] === "string" ? given["author"].slice(0, AUTHOR_LENGTH) : USUAL.author,
  };
}
