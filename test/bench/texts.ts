import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { join } from "node:path";
import type { Article } from "../../src/model/article.ts";
import { articleIdOf } from "../../src/model/ids.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const GOLDEN = join(root, "test/golden");
const SAMPLES = join(root, "seeds/articles");
/** Language of each of the sample articles. */
const SAMPLE_LANGUAGES: Readonly<Record<string, string>> = { "000": "de", "001": "ur" };

/** The languages that are measured. */
export const LANGUAGES: Readonly<Record<string, string>> = { en: "English", de: "German", ur: "Urdu" };

/** The texts of the samples and of the golden articles, by language. */
const texts: ReadonlyMap<string, readonly string[]> = new Map(
  Object.keys(LANGUAGES).map((language) => [
    language,
    [
      ...readdirSync(SAMPLES)
        .filter((name) => name.endsWith(".txt") && (SAMPLE_LANGUAGES[name.slice(0, 3)] ?? "en") === language)
        .map((name) => readFileSync(join(SAMPLES, name), "utf8")),
      ...readdirSync(join(GOLDEN, language)).map((name) =>
        readFileSync(join(GOLDEN, language, name, "article.txt"), "utf8"),
      ),
    ],
  ]),
);

export function articleOf(text: string, name: string): Article {
  return { id: articleIdOf(text), text, sources: [{ name, publishedAt: "2022-05-07" }] };
}

/** `count` articles of a language, the texts in turn. */
export function articlesOf(language: string, count: number): Article[] {
  const all = texts.get(language) ?? [];
  return Array.from({ length: count }, (_, i) => articleOf(all[i % all.length] ?? "", `${language}-${i}`));
}

/** One text of a length in bytes: the texts of a language one after the other, cut at the end of a line. */
export function longText(language: string, bytes: number): string {
  const whole = `${(texts.get(language) ?? []).join("\n\n")}\n\n`;
  const long = whole.repeat(Math.ceil(bytes / Buffer.byteLength(whole)));
  const cut = Buffer.from(long).subarray(0, bytes).toString("utf8");
  return cut.slice(0, cut.lastIndexOf("\n"));
}

export function bytesOf(articles: readonly Article[]): number {
  return articles.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0);
}
