import type { VNode } from "preact";
import { useState } from "preact/hooks";
import { formatSpan } from "../format.ts";
import type { GraphModel } from "../graph/model.ts";
import type { Selection } from "../state/selection.ts";
import { strings } from "../strings/index.ts";
import type { Happening } from "../timeline/happenings.ts";
import { useViewer } from "./context.ts";
import { MoreButton } from "./more-button.tsx";
import { Name, Spot } from "./parts.tsx";

interface HappeningListProps {
  readonly happenings: readonly Happening[];
  readonly onOpen: (selection: Selection) => void;
}

/** How many are shown at first, and how many more each time. */
const STEP = 100;

/** What happened, in its order. */
export function HappeningList({ happenings, onOpen }: HappeningListProps): VNode {
  const [length, setLength] = useState(STEP);
  if (happenings.length === 0) return <p class="quiet">{strings.timeline.nothing}</p>;
  return (
    <div class="happenings" role="region" tabIndex={0} aria-label={strings.timeline.happened}>
      <ol aria-label={strings.timeline.happened}>
        {happenings.slice(0, length).map((happening) => (
          <HappeningRow key={happening.event ?? `fact ${happening.edges[0]}`} {...{ happening, onOpen }} />
        ))}
      </ol>
      <MoreButton shown={length} total={happenings.length} step={STEP} onMore={() => setLength(length + STEP)} />
    </div>
  );
}

function HappeningRow({
  happening,
  onOpen,
}: {
  readonly happening: Happening;
  readonly onOpen: (selection: Selection) => void;
}): VNode {
  const { words, state } = useViewer();
  const { model, selection } = state;
  const { data } = model;
  const { event, edges, from, to } = happening;
  const target: Selection =
    event === undefined
      ? { type: "fact", id: data.edges.id[edges[0] ?? -1] ?? "" }
      : { type: "node", id: data.nodes.id[event] ?? "" };
  const isCurrent = selection.type === target.type && selection.id === target.id;
  return (
    <li>
      <span class="happening-date">{formatSpan(from, to) ?? strings.timeline.withoutDate}</span>
      <button type="button" class="row" aria-current={isCurrent ? "true" : undefined} onClick={() => onOpen(target)}>
        <span class="row-main">
          {event === undefined ? (
            <Sentence edge={edges[0] ?? -1} />
          ) : (
            <>
              <Spot kind={data.ontology.kinds[data.nodes.kind[event] ?? -1]} />
              <Name>{data.nodes.label[event] ?? ""}</Name>
            </>
          )}
        </span>
        <span class="row-details">
          {event !== undefined && <span>{strings.timeline.facts(edges.length)}</span>}
          <span>{strings.fact.articles(articlesOf(model, edges))}</span>
          {event === undefined && modalityOf(model, edges[0] ?? -1) !== "actual" && (
            <span>{strings.modalities[modalityOf(model, edges[0] ?? -1)]}</span>
          )}
        </span>
      </button>
    </li>
  );

  function Sentence({ edge }: { readonly edge: number }): VNode {
    const label = (node: number | undefined): string => data.nodes.label[node ?? -1] ?? "";
    const relation = data.ontology.relations[data.edges.relation[edge] ?? -1]?.id ?? "";
    return (
      <span>
        <Name>{label(data.edges.source[edge])}</Name> <em>{words.relation(relation, true)}</em>{" "}
        <Name>{label(data.edges.target[edge])}</Name>
      </span>
    );
  }
}

function articlesOf({ data }: GraphModel, edges: readonly number[]): number {
  return new Set(edges.flatMap((edge) => data.edges.articles[edge] ?? [])).size;
}

function modalityOf({ data }: GraphModel, edge: number): GraphModel["data"]["modalities"][number] {
  return data.modalities[data.edges.modality[edge] ?? 0] ?? "actual";
}
