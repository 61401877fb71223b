import { stateId } from "../model/kinds.ts";
import type { TimeSpan } from "../model/time.ts";
import type { Gazetteer } from "./knowledge.ts";

/** What the gazetteer says of who held an office when. Ids are those of the graph: `person:nawaz-sharif`, `gov:PK`. */
export interface TermsOfOffice {
  /**
   * Whether somebody held an office at some time within a span. `of`: where; wherever that is, if it is not said.
   * `undefined`: the gazetteer does not tell.
   */
  readonly held: (person: string, office: string, of: string | undefined, time: TimeSpan) => boolean | undefined;
}

interface Term {
  readonly person: string;
  readonly of: string;
  readonly from: string;
  readonly to: string | undefined;
}

/** A date's month: `2016-03`. */
const MONTH = 7;

export function createTermsOfOffice({
  termsOfOffice: { asOf, terms },
  states,
}: Pick<Gazetteer, "termsOfOffice" | "states">): TermsOfOffice {
  const codes = new Set(states.map(({ id }) => id));
  const byOffice = new Map<string, Term[]>();
  for (const { office, of, holders } of terms) {
    const place = codes.has(of) ? stateId(of) : `org:${of}`;
    const own = byOffice.get(office) ?? [];
    byOffice.set(office, own);
    for (const { person, from, to } of holders) own.push({ person: `person:${person}`, of: place, from, to });
  }
  return {
    held: (person, office, of, { date, from: start = date, to: end = date }) => {
      if (start === undefined || end === undefined) return undefined;
      const [first, last] = [start.slice(0, MONTH), end.slice(0, MONTH)];
      const there = (byOffice.get(office) ?? []).filter((term) => of === undefined || term.of === of);
      if (there.some(({ person: holder, from, to = last }) => holder === person && from <= last && first <= to))
        return true;
      // Who comes and who goes may both be called by an office in the month in which it changes hands.
      const isAnothers = there.some(({ from, to = asOf }) => from < first && last < to);
      return of !== undefined && isAnothers ? false : undefined;
    },
  };
}
