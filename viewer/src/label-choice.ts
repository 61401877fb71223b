import { useState } from "preact/hooks";

const KEY = "dragoman.labels";

/** The language in which nodes are named; `undefined` for that of the graph. */
export type LabelLanguage = string | undefined;

/** The language that was chosen here before, and how to choose another. */
export function useLabelLanguage(): readonly [LabelLanguage, (language: LabelLanguage) => void] {
  const [language, setLanguage] = useState<LabelLanguage>(readChoice);
  return [
    language,
    (chosen) => {
      setLanguage(chosen);
      writeChoice(chosen);
    },
  ];
}

function readChoice(): LabelLanguage {
  try {
    const stored = localStorage.getItem(KEY) ?? "";
    return /^[a-z]{2,3}$/.test(stored) ? stored : undefined;
  } catch {
    // A browser may keep nothing for pages: then the choice lasts as long as the page.
    return undefined;
  }
}

function writeChoice(language: LabelLanguage): void {
  try {
    if (language === undefined) localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, language);
  } catch {
    return;
  }
}
