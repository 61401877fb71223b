import { xmlTag, xmlText } from "../../../src/exporters/xml.ts";
import { type DrawnLine, type Drawing, HALO } from "./drawing.ts";

/** How far letters reach above their middle, as a share of their size. Many programs do not know `dominant-baseline`. */
const MIDDLE = 0.35;

/** A drawing as SVG 1.1, of which programs can change every part. `title` says what it is to those who do not see it. */
export function toSvg({ width, height, ground, font, lines, cards, discs, labels }: Drawing, title: string): string {
  const parts: string[] = [];
  const [across, down] = [number(width), number(height)];
  const size = { width: across, height: down, viewBox: `0 0 ${across} ${down}` };
  parts.push(xmlTag("svg", { xmlns: "http://www.w3.org/2000/svg", ...size, "font-family": font }));
  parts.push(`<title>${xmlText(title)}</title>`);
  parts.push(xmlTag("rect", { width: across, height: down, fill: ground }, "/"));
  parts.push(xmlTag("g", { id: "facts", fill: "none" }));
  for (const line of lines) {
    const dash = line.dash === undefined ? {} : { "stroke-dasharray": line.dash.map(number).join(" ") };
    const stroke = { stroke: line.colour, "stroke-width": number(line.thickness), ...dash };
    parts.push(xmlTag("path", { d: pathOf(line), ...stroke }, "/"));
    if (line.head === undefined) continue;
    const points = line.head.map(({ x, y }) => `${number(x)},${number(y)}`).join(" ");
    parts.push(xmlTag("polygon", { points, fill: line.colour }, "/"));
  }
  parts.push("</g>", xmlTag("g", { id: "relations", "text-anchor": "middle" }));
  for (const { text, at, angle, width: long, height: high, size: letters, ...look } of cards) {
    const degrees = (angle * 180) / Math.PI;
    parts.push(xmlTag("g", { transform: `translate(${number(at.x)} ${number(at.y)}) rotate(${number(degrees)})` }));
    const box = { x: number(-long / 2), y: number(-high / 2), width: number(long), height: number(high) };
    const rim = look.rim === undefined ? {} : { stroke: look.rim };
    parts.push(xmlTag("rect", { ...box, rx: number(high / 2), fill: look.ground, ...rim }, "/"));
    parts.push(
      xmlTag("text", {
        y: number(letters * MIDDLE),
        fill: look.colour,
        "font-size": String(letters),
        "font-weight": String(look.weight),
        direction: look.isRightToLeft ? "rtl" : "ltr",
      }) + `${xmlText(text)}</text>`,
      "</g>",
    );
  }
  parts.push("</g>", xmlTag("g", { id: "nodes" }));
  for (const { at, rings } of discs) {
    for (const { radius, colour } of rings) {
      parts.push(xmlTag("circle", { cx: number(at.x), cy: number(at.y), r: number(radius), fill: colour }, "/"));
    }
  }
  const halo = { stroke: ground, "stroke-width": String(HALO), "stroke-linejoin": "round", "paint-order": "stroke" };
  parts.push("</g>", xmlTag("g", { id: "names", ...halo }));
  for (const { text, at, width: long, size: high, weight, colour, isRightToLeft, leader } of labels) {
    if (leader !== undefined) {
      const [from, to] = leader.ends;
      const ends = { x1: number(from.x), y1: number(from.y), x2: number(to.x), y2: number(to.y) };
      parts.push(xmlTag("line", { ...ends, stroke: leader.colour, "stroke-width": "1" }, "/"));
    }
    parts.push(
      xmlTag("text", {
        // A text begins at its right end where it is written from there.
        x: number(isRightToLeft ? at.x + long : at.x),
        y: number(at.y + high * MIDDLE),
        fill: colour,
        "font-size": String(high),
        "font-weight": String(weight),
        direction: isRightToLeft ? "rtl" : "ltr",
      }) + `${xmlText(text)}</text>`,
    );
  }
  parts.push("</g>", "</svg>");
  return `${parts.join("\n")}\n`;
}

function pathOf({ from, to, control }: DrawnLine): string {
  const bend = control === undefined ? "L" : `Q${number(control.x)} ${number(control.y)} `;
  return `M${number(from.x)} ${number(from.y)}${bend}${number(to.x)} ${number(to.y)}`;
}

/** To tenths of a pixel. */
function number(value: number): string {
  return String(Math.round(value * 10) / 10);
}
