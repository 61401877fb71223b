import type { VNode } from "preact";
import { useEffect, useId, useRef, useState } from "preact/hooks";
import type { SearchHit, SearchResult } from "../../../src/server/contract.ts";
import { api } from "../api.ts";
import type { LabelLanguage } from "../state/preferences.ts";
import { strings } from "../strings/index.ts";
import { useViewer } from "./context.ts";
import { Icon } from "./icons.tsx";
import { Name, Spot } from "./parts.tsx";
import { isTypedInto } from "./typing.ts";

/** Milliseconds after a key until the server is asked. */
const PAUSE = 60;

/** A combobox after the ARIA authoring practices: arrow keys choose a suggestion, Enter takes it, Escape clears. */
export function Search({ onChoose }: { readonly onChoose: (hit: SearchHit) => void }): VNode {
  const { words, labels } = useViewer();
  const [query, setQuery] = useState("");
  const [isOpen, setOpen] = useState(false);
  const [active, setActive] = useState(0);
  const { result, isCurrent, isFailed } = useSuggestions(query.trim(), labels);
  // Enter before the answer is there takes the first suggestion as soon as it is.
  const [isWaiting, setWaiting] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const id = useId();
  useSlashKey(input);

  const hits = result?.hits ?? [];
  const isListed = isOpen && query.trim() !== "" && (result !== undefined || isFailed);
  const choose = (hit: SearchHit | undefined): void => {
    if (hit === undefined) return;
    setOpen(false);
    setQuery(hit.label);
    onChoose(hit);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (step !== 0 && hits.length > 0) {
      event.preventDefault();
      setOpen(true);
      setActive((active + step + hits.length) % hits.length);
    } else if (event.key === "Enter" && query.trim() !== "") {
      event.preventDefault();
      if (isCurrent) choose(hits[active]);
      else setWaiting(true);
    } else if (event.key === "Escape") {
      event.stopPropagation();
      if (isListed) setOpen(false);
      else setQuery("");
    }
  };

  useEffect(() => {
    if (!isWaiting || !isCurrent) return;
    setWaiting(false);
    choose(hits[0]);
  }, [isWaiting, isCurrent]);

  return (
    <search class="search">
      <Icon name="search" />
      <input
        ref={input}
        type="text"
        role="combobox"
        dir="auto"
        autocomplete="off"
        spellcheck={false}
        aria-label={strings.search.label}
        aria-expanded={isListed}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={isListed && hits.length > 0 ? `${id}-${active}` : undefined}
        placeholder={strings.search.placeholder}
        value={query}
        onInput={(event) => {
          setQuery(event.currentTarget.value);
          setActive(0);
          setOpen(true);
          setWaiting(false);
        }}
        onFocus={(event) => event.currentTarget.select()}
        onBlur={() => setOpen(false)}
        onKeyDown={onKeyDown}
      />
      <kbd aria-hidden="true">/</kbd>
      <div class="suggestions" hidden={!isListed}>
        <ul id={`${id}-list`} role="listbox" aria-label={strings.search.suggestions}>
          {hits.map((hit, index) => (
            <li
              key={hit.id}
              id={`${id}-${index}`}
              role="option"
              aria-selected={index === active}
              // Before the input loses the focus and the list is closed.
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => choose(hit)}
            >
              <Spot kind={words.kind(hit.kind)} />
              <span class="hit">
                <Name>{hit.label}</Name>
                {hit.name !== hit.label && (
                  <span class="quiet">
                    {" "}
                    <Name>{hit.name}</Name>
                  </span>
                )}
              </span>
              <span class="quiet">{words.kindLabel(hit.kind)}</span>
            </li>
          ))}
        </ul>
        {hits.length === 0 && <p class="quiet">{isFailed ? strings.failed : strings.search.none}</p>}
        {result !== undefined && result.total > hits.length && hits.length > 0 && (
          <p class="quiet">{strings.search.more(result.total - hits.length)}</p>
        )}
      </div>
    </search>
  );
}

interface Suggestions {
  readonly result: SearchResult | undefined;
  /** Whether the result answers the query that stands there now. */
  readonly isCurrent: boolean;
  readonly isFailed: boolean;
}

/** What the server finds for a query. Until it has answered, the suggestions of the query before stay. */
function useSuggestions(query: string, labels: LabelLanguage): Suggestions {
  const [answer, setAnswer] = useState<{ readonly query: string; readonly result?: SearchResult }>();
  useEffect(() => {
    if (query === "") {
      setAnswer(undefined);
      return undefined;
    }
    const controller = new AbortController();
    const timer = setTimeout(() => {
      api.search(query, labels, controller.signal).then(
        (result) => setAnswer({ query, result }),
        () => {
          if (!controller.signal.aborted) setAnswer({ query });
        },
      );
    }, PAUSE);
    return () => {
      clearTimeout(timer);
      controller.abort();
    };
  }, [query, labels]);
  const isCurrent = answer !== undefined && answer.query === query;
  return { result: answer?.result, isCurrent, isFailed: isCurrent && answer.result === undefined };
}

/** "/" leads to the search from everywhere but a field in which one types. */
function useSlashKey(input: { readonly current: HTMLInputElement | null }): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || isTypedInto(event.target)) return;
      event.preventDefault();
      input.current?.focus();
    };
    addEventListener("keydown", onKey);
    return () => removeEventListener("keydown", onKey);
  }, []);
}
