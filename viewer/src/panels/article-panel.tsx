import type { VNode } from "preact";
import type { ArticleDetail } from "../../../src/server/contract.ts";
import { api, MOST_ITEMS } from "../api.ts";
import { languageName } from "../format.ts";
import { partOfArticle } from "../article-layout.ts";
import type { Span } from "../passages.ts";
import { type Resource, useResource } from "../resource.ts";
import { strings } from "../strings/index.ts";
import { ArticleText } from "./article-text.tsx";
import { useViewer } from "./context.ts";
import { ArticleTitle, DateText, Loaded, Name, PanelHead } from "./parts.tsx";

interface ArticlePanelProps {
  readonly name: string;
  readonly fact: string | undefined;
  readonly evidence: number | undefined;
  readonly node: string | undefined;
}

/** A whole article as it was read, with the sentence marked from which one came, or the node of which it speaks. */
export function ArticlePanel({ name, fact, evidence, node }: ArticlePanelProps): VNode {
  const { labels } = useViewer();
  const article = useResource(`article ${labels} ${name}`, (signal) => api.article(name, labels, signal));
  // A fact that is gone takes nothing from the article.
  const quote = useResource(`quote ${fact} ${evidence} ${name}`, (signal) =>
    quotedSpan(name, fact, evidence, signal).catch(() => undefined),
  );
  return (
    <Loaded resource={both(article, quote)}>
      {([value, span]) => (
        <Article article={value} quote={span} isLost={fact !== undefined && span === undefined} node={node} />
      )}
    </Loaded>
  );
}

/** Where the marked sentence stands: the first that says the fact, where no other is named. Nothing, where none is in this article. */
async function quotedSpan(
  name: string,
  fact: string | undefined,
  index: number | undefined,
  signal: AbortSignal,
): Promise<Span | undefined> {
  if (fact === undefined) return undefined;
  const { evidence } = await api.edge(fact, MOST_ITEMS, undefined, signal);
  return evidence.find(({ article }, number) => article.name === name && (index ?? number) === number);
}

function both<A, B>(first: Resource<A>, second: Resource<B>): Resource<readonly [A, B]> {
  if (first.state !== "ready") return first;
  if (second.state !== "ready") return second;
  return { state: "ready", value: [first.value, second.value] };
}

interface ArticleProps {
  readonly article: ArticleDetail;
  readonly quote: Span | undefined;
  /** Whether a sentence was to be marked that is not there. */
  readonly isLost: boolean;
  readonly node: string | undefined;
}

function Article({ article, quote, isLost, node }: ArticleProps): VNode {
  const { select, store, state, isShown } = useViewer();
  const { language, publishedAt, outlet, url, otherSources, copyOf, earlierVersions } = article;
  return (
    <article>
      <PanelHead over={languageName(language)}>
        <ArticleTitle article={article} />
      </PanelHead>
      <dl class="properties">
        {outlet !== null && (
          <>
            <dt>{strings.article.outlet}</dt>
            <dd>
              <Name>{outlet}</Name>
            </dd>
          </>
        )}
        {publishedAt !== null && (
          <>
            <dt>{strings.article.published}</dt>
            <dd>
              <DateText date={publishedAt} />
            </dd>
          </>
        )}
        {url !== null && (
          <>
            <dt>{strings.article.original}</dt>
            <dd>
              <a href={url} target="_blank" rel="noopener noreferrer">
                {new URL(url).hostname}
              </a>
            </dd>
          </>
        )}
        {otherSources.length > 0 && (
          <>
            <dt>{strings.article.otherSources}</dt>
            <dd>
              {otherSources.map((source, index) => (
                <span key={source.name}>
                  {index > 0 && strings.comma}
                  <OtherSource source={source} />
                </span>
              ))}
            </dd>
          </>
        )}
        {copyOf !== null && (
          <>
            <dt>{strings.article.sameText}</dt>
            <dd>
              <button type="button" class="link" onClick={() => select({ type: "article", name: copyOf.name })}>
                <Name>{copyOf.title ?? copyOf.name}</Name>
              </button>
            </dd>
          </>
        )}
        {earlierVersions.length > 0 && (
          <>
            <dt>{strings.article.earlier}</dt>
            {earlierVersions.map((version) => (
              <dd key={`${version.id} ${version.name}`}>
                {version.publishedAt === null ? <Name>{version.name}</Name> : <DateText date={version.publishedAt} />}
                {version.until !== null && (
                  <>
                    {" "}
                    {strings.article.until} <DateText date={version.until} />
                  </>
                )}
              </dd>
            ))}
          </>
        )}
      </dl>
      {article.facts.length > 0 && (
        <p class="button-row">
          <button
            type="button"
            class="button"
            aria-pressed={state.highlight !== undefined}
            onClick={() => store.pointOut(state.highlight === undefined ? partOfArticle(article, isShown) : undefined)}
          >
            {strings.article.pointOut}
          </button>
        </p>
      )}
      {isLost && <p class="quiet small-print">{strings.article.lost}</p>}
      <ArticleText key={`${article.id} ${node} ${quote?.start}`} article={article} quote={quote} node={node} />
    </article>
  );
}

/** Where the same text was found as well. */
function OtherSource({
  source: { outlet, name, url },
}: {
  readonly source: ArticleDetail["otherSources"][number];
}): VNode {
  if (url === null) return <Name>{outlet ?? name}</Name>;
  return (
    <a href={url} target="_blank" rel="noopener noreferrer">
      <Name>{outlet ?? name}</Name>
    </a>
  );
}
