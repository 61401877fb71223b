import type { VNode } from "preact";
import type { AttributionRef, EdgeDetail, EvidenceDetail } from "../../../src/server/contract.ts";
import { api } from "../api.ts";
import { formatShare, languageName } from "../format.ts";
import { useResource } from "../resource.ts";
import { strings } from "../strings/index.ts";
import { useViewer } from "./context.ts";
import { FactLink } from "./facts.tsx";
import {
  ArticleOrigin,
  ArticleTitle,
  articleTitle,
  DateText,
  Loaded,
  Name,
  NodeLink,
  PanelHead,
  Section,
} from "./parts.tsx";

/** A fact: every sentence that says it, in its own script, and who says so. */
export function FactPanel({ id }: { readonly id: string }): VNode {
  const { labels } = useViewer();
  const resource = useResource(`edge ${labels} ${id}`, (signal) => api.edge(id, labels, signal));
  return <Loaded resource={resource}>{(fact) => <Fact key={fact.id} fact={fact} />}</Loaded>;
}

function Fact({ fact }: { readonly fact: EdgeDetail }): VNode {
  const { words } = useViewer();
  const { source, target, relation, evidence, parallel } = fact;
  return (
    <article>
      <PanelHead over={strings.fact.title}>
        <NodeLink node={source} /> <span class="relation">{words.relation(relation, true)}</span>{" "}
        <NodeLink node={target} />
      </PanelHead>
      <Properties fact={fact} />
      <Section title={strings.fact.evidence(evidence.length)}>
        {evidence.map((item, index) => (
          <Quote key={index} evidence={item} fact={fact.id} index={index} />
        ))}
      </Section>
      {parallel.length > 0 && (
        <Section title={strings.fact.parallel}>
          <ul class="rows">
            {parallel.map((other) => (
              <li key={other.id}>
                <FactLink fact={other} />
              </li>
            ))}
          </ul>
        </Section>
      )}
    </article>
  );
}

function Properties({ fact }: { readonly fact: EdgeDetail }): VNode {
  const { words } = useViewer();
  const { modality, date, event, office, role, about, confidence } = fact;
  return (
    <dl class="properties">
      <dt>{strings.fact.modality}</dt>
      <dd>{strings.modalities[modality]}</dd>
      {date !== null && (
        <>
          <dt>{strings.fact.date}</dt>
          <dd>
            <DateText date={date} />
          </dd>
        </>
      )}
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

interface QuoteProps {
  readonly evidence: EvidenceDetail;
  readonly fact: string;
  readonly index: number;
}

function Quote({ evidence, fact, index }: QuoteProps): VNode {
  const { select } = useViewer();
  const { article, quote, language, direction, attribution, rule } = evidence;
  return (
    <figure class="quote">
      {attribution.length > 0 && <Attribution chain={attribution} />}
      <blockquote lang={language} dir={direction}>
        {quote}
      </blockquote>
      <figcaption>
        <button
          type="button"
          class="link source"
          aria-label={strings.article.open(articleTitle(article))}
          onClick={() => select({ type: "article", name: article.name, fact, evidence: index })}
        >
          <ArticleTitle article={article} />
        </button>
        <span class="row-details">
          <span>{languageName(language)}</span>
          <ArticleOrigin article={article} />
          <span title={strings.fact.rule}>
            <code>{rule}</code>
          </span>
        </span>
      </figcaption>
    </figure>
  );
}

/** Who says so, outermost first: "Foreign Ministry says › Imran Khan says". */
function Attribution({ chain }: { readonly chain: readonly AttributionRef[] }): VNode {
  const { select } = useViewer();
  return (
    <p class="attribution">
      <span class="quiet">{strings.fact.says}: </span>
      {chain.map(({ id, label }, index) => (
        <span key={index}>
          {index > 0 && " › "}
          {id === null ? (
            <Name>{label}</Name>
          ) : (
            <button type="button" class="link" onClick={() => select({ type: "node", id })}>
              <Name>{label}</Name>
            </button>
          )}
        </span>
      ))}
    </p>
  );
}
