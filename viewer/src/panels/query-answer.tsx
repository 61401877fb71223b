import type { VNode } from "preact";
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";
import type { QueryResult } from "../../../src/server/contract.ts";
import { EXCEL_MARK } from "../../../src/exporters/csv-cell.ts";
import { rowsToCsv, rowsToJson } from "../../../src/exporters/rows.ts";
import type { GraphModel } from "../graph/model.ts";
import { foundIn } from "../query/result-values.ts";
import { saveFile } from "../save-file.ts";
import { stage } from "../state/commands.ts";
import { strings } from "../strings/index.ts";
import { useViewer } from "./context.ts";
import { MoreButton } from "./more-button.tsx";
import { QueryCell } from "./query-cell.tsx";

/** How far a query has come. */
export type Answer =
  | { readonly state: "none" }
  | { readonly state: "running" }
  | { readonly state: "stopped" }
  | { readonly state: "failed"; readonly message: string; readonly status: number | undefined }
  /** `run` tells one run from another. */
  | { readonly state: "answered"; readonly run: number; readonly result: QueryResult };

interface QueryAnswerProps {
  readonly answer: Answer;
  readonly model: GraphModel;
  readonly onStop: () => void;
}

/** What a query answered, or why it did not. */
export function QueryAnswer({ answer, model, onStop }: QueryAnswerProps): VNode {
  const section = useRef<HTMLElement>(null);
  // In a small window it lies below what is seen.
  useEffect(() => {
    if (answer.state !== "none") section.current?.scrollIntoView({ block: "nearest" });
  }, [answer]);
  return (
    <section
      ref={section}
      class="query-answer"
      tabIndex={-1}
      aria-label={strings.query.answer}
      aria-busy={answer.state === "running"}
    >
      <p class="query-status" role="status">
        {statusOf(answer)}
      </p>
      {answer.state === "running" && <StopButton onStop={onStop} onGone={() => section.current?.focus()} />}
      {answer.state === "failed" && <Failure {...answer} />}
      {answer.state === "answered" && <Rows key={answer.run} result={answer.result} model={model} />}
    </section>
  );
}

/** There as long as there is something to stop. `onGone` is called where it had the focus then. */
function StopButton({ onStop, onGone }: { readonly onStop: () => void; readonly onGone: () => void }): VNode {
  const button = useRef<HTMLButtonElement>(null);
  useLayoutEffect(
    () => () => {
      if (button.current === document.activeElement) onGone();
    },
    [],
  );
  return (
    <button ref={button} type="button" class="button" onClick={onStop}>
      {strings.query.stop}
    </button>
  );
}

function statusOf(answer: Answer): string {
  switch (answer.state) {
    case "none":
      return strings.query.help;
    case "running":
      return strings.query.running;
    case "stopped":
      return strings.query.stopped;
    case "failed":
      return "";
    case "answered": {
      const { rows, truncated } = answer.result;
      return truncated ? strings.query.rowsCut(rows.length) : strings.query.rows(rows.length);
    }
  }
}

/** What is wrong in the database's words, which are English, and what can be done about it. */
function Failure({ message, status }: { readonly message: string; readonly status: number | undefined }): VNode {
  const { refused, tooMuch, unavailable, advice } = strings.query;
  const [title, help] =
    status === 400 || status === 413
      ? [refused, advice.refused]
      : status === 422
        ? [tooMuch, advice.tooMuch]
        : [unavailable, advice.unavailable];
  return (
    <div class="query-failure" role="alert">
      <p>{title}</p>
      <pre lang="en" dir="ltr">
        {message}
      </pre>
      <p class="quiet">{help}</p>
    </div>
  );
}

/** Rows that the table shows at first, and how many more each time. */
const STEP = 100;

function Rows({ result, model }: { readonly result: QueryResult; readonly model: GraphModel }): VNode {
  const { store } = useViewer();
  const [length, setLength] = useState(STEP);
  const { columns, rows } = result;
  const found = useMemo(() => foundIn(rows, model), [rows, model]);
  if (rows.length === 0) return <p class="quiet">{strings.query.noRows}</p>;
  const ends = [...found.edges].flatMap((id) => (model.edgeIndex.has(id) ? model.graph.extremities(id) : []));
  const nodes = new Set([...found.nodes, ...ends]);
  return (
    <>
      <div class="query-actions">
        {nodes.size > 0 && (
          <>
            {strings.query.found(found.nodes.size, found.edges.size)}
            <button type="button" class="button" onClick={() => store.pointOut(found)}>
              {strings.query.pointOut}
            </button>
            <button type="button" class="button" onClick={() => store.run(stage(nodes, "keep"))}>
              {strings.query.only}
            </button>
          </>
        )}
        <SaveRows result={result} />
      </div>
      <div class="query-table" tabIndex={0} role="group" aria-label={strings.query.table}>
        <table>
          <thead>
            <tr>
              {columns.map((column, index) => (
                <th key={index} scope="col">
                  <bdi>{column}</bdi>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, length).map((row, index) => (
              <tr key={index}>
                {row.map((value, at) => (
                  <td key={at} class={typeof value === "number" ? "number" : undefined}>
                    <QueryCell value={value} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
        <MoreButton shown={length} total={rows.length} step={STEP} onMore={() => setLength(length + STEP)} />
      </div>
    </>
  );
}

/** Rows as files. CSV is for spreadsheets, so it says that it is UTF-8. */
const FILES = [
  {
    format: "CSV",
    name: "dragoman-rows.csv",
    type: "text/csv",
    write: (rows: QueryResult) => EXCEL_MARK + rowsToCsv(rows),
  },
  { format: "JSON", name: "dragoman-rows.json", type: "application/json", write: rowsToJson },
] as const;

/** Takes all rows away, also those that the table does not show yet. */
function SaveRows({ result }: { readonly result: QueryResult }): VNode {
  const [written, setWritten] = useState<string>();
  return (
    <>
      {FILES.map(({ format, name, type, write }) => (
        <button
          key={format}
          type="button"
          class="button"
          onClick={() => {
            saveFile(new Blob([write(result)], { type }), name);
            setWritten(name);
          }}
        >
          {strings.query.saveAs(format)}
        </button>
      ))}
      <span class="quiet" role="status">
        {written !== undefined && strings.take.written(written)}
      </span>
    </>
  );
}
