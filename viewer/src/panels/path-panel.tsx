import type { VNode } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { Chain, FactBrief, Paths } from "../../../src/server/contract.ts";
import { api } from "../api.ts";
import { edgeTest } from "../graph/visibility.ts";
import { useResource } from "../resource.ts";
import { pathWish } from "../state/path-wish.ts";
import { strings } from "../strings/index.ts";
import { useViewer } from "./context.ts";
import { FactLink, FactList } from "./facts.tsx";
import { refOfFact } from "./model-refs.ts";
import { Loaded, NodeLink, PanelHead, Section } from "./parts.tsx";
import { Quote } from "./quote.tsx";

interface PathPanelProps {
  readonly from: string;
  readonly to: string;
}

/** Steps of a chain at first, and where one looks further. */
const NEAR = 4;
const FAR = 8;

/** The shortest chains of facts between two nodes, with what says each of their steps. */
export function PathPanel({ from, to }: PathPanelProps): VNode {
  const { labels, state } = useViewer();
  const [maxSteps, setMaxSteps] = useState(NEAR);
  const { filters } = state.view;
  const wish = pathWish({ from, to }, maxSteps, filters, state.model);
  const resource = useResource(`path ${labels} ${JSON.stringify(wish)}`, async (signal) =>
    wish === undefined ? undefined : await api.path(wish, labels, signal),
  );
  return (
    <article>
      <Loaded resource={resource}>
        {(paths) =>
          paths === undefined ? (
            <>
              <PanelHead over={strings.path.title}>{strings.path.title}</PanelHead>
              <p class="quiet">{strings.path.none(maxSteps)}</p>
            </>
          ) : (
            <FoundPaths key={`${from} ${to}`} paths={paths} maxSteps={maxSteps} onFurther={() => setMaxSteps(FAR)} />
          )
        }
      </Loaded>
      {(filters.off.languages.size > 0 || filters.off.sources.size > 0) && (
        <p class="quiet">{strings.path.anySource}</p>
      )}
    </article>
  );
}

interface FoundPathsProps {
  readonly paths: Paths;
  readonly maxSteps: number;
  readonly onFurther: () => void;
}

function FoundPaths({ paths, maxSteps, onFurther }: FoundPathsProps): VNode {
  const { store, picture } = useViewer();
  const { from, to, length, total, chains } = paths;
  /** The chain that is pointed out alone; all of them where it is none. */
  const [alone, setAlone] = useState<number>();
  useEffect(() => {
    const shown = alone === undefined ? chains : chains.slice(alone, alone + 1);
    const nodes = shown.flatMap((chain) => chain.nodes.map(({ id }) => id));
    const edges = shown.flatMap(({ steps }) => steps.flatMap(({ facts }) => facts.map(({ id }) => id)));
    store.pointOut({ nodes: new Set([from.id, to.id, ...nodes]), edges: new Set(edges) });
    picture.current?.reveal([from.id, to.id, ...nodes]);
  }, [paths, alone]);
  return (
    <>
      <PanelHead over={strings.path.title}>
        <NodeLink node={from} /> <span class="relation">…</span> <NodeLink node={to} />
      </PanelHead>
      {length === null ? (
        <>
          <p class="quiet">{strings.path.none(maxSteps)}</p>
          {maxSteps < FAR && (
            <button type="button" class="button" onClick={onFurther}>
              {strings.path.further}
            </button>
          )}
        </>
      ) : length === 0 ? (
        <p class="quiet">{strings.path.same}</p>
      ) : (
        <p class="quiet" role="status">
          {strings.path.found(total, length)} {total > chains.length && strings.path.part(chains.length, total)}
        </p>
      )}
      {length !== null &&
        length > 0 &&
        chains.map((chain, index) => (
          <Section
            key={chain.nodes.map(({ id }) => id).join("\n")}
            title={strings.path.chain(index + 1, chains.length)}
          >
            {chains.length > 1 && (
              <label class="choice">
                <input
                  type="checkbox"
                  checked={alone === index}
                  onChange={(event) => setAlone(event.currentTarget.checked ? index : undefined)}
                />
                <span>{strings.path.point}</span>
              </label>
            )}
            <ChainSteps chain={chain} />
          </Section>
        ))}
    </>
  );
}

/** The nodes of a chain in their order, and between each two what ties them. */
function ChainSteps({ chain }: { readonly chain: Chain }): VNode {
  const { words } = useViewer();
  return (
    <ol class="chain">
      {chain.nodes.map((node, index) => {
        const step = chain.steps[index];
        const next = chain.nodes[index + 1];
        return (
          <li key={node.id}>
            <NodeLink node={node} /> <span class="quiet">{words.kindLabel(node.kind)}</span>
            {step !== undefined && next !== undefined && (
              <div class="chain-step">
                {step.facts.map((fact) => (
                  <BriefFact key={fact.id} fact={fact} />
                ))}
                {step.total > step.facts.length && <OtherFacts ends={[node.id, next.id]} told={step.facts} />}
              </div>
            )}
          </li>
        );
      })}
    </ol>
  );
}

/** A fact with the first places that say it; the fact leads to all of them. */
function BriefFact({ fact }: { readonly fact: FactBrief }): VNode {
  const { select } = useViewer();
  const more = fact.weight - fact.evidence.length;
  return (
    <div class="brief">
      <FactLink fact={fact} />
      {fact.evidence.map((evidence, index) => (
        <Quote key={index} evidence={evidence} fact={fact.id} isBrief />
      ))}
      {more > 0 && (
        <button type="button" class="link" onClick={() => select({ type: "fact", id: fact.id })}>
          {strings.path.moreQuotes(more)}
        </button>
      )}
    </div>
  );
}

interface OtherFactsProps {
  readonly ends: readonly [string, string];
  readonly told: readonly FactBrief[];
}

/** What else ties two nodes, of what the filters leave: a line for each. */
function OtherFacts({ ends, told }: OtherFactsProps): VNode | null {
  const { model, view } = useViewer().state;
  const [one, other] = ends;
  const known = new Set(told.map(({ id }) => id));
  const isWanted = edgeTest(model, view.filters);
  // In an overview they come after their ends do.
  if (!model.graph.hasNode(one)) return null;
  const facts = model.graph.filterEdges(one, (id, { index }, source, target) => {
    const isBetween = source === other || target === other;
    return isBetween && !known.has(id) && isWanted(index);
  });
  return (
    <details class="more">
      <summary>{strings.path.moreFacts(facts.length)}</summary>
      <FactList facts={facts.map((id) => refOfFact(model, id))} />
    </details>
  );
}
