import { type ComponentChildren, Fragment, type VNode } from "preact";
import type { ArticleRef, EventDetail, FactSummary, NodeDetail } from "../../../src/server/contract.ts";
import { groupBy } from "../by-value.ts";
import { formatRange } from "../format.ts";
import { strings } from "../strings/index.ts";
import { useViewer } from "./context.ts";
import { ArticleTitle, DateText, Name, NodeLink, Section } from "./parts.tsx";
import { When } from "./when.tsx";

interface EventCardProps {
  readonly node: NodeDetail;
  readonly event: EventDetail;
}

/** An event at a glance: what, when, where, how it stands with it, who takes part as what, and on what its reports differ. */
export function EventCard({ node, event }: EventCardProps): VNode {
  const { words, isShown } = useViewer();
  const taking = node.facts.filter(({ role, modality }) => role !== null && isShown(modality));
  const refs = new Map(node.articles.map((article) => [article.name, article]));
  const said = (name: string): VNode => <SaidBy article={refs.get(name)} name={name} node={node.id} />;
  return (
    <>
      <dl class="properties event-card">
        <dt>{strings.fact.type}</dt>
        <dd>{words.eventType(event.type)}</dd>
        <When {...event} />
        {event.place !== null && (
          <>
            <dt>{strings.fact.place}</dt>
            <dd>
              <NodeLink node={event.place} />
            </dd>
          </>
        )}
        <dt>{strings.fact.status}</dt>
        <dd>{strings.statuses[event.status] ?? event.status}</dd>
        {groupBy(taking, ({ role }) => role ?? "").map(({ value, items }) => (
          <Fragment key={value}>
            <dt>{words.role(value)}</dt>
            <dd>
              <ul class="participants">
                {items.map((fact) => (
                  <Participant key={fact.id} fact={fact} />
                ))}
              </ul>
            </dd>
          </Fragment>
        ))}
      </dl>
      {event.conflicts.length > 0 && <Conflicts event={event} said={said} />}
      {event.history.length > 0 && (
        <Section title={strings.node.history}>
          <ol class="rows plain">
            {event.history.map(({ status, date, article }, index) => (
              <Said key={index} by={said(article)}>
                {strings.statuses[status] ?? status}
                {date !== null && (
                  <>
                    {strings.comma}
                    <DateText date={date} />
                  </>
                )}
              </Said>
            ))}
          </ol>
        </Section>
      )}
      {event.counts.length > 0 && (
        <Section title={strings.node.counts}>
          <ul class="rows plain">
            {event.counts.map(({ what, value, article }, index) => (
              <Said key={index} by={said(article)}>
                {words.counted(what)}: {formatRange(value)}
              </Said>
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}

/** Somebody who takes part, with the way to the sentences that say so. */
function Participant({ fact }: { readonly fact: FactSummary }): VNode {
  const { select } = useViewer();
  return (
    <li>
      <NodeLink node={fact.other} />
      {fact.modality !== "actual" && <span class="badge">{strings.modalities[fact.modality]}</span>}
      <button type="button" class="link small" onClick={() => select({ type: "fact", id: fact.id })}>
        {strings.fact.articles(fact.weight)}
      </button>
    </li>
  );
}

interface ConflictsProps {
  readonly event: EventDetail;
  readonly said: (article: string) => VNode;
}

/** What articles contradict each other on: the values of each field side by side, each with the articles that give it. */
function Conflicts({ event: { conflicts }, said }: ConflictsProps): VNode {
  const { words } = useViewer();
  const valueOf = (field: string, value: string): VNode => {
    if (field === "date") return <DateText date={value} />;
    if (field === "status") return <>{strings.statuses[value] ?? value}</>;
    return <Name>{strings.fields[field] === undefined ? formatRange(value) : value}</Name>;
  };
  return (
    <Section title={strings.node.conflicts}>
      {groupBy(conflicts, ({ field }) => field).map(({ value: field, items }) => (
        <div key={field}>
          <h4>{strings.fields[field] ?? words.counted(field)}</h4>
          <ul class="sides">
            {groupBy(items, ({ value }) => value).map(({ value, items: reports }) => (
              <li key={value} class="side-value">
                <strong>{valueOf(field, value)}</strong>
                {reports.map(({ article }) => (
                  <span key={article}>{said(article)}</span>
                ))}
              </li>
            ))}
          </ul>
        </div>
      ))}
    </Section>
  );
}

/** What an article says, and which one. */
function Said({ by, children }: { readonly by: VNode; readonly children: ComponentChildren }): VNode {
  return (
    <li>
      {children} {by}
    </li>
  );
}

interface SaidByProps {
  /** Absent where the server told only a part of the articles. */
  readonly article: ArticleRef | undefined;
  readonly name: string;
  readonly node: string;
}

/** The article that says so, which opens at what it says of the event. */
function SaidBy({ article, name, node }: SaidByProps): VNode {
  const { select } = useViewer();
  return (
    <button type="button" class="link small" onClick={() => select({ type: "article", name, node })}>
      {article === undefined ? <Name>{name}</Name> : <ArticleTitle article={article} />}
    </button>
  );
}
