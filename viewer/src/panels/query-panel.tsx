import type { VNode } from "preact";
import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import page from "../../../docs/cookbook.md?raw";
import type { Api } from "../api.ts";
import { recipesOf } from "../query/cookbook.ts";
import { createEditor, type Editor } from "../query/editor.ts";
import { parametersOf, parameterValues, type ParameterTexts, withNodes } from "../query/parameters.ts";
import { type PastQuery, pastQueriesFrom, withQuery } from "../query/past-queries.ts";
import { foundIn } from "../query/result-values.ts";
import { schemaOf } from "../query/schema.ts";
import { RequestError } from "../request-error.ts";
import { keep, readKept } from "../state/kept.ts";
import { labelOf, locale, strings } from "../strings/index.ts";
import { useViewer } from "./context.ts";
import { QueryAnswer, type Answer } from "./query-answer.tsx";

const RECIPES = recipesOf(page);
const GROUPS = [...new Set(RECIPES.map(({ group }) => group))];
/** The name under which the browser keeps the queries that were asked in it. */
const KEPT = "queries";
/** Letters of a query that its line in the list of earlier ones shows. */
const SHOWN = 90;

/** Where a query is written and asked, with what it answers. */
export function QueryPanel({ ask }: { readonly ask: NonNullable<Api["query"]> }): VNode {
  const { store, state } = useViewer();
  const { model, selection, view } = state;
  const [past, setPast] = useState(() => pastQueriesFrom(readKept(KEPT)));
  const [query, setQuery] = useState(() => past[0]?.query ?? "");
  const [texts, setTexts] = useState<ParameterTexts>(() => past[0]?.parameters ?? {});
  const [answer, setAnswer] = useState<Answer>({ state: "none" });
  const running = useRef<AbortController>(undefined);
  const runs = useRef(0);
  useEffect(() => () => running.current?.abort(), []);

  const run = async (): Promise<void> => {
    if (query.trim() === "") return;
    running.current?.abort();
    const controller = new AbortController();
    running.current = controller;
    const { signal } = controller;
    const asked = { query, parameters: pickTexts(query, texts) };
    const kept = withQuery(past, asked);
    setPast(kept);
    keep(KEPT, kept);
    setAnswer({ state: "running" });
    runs.current += 1;
    const number = runs.current;
    const next = await ask(query, parameterValues(query, texts), signal).then(
      (result): Answer => ({ state: "answered", run: number, result }),
      failed,
    );
    if (running.current !== controller) return;
    setAnswer(signal.aborted ? { state: "stopped" } : next);
    if (next.state === "answered" && !signal.aborted) {
      const found = foundIn(next.result.rows, store.state().model);
      store.pointOut(found.nodes.size + found.edges.size === 0 ? undefined : found);
    }
  };
  const editor = useEditor(query, setQuery, () => void run());
  const take = (next: PastQuery): void => {
    editor.current?.setText(next.query);
    setTexts(next.parameters);
  };
  const chosen = [...(selection.type === "node" ? [selection.id] : []), ...view.picked];
  return (
    <div class="query">
      <form
        class="query-ask"
        aria-label={strings.query.ask}
        onSubmit={(event) => {
          event.preventDefault();
          void run();
        }}
      >
        <div class="query-bar">
          <select
            aria-label={strings.query.cookbook}
            // What is written, where it is one of them: with the arrow keys one goes from each to the next.
            value={indexOf(RECIPES, query)}
            onChange={({ currentTarget: { value } }) => {
              const recipe = RECIPES[Number(value)];
              if (recipe !== undefined) {
                take({ query: recipe.query, parameters: withNodes(recipe.parameters, chosen) });
              }
            }}
          >
            <option value="" disabled>
              {strings.query.cookbook}
            </option>
            {GROUPS.map((group) => (
              <optgroup key={group} label={group} lang="en">
                {RECIPES.map((recipe, index) =>
                  recipe.group === group ? (
                    <option key={recipe.title} value={String(index)} dir="ltr">
                      {recipe.title}
                    </option>
                  ) : null,
                )}
              </optgroup>
            ))}
          </select>
          <select
            aria-label={strings.query.past}
            value={indexOf(past, query)}
            disabled={past.length === 0}
            onChange={({ currentTarget: { value } }) => {
              const asked = past[Number(value)];
              if (asked !== undefined) take(asked);
            }}
          >
            {/* A list of nothing but what cannot be chosen would show nothing at all. */}
            <option value="" disabled={past.length > 0}>
              {strings.query.past}
            </option>
            {past.map((asked, index) => (
              <option key={asked.query} value={String(index)} dir="ltr">
                {asked.query.replaceAll(/\s+/g, " ").slice(0, SHOWN)}
              </option>
            ))}
          </select>
          <button type="submit" class="button query-run" title={strings.query.runKey}>
            {strings.query.run}
          </button>
        </div>
        <div class="query-editor" ref={editor.host} />
        <Parameters names={parametersOf(query)} texts={texts} onChange={setTexts} />
      </form>
      <QueryAnswer answer={answer} model={model} onStop={() => running.current?.abort()} />
    </div>
  );
}

interface ParametersProps {
  readonly names: readonly string[];
  readonly texts: ParameterTexts;
  readonly onChange: (texts: ParameterTexts) => void;
}

/** A field for each `$name` of the query. */
function Parameters({ names, texts, onChange }: ParametersProps): VNode | null {
  if (names.length === 0) return null;
  return (
    <fieldset class="query-parameters">
      <legend class="unseen">{strings.query.parameters}</legend>
      {names.map((name) => (
        <label key={name}>
          <bdi>${name}</bdi>
          <input
            type="text"
            dir="auto"
            autocomplete="off"
            spellcheck={false}
            value={texts[name] ?? ""}
            onInput={({ currentTarget: { value } }) => onChange({ ...texts, [name]: value })}
          />
        </label>
      ))}
    </fieldset>
  );
}

interface EditorHandle {
  readonly host: { current: HTMLDivElement | null };
  readonly current: Editor | undefined;
}

/** The editor, which lives as long as the panel and calls what the latest render gave it. */
function useEditor(text: string, onChange: (text: string) => void, onRun: () => void): EditorHandle {
  const { data } = useViewer().state.model;
  const schema = useMemo(() => schemaOf(data, labelOf), [data, locale]);
  const host = useRef<HTMLDivElement>(null);
  const editor = useRef<Editor>(undefined);
  const latest = useRef({ text, schema, onChange, onRun });
  latest.current = { text, schema, onChange, onRun };
  useEffect(() => {
    if (host.current === null) return undefined;
    const { editor: label, placeholder, suggestions } = strings.query;
    const created = createEditor(host.current, {
      text: latest.current.text,
      schema: () => latest.current.schema,
      words: { label, placeholder, suggestions },
      onChange: (changed) => latest.current.onChange(changed),
      onRun: () => latest.current.onRun(),
    });
    editor.current = created;
    return created.close;
    // A graph that has grown is no other editor: somebody may be writing in it.
  }, [locale]);
  return {
    host,
    get current() {
      return editor.current;
    },
  };
}

/** Which of some a query is, as the value of an option; empty where it is none. */
function indexOf(queries: readonly { readonly query: string }[], query: string): string {
  const index = queries.findIndex((each) => each.query === query);
  return index < 0 ? "" : String(index);
}

/** The texts of those parameters that the query has. */
function pickTexts(query: string, texts: ParameterTexts): ParameterTexts {
  return Object.fromEntries(parametersOf(query).map((name) => [name, texts[name] ?? ""]));
}

function failed(error: unknown): Answer {
  return {
    state: "failed",
    message: error instanceof Error ? error.message : String(error),
    status: error instanceof RequestError ? error.status : undefined,
  };
}
