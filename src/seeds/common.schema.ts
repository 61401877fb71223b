import { z } from "zod";

/** Every file of `seeds/` says where its rows come from and under what licence. */
export const header = { source: z.string().min(1), licence: z.string().min(1) };

/** A word or phrase as it is written, without space at its ends. */
export const words = z.string().regex(/^\S(?:.*\S)?$/u, "a text without space at its ends");

/** Identifier within a file: lower case, digits and hyphens. */
export const slug = z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, "lower case letters, digits and hyphens");

// The languages in which the knowledge of the world is written: a language pack of another language adds its key below.
/** Texts by language, all languages required. */
export const inEveryLanguage = <Item extends z.ZodType>(item: Item) => z.strictObject({ en: item, de: item, ur: item });

/** Lists of names by language; a language may be left out. */
export const namesInSome = z.strictObject({
  en: z.array(words).default([]),
  de: z.array(words).default([]),
  ur: z.array(words).default([]),
});

/** Lists of names by language, none of them empty. */
export const namesInAll = inEveryLanguage(z.array(words).min(1));
