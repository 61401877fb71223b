import type { Ontology } from "../../../src/server/contract.ts";
import { mix } from "./colour.ts";
import { MOST_COMMUNITIES } from "./communities.ts";
import type { Theme } from "./theme.ts";

/** How much of its colour a thing keeps that is not looked at: as people usually want it, and with more contrast. */
const FADED = {
  usual: { shape: 0.16, ink: 0.34, edge: 0.45 },
  more: { shape: 0.35, ink: 0.6, edge: 0.6 },
} as const;

/** Reads the theme that holds now. */
export function readTheme(ontology: Ontology): Theme {
  const style = getComputedStyle(document.documentElement);
  const value = (name: string): string => style.getPropertyValue(name).trim();
  const ground = value("--ground");
  const ink = value("--ink");
  const edge = value("--edge");
  const { dataset } = document.documentElement;
  const isDark = dataset["theme"] === "dark";
  const faded = FADED[dataset["contrast"] === "more" ? "more" : "usual"];
  const kinds = ontology.kinds.map(({ colour }) => (isDark ? colour.dark : colour.light));
  const communities = Array.from({ length: MOST_COMMUNITIES + 1 }, (_, index) => value(`--community-${index + 1}`));
  return {
    ground,
    ink,
    fadedInk: mix(ink, ground, faded.ink),
    edge,
    strongEdge: value("--edge-strong"),
    accent: value("--accent"),
    kinds,
    fadedKinds: kinds.map((colour) => mix(colour, ground, faded.shape)),
    communities,
    fadedCommunities: communities.map((colour) => mix(colour, ground, faded.shape)),
    fadedEdge: mix(edge, ground, faded.edge),
    font: value("--picture-font"),
  };
}
