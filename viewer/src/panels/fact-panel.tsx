import { Fragment, type VNode } from "preact";
import { useState } from "preact/hooks";
import type { EdgeDetail } from "../../../src/server/contract.ts";
import { api, MOST_ITEMS } from "../api.ts";
import { formatShare } from "../format.ts";
import { useResource } from "../resource.ts";
import { strings } from "../strings/index.ts";
import { useViewer } from "./context.ts";
import { DecisionButtons, plainChoice } from "./decision-form.tsx";
import { FactLink, FactList } from "./facts.tsx";
import { MoreButton } from "./more-button.tsx";
import { Loaded, NodeLink, PanelHead, Section, withPart } from "./parts.tsx";
import { Quote, Word } from "./quote.tsx";
import { When } from "./when.tsx";

/** Sentences that are shown at first, and how many more each time. */
const STEP = 50;

/** A fact: every sentence that says it, in its own script, and who says so. */
export function FactPanel({ id }: { readonly id: string }): VNode {
  const { labels } = useViewer();
  const [length, setLength] = useState(STEP);
  const resource = useResource(`edge ${labels} ${id}`, (signal) => api.edge(id, length, labels, signal), length);
  const onMore = (): void => setLength(Math.min(length + STEP, MOST_ITEMS));
  return <Loaded resource={resource}>{(fact) => <Fact key={fact.id} fact={fact} onMore={onMore} />}</Loaded>;
}

interface FactProps {
  readonly fact: EdgeDetail;
  /** More sentences are wanted. */
  readonly onMore: () => void;
}

function Fact({ fact, onMore }: FactProps): VNode {
  const { words } = useViewer();
  const { source, target, relation, evidence, parallel, totals } = fact;
  // The head shows what the looks of words in the quotes mean, where there are any.
  const Part = evidence.some((item) => item.words !== undefined) ? Word : Fragment;
  return (
    <article>
      <PanelHead over={strings.fact.title}>
        <Part part="source">
          <NodeLink node={source} />
        </Part>{" "}
        <Part part="deed">
          <span class="relation">{words.relation(relation, true)}</span>
        </Part>{" "}
        <Part part="target">
          <NodeLink node={target} />
        </Part>
        {fact.modality !== "actual" && (
          <>
            {" "}
            <span class="badge">{strings.modalities[fact.modality]}</span>
          </>
        )}
      </PanelHead>
      <Properties fact={fact} />
      {fact.dispute.length > 0 && <Dispute fact={fact} />}
      <Section title={withPart(strings.fact.evidence(totals.evidence), evidence.length, totals.evidence)}>
        {evidence.map((item, index) => (
          <Quote key={index} evidence={item} fact={fact.id} index={index} />
        ))}
        <MoreButton shown={evidence.length} total={Math.min(totals.evidence, MOST_ITEMS)} step={STEP} onMore={onMore} />
      </Section>
      {parallel.length > 0 && (
        <Section title={withPart(strings.fact.parallel, parallel.length, totals.parallel)}>
          <FactList facts={parallel} />
        </Section>
      )}
      <DecisionButtons
        choices={[
          plainChoice(strings.curation.rejectFact, strings.curation.rejectFactHelp, {
            type: "reject",
            ids: [fact.id],
          }),
        ]}
      />
    </article>
  );
}

function Properties({ fact }: { readonly fact: EdgeDetail }): VNode {
  const { words } = useViewer();
  const { modality, event, office, role, about, confidence } = fact;
  return (
    <dl class="properties">
      <dt>{strings.fact.modality}</dt>
      <dd>{strings.modalities[modality]}</dd>
      <When {...fact} />
      {event !== null && (
        <>
          <dt>{strings.fact.event}</dt>
          <dd>
            <NodeLink node={event} />
          </dd>
        </>
      )}
      {office !== null && (
        <>
          <dt>{strings.fact.office}</dt>
          <dd>{words.office(office)}</dd>
        </>
      )}
      {role !== null && (
        <>
          <dt>{strings.fact.role}</dt>
          <dd>{words.role(role)}</dd>
        </>
      )}
      {about !== null && (
        <>
          <dt>{strings.fact.about}</dt>
          <dd>
            <FactLink fact={about} />
          </dd>
        </>
      )}
      <dt>{strings.fact.confidence}</dt>
      <dd>{formatShare(confidence)}</dd>
    </dl>
  );
}

/**
 * A fact beside what else is said of the same: the claim and its denial, who alleges it, who backs it. Each with its first
 * sentence, and with who says so; the rest is behind it.
 */
function Dispute({ fact }: { readonly fact: EdgeDetail }): VNode {
  return (
    <Section title={strings.fact.dispute}>
      <ul class="sides">
        {[fact, ...fact.dispute].map((side) => (
          <li key={side.id} aria-current={side.id === fact.id}>
            <FactLink fact={side} />
            {side.evidence.slice(0, 1).map((evidence) => (
              <Quote key={evidence.start} evidence={evidence} fact={side.id} isBrief />
            ))}
          </li>
        ))}
      </ul>
    </Section>
  );
}
