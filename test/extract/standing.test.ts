import { describe, expect, it } from "vitest";
import { read } from "../helpers/reading.ts";

/** How it stands and stood with the events of a text: status and date of each, the former ones first. Dates count from 2020-01-01. */
function standings(text: string): readonly string[] {
  return read(text).extraction.events.map(({ type, status, time, former = [] }) => {
    const stages = [...former, { status, time }].map((stage) => `${stage.status} ${stage.time.date ?? "-"}`);
    return `${type}: ${stages.join(", ")}`;
  });
}

describe("what is put off, from when to when", () => {
  it.each<readonly [text: string, events: readonly string[]]>([
    [
      "The EU-India summit has been postponed from 18 May to 20 June.",
      ["Meeting: planned 2020-05-18, postponed 2020-06-20"],
    ],
    ["The planned visit of Narendra Modi to Germany has been postponed until June.", ["Visit: postponed 2020-06"]],
    ["The summit between India and the European Union was postponed on Monday.", ["Meeting: postponed -"]],
    ["The summit with India was due to take place on 18 May.", ["Summit: planned 2020-05-18"]],
    [
      "The EU-India summit planned for 18 May has been postponed to 20 June.",
      ["Meeting: planned 2020-05-18, postponed 2020-06-20"],
    ],
    ["The summit between India and the European Union takes place on 18 May.", ["Meeting: planned 2020-05-18"]],
    ["Der Gipfel zwischen Indien und der EU findet am 18. Mai statt.", ["Meeting: planned 2020-05-18"]],
    ["Der Gipfel zwischen Indien und der EU fand am 18. Mai statt.", ["Meeting: held 2019-05-18"]],
    [
      "Der Gipfel zwischen Indien und der EU wird vom 18. Mai auf den 20. Juni verschoben.",
      ["Meeting: planned 2020-05-18, postponed 2020-06-20"],
    ],
    [
      "Der für den 18. Mai geplante Gipfel zwischen Indien und der Europäischen Union ist auf den 20. Juni verschoben worden.",
      ["Meeting: planned 2020-05-18, postponed 2020-06-20"],
    ],
    [
      "یورپی یونین نے بھارت کے ساتھ 18 مئی کا سربراہی اجلاس 20 جون تک ملتوی کر دیا۔",
      ["Summit: planned 2020-05-18, postponed 2020-06-20"],
    ],
    [
      "بھارت اور یورپی یونین کا 18 مئی کو ہونے والا سربراہی اجلاس ملتوی کر دیا گیا ہے۔ اب یہ اجلاس 20 جون کو ہوگا۔",
      ["Summit: planned 2020-05-18, postponed -, planned 2020-06-20"],
    ],
  ])("%s", (text, events) => {
    expect(standings(text)).toEqual(events);
  });
});

describe("what is moved to another day", () => {
  it.each<readonly [text: string, events: readonly string[]]>([
    [
      "The meeting between Joe Biden and Vladimir Putin has been rescheduled for 20 June.",
      ["Meeting: postponed 2020-06-20"],
    ],
    [
      "The meeting between Joe Biden and Vladimir Putin was brought forward from 20 June to 18 May.",
      ["Meeting: planned 2020-06-20, postponed 2020-05-18"],
    ],
    ["The meeting between Joe Biden and Vladimir Putin was moved to Geneva.", ["Meeting: held -"]],
    [
      "Das Treffen zwischen Joe Biden und Wladimir Putin ist auf unbestimmte Zeit verschoben.",
      ["Meeting: postponed -"],
    ],
    [
      "Das Treffen zwischen Joe Biden und Wladimir Putin wurde auf den 20. Juni verlegt.",
      ["Meeting: postponed 2020-06-20"],
    ],
  ])("%s", (text, events) => {
    expect(standings(text)).toEqual(events);
  });
});

describe("what is not, or may be, put off or cancelled is to come", () => {
  it.each<readonly [text: string, event: string]>([
    ["The summit between Russia and the United States was not cancelled.", "Summit: planned -"],
    ["The summit between Russia and the United States could be postponed.", "Meeting: planned -"],
    ["Russia wants to postpone the summit with the United States.", "Meeting: planned -"],
    ["Russia denied that the summit with the United States has been cancelled.", "Summit: planned -"],
    ["Der Gipfel zwischen Russland und den USA wird nicht verschoben.", "Summit: planned -"],
    ["روس اور امریکہ کا سربراہی اجلاس ملتوی نہیں کیا گیا۔", "Summit: planned -"],
  ])("%s", (text, event) => {
    expect(standings(text)).toEqual([event]);
  });
});

describe("what is cancelled", () => {
  it.each<readonly [text: string, events: readonly string[]]>([
    ["Chancellor Angela Merkel cancelled her meeting with Narendra Modi.", ["Meeting: cancelled -"]],
    [
      "Das für Freitag geplante Treffen zwischen Angela Merkel und Narendra Modi ist abgesagt worden.",
      ["Meeting: cancelled 2020-01-03"],
    ],
    ["بھارت نے یورپی یونین کے ساتھ سربراہی اجلاس منسوخ کر دیا۔", ["Summit: cancelled -"]],
    ["Joe Biden called off a meeting with Vladimir Putin.", ["Meeting: cancelled -"]],
    ["The meeting between Joe Biden and Vladimir Putin was called off.", ["Meeting: cancelled -"]],
    ["Der Gipfel zwischen Russland und den USA fällt aus.", ["Meeting: cancelled -"]],
  ])("%s", (text, events) => {
    expect(standings(text)).toEqual(events);
  });
});
