/** A stretch of a text, half-open, in UTF-16 offsets. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A stretch of a text with what it stands for. */
export interface Mark<Value> extends Span {
  readonly value: Value;
}

/** A part of a text in which nothing changes, with the mark that counts there. */
export interface Segment<Value> extends Span {
  readonly mark: Mark<Value> | undefined;
}

/**
 * Cuts a stretch of text where marks begin and end. Where several lie over the same characters the shortest counts, since
 * it says most exactly what they are: the name within a title; of equally long ones the first.
 */
export function segmentsOf<Value>(within: Span, marks: readonly Mark<Value>[]): readonly Segment<Value>[] {
  const inside = marks.filter(({ start, end }) => start < end && start < within.end && end > within.start);
  const segments: Segment<Value>[] = [];
  const add = (segment: Segment<Value>): void => {
    const last = segments.at(-1);
    if (last !== undefined && last.mark === segment.mark) segments[segments.length - 1] = { ...last, end: segment.end };
    else segments.push(segment);
  };
  const bounds = cutsOf(
    within,
    inside.flatMap(({ start, end }) => [start, end]),
  );
  for (const { start, end } of bounds) {
    let mark: Mark<Value> | undefined;
    for (const candidate of inside) {
      const covers = candidate.start <= start && candidate.end >= end;
      if (covers && (mark === undefined || lengthOf(candidate) < lengthOf(mark))) mark = candidate;
    }
    add({ start, end, mark });
  }
  return segments;
}

/** The parts into which a stretch falls at these places. */
export function cutsOf({ start, end }: Span, places: readonly number[]): readonly Span[] {
  const inside = places.filter((place) => place > start && place < end);
  const bounds = [...new Set([start, ...inside, end])].sort((a, b) => a - b);
  return bounds.slice(1).map((bound, index) => ({ start: bounds[index] ?? start, end: bound }));
}

/** The lines of a text that are not empty. */
export function paragraphsOf(text: string): readonly Span[] {
  return [...text.matchAll(/[^\r\n]*\S[^\r\n]*/g)].map(({ index, 0: line }) => ({
    start: index,
    end: index + line.length,
  }));
}

function lengthOf({ start, end }: Span): number {
  return end - start;
}
