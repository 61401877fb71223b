import type { VNode } from "preact";
import { useState } from "preact/hooks";
import type { IdentityDetail, NodeDetail, NodeRef } from "../../../src/server/contract.ts";
import { formatShare } from "../format.ts";
import { useResource } from "../resource.ts";
import { strings } from "../strings/index.ts";
import { useViewer } from "./context.ts";
import { DecisionButtons } from "./decision-form.tsx";
import { choicesOf, PartName } from "./node-decisions.tsx";
import { Loaded, Name } from "./parts.tsx";
import { Reasons, VerdictList } from "./verdicts.tsx";

/** Nodes that might be one with a node, at most. */
const ALIKE = 20;

/** Articles of a part that are named. */
const ARTICLES = 5;

/** What a node is made of, why that is one, and what can be done where it is not. Nothing where nothing can be decided. */
export function IdentitySection({ node }: { readonly node: NodeDetail }): VNode | null {
  const { curation } = useViewer();
  const [isOpen, setOpen] = useState(false);
  if (curation === undefined || node.article !== null) return null;
  return (
    <details class="identity" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{strings.curation.title}</summary>
      {isOpen && <IdentityOf node={node} />}
    </details>
  );
}

function IdentityOf({ node }: { readonly node: NodeDetail }): VNode {
  const { curation, labels } = useViewer();
  const resource = useResource(`identity ${labels} ${node.id}`, async (signal) => {
    if (curation === undefined) throw new TypeError("nothing can be decided here");
    const [identity, { pairs }] = await Promise.all([
      curation.identity(node.id, signal),
      curation.review({ node: node.id, limit: ALIKE }, labels, signal),
    ]);
    const alike = pairs.map(({ nodes: [one, other] }) => (one.id === node.id ? other : one));
    return { identity, alike };
  });
  return <Loaded resource={resource}>{({ identity, alike }) => <Parts node={node} {...{ identity, alike }} />}</Loaded>;
}

interface PartsProps {
  readonly node: NodeDetail;
  readonly identity: IdentityDetail;
  /** What might be one with it. */
  readonly alike: readonly NodeRef[];
}

function Parts({ node, identity, alike }: PartsProps): VNode {
  const { links } = identity;
  return (
    <>
      <h3>{strings.curation.madeOf}</h3>
      <ul class="identity-parts">
        {identity.parts.map((_, index) => (
          <li key={index}>
            <PartName identity={identity} index={index} />
            <PartArticles node={node} articles={articlesOf(identity, index)} />
          </li>
        ))}
      </ul>
      {links.length > 0 && (
        <>
          <h3>{strings.curation.links}</h3>
          <ul class="identity-parts">
            {links.map(({ parts: [one, other], score, reasons }) => (
              <li key={`${one} ${other}`}>
                <PartName identity={identity} index={one} /> – <PartName identity={identity} index={other} />
                <span class="row-details">
                  <Reasons reasons={reasons} />
                  {score !== null && <span>{strings.curation.score(formatShare(score))}</span>}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
      {identity.verdicts.length > 0 && (
        <>
          <h3>{strings.curation.decisions}</h3>
          <VerdictList verdicts={identity.verdicts.toReversed()} />
        </>
      )}
      <DecisionButtons choices={choicesOf(node, identity, alike)} />
    </>
  );
}

/** Where a part is spoken of. */
function PartArticles({ node, articles }: { readonly node: NodeRef; readonly articles: readonly string[] }): VNode {
  const { select } = useViewer();
  return (
    <span class="row-details">
      {articles.slice(0, ARTICLES).map((name) => (
        <span key={name}>
          <button type="button" class="link" onClick={() => select({ type: "article", name, node: node.id })}>
            <Name>{name}</Name>
          </button>
        </span>
      ))}
      {articles.length > ARTICLES && <span>{strings.fact.articles(articles.length)}</span>}
    </span>
  );
}

function articlesOf({ parts }: IdentityDetail, index: number): readonly string[] {
  return [...new Set(parts[index]?.places.map(({ article }) => article))];
}
