/** The first letter that has a direction decides, as in the Unicode bidirectional algorithm (rules P2 and P3). */
const FIRST_STRONG = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]|(\p{L})/u;

/** Whether a text reads from right to left. A text without letters does not. */
export function isRightToLeft(text: string): boolean {
  const match = FIRST_STRONG.exec(text);
  return match !== null && match[1] === undefined;
}

const graphemes = new Intl.Segmenter(undefined, { granularity: "grapheme" });

/**
 * Cuts a text to a number of graphemes, so that no letter loses its marks and no emoji is halved; between words where
 * that is near, since half a word of a joined script looks like another one.
 */
export function truncate(text: string, length: number): string {
  if (text.length <= length) return text;
  const parts = [...graphemes.segment(text)];
  if (parts.length <= length) return text;
  const start = (count: number): string =>
    parts
      .slice(0, count)
      .map(({ segment }) => segment)
      .join("");
  const kept = start(length - 1);
  const space = start(length).lastIndexOf(" ");
  return `${(space > kept.length * 0.6 ? kept.slice(0, space) : kept).trimEnd()}…`;
}
