import type { Report } from "../model/diagnostic.ts";
import type { Extraction } from "../model/extraction.ts";
import type { Knowledge } from "../seeds/knowledge.ts";

/** Counts articles in languages without rules, to be told once a language. */
export interface UncoveredLanguages {
  note(extraction: Extraction): void;
  /** Tells of them, sorted by language. */
  report(report: Report): void;
}

export function createUncoveredLanguages(knowledge: Knowledge): UncoveredLanguages {
  const counts = new Map<string, number>();
  return {
    note: ({ covered, language }) => {
      if (!covered) counts.set(language, (counts.get(language) ?? 0) + 1);
    },
    report: (report) => {
      for (const code of [...counts.keys()].sort()) {
        const message = describe(code, counts.get(code) ?? 0, knowledge);
        report({ code: "LANGUAGE_NOT_COVERED", severity: "note", message });
      }
    },
  };
}

function describe(code: string, count: number, { others }: Knowledge): string {
  const language = others[code]?.data.language;
  const articles = count === 1 ? "1 article is" : `${count} articles are`;
  if (language !== undefined) {
    return `${articles} in ${language.name} (${code}), which has no rules: names are read there, relations are not`;
  }
  const which =
    code === "und" ? "in no language that is known, or too short to tell" : `in the unknown language ${code}`;
  return `${articles} ${which}: nothing is read there`;
}
