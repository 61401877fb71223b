import type { Ontology } from "../../../src/server/contract.ts";
import { MOST_COMMUNITIES } from "./communities.ts";

/** The colours of the picture. The style sheet has them; kinds have their own from the ontology. */
export interface Theme {
  readonly ground: string;
  readonly ink: string;
  /** Of labels that are not looked at. */
  readonly fadedInk: string;
  readonly edge: string;
  readonly strongEdge: string;
  readonly accent: string;
  /** By index into the ontology's kinds. */
  readonly kinds: readonly string[];
  /** The same, receding into the ground. */
  readonly fadedKinds: readonly string[];
  /** Of communities, the largest first; the last is that of all that are small. */
  readonly communities: readonly string[];
  readonly fadedCommunities: readonly string[];
  readonly fadedEdge: string;
  readonly font: string;
}

/** How much of its colour a thing keeps that is not looked at. */
const FADED = 0.16;

/** Reads the theme that holds now. */
export function readTheme(ontology: Ontology): Theme {
  const style = getComputedStyle(document.documentElement);
  const value = (name: string): string => style.getPropertyValue(name).trim();
  const ground = value("--ground");
  const ink = value("--ink");
  const edge = value("--edge");
  const isDark = document.documentElement.dataset["theme"] === "dark";
  const kinds = ontology.kinds.map(({ colour }) => (isDark ? colour.dark : colour.light));
  const communities = Array.from({ length: MOST_COMMUNITIES + 1 }, (_, index) => value(`--community-${index + 1}`));
  return {
    ground,
    ink,
    fadedInk: mix(ink, ground, 0.34),
    edge,
    strongEdge: value("--edge-strong"),
    accent: value("--accent"),
    kinds,
    fadedKinds: kinds.map((colour) => mix(colour, ground, FADED)),
    communities,
    fadedCommunities: communities.map((colour) => mix(colour, ground, FADED)),
    fadedEdge: mix(edge, ground, 0.45),
    font: value("--picture-font"),
  };
}

/** Mixes two `#rrggbb` colours; `share` is that of the first. */
export function mix(first: string, second: string, share: number): string {
  const channel = (from: number): string => {
    const a = Number.parseInt(first.slice(from, from + 2), 16);
    const b = Number.parseInt(second.slice(from, from + 2), 16);
    return Math.round(a * share + b * (1 - share))
      .toString(16)
      .padStart(2, "0");
  };
  return `#${channel(1)}${channel(3)}${channel(5)}`;
}
