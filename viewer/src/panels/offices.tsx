import type { VNode } from "preact";
import type { FactSummary } from "../../../src/server/contract.ts";
import { groupBy } from "../by-value.ts";
import { inTime } from "../office-order.ts";
import { strings } from "../strings/index.ts";
import { useViewer } from "./context.ts";
import { DateText, Name, Section, Spot } from "./parts.tsx";

/**
 * Who held which office over time: the offices of a person, or the holders of the offices of a state or body. Articles say
 * that somebody holds an office, seldom since when; so the order is that of their reports.
 */
export function Offices({ facts }: { readonly facts: readonly FactSummary[] }): VNode | null {
  const { words } = useViewer();
  if (facts.length === 0) return null;
  const held = inTime(facts.filter(({ outgoing }) => outgoing));
  const given = inTime(facts.filter(({ outgoing }) => !outgoing));
  return (
    <Section title={strings.node.offices}>
      {facts.some(({ reported }) => reported !== null) && <p class="quiet small-print">{strings.node.officesHelp}</p>}
      {held.length > 0 && (
        <ul class="offices">
          {held.map((fact) => (
            <Office key={fact.id} fact={fact} title={`${words.office(fact.office ?? "")}${strings.comma}`} />
          ))}
        </ul>
      )}
      {groupBy(given, ({ office }) => office ?? "").map(({ value, items }) => (
        <div key={value}>
          <h4>{words.office(value)}</h4>
          <ul class="offices">
            {items.map((fact) => (
              <Office key={fact.id} fact={fact} title="" />
            ))}
          </ul>
        </div>
      ))}
    </Section>
  );
}

function Office({ fact, title }: { readonly fact: FactSummary; readonly title: string }): VNode {
  const { words, select } = useViewer();
  const { id, other, modality, reported, weight } = fact;
  return (
    <li>
      <button type="button" class="row" onClick={() => select({ type: "fact", id })}>
        <span class="row-main">
          <Spot kind={words.kind(other.kind)} />
          <span>
            {title}
            <Name>{other.label}</Name>
          </span>
          {modality !== "actual" && <span class="badge">{strings.modalities[modality]}</span>}
        </span>
        <span class="row-details">
          {reported !== null && (
            <span>
              {strings.node.reported} <DateText date={reported.first} />
              {reported.last !== reported.first && (
                <>
                  {" – "}
                  <DateText date={reported.last} />
                </>
              )}
            </span>
          )}
          <span>{strings.fact.articles(weight)}</span>
        </span>
      </button>
    </li>
  );
}
