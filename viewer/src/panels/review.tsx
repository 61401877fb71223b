import type { VNode } from "preact";
import { useState } from "preact/hooks";
import type { Review } from "../../../src/server/contract.ts";
import { formatShare } from "../format.ts";
import { useResource } from "../resource.ts";
import { strings } from "../strings/index.ts";
import { useViewer } from "./context.ts";
import { Loaded, NodeLink } from "./parts.tsx";
import { Reasons, VerdictList } from "./verdicts.tsx";

/** Pairs that are asked about at once. */
const PAIRS = 20;

/** Pairs of nodes that might be one, to be decided on, and what was decided. Nothing where nothing can be. */
export function ReviewSection(): VNode | null {
  const { curation } = useViewer();
  const [isOpen, setOpen] = useState(false);
  if (curation === undefined) return null;
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{strings.curation.review}</summary>
      {isOpen && <Questions />}
    </details>
  );
}

function Questions(): VNode {
  const { curation, labels } = useViewer();
  const resource = useResource(`review ${labels}`, async (signal) => {
    if (curation === undefined) throw new TypeError("nothing can be decided here");
    return await Promise.all([curation.review(PAIRS, labels, signal), curation.verdicts(signal)]);
  });
  return (
    <Loaded resource={resource}>
      {([{ pairs, total }, { verdicts }]) => (
        <>
          <p class="quiet">{total === 0 ? strings.curation.noPairs : strings.curation.pairs(total)}</p>
          <ul class="verdicts">
            {pairs.map((pair) => (
              <Pair key={pair.nodes.map(({ id }) => id).join(" ")} pair={pair} />
            ))}
          </ul>
          <h3>{strings.curation.decisions}</h3>
          {verdicts.length === 0 ? (
            <p class="quiet">{strings.curation.noDecisions}</p>
          ) : (
            <VerdictList verdicts={verdicts} />
          )}
        </>
      )}
    </Loaded>
  );
}

function Pair({ pair }: { readonly pair: Review["pairs"][number] }): VNode {
  const { curation } = useViewer();
  const [error, setError] = useState<string>();
  const { nodes, score, reasons, articles } = pair;
  const [one, other] = nodes;
  const decide = (type: "merge" | "different"): void => {
    setError(undefined);
    curation?.decide({ type, ids: [one.id, other.id] }).catch((cause: unknown) => setError(String(cause)));
  };
  return (
    <li>
      <p class="decided-nodes">
        <NodeLink node={one} />
        <NodeLink node={other} />
      </p>
      <p class="row-details">
        <Reasons reasons={reasons} />
        <span>{strings.curation.score(formatShare(score))}</span>
        <span>{strings.fact.articles(articles)}</span>
      </p>
      {error !== undefined && (
        <p class="failed" role="alert">
          {strings.curation.failed} <bdi>{error}</bdi>
        </p>
      )}
      <p class="button-row">
        <button type="button" class="button" onClick={() => decide("merge")}>
          {strings.curation.same}
        </button>
        <button type="button" class="button" onClick={() => decide("different")}>
          {strings.curation.different}
        </button>
      </p>
    </li>
  );
}
