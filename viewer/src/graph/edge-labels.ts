import { type EdgeLabelRequest, placeEdgeLabels } from "./edge-label-layout.ts";
import type { EdgeText } from "./edge-texts.ts";
import type { Box } from "./label-layout.ts";
import { isRightToLeft } from "./text.ts";
import type { Theme } from "./theme.ts";

/** A text with the ends of its edge in the picture. */
export interface DrawnText extends Pick<EdgeLabelRequest, "source" | "target" | "covered"> {
  readonly text: EdgeText;
}

const SIZE = 11;
const HEIGHT = 15;
/** Pixels between words and the end of their card, which covers the line beneath them. */
const PADDING = 5;

/**
 * Writes at the edges that are looked at. sigma's own drawer goes through all edges of the graph for it, in every frame.
 * Nothing is written on `boxes`.
 */
export function paintEdgeLabels(
  canvas: CanvasRenderingContext2D,
  texts: readonly DrawnText[],
  boxes: Iterable<Box>,
  theme: Theme,
): void {
  const fontOf = ({ text, isCentre, isCount }: EdgeText): string =>
    `${(isCentre || isCount) && !isRightToLeft(text) ? 600 : 400} ${SIZE}px ${theme.font}`;
  const requests = texts.map(({ text, source, target, covered }): EdgeLabelRequest => {
    canvas.font = fontOf(text);
    return {
      source,
      target,
      covered,
      bend: text.bend,
      width: canvas.measureText(text.text).width + 2 * PADDING,
      height: HEIGHT,
      isUpright: text.isCount,
      isFirst: text.isCentre,
    };
  });
  canvas.textAlign = "center";
  canvas.textBaseline = "middle";
  for (const [index, place] of placeEdgeLabels(requests, boxes).entries()) {
    const text = texts[index]?.text;
    const request = requests[index];
    if (place === undefined || text === undefined || request === undefined) continue;
    canvas.save();
    canvas.translate(place.x, place.y);
    canvas.rotate(place.angle);
    canvas.font = fontOf(text);
    canvas.direction = isRightToLeft(text.text) ? "rtl" : "ltr";
    canvas.beginPath();
    canvas.roundRect(-request.width / 2, -HEIGHT / 2, request.width, HEIGHT, HEIGHT / 2);
    canvas.fillStyle = theme.ground;
    canvas.fill();
    if (text.isCount) {
      canvas.strokeStyle = theme.strongEdge;
      canvas.lineWidth = 1;
      canvas.stroke();
    }
    canvas.fillStyle = text.isCentre ? theme.accent : theme.ink;
    canvas.fillText(text.text, 0, 0);
    canvas.restore();
  }
}
