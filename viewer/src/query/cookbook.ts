import type { CypherParameter } from "../../../src/stores/store.ts";

/** A query of `docs/cookbook.md`. */
export interface Recipe {
  readonly title: string;
  /** The section that it stands in. */
  readonly group: string;
  readonly parameters: Readonly<Record<string, CypherParameter>>;
  readonly query: string;
  /** The rows as they stand on the page. */
  readonly rows: string | undefined;
}

/** The cookbook in sections: one a recipe, and the text around them. */
export function sectionsOf(page: string): string[] {
  return page.split(/^(?=#{2,3} )/m);
}

/** The queries of the page, in its order. */
export function recipesOf(page: string): readonly Recipe[] {
  const recipes: Recipe[] = [];
  let group = "";
  for (const section of sectionsOf(page)) {
    const [, marks, title = ""] = /^(#{2,3}) (.*)/.exec(section) ?? [];
    if (marks === "##") group = title;
    if (marks !== "###") continue;
    recipes.push({
      title,
      group,
      parameters: JSON.parse(block(section, "json") ?? "{}") as Recipe["parameters"],
      query: (block(section, "cypher") ?? "").trimEnd(),
      rows: block(section, "text"),
    });
  }
  return recipes;
}

/** What stands in the first fenced block of a language. */
function block(section: string, language: string): string | undefined {
  return new RegExp(`^\`\`\`${language}\\n([^]*?)^\`\`\``, "m").exec(section)?.[1];
}
