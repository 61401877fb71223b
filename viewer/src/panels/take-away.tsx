import type { VNode } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import type { PartFormatId } from "../../../src/exporters/part.ts";
import { api, type Part } from "../api.ts";
import { toPng } from "../graph/paint.ts";
import { heightFor, type PictureSize } from "../graph/picture-size.ts";
import { toSvg } from "../graph/svg.ts";
import { saveFile } from "../save-file.ts";
import type { ViewerState } from "../state/store.ts";
import { strings } from "../strings/index.ts";
import { useViewer } from "./context.ts";
import { IconButton } from "./icons.tsx";
import { MenuButton, type MenuGroup } from "./menu.tsx";
import { PictureWidth } from "./picture-width.tsx";

/** Pixels across a picture, beside those of the screen: for a page of the web, for a large screen, for print. */
const WIDTHS: readonly number[] = [1920, 3840, 7680];
const FORMATS: readonly PartFormatId[] = ["graphml", "json", "nodes.csv", "edges.csv"];

/** What came of it. */
type Said =
  | { readonly how: "told"; readonly text: string }
  | { readonly how: "link"; readonly text: string; readonly link: string }
  | { readonly how: "failed"; readonly text: string; readonly reason: string };

/** The link, the picture and the data of what is shown, to take away. */
export function TakeAway(): VNode {
  const { state, picture, labels, link: linkOf } = useViewer();
  const [said, setSaid] = useState<Said>();
  const [size, setSize] = useState<PictureSize>();
  const [asksWidth, setAsksWidth] = useState(false);
  const button = useRef<HTMLSpanElement>(null);
  const running = useRef(new AbortController());
  useEffect(() => () => running.current.abort(), []);

  const take = async (name: string, make: (signal: AbortSignal) => Promise<Blob>): Promise<void> => {
    running.current.abort();
    const controller = new AbortController();
    running.current = controller;
    setSaid({ how: "told", text: strings.take.writing(name) });
    try {
      const content = await make(controller.signal);
      if (controller.signal.aborted) return;
      saveFile(content, name);
      setSaid({ how: "told", text: strings.take.written(name) });
    } catch (error) {
      if (controller.signal.aborted) return;
      const reason = error instanceof Error ? error.message : String(error);
      setSaid({ how: "failed", text: strings.take.failed(name), reason });
    }
  };
  const png = (width: number) =>
    take("dragoman.png", async () => {
      const { current } = picture;
      // A large picture takes seconds in which nothing else is drawn: first what is said of it.
      await nextFrame();
      const made = current === undefined ? undefined : await toPng(current.drawing(), width);
      if (made === undefined) throw new Error(strings.take.tooLarge);
      return made;
    });
  const svg = () =>
    take("dragoman.svg", async () => {
      const { nodes, facts } = state.visibility.counts;
      const drawing = picture.current?.drawing();
      const text = drawing === undefined ? "" : toSvg(drawing, strings.graph.picture(nodes, facts));
      return new Blob([text], { type: "image/svg+xml" });
    });
  const copyLink = async (): Promise<void> => {
    const link = linkOf();
    try {
      await navigator.clipboard.writeText(link);
      setSaid({ how: "told", text: strings.take.linkCopied });
    } catch {
      // A page that came neither by HTTPS nor from this machine may not.
      setSaid({ how: "link", text: strings.take.linkNotCopied, link });
    }
  };

  const { heads, formats } = strings.take;
  const { page } = api;
  const groups: readonly MenuGroup[] = [
    { label: heads.link, items: [{ label: strings.take.link, onChoose: () => void copyLink() }] },
    ...(size === undefined
      ? []
      : [
          {
            label: heads.picture,
            items: [
              ...[size.width, ...WIDTHS].map((width) => ({
                label: strings.take.png(width, heightFor(size, width)),
                onChoose: () => void png(width),
              })),
              { label: strings.take.otherWidth, onChoose: () => setAsksWidth(true) },
              { label: strings.take.svg, onChoose: () => void svg() },
            ],
          },
        ]),
    {
      label: heads.data,
      items: [
        ...FORMATS.map((format) => ({
          label: formats[format],
          onChoose: () => void take(fileName(format), (signal) => api.part(shownPart(state), format, labels, signal)),
        })),
        ...(page === undefined
          ? []
          : [
              {
                label: formats.html,
                onChoose: () =>
                  void take(fileName("html"), (signal) => page(shownPart(state), new URL(linkOf()).hash, signal)),
              },
            ]),
      ],
    },
  ];
  return (
    <>
      <span ref={button}>
        <MenuButton
          icon="download"
          label={strings.take.label}
          groups={groups}
          onOpen={() => setSize(picture.current?.size())}
        />
      </span>
      {asksWidth && size !== undefined && (
        <PictureWidth size={size} onChoose={(width) => void png(width)} onClose={() => setAsksWidth(false)} />
      )}
      {said !== undefined && (
        <Saying
          said={said}
          onClose={() => {
            setSaid(undefined);
            // What had the focus is gone.
            button.current?.querySelector("button")?.focus();
          }}
        />
      )}
    </>
  );
}

function Saying({ said, onClose }: { readonly said: Said; readonly onClose: () => void }): VNode {
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    field.current?.focus();
    field.current?.select();
  }, [said]);
  return (
    <div class="said" role={said.how === "failed" ? "alert" : "status"}>
      <div class="said-text">
        <p>{said.text}</p>
        {said.how === "failed" && (
          <p class="quiet">
            <bdi>{said.reason}</bdi>
          </p>
        )}
        {said.how === "link" && (
          <input ref={field} type="text" dir="ltr" readOnly aria-label={said.text} value={said.link} />
        )}
      </div>
      <IconButton icon="close" label={strings.close} onClick={onClose} />
    </div>
  );
}

/** Resolves when the page has been drawn as it is now. */
function nextFrame(): Promise<void> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve));
  });
}

/** `dragoman.graphml`, `dragoman-nodes.csv`. */
function fileName(format: string): string {
  return format.includes(".") ? `dragoman-${format}` : `dragoman.${format}`;
}

/** What the picture shows, by id. */
function shownPart({ model, visibility }: ViewerState): Part {
  const { nodes, edges } = model.data;
  return {
    nodes: nodes.id.filter((_, index) => visibility.nodes[index] === 1),
    facts: edges.id.filter((_, index) => visibility.edges[index] === 1),
  };
}
