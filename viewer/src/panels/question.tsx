import type { VNode } from "preact";
import { FEW, type Question } from "../state/explorer.ts";
import { strings } from "../strings/index.ts";
import { Dialog } from "./dialog.tsx";

interface ExpandQuestionProps {
  readonly question: Question;
  readonly onClose: () => void;
}

/** Asks before very many nodes are brought in. */
export function ExpandQuestion({ question, onClose }: ExpandQuestionProps): VNode {
  const { count, answer } = question;
  const choices = [
    { much: "most", label: strings.explore.most(FEW) },
    { much: "all", label: strings.explore.all(count) },
    { much: "none", label: strings.explore.none },
  ] as const;
  return (
    <Dialog title={strings.explore.many(count)} onClose={onClose}>
      <p>{strings.explore.manyText}</p>
      <div class="question-choices">
        {choices.map(({ much, label }) => (
          <button
            key={much}
            type="button"
            class="button"
            onClick={() => {
              onClose();
              answer(much);
            }}
          >
            {label}
          </button>
        ))}
      </div>
    </Dialog>
  );
}
