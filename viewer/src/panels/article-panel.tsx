import type { VNode } from "preact";
import { useEffect, useRef } from "preact/hooks";
import type { ArticleDetail } from "../../../src/server/contract.ts";
import { api } from "../api.ts";
import { languageName } from "../format.ts";
import { type Resource, useResource } from "../resource.ts";
import { strings } from "../strings/index.ts";
import { useViewer } from "./context.ts";
import { ArticleTitle, DateText, Loaded, Name, PanelHead } from "./parts.tsx";

interface Span {
  readonly start: number;
  readonly end: number;
}

interface ArticlePanelProps {
  readonly name: string;
  readonly fact: string | undefined;
  readonly evidence: number | undefined;
}

/** A whole article as it was read, with the sentence marked from which one came. */
export function ArticlePanel({ name, fact, evidence }: ArticlePanelProps): VNode {
  const article = useResource(`article ${name}`, (signal) => api.article(name, signal));
  const quote = useResource(`quote ${fact} ${evidence} ${name}`, (signal) => quotedSpan(name, fact, evidence, signal));
  return <Loaded resource={both(article, quote)}>{([value, span]) => <Article article={value} quote={span} />}</Loaded>;
}

/** Where the marked sentence stands. Nothing, where the address names none in this article. */
async function quotedSpan(
  name: string,
  fact: string | undefined,
  index: number | undefined,
  signal: AbortSignal,
): Promise<Span | undefined> {
  if (fact === undefined || index === undefined) return undefined;
  const { evidence } = await api.edge(fact, undefined, signal);
  const quoted = evidence[index];
  return quoted?.article.name === name ? quoted : undefined;
}

function both<A, B>(first: Resource<A>, second: Resource<B>): Resource<readonly [A, B]> {
  if (first.state !== "ready") return first;
  if (second.state !== "ready") return second;
  return { state: "ready", value: [first.value, second.value] };
}

function Article({ article, quote }: { readonly article: ArticleDetail; readonly quote: Span | undefined }): VNode {
  const { select } = useViewer();
  const { language, direction, publishedAt, outlet, url, otherSources, copyOf, earlierVersions, text } = article;
  const mark = useRef<HTMLElement>(null);
  useEffect(() => mark.current?.scrollIntoView({ block: "center" }), [quote?.start]);
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
            <dd>{otherSources.map((source) => source.outlet ?? source.name).join(strings.comma)}</dd>
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
      <div class="article-text" lang={language} dir={direction}>
        {paragraphsOf(text).map((paragraph) => (
          // Each paragraph in its own direction: an article may quote in another script.
          <p key={paragraph.start} dir="auto">
            <Marked text={text} within={paragraph} quote={quote} mark={mark} />
          </p>
        ))}
      </div>
    </article>
  );
}

interface MarkedProps {
  readonly text: string;
  readonly within: Span;
  readonly quote: Span | undefined;
  readonly mark: { current: HTMLElement | null };
}

function Marked({ text, within, quote, mark }: MarkedProps): VNode {
  const start = Math.max(within.start, quote?.start ?? within.end);
  const end = Math.min(within.end, quote?.end ?? within.start);
  if (start >= end) return <>{text.slice(within.start, within.end)}</>;
  return (
    <>
      {text.slice(within.start, start)}
      <mark ref={start === quote?.start ? mark : null}>{text.slice(start, end)}</mark>
      {text.slice(end, within.end)}
    </>
  );
}

/** The lines of a text that are not empty. */
function paragraphsOf(text: string): readonly Span[] {
  return [...text.matchAll(/[^\r\n]*\S[^\r\n]*/g)].map(({ index, 0: line }) => ({
    start: index,
    end: index + line.length,
  }));
}
