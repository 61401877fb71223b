import type { VNode } from "preact";
import { useMemo } from "preact/hooks";
import { formatList, formatPart } from "../format.ts";
import { communitiesOf, MOST_COMMUNITIES } from "../graph/communities.ts";
import { headsOf } from "../graph/community-heads.ts";
import { strings } from "../strings/index.ts";
import { useViewer } from "./context.ts";

/** How many of its main nodes a community is called by. */
const HEADS = 2;

/** The colours of the communities, each called by its main nodes; pressing one points out its nodes. */
export function CommunityLegend(): VNode {
  const { store, state } = useViewer();
  const { model, visibility, highlight } = state;
  const { of } = communitiesOf(model);
  const heads = useMemo(() => headsOf(model, communitiesOf(model), HEADS), [model]);
  const members = useMemo(() => {
    const nodes = Array.from({ length: MOST_COMMUNITIES + 1 }, (): { shown: string[]; all: number } => ({
      shown: [],
      all: 0,
    }));
    for (const [node, community] of of.entries()) {
      const entry = nodes[community];
      if (entry === undefined) continue;
      entry.all += 1;
      if (visibility.nodes[node] === 1) entry.shown.push(model.data.nodes.id[node] ?? "");
    }
    return nodes;
  }, [model, visibility]);
  return (
    <ul class="legend communities" aria-label={strings.graph.communities}>
      {members.map(({ shown, all }, community) => {
        if (shown.length === 0) return null;
        const names = (heads[community] ?? []).map((node) => model.data.nodes.label[node] ?? "");
        const name = names.length === 0 ? strings.graph.smallCommunities : formatList(names);
        const isPointedOut =
          highlight !== undefined &&
          highlight.nodes.size === shown.length &&
          shown.every((id) => highlight.nodes.has(id));
        return (
          <li key={community}>
            <button
              type="button"
              aria-pressed={isPointedOut}
              onClick={() => store.pointOut(isPointedOut ? undefined : { nodes: new Set(shown), edges: new Set() })}
            >
              <span class="spot" style={colourOf(community)} aria-hidden="true" />
              <bdi>{name}</bdi>
              <span class="unseen">: {strings.filters.count(shown.length, all)}</span>
              <span class="count" aria-hidden="true">
                {formatPart(shown.length, all)}
              </span>
            </button>
          </li>
        );
      })}
    </ul>
  );
}

/** The colour of the style sheet that the picture has for it. */
function colourOf(community: number): Readonly<Record<string, string>> {
  const colour = `var(--community-${community + 1})`;
  return { "--light": colour, "--dark": colour };
}
