import type { VNode } from "preact";
import { useMemo, useRef } from "preact/hooks";
import { formatList, formatSpan } from "../format.ts";
import { computeVisibility } from "../graph/visibility.ts";
import { dayNumber } from "../../../src/model/time.ts";
import type { GraphModel } from "../graph/model.ts";
import { setTime } from "../state/commands.ts";
import type { Selection } from "../state/selection.ts";
import { strings } from "../strings/index.ts";
import { factsOf, happeningsOf, type Scope, scopeOf } from "../timeline/happenings.ts";
import { axisOf, makeHistogram } from "../timeline/histogram.ts";
import { useViewer } from "./context.ts";
import { HappeningList } from "./happening-list.tsx";
import { TimeChart } from "./time-chart.tsx";

/** When what is shown happened: as a picture in which a time is chosen, and in words. */
export function TimelineDock(): VNode {
  const { store, state } = useViewer();
  const { model, view, visibility } = state;
  const { filters, stage, away, asked } = view;
  const { scope, open } = useScope();
  // In the chart is what would be shown of other times.
  const anyTime = useMemo(() => {
    const wanted = { ...view, filters: { ...filters, from: undefined, to: undefined } };
    return computeVisibility(model, wanted, { nodes: [], edges: [] });
  }, [model, filters.off, filters.confidence, stage, away, asked]);
  const axis = useMemo(() => axisOf(model, factsOf(model, anyTime, { type: "all" })), [model, anyTime]);
  const histogram = useMemo(
    () => makeHistogram(model, factsOf(model, anyTime, scope), axis),
    [model, anyTime, scope, axis],
  );
  const happenings = useMemo(() => happeningsOf(model, factsOf(model, visibility, scope)), [model, visibility, scope]);
  const { from, to } = filters;
  const chosen = formatSpan(from === undefined ? null : dayNumber(from), to === undefined ? null : dayNumber(to));
  return (
    <div class="timeline">
      <div class="timeline-bar">
        <p>
          <bdi>{nameOf(model, scope)}</bdi>
          <span class="quiet">
            {strings.timeline.dated(histogram.dated)}
            {strings.comma}
            {strings.timeline.undated(histogram.undated)}
          </span>
        </p>
        <p>
          {chosen !== undefined && <span>{chosen}</span>}
          <button
            type="button"
            class="link"
            aria-disabled={chosen === undefined}
            onClick={() => chosen !== undefined && store.run(setTime(undefined, undefined))}
          >
            {strings.timeline.whole}
          </button>
        </p>
      </div>
      {axis.columns.length === 0 ? (
        <p class="quiet">{strings.timeline.noDates}</p>
      ) : (
        <TimeChart histogram={histogram} />
      )}
      <HappeningList happenings={happenings} onOpen={open} />
    </div>
  );
}

/** What the timeline is of. What is opened from its own list leaves it as it is: one goes through the list from one to the next. */
function useScope(): { readonly scope: Scope; readonly open: (selection: Selection) => void } {
  const { state, select } = useViewer();
  const { model, selection, view } = state;
  const opened = useRef<Selection>(undefined);
  const last = useRef<Scope>(undefined);
  const scope = useMemo(
    () =>
      selection === opened.current && last.current !== undefined
        ? last.current
        : scopeOf(model, selection, view.picked),
    [model, selection, view.picked],
  );
  last.current = scope;
  return {
    scope,
    open: (next) => {
      opened.current = next;
      select(next);
    },
  };
}

function nameOf({ data, nodeIndex }: GraphModel, scope: Scope): string {
  const label = (id: string): string => data.nodes.label[nodeIndex.get(id) ?? -1] ?? id;
  switch (scope.type) {
    case "all":
      return strings.timeline.all;
    case "node":
      return label(scope.id);
    case "article":
      return scope.name;
    case "between":
      return strings.timeline.between(formatList(scope.ids.map(label)));
  }
}
