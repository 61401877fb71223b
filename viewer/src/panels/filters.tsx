import type { VNode } from "preact";
import { useId, useState } from "preact/hooks";
import { formatPart, languageName } from "../format.ts";
import { DASH } from "../graph/drawing.ts";
import type { Counts } from "../graph/visibility.ts";
import { setFacet, setUnconnected, toggleFacet } from "../state/commands.ts";
import type { Facet } from "../state/facets.ts";
import { labelOf, strings } from "../strings/index.ts";
import { useViewer } from "./context.ts";
import { ConfidenceFilter, ResetFilters, TimeFilter } from "./more-filters.tsx";

interface Choice {
  readonly value: string;
  readonly label: string;
  readonly shown: number;
  readonly all: number;
}

/** Filters with how many facts of each value are shown. `total`: how many there are. */
export function FilterPanel({ all: total }: { readonly all: Counts }): VNode {
  const { store, state } = useViewer();
  const { model, view, visibility } = state;
  const { ontology, modalities } = model.data;
  const choices = (facet: Facet, label: (value: string, index: number) => string): readonly Choice[] =>
    model.facets.values[facet].map((value, index) => ({
      value,
      label: label(value, index),
      shown: visibility.counts.facets[facet][index] ?? 0,
      all: total.facets[facet][index] ?? 0,
    }));
  const relations = choices("relations", (_, index) => labelOf(ontology.relations[index]));
  const groups = [...new Set(ontology.relations.map(({ group }) => group))];
  return (
    <>
      <ResetFilters />
      <TimeFilter />
      <ConfidenceFilter />
      <ChoiceList
        title={strings.filters.modality}
        facet="modalities"
        choices={choices("modalities", (_, index) => strings.modalities[modalities[index] ?? "actual"])}
        sample={(modality) => <LineSample isDashed={modality !== "actual"} />}
      />
      {groups.map((group) => (
        <ChoiceList
          key={group}
          title={strings.groups[group] ?? group}
          facet="relations"
          choices={relations.filter((_, index) => ontology.relations[index]?.group === group)}
        />
      ))}
      <ChoiceList title={strings.filters.languages} facet="languages" choices={choices("languages", languageName)} />
      <ChoiceList title={strings.filters.sources} facet="sources" choices={choices("sources", (source) => source)} />
      <label class="choice">
        <input
          type="checkbox"
          checked={view.filters.unconnected}
          onChange={(event) => store.run(setUnconnected(event.currentTarget.checked))}
        />
        <span>{strings.filters.unconnected}</span>
      </label>
    </>
  );
}

/** A fact's line as it is drawn. */
function LineSample({ isDashed }: { readonly isDashed: boolean }): VNode {
  const dash = isDashed ? { "stroke-dasharray": `${2 * DASH.on} ${2 * DASH.off}` } : {};
  return (
    <svg class="line-sample" width="28" height="8" aria-hidden="true">
      <path d="M0 4H28" {...dash} />
    </svg>
  );
}

interface ChoiceListProps {
  readonly title: string;
  readonly facet: Facet;
  /** Some or all of the facet's values. */
  readonly choices: readonly Choice[];
  /** How the picture shows what has a value. */
  readonly sample?: (value: string) => VNode;
}

/** How many choices of a list are shown at first, where it has more than `LONG`. */
const SHORT = 8;
const LONG = 11;

/** What is in the graph, the most frequent first. */
function ChoiceList({ title, facet, choices, sample }: ChoiceListProps): VNode | null {
  const { store, state } = useViewer();
  const id = useId();
  const [isWhole, setWhole] = useState(false);
  const off = state.view.filters.off[facet];
  const present = choices.filter(({ all }) => all > 0).sort((a, b) => b.all - a.all);
  if (present.length === 0) return null;
  const values = present.map(({ value }) => value);
  const listed = isWhole || present.length <= LONG ? present : present.slice(0, SHORT);
  return (
    <div class="choices" role="group" aria-labelledby={id}>
      <div class="choices-head">
        <h3 id={id}>{title}</h3>
        {present.length > 1 && (
          <span class="all-none">
            <button
              type="button"
              class="link"
              aria-label={strings.filters.allOf(title)}
              onClick={() => store.run(setFacet(facet, new Set([...off].filter((value) => !values.includes(value)))))}
            >
              {strings.filters.all}
            </button>
            <button
              type="button"
              class="link"
              aria-label={strings.filters.noneOf(title)}
              onClick={() => store.run(setFacet(facet, new Set([...off, ...values])))}
            >
              {strings.filters.none}
            </button>
          </span>
        )}
      </div>
      {listed.map(({ value, label, shown, all }) => (
        <label class="choice" key={value}>
          <input type="checkbox" checked={!off.has(value)} onChange={() => store.run(toggleFacet(facet, value))} />
          <span>
            <bdi>{label}</bdi>
          </span>
          {sample?.(value)}
          <span class="count" title={strings.filters.count(shown, all)}>
            {formatPart(shown, all)}
          </span>
        </label>
      ))}
      {listed.length < present.length && (
        <button type="button" class="link more-choices" onClick={() => setWhole(true)}>
          {strings.more(present.length - listed.length)}
        </button>
      )}
    </div>
  );
}
