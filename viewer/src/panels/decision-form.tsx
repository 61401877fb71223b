import type { ComponentChildren, VNode } from "preact";
import { useId, useLayoutEffect, useRef, useState } from "preact/hooks";
import type { Decision } from "../../../src/model/decision.ts";
import { AUTHOR_LENGTH } from "../state/preferences.ts";
import { strings } from "../strings/index.ts";
import { useViewer } from "./context.ts";
import { TextField } from "./parts.tsx";

interface DecisionFormProps {
  readonly title: string;
  /** What it leads to, before it is done. */
  readonly help: string;
  /** What is decided; `undefined` as long as something is missing. */
  readonly decision: Decision | undefined;
  /** Default: true. A note is its own reason. */
  readonly asksWhy?: boolean;
  readonly onClose: () => void;
  readonly children?: ComponentChildren;
}

/** Asks for what a decision needs, for its reason and for who decides, records it, and says so where that was not possible. */
export function DecisionForm({
  title,
  help,
  decision,
  asksWhy = true,
  onClose,
  children,
}: DecisionFormProps): VNode | null {
  const { curation, preferences, prefer } = useViewer();
  const [why, setWhy] = useState("");
  const [by, setBy] = useState(preferences.author);
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
    if (by !== preferences.author) prefer({ author: by });
    try {
      await curation.decide(decision, { by, why });
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
      <h3 id={`${id}-title`}>{title}</h3>
      <p class="quiet">{help}</p>
      {children}
      {asksWhy && <TextField label={strings.curation.why} value={why} maxLength={5000} onValue={setWhy} />}
      <TextField
        label={strings.curation.by}
        value={by}
        maxLength={AUTHOR_LENGTH}
        placeholder={strings.curation.byNobody}
        onValue={setBy}
      />
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

/** A decision that can be made, and the form that asks for what it needs. */
export interface DecisionChoice {
  readonly title: string;
  readonly form: (props: Pick<DecisionFormProps, "title" | "onClose">) => VNode;
}

/** A decision for which nothing has to be chosen. */
export function plainChoice(title: string, help: string, decision: Decision): DecisionChoice {
  return { title, form: (props) => <DecisionForm {...props} help={help} decision={decision} /> };
}

/** Buttons that each open the form of a decision, one at a time. Nothing where nothing can be decided. */
export function DecisionButtons({ choices }: { readonly choices: readonly DecisionChoice[] }): VNode | null {
  const { curation } = useViewer();
  const [open, setOpen] = useState<string>();
  const row = useRef<HTMLParagraphElement>(null);
  if (curation === undefined) return null;
  const chosen = choices.find(({ title }) => title === open);
  const onClose = (): void => {
    setOpen(undefined);
    // What had the focus goes with the form.
    row.current?.querySelector<HTMLElement>("[aria-expanded=true]")?.focus();
  };
  return (
    <>
      <p class="button-row" ref={row}>
        {choices.map(({ title }) => (
          <button
            key={title}
            type="button"
            class="button"
            aria-expanded={title === open}
            onClick={() => setOpen(title === open ? undefined : title)}
          >
            {title}
          </button>
        ))}
      </p>
      {chosen?.form({ title: chosen.title, onClose })}
    </>
  );
}
