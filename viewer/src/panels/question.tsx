import type { VNode } from "preact";
import { useEffect, useId, useRef } from "preact/hooks";
import { FEW, type Question } from "../state/explorer.ts";
import { strings } from "../strings/index.ts";

interface ExpandQuestionProps {
  readonly question: Question;
  readonly onClose: () => void;
}

/** Asks before very many nodes are brought in. The browser keeps the focus inside, and gives it back. */
export function ExpandQuestion({ question, onClose }: ExpandQuestionProps): VNode {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    const { current } = dialog;
    current?.showModal();
    return () => current?.close();
  }, []);
  const { count, answer } = question;
  const choices = [
    { much: "most", label: strings.explore.most(FEW) },
    { much: "all", label: strings.explore.all(count) },
    { much: "none", label: strings.explore.none },
  ] as const;
  return (
    <dialog
      ref={dialog}
      class="question"
      aria-labelledby={id}
      onClose={onClose}
      // Escape is for the question, not for what is selected.
      onKeyDown={(event) => event.stopPropagation()}
    >
      <h2 id={id}>{strings.explore.many(count)}</h2>
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
    </dialog>
  );
}
