import { readdirSync, readFileSync } from "node:fs";
import { join, posix } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

/**
 * Data flows one way: read → language → mentions → extract → resolve → graph → stores, exporters → server → viewer.
 * Each folder of `src/`, with the others that it may import. `types` stands for imports that the compiler erases.
 */
const LAYERS: Readonly<Record<string, { readonly values: readonly string[]; readonly types?: readonly string[] }>> = {
  model: { values: [] },
  seeds: { values: ["model"] },
  read: { values: ["model"] },
  language: { values: ["model", "seeds"] },
  mentions: { values: ["model", "seeds", "language"] },
  extract: { values: ["model", "seeds", "language"] },
  resolve: { values: ["model", "seeds", "language"] },
  graph: { values: ["model", "seeds"] },
  folder: { values: ["model"] },
  stores: { values: ["model"] },
  exporters: { values: ["model", "stores"] },
  server: { values: ["model", "graph", "exporters"], types: ["stores"] },
};
/** These know several stages, and put them together. */
const COMPOSERS = ["pipeline", "cli"];
/** The ways in for people and for other programs: only `cli/` sees them, neither the pipeline nor the public surface. */
const DOORS = ["cli", "server"];

const root = fileURLToPath(new URL("../../", import.meta.url));
const source = join(root, "src");

interface Import {
  readonly file: string;
  readonly specifier: string;
  readonly typesOnly: boolean;
}

const IMPORT =
  /(?:^|\n)\s*(?:import|export)\s+(type\s)?(?:[\w*{}\s,$]+?\sfrom\s+)?"([^"\n]+)"|\bimport\(\s*"([^"\n]+)"\s*\)/g;

function importsOf(file: string): readonly Import[] {
  const text = readFileSync(join(source, file), "utf8");
  return [...text.matchAll(IMPORT)].map((match) => ({
    file,
    specifier: match[2] ?? match[3] ?? "",
    typesOnly: match[1] !== undefined,
  }));
}

const files = readdirSync(source, { recursive: true, encoding: "utf8" })
  .map((file) => file.replaceAll("\\", "/"))
  .filter((file) => file.endsWith(".ts"))
  .sort();
const imports = files.flatMap(importsOf);

/** Path below `src/` that a relative import leads to. */
function target({ file, specifier }: Import): string {
  return posix.join(posix.dirname(file), specifier);
}

function folderOf(path: string): string | undefined {
  return path.includes("/") ? path.slice(0, path.indexOf("/")) : undefined;
}

function isAllowed(edge: Import): boolean {
  const from = folderOf(edge.file);
  const to = folderOf(target(edge));
  if (target(edge) === "errors.ts" || from === to) return true;
  if (to === undefined) return false;
  if (from === "cli") return true;
  if (from === "pipeline" || edge.file === "index.ts") return !DOORS.includes(to);
  if (from === undefined) return false;
  const layer = LAYERS[from];
  return layer !== undefined && (layer.values.includes(to) || (edge.typesOnly && layer.types?.includes(to) === true));
}

describe("the layers of src/", () => {
  it("has imports to look at", () => {
    expect(imports.some(({ typesOnly }) => typesOnly)).toBe(true);
    expect(imports.some(({ typesOnly }) => !typesOnly)).toBe(true);
  });

  it("knows every folder", () => {
    const folders = new Set(files.map(folderOf).filter((folder) => folder !== undefined));
    expect([...folders].filter((folder) => !(folder in LAYERS) && !COMPOSERS.includes(folder))).toEqual([]);
  });

  it("lets data flow one way only", () => {
    const wrong = imports.filter((edge) => edge.specifier.startsWith(".") && !isAllowed(edge));
    expect(wrong.map((edge) => `${edge.file} imports ${target(edge)}`)).toEqual([]);
  });

  it("leads every relative import to a file below src/", () => {
    const stray = imports.filter((edge) => edge.specifier.startsWith(".") && !files.includes(target(edge)));
    expect(stray.map((edge) => `${edge.file} imports ${edge.specifier}`)).toEqual([]);
  });
});

interface LintRule {
  readonly files: readonly string[];
  readonly rules: Readonly<Record<string, unknown>>;
}

describe("the lint rules", () => {
  const config = JSON.parse(readFileSync(join(root, ".oxlintrc.json"), "utf8")) as {
    readonly overrides: readonly LintRule[];
  };
  const folders = [...Object.keys(LAYERS), ...COMPOSERS];

  function isRefused(from: string, to: string): boolean {
    const specifier = `../${to}/x.ts`;
    return config.overrides
      .filter((override) => override.files.includes(`src/${from}/**`))
      .map(
        (override) =>
          override.rules["no-restricted-imports"] as [string, { patterns: { regex: string }[] }] | undefined,
      )
      .some((rule) => rule?.[1].patterns.some(({ regex }) => new RegExp(regex, "u").test(specifier)) === true);
  }

  it.each(folders)("say of %s what this table says", (from) => {
    const file = `${from}/a.ts`;
    const others = folders.filter((to) => to !== from);
    const refused = others.filter((to) => isRefused(from, to));
    const forbidden = others.filter((to) => !isAllowed({ file, specifier: `../${to}/x.ts`, typesOnly: false }));
    expect(refused).toEqual(forbidden);
  });
});

describe("the tree of src/ in ARCHITECTURE.md", () => {
  it("names every file", () => {
    const tree = readFileSync(join(root, "ARCHITECTURE.md"), "utf8").split("## The tree of src/")[1] ?? "";
    const named = new Set(tree.split("## ")[0]?.match(/[\w-]+(?:\.[\w-]+)*\.ts\b/g));
    expect(files.filter((file) => !named.has(posix.basename(file)))).toEqual([]);
  });
});
