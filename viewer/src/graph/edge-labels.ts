import type { DrawnCard } from "./drawing.ts";
import { type EdgeLabelRequest, type Obstacle, placeEdgeLabels } from "./edge-label-layout.ts";
import type { EdgeText } from "./edge-texts.ts";
import type { Disc } from "./label-layout.ts";
import { isRightToLeft } from "./text.ts";
import type { Theme } from "./theme.ts";

/** A text with the ends of its edge in the picture. */
export interface DrawnText extends Pick<EdgeLabelRequest, "source" | "target" | "radii"> {
  readonly text: EdgeText;
}

const SIZE = 11;
const HEIGHT = 15;
/** Pixels between words and the end of their card, which covers the line beneath them. */
const PADDING = 5;

/**
 * What is written at the edges that are looked at, and where. sigma's own drawer goes through all edges of the graph for
 * it, in every frame. The canvas only measures.
 */
export function layOutEdgeLabels(
  canvas: CanvasRenderingContext2D,
  texts: readonly DrawnText[],
  obstacles: readonly Obstacle[],
  theme: Theme,
): readonly DrawnCard[] {
  const weightOf = ({ isCentre, isCount }: EdgeText): number => (isCentre || isCount ? 600 : 400);
  const requests = texts.map(({ text, source, target, radii }): EdgeLabelRequest => {
    canvas.font = `${weightOf(text)} ${SIZE}px ${theme.font}`;
    return {
      source,
      target,
      radii,
      bend: text.bend,
      width: canvas.measureText(text.text).width + 2 * PADDING,
      height: HEIGHT,
      isUpright: text.isCount,
      isFirst: text.isCentre,
    };
  });
  const places = placeEdgeLabels(requests, obstacles);
  return texts.flatMap(({ text }, index): DrawnCard[] => {
    const place = places[index];
    const request = requests[index];
    if (place === undefined || request === undefined) return [];
    return [
      {
        text: text.text,
        at: { x: place.x, y: place.y },
        angle: place.angle,
        width: request.width,
        height: HEIGHT,
        size: SIZE,
        weight: weightOf(text),
        colour: text.isCentre ? theme.accent : theme.ink,
        ground: theme.ground,
        ...(text.isCount ? { rim: theme.strongEdge } : {}),
        isRightToLeft: isRightToLeft(text.text),
      },
    ];
  });
}

/** Where the numbers of parallel facts are going to stand, so that no name does. */
export function countsOf(texts: readonly DrawnText[]): readonly Disc[] {
  return texts.flatMap(({ text, source, target }) =>
    text.isCount ? [{ x: (source.x + target.x) / 2, y: (source.y + target.y) / 2, radius: HEIGHT / 2 }] : [],
  );
}

export function paintCard(canvas: CanvasRenderingContext2D, card: DrawnCard, font: string): void {
  const { text, at, angle, width, height, size, weight, colour, ground, rim } = card;
  canvas.save();
  canvas.translate(at.x, at.y);
  canvas.rotate(angle);
  canvas.font = `${weight} ${size}px ${font}`;
  canvas.textAlign = "center";
  canvas.textBaseline = "middle";
  canvas.direction = card.isRightToLeft ? "rtl" : "ltr";
  canvas.beginPath();
  canvas.roundRect(-width / 2, -height / 2, width, height, height / 2);
  canvas.fillStyle = ground;
  canvas.fill();
  if (rim !== undefined) {
    canvas.strokeStyle = rim;
    canvas.lineWidth = 1;
    canvas.stroke();
  }
  canvas.fillStyle = colour;
  canvas.fillText(text, 0, 0);
  canvas.restore();
}
