import type { ComponentChildren, VNode } from "preact";
import { useEffect, useRef } from "preact/hooks";
import type { ArticleRef, KindTerm, NodeRef } from "../../../src/server/contract.ts";
import { formatDate, formatPart } from "../format.ts";
import type { Resource } from "../resource.ts";
import { strings } from "../strings/index.ts";
import { togglePick } from "../state/commands.ts";
import { useViewer } from "./context.ts";
import { IconButton } from "./icons.tsx";
import { menuNodes } from "./picture-keys.ts";

/** A spot in a kind's colour: a disc, or a ring for events, as in the picture. */
export function Spot({ kind }: { readonly kind: KindTerm | undefined }): VNode {
  const { light, dark } = kind?.colour ?? { light: "currentColor", dark: "currentColor" };
  const style = { "--light": light, "--dark": dark };
  return <span class={`spot spot-${kind?.type ?? "entity"}`} style={style} aria-hidden="true" />;
}

/** Text from articles, in its own direction whatever stands around it. */
export function Name({ children }: { readonly children: string }): VNode {
  return <bdi>{children}</bdi>;
}

/** Leads to a node. With Shift or Ctrl it picks it, and the menu key tells what can be done with it, as in the picture. */
export function NodeLink({ node }: { readonly node: NodeRef }): VNode {
  const { words, select, store, state, openMenu } = useViewer();
  return (
    <button
      type="button"
      class="link"
      onClick={(event) => {
        if (!event.shiftKey && !event.ctrlKey && !event.metaKey) select({ type: "node", id: node.id });
        else store.run(togglePick(node.id));
      }}
      onContextMenu={(event) => {
        if (!state.model.nodeIndex.has(node.id)) return;
        event.preventDefault();
        openMenu({ ids: menuNodes(state.view, node.id), at: { x: event.clientX, y: event.clientY } });
      }}
    >
      <Spot kind={words.kind(node.kind)} />
      <Name>{node.label}</Name>
    </button>
  );
}

export function DateText({ date }: { readonly date: string }): VNode {
  return <time dateTime={date}>{formatDate(date)}</time>;
}

/** The title of an article, or the name of its file where it has none: that is in no language. */
export function articleTitle(article: ArticleRef): string {
  return article.title ?? article.name;
}

export function ArticleTitle({ article }: { readonly article: ArticleRef }): VNode {
  const { title, language, direction } = article;
  if (title === null) return <Name>{article.name}</Name>;
  return (
    <bdi lang={language} dir={direction}>
      {title}
    </bdi>
  );
}

/** Where and when an article was published, and whose text it prints, as far as it is known: parts of a line of details. */
export function ArticleOrigin({ article }: { readonly article: ArticleRef }): VNode {
  const { outlet, publishedAt, copyOf } = article;
  return (
    <>
      {outlet !== null && (
        <span>
          <Name>{outlet}</Name>
        </span>
      )}
      {publishedAt !== null && (
        <span>
          <DateText date={publishedAt} />
        </span>
      )}
      {copyOf !== null && (
        <span>
          {strings.article.sameText} <Name>{copyOf.title ?? copyOf.name}</Name>
        </span>
      )}
    </>
  );
}

/** The head of a panel. It takes the focus, so that what is read aloud follows what is chosen. */
export function PanelHead({
  over,
  children,
}: {
  readonly over: ComponentChildren;
  readonly children: ComponentChildren;
}): VNode {
  const { back, select } = useViewer();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  return (
    <header class="panel-head">
      <div class="panel-bar">
        {back === undefined ? <span /> : <IconButton icon="back" label={strings.back} onClick={back} />}
        <span class="over">{over}</span>
        <IconButton icon="close" label={strings.close} onClick={() => select({ type: "none" })} />
      </div>
      <h2 ref={heading} tabIndex={-1}>
        {children}
      </h2>
    </header>
  );
}

export function Section({ title, children }: { readonly title: string; readonly children: ComponentChildren }): VNode {
  return (
    <section aria-label={title}>
      <h3>{title}</h3>
      {children}
    </section>
  );
}

/** A title that tells where only a part of a list is there. */
export function withPart(title: string, shown: number, total: number): string {
  return shown === total ? title : `${title} (${formatPart(shown, total)})`;
}

interface TextFieldProps {
  readonly label: string;
  readonly value: string;
  /** Units of UTF-16. */
  readonly maxLength: number;
  readonly placeholder?: string;
  readonly onValue: (value: string) => void;
}

/** A line in which one types in any script. */
export function TextField({ label, value, maxLength, placeholder, onValue }: TextFieldProps): VNode {
  return (
    <label>
      <span class="quiet">{label}</span>
      <input
        type="text"
        dir="auto"
        autocomplete="off"
        maxLength={maxLength}
        placeholder={placeholder}
        value={value}
        onInput={(event) => onValue(event.currentTarget.value)}
      />
    </label>
  );
}

/** Shows what a resource holds, or that it is not there yet, or why it is not there. */
export function Loaded<T>({
  resource,
  children,
}: {
  readonly resource: Resource<T>;
  readonly children: (value: T) => ComponentChildren;
}): VNode {
  if (resource.state === "ready") return <>{children(resource.value)}</>;
  if (resource.state === "loading") {
    return (
      <p class="loading" role="status">
        {strings.loading}
      </p>
    );
  }
  return (
    <div class="failed" role="alert">
      <p>{strings.failed}</p>
      <p class="quiet">
        <bdi>{resource.message}</bdi>
      </p>
      <button type="button" class="button" onClick={resource.retry}>
        {strings.retry}
      </button>
    </div>
  );
}
