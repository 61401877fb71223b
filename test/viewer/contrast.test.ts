import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readOntology } from "../helpers/served-graph.ts";

const css = readFileSync(new URL("../../viewer/src/styles/base.css", import.meta.url), "utf8");

/** The custom properties that hold for a root with these attributes, in the order in which they are given. */
function coloursOf(theme: string, contrast: string): ReadonlyMap<string, string> {
  const colours = new Map<string, string>();
  for (const [, selector = "", block = ""] of css.matchAll(/^(:root[^\s{]*) \{([^}]*)\}/gm)) {
    const wanted = [...selector.matchAll(/\[data-(\w+)="(\w+)"\]/g)];
    const holds = wanted.every(([, name, value]) => value === (name === "theme" ? theme : contrast));
    if (!holds) continue;
    for (const [, name = "", colour = ""] of block.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)) colours.set(name, colour);
  }
  return colours;
}

/** After the Web Content Accessibility Guidelines 2.2: relative luminance of a colour of sRGB. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((start) => {
    const share = Number.parseInt(colour.slice(start, start + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrastOf(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

const GROUNDS = ["ground", "panel", "raised", "accent-ground"];
const COMMUNITIES = Array.from({ length: 9 }, (_, index) => `community-${index + 1}`);

describe.each([
  ["light", "usual", 4.5],
  ["dark", "usual", 4.5],
  ["light", "more", 7],
  ["dark", "more", 7],
])("the colours where the theme is %s and the contrast %s", (theme, contrast, least) => {
  const colours = coloursOf(theme, contrast);
  const tooFaint = (names: readonly string[], grounds: readonly string[], wanted: number): readonly string[] =>
    names.flatMap((name) =>
      grounds
        .map((ground) => ({ ground, ratio: contrastOf(colours.get(name) ?? "", colours.get(ground) ?? "") }))
        .filter(({ ratio }) => !(ratio >= wanted))
        .map(({ ground, ratio }) => `${name} on ${ground}: ${ratio.toFixed(2)}`),
    );

  it("let text be read on every ground, and on what is marked", () => {
    expect(tooFaint(["ink", "quiet", "accent"], GROUNDS, least)).toEqual([]);
    expect(tooFaint(["ink"], ["mark"], least)).toEqual([]);
  });

  it("let the kinds of nodes be told from the ground", () => {
    const grounds = ["ground", "panel"].map((name) => colours.get(name) ?? "");
    for (const { id, colour } of readOntology().kinds) {
      const ratios = grounds.map((ground) => contrastOf(theme === "dark" ? colour.dark : colour.light, ground));
      expect({ id, isSeen: Math.min(...ratios) >= 3 }).toEqual({ id, isSeen: true });
    }
  });

  it("let lines around fields and communities be told from the ground", () => {
    expect(tooFaint(["edge-strong", ...COMMUNITIES], ["ground", "panel"], 3)).toEqual([]);
  });
});
