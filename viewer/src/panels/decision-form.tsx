import type { ComponentChildren, VNode } from "preact";
import { useId, useLayoutEffect, useRef, useState } from "preact/hooks";
import type { Decision } from "../../../src/model/decision.ts";
import { strings } from "../strings/index.ts";
import { useViewer } from "./context.ts";
import { TextField } from "./parts.tsx";

interface DecisionFormProps {
  readonly title: string;
  /** What it leads to, before it is done. */
  readonly help: string;
  /** What is decided; `undefined` as long as something is missing. */
  readonly decision: Decision | undefined;
  readonly onClose: () => void;
  readonly children?: ComponentChildren;
}

/** Asks for what a decision needs and for its reason, records it, and says so where that was not possible. */
export function DecisionForm({ title, help, decision, onClose, children }: DecisionFormProps): VNode | null {
  const { curation } = useViewer();
  const [why, setWhy] = useState("");
  const [isPending, setPending] = useState(false);
  const [error, setError] = useState<string>();
  const form = useRef<HTMLFormElement>(null);
  const id = useId();
  // At once: a key that is pressed next is meant for the form.
  useLayoutEffect(() => form.current?.querySelector<HTMLElement>("input, button")?.focus(), []);
  if (curation === undefined) return null;

  const record = async (): Promise<void> => {
    if (decision === undefined) return;
    setPending(true);
    setError(undefined);
    try {
      await curation.decide(decision, why);
      onClose();
    } catch (cause) {
      setError(String(cause));
      setPending(false);
    }
  };
  return (
    <form
      class="decision-form"
      ref={form}
      aria-labelledby={`${id}-title`}
      onSubmit={(event) => {
        event.preventDefault();
        void record();
      }}
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        event.stopPropagation();
        onClose();
      }}
    >
      <h4 id={`${id}-title`}>{title}</h4>
      <p class="quiet">{help}</p>
      {children}
      <TextField label={strings.curation.why} value={why} maxLength={5000} onValue={setWhy} />
      {error !== undefined && (
        <p class="failed" role="alert">
          {strings.curation.failed} <bdi>{error}</bdi>
        </p>
      )}
      <p class="button-row">
        <button type="submit" class="button main-button" disabled={decision === undefined || isPending}>
          {isPending ? strings.curation.recording : strings.curation.record}
        </button>
        <button type="button" class="button" onClick={onClose}>
          {strings.curation.cancel}
        </button>
      </p>
    </form>
  );
}

/** A button that opens the form of a decision for which nothing has to be chosen. Nothing where nothing can be decided. */
export function DecisionButton({ title, help, decision }: Omit<DecisionFormProps, "onClose">): VNode | null {
  const { curation } = useViewer();
  const [isOpen, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  if (curation === undefined) return null;
  const close = (): void => {
    setOpen(false);
    // What had the focus is gone with the form.
    button.current?.focus();
  };
  return (
    <>
      <p class="button-row">
        <button ref={button} type="button" class="button" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {title}
        </button>
      </p>
      {isOpen && <DecisionForm title={title} help={help} decision={decision} onClose={close} />}
    </>
  );
}
