import type { VNode } from "preact";
import { useState } from "preact/hooks";
import type { IdentityDetail, VerdictDetail } from "../../../src/server/contract.ts";
import { strings } from "../strings/index.ts";
import { useViewer } from "./context.ts";
import { DateText, Name } from "./parts.tsx";

/** What people decided, the latest first, each with the way to take it back or to put it in force again. */
export function VerdictList({ verdicts }: { readonly verdicts: readonly VerdictDetail[] }): VNode {
  return (
    <ul class="verdicts">
      {verdicts.toReversed().map((verdict) => (
        <Verdict key={verdict.id} verdict={verdict} />
      ))}
    </ul>
  );
}

function Verdict({ verdict }: { readonly verdict: VerdictDetail }): VNode {
  const { curation } = useViewer();
  const [error, setError] = useState<string>();
  const { id, type, about, text, by, at, why, active, reach } = verdict;
  const turn = (): void => {
    setError(undefined);
    curation
      ?.decide({ type: active ? "undo" : "redo", verdict: id })
      .catch((cause: unknown) => setError(String(cause)));
  };
  return (
    <li class={active ? "" : "taken-back"}>
      <p>
        {strings.curation.types[type] ?? type}:{" "}
        {about.map((name, index) => (
          <span key={index}>
            {index > 0 && " – "}
            <Name>{name}</Name>
          </span>
        ))}
        {text !== null && (
          <>
            {" → "}
            <Name>{text}</Name>
          </>
        )}
      </p>
      {why !== null && (
        <p>
          <q dir="auto">{why}</q>
        </p>
      )}
      <p class="row-details">
        <span>
          <Name>{by}</Name>
        </span>
        <span>
          <DateText date={at.slice(0, 10)} />
        </span>
        {!active && <span>{strings.curation.takenBack}</span>}
        {active && reach !== "applies" && <span>{strings.curation.reach[reach] ?? reach}</span>}
      </p>
      {error !== undefined && (
        <p class="failed" role="alert">
          {strings.curation.failed} <bdi>{error}</bdi>
        </p>
      )}
      <button type="button" class="button" onClick={turn}>
        {active ? strings.curation.undo : strings.curation.redo}
      </button>
    </li>
  );
}

/** Why two are taken for one: parts of a line of details. */
export function Reasons({ reasons }: Pick<IdentityDetail["links"][number], "reasons">): VNode {
  return (
    <>
      {reasons.map(({ feature, detail }, index) => (
        <span key={index}>
          {strings.curation.features[feature] ?? feature}
          {detail !== "" && (
            <>
              {" "}
              (<Name>{detail}</Name>)
            </>
          )}
        </span>
      ))}
    </>
  );
}
