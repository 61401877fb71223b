import { Fragment, type VNode } from "preact";
import { useState } from "preact/hooks";
import type { ArticleRef, NodeDetail } from "../../../src/server/contract.ts";
import { api, MOST_ITEMS } from "../api.ts";
import { formatCount, languageName } from "../format.ts";
import { useResource } from "../resource.ts";
import { strings } from "../strings/index.ts";
import { useViewer } from "./context.ts";
import { EventCard } from "./event-card.tsx";
import { FactGroups, FactList } from "./facts.tsx";
import { IdentitySection } from "./identity.tsx";
import { MoreButton } from "./more-button.tsx";
import { NodeActions } from "./node-actions.tsx";
import { Offices } from "./offices.tsx";
import { ArticleOrigin, ArticleTitle, Loaded, Name, PanelHead, Section, Spot, withPart } from "./parts.tsx";

/** Items of each list that are shown at first, and how many more each time. */
const STEP = 200;

/** A node: its names, its facts, its events, and the articles that mention it. */
export function NodePanel({ id }: { readonly id: string }): VNode {
  const { labels } = useViewer();
  const [length, setLength] = useState(STEP);
  const resource = useResource(`node ${labels} ${id}`, (signal) => api.node(id, length, labels, signal), length);
  const onMore = (): void => setLength(Math.min(length + STEP, MOST_ITEMS));
  return <Loaded resource={resource}>{(node) => <Node key={node.id} node={node} onMore={onMore} />}</Loaded>;
}

interface NodeProps {
  readonly node: NodeDetail;
  /** More of each list is wanted. */
  readonly onMore: () => void;
}

function Node({ node, onMore }: NodeProps): VNode {
  const { words, state, isShown } = useViewer();
  const { event, article, facts, events, articles, mentions, totals } = node;
  const more = (shown: number, total: number): VNode => (
    <MoreButton shown={shown} total={Math.min(total, MOST_ITEMS)} step={STEP} onMore={onMore} />
  );
  const offices = facts.filter(({ office, modality }) => office !== null && isShown(modality));
  // Those who take part stand in the event's card.
  const others = facts.filter(
    (fact) => !offices.includes(fact) && (event === null || fact.role === null || !isShown(fact.modality)),
  );
  return (
    <article>
      <PanelHead
        over={
          <>
            <Spot kind={words.kind(node.kind)} />
            {words.kindLabel(node.kind)}
          </>
        }
      >
        {article === null ? <Name>{node.label}</Name> : <ArticleTitle article={article} />}
      </PanelHead>
      {mentions !== null && (
        <p class="quiet">
          {strings.node.mentions(mentions)} · {strings.fact.articles(totals.articles)}
        </p>
      )}
      {state.model.nodeIndex.has(node.id) && <NodeActions ids={[node.id]} />}
      {article !== null && <ArticleList articles={[article]} />}
      {event !== null && <EventCard node={node} event={event} />}
      <Names node={node} />
      {event !== null && event.facts.length > 0 && (
        <Section title={withPart(strings.node.happened, event.facts.length, totals.inEvent)}>
          <FactList facts={event.facts.map((fact) => ({ ...fact, source: fact.subject, target: fact.other }))} />
          {more(event.facts.length, totals.inEvent)}
        </Section>
      )}
      <Offices facts={offices} />
      {others.length > 0 && (
        <Section title={withPart(factsTitle(node), facts.length, totals.facts)}>
          <FactGroups facts={others} />
        </Section>
      )}
      {more(facts.length, totals.facts)}
      {events.length > 0 && (
        <Section title={withPart(strings.node.events, events.length, totals.events)}>
          <FactGroups facts={events} />
          {more(events.length, totals.events)}
        </Section>
      )}
      {articles.length > 0 && (
        <Section title={withPart(strings.node.articles, articles.length, totals.articles)}>
          <ArticleList articles={articles} of={node.id} />
          {more(articles.length, totals.articles)}
        </Section>
      )}
      <IdentitySection node={node} />
    </article>
  );
}

function factsTitle({ event, article }: NodeDetail): string {
  if (article !== null) return strings.node.mentioned;
  return event === null ? strings.node.facts : strings.node.participants;
}

function Names({ node: { names, aliases, aliasCounts, sameAs } }: { readonly node: NodeDetail }): VNode | null {
  if (names.length === 0 && aliases.length === 0 && sameAs.length === 0) return null;
  return (
    <Section title={strings.node.names}>
      <dl class="properties names">
        {names.map(({ language, direction, names: list, counts }) => (
          <Fragment key={language}>
            <dt>{languageName(language)}</dt>
            <dd>
              {list.map((name, index) => (
                <span key={name}>
                  {index > 0 && " · "}
                  <bdi lang={language} dir={direction}>
                    {name}
                  </bdi>
                  <Uses count={counts[index] ?? 0} />
                </span>
              ))}
            </dd>
          </Fragment>
        ))}
        {aliases.length > 0 && (
          <>
            <dt>{strings.node.otherNames}</dt>
            <dd>
              {aliases.map((name, index) => (
                <span key={name}>
                  {index > 0 && " · "}
                  <Name>{name}</Name>
                  <Uses count={aliasCounts[index] ?? 0} />
                </span>
              ))}
            </dd>
          </>
        )}
        {sameAs.length > 0 && (
          <>
            <dt>{strings.node.sameAs}</dt>
            <dd>
              {sameAs.map(({ id, url }, index) => (
                <span key={id}>
                  {index > 0 && " · "}
                  <a href={url} target="_blank" rel="noopener noreferrer">
                    <bdi dir="ltr">{id}</bdi>
                  </a>
                </span>
              ))}
            </dd>
          </>
        )}
      </dl>
    </Section>
  );
}

/** How many articles use a name; nothing where only the gazetteer does. */
function Uses({ count }: { readonly count: number }): VNode | null {
  if (count === 0) return null;
  return (
    <span class="quiet" title={strings.node.uses(count)}>
      {` ${formatCount(count)}×`}
    </span>
  );
}

interface ArticleListProps {
  readonly articles: readonly ArticleRef[];
  /** The node that they mention, which is then looked for in them. */
  readonly of?: string;
}

function ArticleList({ articles, of }: ArticleListProps): VNode {
  const { select } = useViewer();
  const sought = of === undefined ? {} : { node: of };
  return (
    <ul class="rows">
      {articles.map((article) => (
        <li key={article.name}>
          <button type="button" class="row" onClick={() => select({ type: "article", name: article.name, ...sought })}>
            <span class="row-main">
              <ArticleTitle article={article} />
            </span>
            <span class="row-details">
              <span>{languageName(article.language)}</span>
              <ArticleOrigin article={article} />
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}
