import type { CypherParameter } from "../../src/stores/store.ts";

/** A query of `docs/cookbook.md`. */
export interface Recipe {
  readonly title: string;
  readonly parameters: Readonly<Record<string, CypherParameter>>;
  readonly query: string;
  /** The rows as they stand on the page. */
  readonly rows: string | undefined;
}

/** The cookbook in sections: one a recipe, and the text around them. */
export function sectionsOf(page: string): string[] {
  return page.split(/^(?=#{2,3} )/m);
}

export function recipesOf(page: string): readonly Recipe[] {
  return sectionsOf(page)
    .filter((section) => section.startsWith("### "))
    .map((section) => ({
      title: section.slice("### ".length).split("\n", 1)[0] ?? "",
      parameters: JSON.parse(block(section, "json") ?? "{}") as Recipe["parameters"],
      query: block(section, "cypher") ?? "",
      rows: block(section, "text"),
    }));
}

/** What stands in the first fenced block of a language. */
function block(section: string, language: string): string | undefined {
  return new RegExp(`^\`\`\`${language}\\n([^]*?)^\`\`\``, "m").exec(section)?.[1];
}
