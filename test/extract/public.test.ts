import { describe, expect, it } from "vitest";
import { actionsOf, read } from "../helpers/reading.ts";

type Row = readonly [text: string, actions: readonly string[]];

describe("what private people do with each other is left out", () => {
  it.each<Row>([
    ["Singer Elton John met actor Idris Elba in London. John praised Elba, and Elba thanked John.", []],
    ["Midfielder Toni Kroos met coach Jogi Löw. Toni Kroos thanked Jogi Löw.", []],
    ["Singer Elton John met British Prime Minister David Cameron.", ["Elton John MET David Cameron"]],
    ["Singer Elton John criticised Russia for the war that it had begun.", ["Elton John CRITICIZED Russia"]],
  ])("%s", (text, actions) => {
    expect(actionsOf(read(text))).toEqual(actions);
  });

  it("takes their events along, and those that stay keep what is said of them", () => {
    const text =
      "Singer Elton John met actor Idris Elba in June 2019. US President Joe Biden met Chinese President Xi Jinping in Bali.";
    const { events, statements, mentions } = read(text).extraction;
    expect(events.map(({ participants }) => participants.length)).toEqual([2]);
    const ids = [
      ...statements.flatMap(({ subject, object, event }) => [subject, object, event]),
      ...mentions.map(({ of }) => of),
    ];
    expect(new Set(ids.filter((id) => id?.startsWith("v")))).toEqual(new Set(["v0"]));
  });
});
