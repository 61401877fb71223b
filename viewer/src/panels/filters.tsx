import type { VNode } from "preact";
import { useId, useState } from "preact/hooks";
import type { GraphData } from "../../../src/server/contract.ts";
import { formatPart } from "../format.ts";
import type { Counts, Filters } from "../graph/visibility.ts";
import { labelOf, strings } from "../strings/index.ts";

interface FilterPanelProps {
  readonly data: GraphData;
  readonly filters: Filters;
  readonly shown: Counts;
  readonly all: Counts;
  readonly onChange: (filters: Filters) => void;
}

interface Choice {
  readonly index: number;
  readonly label: string;
  readonly shown: number;
  readonly all: number;
}

/** Filters by modality and by relation, with how many facts of each are shown. */
export function FilterPanel({ data, filters, shown, all, onChange }: FilterPanelProps): VNode {
  const { ontology, modalities } = data;
  const modalityChoices = modalities.map((modality, index): Choice => ({
    index,
    label: strings.modalities[modality],
    shown: shown.modalities[index] ?? 0,
    all: all.modalities[index] ?? 0,
  }));
  const relationChoices = ontology.relations.map((relation, index): Choice => ({
    index,
    label: labelOf(relation),
    shown: shown.relations[index] ?? 0,
    all: all.relations[index] ?? 0,
  }));
  const groups = [...new Set(ontology.relations.map(({ group }) => group))];
  return (
    <>
      <ChoiceList
        title={strings.filters.modality}
        choices={modalityChoices}
        hidden={filters.hiddenModalities}
        onChange={(hiddenModalities) => onChange({ ...filters, hiddenModalities })}
      />
      {groups.map((group) => (
        <ChoiceList
          key={group}
          title={strings.groups[group] ?? group}
          choices={relationChoices.filter(({ index }) => ontology.relations[index]?.group === group)}
          hidden={filters.hiddenRelations}
          onChange={(hiddenRelations) => onChange({ ...filters, hiddenRelations })}
        />
      ))}
      <label class="choice">
        <input
          type="checkbox"
          checked={filters.unconnected}
          onChange={(event) => onChange({ ...filters, unconnected: event.currentTarget.checked })}
        />
        <span>{strings.filters.unconnected}</span>
      </label>
    </>
  );
}

interface ChoiceListProps {
  readonly title: string;
  readonly choices: readonly Choice[];
  readonly hidden: ReadonlySet<number>;
  readonly onChange: (hidden: ReadonlySet<number>) => void;
}

/** How many choices of a list are shown at first, where it has more than `LONG`. */
const SHORT = 8;
const LONG = 11;

/** What is in the graph, the most frequent first. */
function ChoiceList({ title, choices, hidden, onChange }: ChoiceListProps): VNode | null {
  const id = useId();
  const [isWhole, setWhole] = useState(false);
  const present = choices.filter(({ all }) => all > 0).sort((a, b) => b.all - a.all);
  if (present.length === 0) return null;
  const indexes = present.map(({ index }) => index);
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
              onClick={() => onChange(new Set([...hidden].filter((index) => !indexes.includes(index))))}
            >
              {strings.filters.all}
            </button>
            <button
              type="button"
              class="link"
              aria-label={strings.filters.noneOf(title)}
              onClick={() => onChange(new Set([...hidden, ...indexes]))}
            >
              {strings.filters.none}
            </button>
          </span>
        )}
      </div>
      {listed.map(({ index, label, shown, all }) => (
        <label class="choice" key={index}>
          <input type="checkbox" checked={!hidden.has(index)} onChange={() => onChange(toggled(hidden, index))} />
          <span>{label}</span>
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

/** A set with an index in it if it was not, and without it if it was. */
export function toggled(set: ReadonlySet<number>, index: number): ReadonlySet<number> {
  const next = new Set(set);
  if (!next.delete(index)) next.add(index);
  return next;
}
