import { describe, expect, it } from "vitest";
import { xmlAttribute, xmlTag, xmlText } from "../../src/exporters/xml.ts";

describe("xmlText", () => {
  it.each([
    ["markup", "a < b && c > d", "a &lt; b &amp;&amp; c &gt; d"],
    ["the end of a CDATA section", "]]>", "]]&gt;"],
    ["a carriage return, which readers would change", "a\r\nb", "a&#13;\nb"],
    ["quotes, tabs and line ends as they are", "\"a\"\t'b'\n", "\"a\"\t'b'\n"],
    ["control characters", "a\u0000b\u0003c\u001Fd", "a\uFFFDb\uFFFDc\uFFFDd"],
    ["characters that only look like controls", "\u007F\u0085\u2028", "\u007F\u0085\u2028"],
    ["non-characters", "\uFFFE\uFFFF", "\uFFFD\uFFFD"],
    ["halves of surrogate pairs", "\uD83C|\uDDF5", "\uFFFD|\uFFFD"],
    ["whole surrogate pairs as they are", "🇵🇰", "🇵🇰"],
    ["right-to-left text and its marks as they are", "\u2067ہے۔\u2069", "\u2067ہے۔\u2069"],
    ["what looks escaped", "&amp;&#3;", "&amp;amp;&amp;#3;"],
  ])("writes %s", (_what, text, written) => {
    expect(xmlText(text)).toBe(written);
  });
});

describe("xmlAttribute", () => {
  it("escapes quotes and the white space that readers would change", () => {
    expect(xmlAttribute(`a"b'c\td\ne\rf<g>&\u0001`)).toBe("a&quot;b'c&#9;d&#10;e&#13;f&lt;g&gt;&amp;\uFFFD");
  });
});

describe("xmlTag", () => {
  it("writes start tags and empty elements, attributes in their order", () => {
    expect(xmlTag("node", { id: "b<", a: "1" })).toBe('<node id="b&lt;" a="1">');
    expect(xmlTag("key", { id: "k" }, "/")).toBe('<key id="k"/>');
  });
});
