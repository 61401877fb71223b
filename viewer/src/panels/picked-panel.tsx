import type { VNode } from "preact";
import { useMemo, useRef } from "preact/hooks";
import { factsBetween } from "../graph/neighbours.ts";
import { canMerge } from "../merge-choice.ts";
import { unpick } from "../state/commands.ts";
import { strings } from "../strings/index.ts";
import { refOfFact, refOfNode } from "./model-refs.ts";
import { useViewer } from "./context.ts";
import { DecisionButtons } from "./decision-form.tsx";
import { FactList } from "./facts.tsx";
import { IconButton } from "./icons.tsx";
import { useKeptFocus } from "./kept-focus.ts";
import { MergeForm } from "./merge-form.tsx";
import { ActionButtons } from "./node-actions.tsx";
import { useNodeMenu } from "./node-menu.ts";
import { NodeLink, PanelHead, Section } from "./parts.tsx";

/** The nodes that are picked, what can be done with them, and what ties them to each other. */
export function PickedPanel(): VNode {
  const { words, store, state } = useViewer();
  const { model, view, visibility } = state;
  const ids = useMemo(() => [...view.picked].filter((id) => model.nodeIndex.has(id)), [model, view.picked]);
  const facts = useMemo(() => factsBetween(model, visibility, new Set(ids)), [model, visibility, ids]);
  const nodes = ids.map((id) => refOfNode(model, id));
  const groups = useNodeMenu(ids);
  const list = useRef<HTMLUListElement>(null);
  useKeptFocus(list);
  return (
    <article>
      <PanelHead over={strings.picked.title}>{strings.picked.count(ids.length)}</PanelHead>
      {ids.length === 0 ? (
        <p class="quiet">{strings.picked.empty}</p>
      ) : (
        <>
          <ActionButtons groups={groups} />
          {canMerge(nodes, words.kind) && (
            <DecisionButtons
              choices={[
                {
                  title: strings.curation.same,
                  form: (props) => <MergeForm {...props} help={strings.curation.sameHelp} nodes={nodes} />,
                },
              ]}
            />
          )}
          <Section title={strings.picked.nodes}>
            <ul class="node-list" ref={list}>
              {nodes.map((node) => (
                <li key={node.id}>
                  <NodeLink node={node} />
                  <IconButton
                    icon="close"
                    label={strings.picked.drop(node.label)}
                    onClick={() => store.run(unpick([node.id]))}
                  />
                </li>
              ))}
            </ul>
          </Section>
          {ids.length > 1 && (
            <Section title={strings.picked.between}>
              {facts.length === 0 && <p class="quiet">{strings.picked.noneBetween}</p>}
              <FactList facts={facts.map((id) => refOfFact(model, id))} />
            </Section>
          )}
        </>
      )}
    </article>
  );
}
