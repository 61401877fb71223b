import { describe, expect, it } from "vitest";
import { PART_FORMATS, type PartFormatId } from "../../src/exporters/part.ts";
import { pickGraph } from "../../src/graph/select.ts";
import { createGraph } from "../../src/graph/memory.ts";
import { DASH, type Drawing, HEAD, lineOf, type LineRequest } from "../../viewer/src/graph/drawing.ts";
import { heightFor, widestFor } from "../../viewer/src/graph/picture-size.ts";
import { toSvg } from "../../viewer/src/graph/svg.ts";
import { edge, entity } from "../helpers/graph.ts";

const REQUEST: LineRequest = {
  source: { x: 0, y: 0 },
  target: { x: 100, y: 0 },
  targetRadius: 10,
  bend: 0,
  shape: "line",
  thickness: 2,
  colour: "#333333",
};

describe("a fact as a shape", () => {
  it("is a line from middle to middle where it has no direction", () => {
    expect(lineOf(REQUEST)).toEqual({ from: { x: 0, y: 0 }, to: { x: 100, y: 0 }, thickness: 1.4, colour: "#333333" });
  });

  it("can be seen however thin it is", () => {
    expect(lineOf({ ...REQUEST, thickness: 1 })?.thickness).toBe(0.8);
  });

  it("ends with its arrow's tip at the rim of the node", () => {
    const { to, head } = lineOf({ ...REQUEST, shape: "arrow" }) ?? {};
    expect(head?.[0].x).toBeCloseTo(90);
    expect(to?.x).toBeCloseTo(90 - HEAD.length * 2);
    expect(Math.abs((head?.[1].y ?? 0) - (head?.[2].y ?? 0))).toBeCloseTo(HEAD.width * 2);
  });

  it("is bent to its left, and its arrow comes along the curve", () => {
    const { control, head } = lineOf({ ...REQUEST, shape: "curvedArrow", bend: 0.4 }) ?? {};
    // To the left of somebody who goes to the right is up, where y is less.
    expect(control?.y).toBeLessThan(-10);
    const [tip] = head ?? [];
    expect(Math.hypot(100 - (tip?.x ?? 0), tip?.y ?? 0)).toBeCloseTo(10, 0);
    expect(tip?.y).toBeLessThan(0);
  });

  it("is bent to its left in every direction, and ends on its own curve where the arrow's head begins", () => {
    const down = { ...REQUEST, target: { x: 0, y: 100 }, bend: 0.4 };
    expect(lineOf(down)?.control).toEqual({ x: 40, y: 50 });
    const { control, to } = lineOf({ ...REQUEST, shape: "curvedArrow", bend: 0.4 }) ?? {};
    // The control point of the shorter curve lies on the way to that of the whole, as far as the curve goes.
    const share = (control?.x ?? 0) / 50;
    expect(share).toBeLessThan(1);
    expect(control?.y).toBeCloseTo(-40 * share);
    expect(to?.x).toBeCloseTo(100 * share);
    expect(to?.y).toBeCloseTo(-80 * share * (1 - share));
  });

  it("is dashed, but for its arrow's head, where it is no more than said", () => {
    expect(lineOf(REQUEST)).not.toHaveProperty("dash");
    const { dash, head } = lineOf({ ...REQUEST, shape: "dashedArrow" }) ?? {};
    expect(dash).toEqual([DASH.on * REQUEST.thickness, DASH.off * REQUEST.thickness]);
    expect(head).toHaveLength(3);
    expect(lineOf({ ...REQUEST, shape: "dashed" })?.head).toBeUndefined();
  });

  it("is not drawn where nodes that it should point from and to cover each other", () => {
    expect(lineOf({ ...REQUEST, shape: "arrow", targetRadius: 200 })).toBeUndefined();
  });
});

describe("SVG", () => {
  const drawing: Drawing = {
    width: 200,
    height: 100,
    ground: "#ffffff",
    font: '"Noto Sans Arabic", sans-serif',
    lines: [
      {
        from: { x: 0, y: 0 },
        to: { x: 9, y: 9 },
        control: { x: 5, y: 1.26 },
        thickness: 1.5,
        colour: "#111111",
        head: [
          { x: 9, y: 9 },
          { x: 7, y: 8 },
          { x: 8, y: 7 },
        ],
      },
      { from: { x: 0, y: 9 }, to: { x: 9, y: 0 }, thickness: 1, colour: "#111111", dash: [4.5, 3] },
    ],
    cards: [
      {
        text: "met",
        at: { x: 50, y: 40 },
        angle: Math.PI / 2,
        width: 30,
        height: 15,
        size: 11,
        weight: 600,
        colour: "#333333",
        ground: "#ffffff",
        rim: "#444444",
        isRightToLeft: false,
      },
    ],
    discs: [{ at: { x: 10, y: 10 }, rings: [{ radius: 5, colour: "#222222" }] }],
    labels: ["A < B & \u0001", "اینٹونی بلنکن"].map((text, index) => ({
      text,
      at: { x: 20, y: 10 },
      width: 80,
      size: 13,
      weight: 400,
      colour: "#333333",
      isRightToLeft: index === 1,
    })),
  };
  const svg = toSvg(drawing, 'Two "names" & more');

  it("holds what is drawn, curves as curves and letters as letters", () => {
    expect(svg).toContain('viewBox="0 0 200 100"');
    expect(svg).toContain('d="M0 0Q5 1.3 9 9"');
    expect(svg).toContain('d="M0 9L9 0" stroke="#111111" stroke-width="1" stroke-dasharray="4.5 3"');
    expect(svg).toContain('<circle cx="10" cy="10" r="5" fill="#222222"/>');
    expect(svg).toContain('<polygon points="9,9 7,8 8,7" fill="#111111"/>');
    expect(svg).toContain('<title>Two "names" &amp; more</title>');
  });

  it("holds the words at a fact on their card, turned as they are seen", () => {
    expect(svg).toContain('<g transform="translate(50 40) rotate(90)">');
    expect(svg).toContain('<rect x="-15" y="-7.5" width="30" height="15" rx="7.5" fill="#ffffff" stroke="#444444"/>');
    expect(svg).toMatch(/<text y="3.9" fill="#333333" font-size="11" font-weight="600" direction="ltr">met<\/text>/);
  });

  it("writes names in their own direction, which begins at their right end where they are written from there", () => {
    expect(svg).toMatch(/<text x="20" [^>]*direction="ltr">A &lt; B &amp; \uFFFD<\/text>/);
    expect(svg).toMatch(/<text x="100" [^>]*direction="rtl">اینٹونی بلنکن<\/text>/);
  });
});

describe("a part of a graph", () => {
  const graph = createGraph(
    ["person:a", "person:b", "person:c"].map((id) => entity(id)),
    [edge("fact:1", "person:a", "MET", "person:b"), edge("fact:2", "person:b", "MET", "person:c")],
  );
  const picked = pickGraph(graph, new Set(["person:a", "person:b", "person:x"]), new Set(["fact:1", "fact:2"]));

  it.each(Object.keys(PART_FORMATS) as PartFormatId[])(
    "as %s holds what is named, and facts with both their ends",
    async (format) => {
      let text = "";
      for await (const chunk of PART_FORMATS[format].write(picked, {})) text += chunk;
      const isOfFacts = format !== "nodes.csv";
      expect(["person:a", "person:b", "person:c", "fact:1", "fact:2"].filter((id) => text.includes(id))).toEqual(
        isOfFacts ? ["person:a", "person:b", "fact:1"] : ["person:a", "person:b"],
      );
    },
  );
});

describe("the size of a picture", () => {
  it.each([
    ["wide", { width: 1600, height: 1000 }, 16_384],
    ["high", { width: 400, height: 1600 }, 4096],
    ["square", { width: 300, height: 300 }, 16_384],
  ])("of a %s window is one that every browser can draw", (_, size, widest) => {
    expect(widestFor(size)).toBe(widest);
    expect(heightFor(size, widest)).toBeLessThanOrEqual(16_384);
  });

  it("is as high as its window is, and never nothing", () => {
    expect(heightFor({ width: 1600, height: 1000 }, 800)).toBe(500);
    expect(heightFor({ width: 16_000, height: 10 }, 100)).toBe(1);
  });
});
