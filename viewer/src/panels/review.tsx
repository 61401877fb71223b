import type { VNode } from "preact";
import { useRef, useState } from "preact/hooks";
import type { Review } from "../../../src/server/contract.ts";
import { formatShare } from "../format.ts";
import { useResource } from "../resource.ts";
import { strings } from "../strings/index.ts";
import { useViewer } from "./context.ts";
import { DecisionButtons, plainChoice } from "./decision-form.tsx";
import { useKeptFocus } from "./kept-focus.ts";
import { MergeForm } from "./merge-form.tsx";
import { MoreButton } from "./more-button.tsx";
import { Loaded, NodeLink } from "./parts.tsx";
import { Reasons, VerdictList } from "./verdicts.tsx";

/** Pairs and decisions that are listed at first, and how many more each time. */
const STEP = 20;
/** Those that are listed at most: a pair is gone when it is decided. */
const MOST = 1000;

/** Pairs of nodes that might be one, to be decided on, and what was decided. Nothing where nothing can be. */
export function ReviewSection(): VNode | null {
  const { curation } = useViewer();
  const [isOpen, setOpen] = useState(false);
  if (curation === undefined) return null;
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <h2>{strings.curation.review}</h2>
      </summary>
      {isOpen && <Questions />}
    </details>
  );
}

function Questions(): VNode {
  const { curation, labels } = useViewer();
  const [length, setLength] = useState(STEP);
  const resource = useResource(
    `review ${labels}`,
    async (signal) => {
      if (curation === undefined) throw new TypeError("nothing can be decided here");
      return await Promise.all([curation.review({ limit: length }, labels, signal), curation.verdicts(length, signal)]);
    },
    length,
  );
  const more = (shown: number, total: number): VNode => (
    <MoreButton shown={shown} total={Math.min(total, MOST)} step={STEP} onMore={() => setLength(length + STEP)} />
  );
  // A pair is gone when it is decided.
  const root = useRef<HTMLDivElement>(null);
  useKeptFocus(root);
  return (
    <Loaded resource={resource}>
      {([{ pairs, total }, { verdicts, total: decided }]) => (
        <div ref={root}>
          <p class="quiet">{total === 0 ? strings.curation.noPairs : strings.curation.pairs(total)}</p>
          <ul class="verdicts">
            {pairs.map((pair) => (
              <Pair key={pair.nodes.map(({ id }) => id).join(" ")} pair={pair} />
            ))}
          </ul>
          {more(pairs.length, total)}
          <h3>{strings.curation.decisions}</h3>
          {verdicts.length === 0 ? (
            <p class="quiet">{strings.curation.noDecisions}</p>
          ) : (
            <>
              <VerdictList verdicts={verdicts} />
              {more(verdicts.length, decided)}
            </>
          )}
        </div>
      )}
    </Loaded>
  );
}

function Pair({ pair: { nodes, score, reasons, articles } }: { readonly pair: Review["pairs"][number] }): VNode {
  const [one, other] = nodes;
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
      <DecisionButtons
        choices={[
          {
            title: strings.curation.same,
            form: (props) => <MergeForm {...props} help={strings.curation.sameHelp} nodes={nodes} />,
          },
          plainChoice(strings.curation.different, strings.curation.differentHelp, {
            type: "different",
            ids: [one.id, other.id],
          }),
        ]}
      />
    </li>
  );
}
