import type { VNode } from "preact";
import { useId, useState } from "preact/hooks";
import { heightFor, LEAST_WIDTH, type PictureSize, widestFor } from "../graph/picture-size.ts";
import { strings } from "../strings/index.ts";
import { Dialog } from "./dialog.tsx";

interface PictureWidthProps {
  /** The picture on the screen. */
  readonly size: PictureSize;
  readonly onChoose: (width: number) => void;
  readonly onClose: () => void;
}

/** Asks how wide a picture is to be, within what every browser can draw. */
export function PictureWidth({ size, onChoose, onClose }: PictureWidthProps): VNode {
  const most = widestFor(size);
  const [text, setText] = useState(String(Math.min(most, 2 * size.width)));
  const help = useId();
  const width = Number(text);
  const isPossible = Number.isInteger(width) && width >= LEAST_WIDTH && width <= most;
  return (
    <Dialog title={strings.take.width} onClose={onClose}>
      <form
        class="picture-width"
        onSubmit={(event) => {
          event.preventDefault();
          if (!isPossible) return;
          onClose();
          onChoose(width);
        }}
        noValidate
      >
        <label>
          {strings.take.pixels}
          <span class="picture-size" dir="ltr">
            <input
              type="number"
              min={LEAST_WIDTH}
              max={most}
              value={text}
              aria-describedby={help}
              aria-invalid={!isPossible}
              onInput={({ currentTarget: { value } }) => setText(value)}
            />
            <output>{isPossible ? `× ${heightFor(size, width)}` : ""}</output>
          </span>
        </label>
        <p id={help}>{strings.take.widths(LEAST_WIDTH, most)}</p>
        <div class="question-choices">
          <button type="submit" class="button main-button" disabled={!isPossible}>
            {strings.take.save}
          </button>
          <button type="button" class="button" onClick={onClose}>
            {strings.close}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
