import type { ComponentChildren, VNode } from "preact";
import { useState } from "preact/hooks";
import type { NodeRef } from "../../../src/server/contract.ts";
import { formatList } from "../format.ts";
import { kindsOf } from "../merge-choice.ts";
import { strings } from "../strings/index.ts";
import { useViewer } from "./context.ts";
import { DecisionForm } from "./decision-form.tsx";

interface MergeFormProps {
  readonly title: string;
  readonly help: string;
  /** What is to be one; as long as it is fewer than two, there is nothing to decide. */
  readonly nodes: readonly NodeRef[];
  readonly onClose: () => void;
  readonly children?: ComponentChildren;
}

/** Makes nodes one. Where they are of several kinds, such as a person and a state, it asks whether that is meant. */
export function MergeForm({ title, help, nodes, onClose, children }: MergeFormProps): VNode {
  const { words } = useViewer();
  const ids = nodes.map(({ id }) => id);
  const kinds = kindsOf(nodes);
  const isAsked = kinds.length > 1;
  // Of other nodes it is asked anew.
  const [meant, setMeant] = useState("");
  const isMeant = meant === ids.join(" ");
  const isReady = ids.length > 1 && (isMeant || !isAsked);
  return (
    <DecisionForm
      title={title}
      help={help}
      decision={isReady ? { type: "merge", ids, ...(isAsked ? { acrossKinds: true } : {}) } : undefined}
      onClose={onClose}
    >
      {children}
      {isAsked && (
        <div class="caution">
          <p role="alert">{strings.curation.severalKinds(formatList(kinds.map(words.kindLabel)))}</p>
          <label class="choice">
            <input
              type="checkbox"
              checked={isMeant}
              onChange={(event) => setMeant(event.currentTarget.checked ? ids.join(" ") : "")}
            />
            {strings.curation.allTheSame}
          </label>
        </div>
      )}
    </DecisionForm>
  );
}
