import { Fragment, type VNode } from "preact";
import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import type { ArticleDetail, ArticleMention, NodeRef } from "../../../src/server/contract.ts";
import { factsKeyOf, keyOf, layOutArticle, type Passage, type Stop, stopsOf } from "../article-layout.ts";
import { formatCount } from "../format.ts";
import type { Span } from "../passages.ts";
import { direction, strings } from "../strings/index.ts";
import { useViewer } from "./context.ts";
import { FactLink } from "./facts.tsx";
import { IconButton } from "./icons.tsx";
import { Menu } from "./menu.tsx";
import { Name } from "./parts.tsx";

interface ArticleTextProps {
  readonly article: ArticleDetail;
  /** The sentence to be marked. */
  readonly quote: Span | undefined;
  /** Id of the node that is looked for. */
  readonly node: string | undefined;
}

/**
 * The text of an article, in which every mention leads to its node, and every sentence to the facts that were read in it.
 *
 * All of them together are one stop of the Tab key, since there are many: the arrow keys go from one to the next.
 */
export function ArticleText({ article, quote, node }: ArticleTextProps): VNode {
  const { text, language } = article;
  const { refOf, select } = useMentions(article);
  const paragraphs = useMemo(() => layOutArticle(article, quote), [article, quote?.start, quote?.end]);
  const stops = useMemo(() => stopsOf(paragraphs), [paragraphs]);
  const sought = useMemo(
    () => stops.filter(({ mention }) => node !== undefined && mention?.nodes.includes(node) === true),
    [stops, node],
  );
  /** Which of those that are looked for is read now. */
  const [place, setPlace] = useState(0);
  const [visited, setVisited] = useState<string>();
  const at = stops.find(({ key }) => key === visited)?.key ?? firstStop(stops, sought, quote);
  const [pointed, setPointed] = useState<readonly string[]>([]);
  const [openEnd, setOpenEnd] = useState<number>();
  const [menu, setMenu] = useState<{ readonly mention: ArticleMention; readonly x: number; readonly y: number }>();
  const root = useRef<HTMLDivElement>(null);

  const elementOf = (key: string | undefined): HTMLElement | null | undefined =>
    root.current?.querySelector<HTMLElement>(`[data-stop="${key}"]`);
  const onKeyDown = (event: KeyboardEvent): void => {
    const focused = document.activeElement?.getAttribute("data-stop");
    const now = stops.findIndex(({ key }) => key === focused);
    const [forwards, backwards] =
      article.direction === "rtl" ? ["ArrowLeft", "ArrowRight"] : ["ArrowRight", "ArrowLeft"];
    const next = { [forwards]: now + 1, [backwards]: now - 1, Home: 0, End: stops.length - 1 }[event.key];
    if (now < 0 || next === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    elementOf(stops[next]?.key)?.focus();
  };
  const choose = (mention: ArticleMention, target: HTMLElement): void => {
    const [only, another] = mention.nodes;
    if (only !== undefined && another === undefined) return select(only);
    const { left, bottom } = target.getBoundingClientRect();
    setMenu({ mention, x: left, y: bottom });
  };
  /** Goes to one of those that are looked for; the Tab key enters the text there. */
  const goTo = (next: number): void => {
    const key = sought[next]?.key;
    setPlace(next);
    setVisited(key);
    elementOf(key)?.scrollIntoView({ block: "center" });
  };

  useEffect(() => {
    const marked = sought.length > 0 ? elementOf(sought[0]?.key) : root.current?.querySelector("mark");
    marked?.scrollIntoView({ block: "center" });
  }, []);

  const mentionLink = (segment: Span, mention: ArticleMention): VNode => {
    const key = keyOf(segment);
    const looks = {
      sought: node !== undefined && mention.nodes.includes(node),
      current: sought.length > 1 && key === sought[place]?.key,
      pointed: mention.nodes.some((id) => pointed.includes(id)),
      indirect: mention.form !== "name",
    };
    return (
      <a
        key={key}
        class={["mention", ...Object.entries(looks).flatMap(([name, holds]) => (holds ? [name] : []))].join(" ")}
        href={`#${new URLSearchParams({ node: mention.nodes[0] ?? "" })}`}
        title={mention.nodes.map((id) => refOf(id).label).join(strings.comma)}
        data-stop={key}
        tabIndex={key === at ? 0 : -1}
        onFocus={() => {
          setVisited(key);
          setPointed(mention.nodes);
        }}
        onBlur={() => setPointed([])}
        onPointerEnter={() => setPointed(mention.nodes)}
        onPointerLeave={() => setPointed([])}
        onClick={(event) => {
          if (event.ctrlKey || event.metaKey || event.shiftKey) return;
          event.preventDefault();
          choose(mention, event.currentTarget);
        }}
      >
        {text.slice(segment.start, segment.end)}
      </a>
    );
  };
  const wordsOf = ({ segments }: Passage): (VNode | string)[] =>
    segments.map((segment) =>
      segment.mark === undefined ? text.slice(segment.start, segment.end) : mentionLink(segment, segment.mark.value),
    );

  return (
    <>
      {sought.length > 0 && node !== undefined && (
        <Sought node={refOf(node)} place={place} count={sought.length} onGo={goTo} />
      )}
      <div
        class="article-text"
        ref={root}
        role="group"
        aria-label={strings.article.text}
        aria-description={stops.length === 0 ? undefined : strings.article.keys}
        lang={language}
        dir={article.direction}
        onKeyDown={onKeyDown}
      >
        {paragraphs.map(({ start, passages }) => {
          const open = passages.find(({ end, facts }) => end === openEnd && facts.length > 0);
          return (
            <Fragment key={start}>
              {/* Each paragraph in its own direction: an article may quote in another script. */}
              <p dir="auto">
                {passages.map((passage) => (
                  <Fragment key={passage.start}>
                    {passage.isQuoted ? <mark>{wordsOf(passage)}</mark> : wordsOf(passage)}
                    {passage.facts.length > 0 && (
                      <FactsButton
                        count={passage.facts.length}
                        isOpen={openEnd === passage.end}
                        stop={factsKeyOf(passage)}
                        isStop={factsKeyOf(passage) === at}
                        onFocus={() => setVisited(factsKeyOf(passage))}
                        onToggle={() => setOpenEnd(openEnd === passage.end ? undefined : passage.end)}
                      />
                    )}
                  </Fragment>
                ))}
              </p>
              {open !== undefined && (
                <ul class="rows sentence-facts" lang="" dir={direction}>
                  {open.facts.map((fact) => (
                    <li key={fact.id}>
                      <FactLink fact={fact} />
                    </li>
                  ))}
                </ul>
              )}
            </Fragment>
          );
        })}
      </div>
      {menu !== undefined && (
        <Menu
          label={strings.article.several}
          at={menu}
          groups={[
            {
              items: menu.mention.nodes.map((id) => ({ label: refOf(id).label, onChoose: () => select(id) })),
            },
          ]}
          onClose={() => setMenu(undefined)}
        />
      )}
    </>
  );
}

interface Mentions {
  readonly refOf: (id: string) => NodeRef;
  readonly select: (id: string) => void;
}

function useMentions({ nodes }: ArticleDetail): Mentions {
  const { select } = useViewer();
  const byId = useMemo(() => new Map(nodes.map((node) => [node.id, node])), [nodes]);
  return {
    refOf: (id) => byId.get(id) ?? { id, kind: "", label: id },
    select: (id) => select({ type: "node", id }),
  };
}

/** Where the Tab key enters the text: at what is looked for, else in the marked sentence, else at its beginning. */
function firstStop(stops: readonly Stop[], sought: readonly Stop[], quote: Span | undefined): string | undefined {
  const quoted = stops.find(({ mention }) => mention !== undefined && mention.start >= (quote?.start ?? Infinity));
  return (sought[0] ?? quoted ?? stops[0])?.key;
}

interface FactsButtonProps {
  readonly count: number;
  readonly isOpen: boolean;
  /** The key of its stop, and whether the Tab key leads there. */
  readonly stop: string;
  readonly isStop: boolean;
  readonly onFocus: () => void;
  readonly onToggle: () => void;
}

/** Behind a sentence: opens the facts that were read in it. */
function FactsButton({ count, isOpen, stop, isStop, onFocus, onToggle }: FactsButtonProps): VNode {
  const label = strings.article.factsHere(count);
  return (
    <button
      type="button"
      class="facts-here"
      aria-label={label}
      title={label}
      aria-expanded={isOpen}
      data-stop={stop}
      tabIndex={isStop ? 0 : -1}
      onFocus={onFocus}
      onClick={onToggle}
    >
      <bdi>{formatCount(count)}</bdi>
    </button>
  );
}

interface SoughtProps {
  readonly node: NodeRef;
  readonly place: number;
  readonly count: number;
  readonly onGo: (place: number) => void;
}

/** Goes through the mentions of one node. */
function Sought({ node, place, count, onGo }: SoughtProps): VNode {
  return (
    <div class="sought-bar">
      <span role="status">
        <Name>{node.label}</Name> <span class="quiet">{strings.article.mentionOf(place + 1, count)}</span>
      </span>
      <IconButton icon="up" label={strings.article.previous} onClick={() => onGo((place - 1 + count) % count)} />
      <IconButton icon="down" label={strings.article.next} onClick={() => onGo((place + 1) % count)} />
    </div>
  );
}
