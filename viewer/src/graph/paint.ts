import { type Drawing, HALO } from "./drawing.ts";
import { paintCard } from "./edge-labels.ts";
import { drawLeader } from "./labels.ts";
import { heightFor } from "./picture-size.ts";

/** A drawing as PNG of so many pixels across; its height follows. Undefined where the browser cannot make one so large. */
export async function toPng(drawing: Drawing, width: number): Promise<Blob | undefined> {
  const canvas = document.createElement("canvas");
  canvas.width = width;
  canvas.height = heightFor(drawing, width);
  const context = canvas.getContext("2d");
  if (context === null) return undefined;
  context.scale(width / drawing.width, width / drawing.width);
  paint(context, drawing);
  return new Promise((resolve) => {
    canvas.toBlob((blob) => resolve(blob ?? undefined), "image/png");
  });
}

function paint(
  context: CanvasRenderingContext2D,
  { width, height, ground, font, lines, cards, discs, labels }: Drawing,
): void {
  context.fillStyle = ground;
  context.fillRect(0, 0, width, height);
  for (const { from, to, control, thickness, colour, head, dash = [] } of lines) {
    context.strokeStyle = colour;
    context.lineWidth = thickness;
    context.setLineDash([...dash]);
    context.beginPath();
    context.moveTo(from.x, from.y);
    if (control === undefined) context.lineTo(to.x, to.y);
    else context.quadraticCurveTo(control.x, control.y, to.x, to.y);
    context.stroke();
    if (head === undefined) continue;
    context.fillStyle = colour;
    context.beginPath();
    for (const { x, y } of head) context.lineTo(x, y);
    context.fill();
  }
  context.setLineDash([]);
  for (const card of cards) paintCard(context, card, font);
  for (const { at, rings } of discs) {
    for (const { radius, colour } of rings) {
      context.fillStyle = colour;
      context.beginPath();
      context.arc(at.x, at.y, radius, 0, 2 * Math.PI);
      context.fill();
    }
  }
  context.textBaseline = "middle";
  context.textAlign = "left";
  context.lineJoin = "round";
  for (const { text, at, size, weight, colour, isRightToLeft, leader } of labels) {
    if (leader !== undefined) drawLeader(context, leader.ends, leader.colour);
    context.lineWidth = HALO;
    context.strokeStyle = ground;
    context.font = `${weight} ${size}px ${font}`;
    context.direction = isRightToLeft ? "rtl" : "ltr";
    context.fillStyle = colour;
    context.strokeText(text, at.x, at.y);
    context.fillText(text, at.x, at.y);
  }
}
