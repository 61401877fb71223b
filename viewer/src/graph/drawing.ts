import type { Coordinates } from "sigma/types";
import type { EdgeShape } from "./programs.ts";

/** What the picture shows, in pixels of the screen and in the order in which it is drawn: for pictures of other kinds. */
export interface Drawing {
  readonly width: number;
  readonly height: number;
  readonly ground: string;
  /** Families of fonts, as CSS has them. */
  readonly font: string;
  readonly lines: readonly DrawnLine[];
  readonly cards: readonly DrawnCard[];
  readonly discs: readonly DrawnDisc[];
  readonly labels: readonly DrawnLabel[];
}

/** A fact: a line, or a quadratic Bézier curve where there is a control point. */
export interface DrawnLine {
  readonly from: Coordinates;
  readonly to: Coordinates;
  readonly control?: Coordinates;
  readonly thickness: number;
  readonly colour: string;
  /** Pixels of what is drawn and what is left out in turn, for a fact that is no more than said. */
  readonly dash?: readonly [number, number];
  /** The three points of an arrow's head, its tip first. The line ends where it begins. */
  readonly head?: readonly [Coordinates, Coordinates, Coordinates];
}

/** A node: discs one on the other, the largest first. */
export interface DrawnDisc {
  readonly at: Coordinates;
  readonly rings: readonly { readonly radius: number; readonly colour: string }[];
}

/** Pixels of the line of the ground's colour around letters. */
export const HALO = 4;

export interface DrawnLabel {
  readonly text: string;
  /** Where it begins to the left, and its middle. */
  readonly at: Coordinates;
  readonly width: number;
  readonly size: number;
  readonly weight: number;
  readonly colour: string;
  readonly isRightToLeft: boolean;
  /** The line that leads to it from its node, where it stands off. */
  readonly leader?: { readonly ends: readonly [Coordinates, Coordinates]; readonly colour: string };
}

/** Words on a card that lies on a fact's line. */
export interface DrawnCard {
  readonly text: string;
  /** Its middle. */
  readonly at: Coordinates;
  /** Radians, clockwise. */
  readonly angle: number;
  readonly width: number;
  readonly height: number;
  readonly size: number;
  readonly weight: number;
  readonly colour: string;
  readonly ground: string;
  /** The colour of its rim, where it has one. */
  readonly rim?: string;
  readonly isRightToLeft: boolean;
}

/** A fact as it is to be drawn. */
export interface LineRequest {
  readonly source: Coordinates;
  readonly target: Coordinates;
  /** Of the target, so that an arrow ends at its rim. */
  readonly targetRadius: number;
  /** How far it is bent to its left, as a share of its length; 0 for straight. */
  readonly bend: number;
  readonly shape: EdgeShape;
  readonly thickness: number;
  readonly colour: string;
}

/** Dashes and what lies between them, in thicknesses of their line. */
export const DASH = { on: 3, off: 2 } as const;
/** An arrow's head, in thicknesses of its line. */
export const HEAD = { length: 4, width: 3.2 } as const;
/** Pixels of its thickness that a line loses to the softness of its sides, and what is left of the thinnest, as sigma draws them. */
const SOFT = 0.6;
const THINNEST = 0.8;
const ARROWS: ReadonlySet<EdgeShape> = new Set(["arrow", "curvedArrow", "dashedArrow"]);
/** Pieces into which a curve is cut to find where it meets a node. */
const PIECES = 64;

/** The line of a fact, with its head. Undefined where its ends are so near that there is nothing between them. */
export function lineOf(request: LineRequest): DrawnLine | undefined {
  const { source, target, targetRadius, bend, shape, thickness, colour } = request;
  const control = {
    x: (source.x + target.x) / 2 + (target.y - source.y) * bend,
    y: (source.y + target.y) / 2 - (target.x - source.x) * bend,
  };
  const isBent = bend !== 0;
  const isDashed = shape === "dashed" || shape === "dashedArrow";
  const dash = [DASH.on * thickness, DASH.off * thickness] as const;
  const plain = { thickness: Math.max(THINNEST, thickness - SOFT), colour, ...(isDashed ? { dash } : {}) };
  if (!ARROWS.has(shape)) {
    return { from: source, to: target, ...(isBent ? { control } : {}), ...plain };
  }
  const tip = meet(source, control, target, targetRadius);
  const base = meet(source, control, target, targetRadius + HEAD.length * thickness);
  if (tip === undefined || base === undefined) return undefined;
  const [end, start] = [pointAt(source, control, target, tip), pointAt(source, control, target, base)];
  const length = Math.hypot(end.x - start.x, end.y - start.y) || 1;
  const across = {
    x: (-(end.y - start.y) / length) * (HEAD.width / 2) * thickness,
    y: ((end.x - start.x) / length) * (HEAD.width / 2) * thickness,
  };
  return {
    from: source,
    to: start,
    // The part of a Bézier curve up to `base` is one whose control point lies as far on its first leg.
    ...(isBent ? { control: between(source, control, base) } : {}),
    ...plain,
    head: [end, { x: start.x + across.x, y: start.y + across.y }, { x: start.x - across.x, y: start.y - across.y }],
  };
}

/** How far along a curve it comes within a distance of its end for the first time, 0 to 1. */
function meet(source: Coordinates, control: Coordinates, target: Coordinates, distance: number): number | undefined {
  for (let piece = PIECES; piece > 0; piece -= 1) {
    const [far, near] = [(piece - 1) / PIECES, piece / PIECES];
    const [a, b] = [far, near].map((t) => {
      const { x, y } = pointAt(source, control, target, t);
      return Math.hypot(target.x - x, target.y - y);
    });
    if (a === undefined || b === undefined || a < distance) continue;
    return far + ((a - distance) / (a - b || 1)) * (near - far);
  }
  return undefined;
}

function pointAt(source: Coordinates, control: Coordinates, target: Coordinates, t: number): Coordinates {
  return between(between(source, control, t), between(control, target, t), t);
}

function between(a: Coordinates, b: Coordinates, t: number): Coordinates {
  return { x: a.x + (b.x - a.x) * t, y: a.y + (b.y - a.y) * t };
}
