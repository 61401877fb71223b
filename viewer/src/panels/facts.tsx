import type { VNode } from "preact";
import type { FactRef, FactSummary } from "../../../src/server/contract.ts";
import { languageName } from "../format.ts";
import { strings } from "../strings/index.ts";
import { useViewer } from "./context.ts";
import { DateText, Name, Spot } from "./parts.tsx";

/** Facts of a node, grouped by how they read from it, the latest first in each group. Those that the filters hide are behind a button. */
export function FactGroups({ facts }: { readonly facts: readonly FactSummary[] }): VNode {
  const { isShown } = useViewer();
  const shown = facts.filter(({ modality }) => isShown(modality));
  const hidden = facts.filter(({ modality }) => !isShown(modality));
  return (
    <>
      <Groups facts={shown} />
      {hidden.length > 0 && (
        <details class="more">
          <summary>{strings.node.hiddenFacts(hidden.length)}</summary>
          <Groups facts={hidden} />
        </details>
      )}
    </>
  );
}

function Groups({ facts }: { readonly facts: readonly FactSummary[] }): VNode {
  const { words } = useViewer();
  const groups = new Map<string, FactSummary[]>();
  const order = [...facts].sort(
    (a, b) =>
      words.relationRank(a.relation) - words.relationRank(b.relation) ||
      (b.date ?? "").localeCompare(a.date ?? "") ||
      b.weight - a.weight,
  );
  for (const fact of order) {
    const heading = words.relation(fact.relation, fact.outgoing);
    const group = groups.get(heading);
    if (group === undefined) groups.set(heading, [fact]);
    else group.push(fact);
  }
  return (
    <dl class="facts">
      {[...groups].map(([heading, group]) => (
        <div key={heading}>
          <dt>{heading}</dt>
          <dd>
            <ul class="rows">
              {group.map((fact) => (
                <FactRow key={fact.id} fact={fact} />
              ))}
            </ul>
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** One fact of a node: leads to the sentences that say it. */
export function FactRow({ fact }: { readonly fact: FactSummary }): VNode {
  const { words, select } = useViewer();
  const { other, date, modality, office, role, weight, languages } = fact;
  const details = [
    office === null ? undefined : words.office(office),
    role === null ? undefined : words.role(role),
    strings.fact.articles(weight),
    languages.map(languageName).join(strings.comma),
  ].filter((detail) => detail !== undefined);
  return (
    <li>
      <button type="button" class="row" onClick={() => select({ type: "fact", id: fact.id })}>
        <span class="row-main">
          <Spot kind={words.kind(other.kind)} />
          <Name>{other.label}</Name>
          {modality !== "actual" && <span class="badge">{strings.modalities[modality]}</span>}
          {date !== null && (
            <span class="row-date">
              <DateText date={date} />
            </span>
          )}
        </span>
        <span class="row-details">
          {details.map((detail, index) => (
            <span key={index}>{detail}</span>
          ))}
        </span>
      </button>
    </li>
  );
}

/** Whole facts, one in a line, each a link to it. */
export function FactList({ facts }: { readonly facts: readonly FactRef[] }): VNode {
  return (
    <ul class="rows">
      {facts.map((fact) => (
        <li key={fact.id}>
          <FactLink fact={fact} />
        </li>
      ))}
    </ul>
  );
}

/** A whole fact in one line, as a link to it. */
export function FactLink({ fact }: { readonly fact: FactRef }): VNode {
  const { words, select } = useViewer();
  return (
    <button type="button" class="row" onClick={() => select({ type: "fact", id: fact.id })}>
      <span class="row-main">
        <span>
          <Name>{fact.source.label}</Name> <em>{words.relation(fact.relation, true)}</em>{" "}
          <Name>{fact.target.label}</Name>
        </span>
        {fact.modality !== "actual" && <span class="badge">{strings.modalities[fact.modality]}</span>}
      </span>
    </button>
  );
}
