/** What XML 1.0 has no way to write, not even as a reference: control characters, halves of surrogate pairs, two non-characters. */
// eslint-disable-next-line no-control-regex -- these are what must not reach the file
const UNWRITABLE = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\p{Surrogate}/gu;

/** What may have to be written otherwise; whole surrogate pairs are among it, and are looked at more closely. Most texts hold none. */
// eslint-disable-next-line no-control-regex -- these are what must not reach the file
const SPECIAL = /[\u0000-\u0008\u000B-\u001F\uD800-\uDFFF\uFFFE\uFFFF&<>]/;

/** Replaces each character that XML 1.0 cannot hold by U+FFFD, and leaves all others as they are. */
export function writableText(text: string): string {
  return text.replace(UNWRITABLE, "\uFFFD");
}

/** Text as it stands between two tags. A reader turns a bare `\r` into `\n`, so it goes as a reference. */
export function xmlText(text: string): string {
  if (!SPECIAL.test(text)) return text;
  return writableText(text)
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll("\r", "&#13;");
}

/** Text as it stands in an attribute, without the double quotes around it. There a reader turns line ends and tabs into spaces. */
export function xmlAttribute(text: string): string {
  return xmlText(text).replaceAll('"', "&quot;").replaceAll("\t", "&#9;").replaceAll("\n", "&#10;");
}

/** A start tag, or with `close` an empty element. Attributes keep their order. */
export function xmlTag(name: string, attributes: Readonly<Record<string, string>>, close: "" | "/" = ""): string {
  let tag = `<${name}`;
  for (const key of Object.keys(attributes)) tag += ` ${key}="${xmlAttribute(attributes[key] ?? "")}"`;
  return `${tag}${close}>`;
}
