import { z } from "zod";
import { header, words } from "./common.schema.ts";
import { languageFile } from "./language.schema.ts";

const { code, name, direction, script, capitals, letters, sentenceEnd, tokens } = languageFile.shape;
const rules = z.array(z.tuple([z.string(), z.string()]));
const names = z.record(z.string().regex(/^[A-Z]{2}$/), z.array(words).min(1));

/** `others/languages.yaml`: languages in which names are known, and no rules. The keys are those of `language.yaml`. */
export const othersFile = z.strictObject({
  ...header,
  languages: z.array(
    z.strictObject({
      code,
      name,
      direction,
      script,
      capitals,
      letters,
      tokens,
      /** None where the script alone tells the language. */
      stopWords: z.array(words).default([]),
      sentenceEnd,
      /** Names of states that the press uses beside those of `names/<code>.yaml`. */
      states: names.default({}),
      /** Endings and prefixes of names: rules `[pattern, replacement]`; every one that fits gives a form. */
      forms: rules.default([]),
      /** Dates, as in `calendar.yaml`. */
      patterns: z.array(words).min(1),
    }),
  ),
});

/** `others/names/<code>.yaml`, generated: what a language calls the states, the months and the days of the week. */
export const otherNamesFile = z.strictObject({
  ...header,
  code,
  states: names,
  months: z.array(z.array(words).min(1)).length(12),
  weekdays: z.array(z.array(words).min(1)).length(7),
});
