import path from "node:path";
import { readdirSync } from "node:fs";
import { z } from "zod";
import { DragomanError } from "../errors.ts";
import { words } from "./common.schema.ts";
import type { LanguageData, OtherLanguage } from "./knowledge.ts";
import * as language from "./language.schema.ts";
import { otherNamesFile, othersFile } from "./others.schema.ts";
import { readYaml } from "./yaml.ts";

/** Languages in which names are known, and no rules: each a language pack without words, with its names of states. */
export function compileOthers(folder: string): Readonly<Record<string, OtherLanguage>> {
  const { languages, ...header } = readYaml(path.join(folder, "languages.yaml"), othersFile);
  const names = path.join(folder, "names");
  const files = readdirSync(names).sort();
  const wanted = languages.map(({ code }) => `${code}.yaml`).sort();
  if (files.join() !== wanted.join()) {
    const message = "names/ and languages.yaml name different languages; run `npm run names`";
    throw new DragomanError("SEED_INVALID", message, { at: "seeds/others" });
  }
  return Object.fromEntries(
    languages.map(({ states: own, forms, patterns, ...properties }) => {
      const { code } = properties;
      const { states, months, weekdays } = readYaml(path.join(names, `${code}.yaml`), otherNamesFile);
      const ids = [...new Set([...Object.keys(states), ...Object.keys(own)])];
      const data: LanguageData = {
        ...emptyPack(header),
        language: languageWithoutGrammar.parse({
          ...header,
          ...properties,
          order: "svo",
          adpositions: "before",
          apostropheJoins: false,
        }),
        calendar: { ...header, days: [], months, weekdays, relative: [], partsOfDay: [], patterns, examples: [] },
      };
      const all = Object.fromEntries(ids.map((id) => [id, [...(states[id] ?? []), ...(own[id] ?? [])]]));
      return [code, { data, states: all, forms }];
    }),
  );
}

/** `language.yaml` of a language of which no grammar is known, and perhaps no frequent words. */
const languageWithoutGrammar = language.languageFile.extend({ stopWords: z.array(words) });

function emptyPack(header: {
  readonly source: string;
  readonly licence: string;
}): Omit<LanguageData, "language" | "calendar"> {
  const none = { determiners: [], possessives: [], adpositions: [], relatives: [], subordinators: [], pronouns: [] };
  return {
    words: language.wordsFile.parse({ ...header, ...none }),
    verbs: language.verbsFile.parse({ ...header, paradigms: {}, verbs: [], auxiliaries: [] }),
    frames: [],
    reporting: language.reportingFile.parse({ ...header, verbs: [], control: [], modals: [], hedges: [] }),
    events: language.eventWordsFile.parse({ ...header, nouns: [], media: [], ordinals: [] }),
    counts: language.countsFile.parse(header),
    references: language.referencesFile.parse({ ...header, groups: [], descriptions: [] }),
  };
}
