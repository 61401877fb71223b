import type { ComponentChildren, VNode } from "preact";
import type { AttributionRef, EvidenceDetail } from "../../../src/server/contract.ts";
import { languageName } from "../format.ts";
import { type Mark, segmentsOf } from "../passages.ts";
import { strings } from "../strings/index.ts";
import { useViewer } from "./context.ts";
import { ArticleOrigin, ArticleTitle, articleTitle, Name } from "./parts.tsx";

/** What words of a quote are for the fact that it says. */
type Part = "source" | "target" | "deed";

interface QuoteProps {
  readonly evidence: EvidenceDetail;
  readonly fact: string;
  /** Which of the fact's pieces of evidence it is; left out for the first of its article. */
  readonly index?: number;
  /** Without the rule that read it. */
  readonly isBrief?: boolean;
}

/** A sentence that says a fact: in its own script, with the words marked that name who and what, and who says so. */
export function Quote({ evidence, fact, index, isBrief }: QuoteProps): VNode {
  const { select } = useViewer();
  const { article, language, direction, attribution, rule } = evidence;
  return (
    <figure class="quote">
      {attribution.length > 0 && <Attribution chain={attribution} />}
      <blockquote lang={language} dir={direction}>
        <QuotedWords evidence={evidence} />
      </blockquote>
      <figcaption>
        <button
          type="button"
          class="link source"
          aria-label={strings.article.open(articleTitle(article))}
          onClick={() =>
            select({ type: "article", name: article.name, fact, ...(index === undefined ? {} : { evidence: index }) })
          }
        >
          <ArticleTitle article={article} />
        </button>
        <span class="row-details">
          <span>{languageName(language)}</span>
          <ArticleOrigin article={article} />
          {isBrief !== true && (
            <span title={strings.fact.rule}>
              <code>{rule}</code>
            </span>
          )}
        </span>
      </figcaption>
    </figure>
  );
}

/** The words of a quote, each in the look of what it is. */
export function QuotedWords({ evidence }: { readonly evidence: EvidenceDetail }): VNode {
  const { start, end, quote, words } = evidence;
  const parts: readonly Part[] = ["source", "target", "deed"];
  const marks = parts.flatMap((part) =>
    (words?.[part] ?? []).map((place): Mark<Part> => ({ start: place.start, end: place.end, value: part })),
  );
  return (
    <>
      {segmentsOf({ start, end }, marks).map(({ mark, ...segment }) => {
        const text = quote.slice(segment.start - start, segment.end - start);
        return mark === undefined ? (
          text
        ) : (
          <Word key={segment.start} part={mark.value}>
            {text}
          </Word>
        );
      })}
    </>
  );
}

/** Words in the look of what they are for a fact: the head of its panel shows what each look means. */
export function Word({ part, children }: { readonly part: Part; readonly children: ComponentChildren }): VNode {
  return <mark class={`word word-${part}`}>{children}</mark>;
}

/** Who says so, outermost first: "Foreign Ministry › Imran Khan". */
export function Attribution({ chain }: { readonly chain: readonly AttributionRef[] }): VNode {
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
