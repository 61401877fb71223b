import type { VNode } from "preact";
import type { EventDetail } from "../../../src/server/contract.ts";
import { isWholePeriod } from "../period.ts";
import { strings } from "../strings/index.ts";
import { DateText } from "./parts.tsx";

/** A line of properties: the date as exact as known, and the days between which it was where these say more. */
export function When({ date, dateFrom, dateTo }: Pick<EventDetail, "date" | "dateFrom" | "dateTo">): VNode | null {
  if (date === null && dateFrom === null && dateTo === null) return null;
  const isTold = date !== null && isWholePeriod(date, dateFrom, dateTo);
  return (
    <>
      <dt>{strings.fact.date}</dt>
      <dd>
        {date !== null && <DateText date={date} />}
        {!isTold && (dateFrom !== null || dateTo !== null) && (
          <span class={date === null ? "" : "row-details"}>
            {dateFrom !== null && <DateText date={dateFrom} />}
            {" – "}
            {dateTo !== null && <DateText date={dateTo} />}
          </span>
        )}
      </dd>
    </>
  );
}
