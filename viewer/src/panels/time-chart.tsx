import type { VNode } from "preact";
import { useRef, useState } from "preact/hooks";
import { isoDay } from "../../../src/model/time.ts";
import { formatDate, formatSpan } from "../format.ts";
import { setTime } from "../state/commands.ts";
import { direction, locale, strings } from "../strings/index.ts";
import { ticksOf, type Unit } from "../timeline/axis.ts";
import { daysOf, moveEnd, moveRange, type Range, rangeOf } from "../timeline/brush.ts";
import type { Histogram } from "../timeline/histogram.ts";
import { useViewer } from "./context.ts";

/** What a press of the pointer has begun, and at which column. */
interface Drag {
  readonly what: "new" | "whole" | keyof Range;
  readonly at: number;
  readonly range: Range;
}

/** Beyond this number of edges the picture follows when the hand lets go, not while it moves. */
const MANY_EDGES = 20_000;
/** Ticks of the axis for which there is room. */
const TICKS = 9;
/** Where the words of a tick would leave the chart, as a share of it. */
const NEAR_END = 0.85;
/** Columns by which a handle goes with Page Up and Page Down. */
const PAGE = 10;
const ENDS = ["first", "last"] as const;

/** Movements of a hand, counted: what one does is one step. */
let movements = 0;

/** A histogram of facts over time with a brush that filters by it: with the pointer, by touch and by the keyboard. */
export function TimeChart({ histogram }: { readonly histogram: Histogram }): VNode {
  const { store, state } = useViewer();
  const { axis, exact, wide } = histogram;
  const { columns } = axis;
  const plot = useRef<HTMLDivElement>(null);
  const drag = useRef<Drag>(undefined);
  const [draft, setDraft] = useState<Range>();
  const { from, to } = state.view.filters;
  const range = draft ?? rangeOf(axis, { from, to });
  const isWhole = draft === undefined && from === undefined && to === undefined;
  const highest = Math.max(1, ...exact.map((count, column) => count + (wide[column] ?? 0)));

  const columnUnder = ({ clientX }: PointerEvent): number => {
    const { left = 0, width = 1 } = plot.current?.getBoundingClientRect() ?? {};
    const share = (clientX - left) / width;
    const along = direction === "rtl" ? 1 - share : share;
    return Math.min(Math.max(Math.floor(along * columns.length), 0), columns.length - 1);
  };
  const choose = (next: Range): void => {
    const days = daysOf(axis, next);
    if (days.from !== from || days.to !== to) store.run(setTime(days.from, days.to, movements));
  };
  const onPointerDown = (event: PointerEvent): void => {
    if (event.button !== 0 || !(event.target instanceof HTMLElement)) return;
    const what =
      (event.target.closest<HTMLElement>("[data-drag]")?.dataset["drag"] as Drag["what"] | undefined) ?? "new";
    const at = columnUnder(event);
    movements += 1;
    drag.current = { what, at, range };
    plot.current?.setPointerCapture(event.pointerId);
    if (what === "new") setDraft({ first: at, last: at });
  };
  const dragged = (event: PointerEvent): Range | undefined => {
    if (drag.current === undefined) return undefined;
    const { what, at, range: begun } = drag.current;
    const column = columnUnder(event);
    if (what === "new") return { first: Math.min(at, column), last: Math.max(at, column) };
    return what === "whole" ? moveRange(axis, begun, column - at) : moveEnd(axis, begun, what, column);
  };
  const onPointerMove = (event: PointerEvent): void => {
    const next = dragged(event);
    if (next === undefined || (next.first === range.first && next.last === range.last)) return;
    setDraft(next);
    if (state.model.data.edges.id.length <= MANY_EDGES) choose(next);
  };
  const onPointerUp = (event: PointerEvent): void => {
    const next = dragged(event);
    drag.current = undefined;
    setDraft(undefined);
    if (next !== undefined && event.type === "pointerup") choose(next);
  };
  const onKeyDown = (end: keyof Range, event: KeyboardEvent): void => {
    const [forward, back] = direction === "rtl" ? ["ArrowLeft", "ArrowRight"] : ["ArrowRight", "ArrowLeft"];
    const steps: Readonly<Record<string, number>> = {
      [forward]: 1,
      ArrowUp: 1,
      [back]: -1,
      ArrowDown: -1,
      PageUp: PAGE,
      PageDown: -PAGE,
      Home: -Infinity,
      End: Infinity,
    };
    const step = steps[event.key];
    if (step === undefined || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    choose(moveEnd(axis, range, end, range[end] + step));
  };

  const share = (column: number): string => `${(column / columns.length) * 100}%`;
  return (
    <div class="time-chart" role="group" aria-label={strings.timeline.chart}>
      <div
        class="time-plot"
        ref={plot}
        onPointerDown={onPointerDown}
        onPointerMove={onPointerMove}
        onPointerUp={onPointerUp}
        onPointerCancel={onPointerUp}
      >
        {columns.map((column, index) => {
          const [sure, more] = [exact[index] ?? 0, wide[index] ?? 0];
          const isOut = index < range.first || index > range.last;
          return (
            <div
              key={column.from}
              class={`time-column${column.isGap ? " time-gap" : ""}${isOut ? " time-out" : ""}`}
              data-drag={isWhole || isOut ? "new" : "whole"}
              title={strings.timeline.column(formatSpan(column.from, column.to) ?? "", sure, more)}
            >
              <span class="time-wide" style={{ blockSize: `${(more / highest) * 100}%` }} />
              <span class="time-exact" style={{ blockSize: `${(sure / highest) * 100}%` }} />
            </div>
          );
        })}
        <div
          class={`time-chosen${isWhole ? " time-whole" : ""}`}
          style={{ insetInlineStart: share(range.first), inlineSize: share(range.last - range.first + 1) }}
        >
          {ENDS.map((end) => (
            <div
              key={end}
              class={`time-handle time-handle-${end}`}
              data-drag={end}
              role="slider"
              tabIndex={0}
              aria-label={strings.timeline[end]}
              aria-valuemin={1}
              aria-valuemax={columns.length}
              aria-valuenow={range[end] + 1}
              aria-valuetext={textOfEnd(end, daysOf(axis, range))}
              onFocus={() => (movements += 1)}
              onKeyDown={(event) => onKeyDown(end, event)}
            />
          ))}
        </div>
      </div>
      <div class="time-axis" aria-hidden="true">
        {ticksOf(axis, Math.ceil(columns.length / TICKS)).map((index) => (
          <span
            key={index}
            style={index < columns.length * NEAR_END ? { insetInlineStart: share(index) } : { insetInlineEnd: 0 }}
          >
            {textOfTick(columns[index]?.from ?? 0, axis.unit)}
          </span>
        ))}
      </div>
    </div>
  );
}

function textOfEnd(end: keyof Range, { from, to }: ReturnType<typeof daysOf>): string {
  const day = end === "first" ? from : to;
  return day === undefined ? strings.timeline.open : formatDate(day);
}

function textOfTick(day: number, unit: Unit): string {
  return new Intl.DateTimeFormat(locale, {
    year: "numeric",
    ...(unit === "day" || unit === "month" ? { month: "short" } : {}),
    ...(unit === "day" ? { day: "numeric" } : {}),
    timeZone: "UTC",
  }).format(Date.parse(isoDay(day)));
}
