import type { VNode } from "preact";
import { useRef } from "preact/hooks";
import type { IdentityDetail, VerdictDetail } from "../../../src/server/contract.ts";
import { readFactWords } from "../fact-words.ts";
import { strings } from "../strings/index.ts";
import { useViewer } from "./context.ts";
import { DecisionButtons, plainChoice } from "./decision-form.tsx";
import { useKeptFocus } from "./kept-focus.ts";
import { DateText, Name } from "./parts.tsx";

/** What people decided, each with the way to take it back or to put it in force again. */
export function VerdictList({ verdicts }: { readonly verdicts: readonly VerdictDetail[] }): VNode {
  return (
    <ul class="verdicts">
      {verdicts.map((verdict) => (
        <Verdict key={verdict.id} verdict={verdict} />
      ))}
    </ul>
  );
}

function Verdict({ verdict }: { readonly verdict: VerdictDetail }): VNode {
  const { id, type, about, text, active, reach, turns } = verdict;
  // Where it was taken back, another button is there.
  const item = useRef<HTMLLIElement>(null);
  useKeptFocus(item);
  return (
    <li class={active ? "" : "taken-back"} ref={item}>
      <p>
        {strings.curation.types[type] ?? type}:{" "}
        {about.map((name, index) => (
          <span key={index}>
            {index > 0 && " – "}
            <About about={name} />
          </span>
        ))}
        {text !== null && (
          <>
            {" → "}
            <Name>{text}</Name>
          </>
        )}
      </p>
      <SignatureOf signed={verdict} />
      {turns.map((turn, index) => (
        <SignatureOf key={index} signed={turn} what={strings.curation.turns[turn.type]} />
      ))}
      {active && reach !== "applies" && <p class="row-details">{strings.curation.reach[reach] ?? reach}</p>}
      <DecisionButtons
        choices={[
          active
            ? plainChoice(strings.curation.undo, strings.curation.undoHelp, { type: "undo", verdict: id })
            : plainChoice(strings.curation.redo, strings.curation.redoHelp, { type: "redo", verdict: id }),
        ]}
      />
    </li>
  );
}

/** A node or a fact in the words of its time. */
function About({ about }: { readonly about: string }): VNode {
  const { words } = useViewer();
  const fact = readFactWords(about, words.isRelation);
  if (fact === undefined) return <Name>{about}</Name>;
  return (
    <>
      <Name>{fact.source}</Name> <em>{words.relation(fact.relation, true)}</em> <Name>{fact.target}</Name>
    </>
  );
}

interface SignatureProps {
  readonly signed: Pick<VerdictDetail, "by" | "at" | "why">;
  /** What was done, where that is not said already. */
  readonly what?: string;
}

/** Who decided, when and why. */
function SignatureOf({ signed: { by, at, why }, what }: SignatureProps): VNode {
  return (
    <>
      <p class="row-details">
        {what !== undefined && <span>{what}</span>}
        <span>
          <Name>{by}</Name>
        </span>
        <span>
          <DateText date={at.slice(0, 10)} />
        </span>
      </p>
      {why !== null && (
        <p>
          <q dir="auto">{why}</q>
        </p>
      )}
    </>
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
