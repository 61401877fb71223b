import type { Coordinates } from "sigma/types";
import type { NodeHoverDrawingFunction, NodeLabelDrawingFunction } from "sigma/rendering";
import { type DrawnLabel, HALO } from "./drawing.ts";
import { LOOKED_AT, type Obstacle } from "./edge-label-layout.ts";
import { type Box, type Disc, type LabelRank, type LabelRequest, leaderOf, placeLabels } from "./label-layout.ts";
import type { EdgeAttributes, NodeAttributes } from "./model.ts";
import type { LabelStyle } from "./reducers.ts";
import { isRightToLeft } from "./text.ts";
import type { Theme } from "./theme.ts";

export interface LabelPainter {
  /** To be called before each frame. */
  readonly begin: () => void;
  /** sigma's label drawer: takes note of a label that is to be drawn in this frame. */
  readonly note: NodeLabelDrawingFunction<NodeAttributes, EdgeAttributes>;
  /** Draws what was noted, so that no label covers another or a node, and tells where. To be called when a frame is done. */
  readonly paint: (width: number, discs: readonly Disc[]) => readonly Obstacle[];
  /** sigma's drawer of the node under the pointer: its label on a card, where it stood before. */
  readonly drawHover: NodeHoverDrawingFunction<NodeAttributes, EdgeAttributes>;
  /** The labels of the last frame, where they stand. */
  readonly drawn: () => readonly DrawnLabel[];
}

interface NotedLabel extends LabelRequest {
  readonly text: string;
  readonly style: LabelStyle;
}

/** Pixels of its letters. What is looked at, and what a picture is about, are read first. */
const SIZES: Readonly<Record<LabelStyle, number>> = { strong: 14, main: 13.5, plain: 12.5, faded: 12.5 };
/** Room for the letters that reach far up or down; Urdu's do. */
const LINE = 18;

export function drawLeader(
  canvas: CanvasRenderingContext2D,
  ends: readonly [Coordinates, Coordinates] | undefined,
  colour: string,
): void {
  if (ends === undefined) return;
  const [from, to] = ends;
  canvas.strokeStyle = colour;
  canvas.lineWidth = 1;
  canvas.beginPath();
  canvas.moveTo(from.x, from.y);
  canvas.lineTo(to.x, to.y);
  canvas.stroke();
}

/**
 * Draws labels in their own direction: sigma's drawer leaves that to the canvas, which then puts the full stop of an
 * Urdu sentence on its wrong side.
 */
export function createLabelPainter(theme: () => Theme): LabelPainter {
  let context: CanvasRenderingContext2D | undefined;
  let noted: NotedLabel[] = [];
  let places: ReadonlyMap<string, Box> = new Map();

  const weightOf = (style: LabelStyle): number => (style === "strong" || style === "main" ? 600 : 400);
  const colourOf = (style: LabelStyle): string => (style === "faded" ? theme().fadedInk : theme().ink);
  const prepare = (canvas: CanvasRenderingContext2D, text: string, style: LabelStyle): void => {
    canvas.fillStyle = colourOf(style);
    canvas.font = `${weightOf(style)} ${SIZES[style]}px ${theme().font}`;
    canvas.textBaseline = "middle";
    canvas.textAlign = "left";
    canvas.lineJoin = "round";
  };
  const write = (canvas: CanvasRenderingContext2D, text: string, box: Box): void => {
    canvas.direction = isRightToLeft(text) ? "rtl" : "ltr";
    const y = (box.top + box.bottom) / 2;
    canvas.strokeText(text, box.left, y);
    canvas.fillText(text, box.left, y);
    canvas.direction = "inherit";
  };

  return {
    begin: () => {
      noted = [];
    },
    note: (canvas, data) => {
      if (!data.label) return;
      context = canvas;
      const style = data["labelStyle"] as LabelStyle;
      prepare(canvas, data.label, style);
      const { width } = canvas.measureText(data.label);
      const { key, x, y, size, label } = data;
      noted.push({
        key,
        x,
        y,
        radius: size,
        width,
        height: LINE,
        rank: data["labelRank"] as LabelRank,
        text: label,
        style,
      });
    },
    paint: (width, discs) => {
      places = placeLabels(noted, discs, width);
      if (context !== undefined) {
        for (const label of noted) {
          const box = places.get(label.key);
          if (box === undefined) continue;
          drawLeader(context, leaderOf(label, box), theme().strongEdge);
          context.strokeStyle = theme().ground;
          context.lineWidth = HALO;
          prepare(context, label.text, label.style);
          write(context, label.text, box);
        }
      }
      return noted.flatMap(({ key, rank }) => {
        const box = places.get(key);
        return box === undefined ? [] : [{ box, cost: rank === "may" ? 1 : LOOKED_AT }];
      });
    },
    drawn: () =>
      noted.flatMap((label) => {
        const { key, text, style, width } = label;
        const box = places.get(key);
        if (box === undefined) return [];
        const leader = leaderOf(label, box);
        return {
          text,
          at: { x: box.left, y: (box.top + box.bottom) / 2 },
          width,
          size: SIZES[style],
          weight: weightOf(style),
          colour: colourOf(style),
          isRightToLeft: isRightToLeft(text),
          ...(leader === undefined ? {} : { leader: { ends: leader, colour: theme().strongEdge } }),
        };
      }),
    drawHover: (canvas, data) => {
      if (!data.label) return;
      prepare(canvas, data.label, "strong");
      const { width } = canvas.measureText(data.label);
      const left = data.x + data.size + HALO;
      const box = places.get(String(data["key"])) ?? {
        left,
        top: data.y - LINE / 2,
        right: left + width,
        bottom: data.y + LINE / 2,
      };
      const isLeft = box.right <= data.x;
      const start = isLeft ? box.right - width : box.left;
      canvas.fillStyle = theme().ground;
      canvas.beginPath();
      canvas.roundRect(start - HALO, box.top - 1, width + 2 * HALO, LINE + 2, 4);
      canvas.fill();
      canvas.strokeStyle = theme().ground;
      canvas.lineWidth = HALO;
      canvas.fillStyle = theme().ink;
      write(canvas, data.label, { ...box, left: start });
    },
  };
}
