import type { VNode } from "preact";
import { useId, useState } from "preact/hooks";
import type { NodeRef } from "../../../src/server/contract.ts";
import { api } from "../api.ts";
import { useResource } from "../resource.ts";
import { strings } from "../strings/index.ts";
import { useViewer } from "./context.ts";
import { Name, Spot } from "./parts.tsx";

interface NodeChoiceProps {
  /** Nodes that are offered before anything is typed. */
  readonly offered: readonly NodeRef[];
  /** Whether a node can be chosen. */
  readonly isOffered: (node: NodeRef) => boolean;
  readonly chosen: NodeRef | undefined;
  readonly onChoose: (node: NodeRef) => void;
}

/** Chooses a node by any of its names. */
export function NodeChoice({ offered, isOffered, chosen, onChoose }: NodeChoiceProps): VNode {
  const { words, labels } = useViewer();
  const [query, setQuery] = useState("");
  const asked = query.trim();
  const found = useResource(`choice ${labels} ${asked}`, async (signal) =>
    asked === "" ? [] : (await api.search(asked, labels, signal)).hits,
  );
  const hits = asked === "" ? offered : found.state === "ready" ? found.value : [];
  const listed = hits.filter(isOffered);
  const name = useId();
  return (
    <div class="node-choice">
      <input
        type="search"
        dir="auto"
        autocomplete="off"
        spellcheck={false}
        aria-label={strings.search.label}
        placeholder={strings.search.placeholder}
        value={query}
        onInput={(event) => setQuery(event.currentTarget.value)}
        // What is typed is no decision yet.
        onKeyDown={(event) => event.key === "Enter" && event.preventDefault()}
      />
      <div role="radiogroup" aria-label={strings.search.suggestions}>
        {listed.map((node) => (
          <label key={node.id} class="choice">
            <input type="radio" name={name} checked={chosen?.id === node.id} onChange={() => onChoose(node)} />
            <Spot kind={words.kind(node.kind)} />
            <Name>{node.label}</Name>
            <span class="quiet count">{words.kindLabel(node.kind)}</span>
          </label>
        ))}
      </div>
      {asked !== "" && found.state === "ready" && listed.length === 0 && <p class="quiet">{strings.search.none}</p>}
    </div>
  );
}
