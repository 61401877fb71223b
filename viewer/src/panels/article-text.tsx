import { Fragment, type VNode } from "preact";
import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import type { ArticleDetail, ArticleFact, ArticleMention, NodeRef } from "../../../src/server/contract.ts";
import { formatCount } from "../format.ts";
import { cutsOf, type Mark, paragraphsOf, segmentsOf, type Span } from "../passages.ts";
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
  const { text, language, mentions, facts } = article;
  const { refOf, select } = useMentions(article);
  const [at, setAt] = useState<string>();
  const [pointed, setPointed] = useState<readonly string[]>([]);
  const [openEnd, setOpenEnd] = useState<number>();
  const [menu, setMenu] = useState<{ readonly mention: ArticleMention; readonly x: number; readonly y: number }>();
  const root = useRef<HTMLDivElement>(null);

  const marks = useMemo(() => mentions.map((value): Mark<ArticleMention> => ({ ...value, value })), [mentions]);
  const factsByEnd = useMemo(() => groupByEnd(facts), [facts]);
  const sought = mentions.filter(({ nodes }) => node !== undefined && nodes.includes(node));
  const firstStop = String(sought[0]?.start ?? quote?.start ?? mentions[0]?.start ?? 0);

  const links = (): readonly HTMLElement[] => [...(root.current?.querySelectorAll<HTMLElement>("[data-stop]") ?? [])];
  const isStop = (key: string): boolean => key === (at ?? stopNear(marks, firstStop));
  const onKeyDown = (event: KeyboardEvent): void => {
    const stops = links();
    const now = stops.findIndex((link) => link === document.activeElement);
    const forwards = direction === "rtl" ? "ArrowLeft" : "ArrowRight";
    const backwards = direction === "rtl" ? "ArrowRight" : "ArrowLeft";
    const next = { [forwards]: now + 1, [backwards]: now - 1, Home: 0, End: stops.length - 1 }[event.key];
    if (now < 0 || next === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    stops[next]?.focus();
  };
  const choose = (mention: ArticleMention, target: HTMLElement): void => {
    const [only, another] = mention.nodes;
    if (only !== undefined && another === undefined) return select(only);
    const { left, bottom } = target.getBoundingClientRect();
    setMenu({ mention, x: left, y: bottom });
  };

  useEffect(() => {
    const marked = root.current?.querySelector(sought.length > 0 ? ".sought" : "mark");
    marked?.scrollIntoView({ block: "center" });
  }, [node, quote?.start]);

  const mentionLink = ({ mark, start, end }: Span & { readonly mark: Mark<ArticleMention> }): VNode => {
    const { value } = mark;
    const isSought = node !== undefined && value.nodes.includes(node);
    const isPointed = value.nodes.some((id) => pointed.includes(id));
    const looks = [isSought ? "sought" : "", isPointed ? "pointed" : "", value.form === "name" ? "" : "indirect"];
    return (
      <a
        key={start}
        class={["mention", ...looks].join(" ").trim()}
        href={`#${new URLSearchParams({ node: value.nodes[0] ?? "" })}`}
        title={value.nodes.map((id) => refOf(id).label).join(strings.comma)}
        data-stop
        data-mention={mark.start}
        tabIndex={isStop(String(start)) ? 0 : -1}
        onFocus={() => {
          setAt(String(start));
          setPointed(value.nodes);
        }}
        onBlur={() => setPointed([])}
        onPointerEnter={() => setPointed(value.nodes)}
        onPointerLeave={() => setPointed([])}
        onClick={(event) => {
          if (event.ctrlKey || event.metaKey || event.shiftKey) return;
          event.preventDefault();
          choose(value, event.currentTarget);
        }}
      >
        {text.slice(start, end)}
      </a>
    );
  };
  const passage = (within: Span): (VNode | string)[] =>
    segmentsOf(within, marks).map(({ mark, start, end }) =>
      mark === undefined ? text.slice(start, end) : mentionLink({ mark, start, end }),
    );

  return (
    <>
      {sought.length > 0 && node !== undefined && <Sought node={refOf(node)} mentions={sought} root={root} />}
      <div
        class="article-text"
        ref={root}
        role="group"
        aria-label={strings.article.text}
        aria-description={mentions.length === 0 ? undefined : strings.article.keys}
        lang={language}
        dir={article.direction}
        onKeyDown={onKeyDown}
      >
        {paragraphsOf(text).map((paragraph) => {
          const ends = [...factsByEnd.keys()].filter((end) => end > paragraph.start && end <= paragraph.end);
          const cuts = [...ends, ...(quote === undefined ? [] : [quote.start, quote.end])];
          const open = openEnd !== undefined && ends.includes(openEnd) ? factsByEnd.get(openEnd) : undefined;
          return (
            <Fragment key={paragraph.start}>
              {/* Each paragraph in its own direction: an article may quote in another script. */}
              <p dir="auto">
                {cutsOf(paragraph, cuts).map((part) => {
                  const isQuoted = quote !== undefined && quote.start <= part.start && part.end <= quote.end;
                  const here = factsByEnd.get(part.end);
                  return (
                    <Fragment key={part.start}>
                      {isQuoted ? <mark>{passage(part)}</mark> : passage(part)}
                      {here !== undefined && (
                        <FactsButton
                          count={here.length}
                          isOpen={openEnd === part.end}
                          tabIndex={isStop(`facts ${part.end}`) ? 0 : -1}
                          onFocus={() => setAt(`facts ${part.end}`)}
                          onToggle={() => setOpenEnd(openEnd === part.end ? undefined : part.end)}
                        />
                      )}
                    </Fragment>
                  );
                })}
              </p>
              {open !== undefined && (
                <ul class="rows sentence-facts" lang="" dir={direction}>
                  {open.map((fact) => (
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

/** The mention at which the Tab key enters the text: the one at this place, else the first. */
function stopNear(marks: readonly Mark<ArticleMention>[], place: string): string {
  const found = marks.find(({ start }) => start >= Number(place)) ?? marks[0];
  return String(found?.start ?? "");
}

/** Facts by the ends of the sentences that say them. */
function groupByEnd(facts: readonly ArticleFact[]): ReadonlyMap<number, readonly ArticleFact[]> {
  const groups = new Map<number, ArticleFact[]>();
  for (const fact of facts) {
    for (const { end } of fact.places) {
      const group = groups.get(end);
      if (group === undefined) groups.set(end, [fact]);
      else if (!group.includes(fact)) group.push(fact);
    }
  }
  return groups;
}

interface FactsButtonProps {
  readonly count: number;
  readonly isOpen: boolean;
  readonly tabIndex: number;
  readonly onFocus: () => void;
  readonly onToggle: () => void;
}

/** Behind a sentence: opens the facts that were read in it. */
function FactsButton({ count, isOpen, tabIndex, onFocus, onToggle }: FactsButtonProps): VNode {
  const label = strings.article.factsHere(count);
  return (
    <button
      type="button"
      class="facts-here"
      aria-label={label}
      title={label}
      aria-expanded={isOpen}
      data-stop
      tabIndex={tabIndex}
      onFocus={onFocus}
      onClick={onToggle}
    >
      <bdi>{formatCount(count)}</bdi>
    </button>
  );
}

interface SoughtProps {
  readonly node: NodeRef;
  readonly mentions: readonly ArticleMention[];
  readonly root: { readonly current: HTMLElement | null };
}

/** Goes through the mentions of one node. */
function Sought({ node, mentions, root }: SoughtProps): VNode {
  const [index, setIndex] = useState(0);
  const count = mentions.length;
  const go = (step: number): void => {
    const next = (index + step + count) % count;
    setIndex(next);
    root.current?.querySelector(`[data-mention="${mentions[next]?.start}"]`)?.scrollIntoView({ block: "center" });
  };
  return (
    <div class="sought-bar">
      <span role="status">
        <Name>{node.label}</Name> <span class="quiet">{strings.article.mentionOf(index + 1, count)}</span>
      </span>
      <IconButton icon="up" label={strings.article.previous} onClick={() => go(-1)} />
      <IconButton icon="down" label={strings.article.next} onClick={() => go(1)} />
    </div>
  );
}
