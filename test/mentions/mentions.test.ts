import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { segment } from "../../src/language/document.ts";
import { detectMentions } from "../../src/mentions/detect.ts";
import type { MentionItem, Reference } from "../../src/model/mention.ts";
import { articleOf, knowledge, packs } from "../helpers/knowledge.ts";

function describeReference(reference: Reference): string {
  switch (reference.type) {
    case "known":
      return reference.id;
    case "name":
      return `“${reference.text}”`;
    case "body":
      return `${reference.body} of ${reference.country ?? "?"}`;
    case "pronoun":
      return `pronoun ${reference.person}${reference.plural ? " plural" : ""}`;
    case "group":
      return `group of ${reference.office ?? reference.members}`;
    case "handle":
      return reference.handle;
    default:
      return reference.type;
  }
}

function describeOffices({ offices }: MentionItem): string[] {
  return offices.map(
    ({ office, former, of }) =>
      `${former ? "former " : ""}${office}${of === undefined ? "" : ` of ${describeReference(of)}`}`,
  );
}

function itemsOf(text: string): readonly MentionItem[] {
  return [...detectMentions(segment(articleOf(text), packs)).values()].flat();
}

/** The mentions of a text: what each refers to, and the offices that its words give. */
function mentionsOf(text: string): string[] {
  return itemsOf(text).map((item) => {
    const offices = describeOffices(item);
    return [describeReference(item.reference), ...(offices.length === 0 ? [] : [`(${offices.join(", ")})`])].join(" ");
  });
}

/** Those that are more than a pronoun or a common noun. */
function namesIn(text: string): string[] {
  return mentionsOf(text).filter((mention) => !/^(?:pronoun|description)/.test(mention));
}

type Row = readonly [text: string, mentions: readonly string[]];

describe("people with their office", () => {
  it.each<Row>([
    [
      "It was European Commission President Ursula von der Leyen who came to the talks.",
      ["person:ursula-von-der-leyen (european-commission-president)"],
    ],
    [
      "US Secretary of State Antony Blinken was in the city for talks.",
      ["person:antony-blinken (foreign-minister of gov:US)"],
    ],
    [
      "It was Pakistani Foreign Minister Shah Mahmood Qureshi who came.",
      ["person:shah-mahmood-qureshi (foreign-minister of gov:PK)"],
    ],
    ["The talks were led by Russia's President Vladimir Putin.", ["person:vladimir-putin (president of gov:RU)"]],
    [
      "Shah Mahmood Qureshi, the foreign minister of Pakistan, was there.",
      ["person:shah-mahmood-qureshi (foreign-minister of gov:PK)"],
    ],
    [
      "It was the former Afghan President Hamid Karzai who came to the talks.",
      ["person:hamid-karzai (former president of gov:AF)"],
    ],
    [
      "It was said by State Department spokesman Ned Price.",
      ["person:ned-price (spokesperson of foreign-ministry of US)"],
    ],
    [
      "This was said by a spokesman for the Pakistani foreign ministry.",
      ["office (spokesperson of foreign-ministry of PK)"],
    ],
    [
      "The Palestinian president was there with the Israeli prime minister.",
      ["office (president of gov:PS)", "office (prime-minister of gov:IL)"],
    ],
    [
      "It was UN Secretary-General Antonio Guterres who came to the talks.",
      ["person:antonio-guterres (un-secretary-general)"],
    ],
    ["It was said by Kremlin spokesman Dmitry Peskov.", ["person:dmitry-peskov (press-secretary of gov:RU)"]],
    ["Das sagte Kreml-Sprecher Dmitri Peskow am Freitag.", ["person:dmitry-peskov (press-secretary of gov:RU)"]],
    ["Mr Khan was there with Gen Qamar Javed Bajwa.", ["“Khan”", "person:qamar-javed-bajwa (general)"]],
    [
      "Defence Minister Khawaja Asif was there with Finance Minister Ishaq Dar.",
      ["person:khawaja-asif (defence-minister)", "person:ishaq-dar (finance-minister)"],
    ],
    [
      "It was said by Indian External Affairs Minister S. Jaishankar.",
      ["person:subrahmanyam-jaishankar (foreign-minister of gov:IN)"],
    ],
    [
      "Die Gespräche leitete die deutsche Bundeskanzlerin Angela Merkel.",
      ["person:angela-merkel (prime-minister of gov:DE)"],
    ],
    [
      "Das sagte der französische Präsident Emmanuel Macron am Freitag.",
      ["person:emmanuel-macron (president of gov:FR)"],
    ],
    [
      "Shah Mahmood Qureshi, der Außenminister von Pakistan, war auch da.",
      ["person:shah-mahmood-qureshi (foreign-minister of gov:PK)"],
    ],
    ["Das sagte der frühere afghanische Präsident Hamid Karzai.", ["person:hamid-karzai (former president of gov:AF)"]],
    [
      "Das sagte ein Sprecher des pakistanischen Außenministeriums.",
      ["office (spokesperson of foreign-ministry of PK)"],
    ],
    [
      "Er empfing den ukrainischen Präsidenten Wolodymyr Selenskyj.",
      ["person:volodymyr-zelensky (president of gov:UA)"],
    ],
    [
      "Das sagte die EU-Kommissionspräsidentin Ursula von der Leyen.",
      ["person:ursula-von-der-leyen (european-commission-president)"],
    ],
    ["امریکی وزیر خارجہ اینٹونی بلنکن نے یہ بات کہی۔", ["person:antony-blinken (foreign-minister of gov:US)"]],
    ["پاکستان کے وزیر خارجہ شاہ محمود قریشی نے کہا۔", ["person:shah-mahmood-qureshi (foreign-minister of gov:PK)"]],
    ["سابق افغان صدر حامد کرزئی نے کہا۔", ["person:hamid-karzai (former president of gov:AF)"]],
    ["روس کے صدر نے کہا۔", ["office (president of gov:RU)"]],
    ["آرمی چیف جنرل قمر جاوید باجوہ نے کہا۔", ["person:qamar-javed-bajwa (army-chief, general)"]],
    ["سعودی ولی عہد محمد بن سلمان نے بات کی۔", ["person:mohammed-bin-salman (crown-prince of gov:SA)"]],
    ["اقوام متحدہ کے سیکریٹری جنرل انتونیو گوتریس نے کہا۔", ["person:antonio-guterres (un-secretary-general)"]],
  ])("%s", (text, mentions) => {
    expect(namesIn(text)).toEqual(mentions);
  });
});

describe("people whose office is tied to them in another way", () => {
  it.each<Row>([
    ["The prime minister of India, Narendra Modi, was there.", ["person:narendra-modi (prime-minister of gov:IN)"]],
    [
      "Der Präsident der Ukraine, Wolodymyr Selenskyj, war auch da.",
      ["person:volodymyr-zelensky (president of gov:UA)"],
    ],
    [
      "This was said by the Chinese state councilor and foreign minister Wang Yi.",
      ["person:wang-yi (state-councillor of gov:CN, foreign-minister of gov:CN)"],
    ],
    [
      "It was German Chancellor Angela Merkel who came to the talks.",
      ["person:angela-merkel (prime-minister of gov:DE)"],
    ],
    [
      "Das hat Bundeskanzlerin Angela Merkel am Freitag in der Sitzung gesagt.",
      ["person:angela-merkel (prime-minister)"],
    ],
    [
      "Das hat auch Israels Ministerpräsident Benjamin Netanjahu am Freitag gesagt.",
      ["person:benjamin-netanyahu (prime-minister of gov:IL)"],
    ],
  ])("%s", (text, mentions) => {
    expect(namesIn(text)).toEqual(mentions);
  });
});

describe("bodies", () => {
  it.each<Row>([
    [
      "It was said by Israel's Foreign Ministry and by the Indian parliament.",
      ["foreign-ministry of IL", "parliament of IN"],
    ],
    ["The Afghan government was there with the Taliban.", ["government of AF", "org:taliban"]],
    ["It was said by the State Department and the Pentagon.", ["foreign-ministry of US", "defence-ministry of US"]],
    ["The release was ordered by the Supreme Court of Pakistan.", ["supreme-court of PK"]],
    ["It was said by the foreign ministry and the White House.", ["foreign-ministry of ?", "org:white-house"]],
    ["The matter is before the UN Security Council and the EU.", ["org:un-security-council", "org:eu"]],
    ["Die Bundesregierung und Russlands Regierung haben das gesagt.", ["government of DE", "government of RU"]],
    ["Das teilte das Auswärtige Amt in einer Erklärung mit.", ["foreign-ministry of ?"]],
    ["دفتر خارجہ نے افغان حکومت کو بتایا۔", ["foreign-ministry of ?", "government of AF"]],
  ])("%s", (text, mentions) => {
    expect(namesIn(text)).toEqual(mentions);
  });
});

describe("states and places", () => {
  it.each<Row>([
    [
      "Islamabad and New Delhi have said that they will go to Turkey.",
      ["place:islamabad", "place:new-delhi", "gov:TR"],
    ],
    ["The Americans were there with the Iranians.", ["gov:US", "gov:IR"]],
    ["Die Amerikaner waren in Genf mit den Iranern.", ["gov:US", "place:geneva", "gov:IR"]],
    ["واشنگٹن نے اسلام آباد سے کہا۔", ["place:washington", "place:islamabad"]],
    ["Die Offensive in Nordsyrien und in der Ostukraine ging weiter.", ["gov:SY", "gov:UA"]],
    ["Er war in Südafrika, in Nordirland und in Südkorea.", ["gov:ZA", "place:northern-ireland", "gov:KR"]],
    [
      "The Arakan Army came to the town, and the US Justice Department spoke.",
      ["org:arakan-army", "justice-ministry of US"],
    ],
    ["It was a military accord that was signed in the end.", []],
    [
      "Die von der Türkei ausgewiesene Journalistin Margaret Bondfield kam frei.",
      ["gov:TR", "“Margaret Bondfield” (journalist)"],
    ],
    [
      "Das sagte der Vertreter des Internationalen Strafgerichtshofs am Freitag.",
      ["office (representative of org:icc)"],
    ],
    ["ہیٹی حکومت نے پیروین صدر سے کہا۔", ["government of HT", "office (president of gov:PE)"]],
    ["The Congress met, and the president of Peru was there.", ["parliament of PE", "office (president of gov:PE)"]],
    ["The us of this world may turn up in march.", []],
  ])("%s", (text, mentions) => {
    expect(namesIn(text)).toEqual(mentions);
  });

  it("a nationality before a noun only qualifies it", () => {
    const items = itemsOf("The Afghan peace talks were held in Doha with the Americans.");
    expect(items.map(({ reference, qualifies }) => [describeReference(reference), qualifies])).toEqual([
      ["gov:AF", true],
      ["place:doha", false],
      ["gov:US", false],
    ]);
  });
});

describe("words that refer back", () => {
  it.each<Row>([
    [
      "He met his Indian counterpart Subrahmanyam Jaishankar.",
      ["pronoun 3", "person:subrahmanyam-jaishankar (counterpart of gov:IN)"],
    ],
    ["She told her counterpart that they would come.", ["pronoun 3", "counterpart (counterpart)", "pronoun 3 plural"]],
    ["Both sides have agreed to this.", ["group of any"]],
    [
      "Er hat sich mit seinem indischen Amtskollegen Subrahmanyam Jaishankar über die Lage ausgetauscht.",
      ["pronoun 3", "person:subrahmanyam-jaishankar (counterpart of gov:IN)"],
    ],
    ["Beide Seiten haben dem zugestimmt.", ["group of any"]],
    [
      "انہوں نے اپنے انڈین ہم منصب ایس جے شنکر سے بات کی۔",
      ["pronoun 3", "person:subrahmanyam-jaishankar (counterpart of gov:IN)"],
    ],
    ["دونوں ممالک نے اس پر اتفاق کیا۔", ["group of states", "pronoun 3"]],
  ])("%s", (text, mentions) => {
    expect(mentionsOf(text)).toEqual(mentions);
  });

  it("a part of a name is known where the whole stands elsewhere in the article", () => {
    expect(namesIn("Prime Minister Olof Palme was there. It was Palme who spoke to the press.")).toEqual([
      "“Olof Palme” (prime-minister)",
      "“Palme”",
    ]);
    expect(namesIn("It was Palme who spoke to the press.")).toEqual([]);
  });
});

describe("words that are no names", () => {
  it.each([
    "The talks were held on Friday in the Blue Room of the house.",
    "This was the Second Global Something of its kind, and it was good.",
    "Das Wetter wird am Freitag im Norden sehr schön und warm.",
    "اس بات پر بہت غور کیا گیا ہے۔",
  ])("%s", (text) => {
    expect(namesIn(text)).toEqual([]);
  });
});

describe("mentions of any text", () => {
  const { states, places, organizations, people, offices } = knowledge.gazetteer;
  const names = [...states, ...places, ...organizations, ...people].flatMap(({ names: own }) =>
    Object.values(own).flat(),
  );
  const titles = offices.flatMap((office) => Object.values(office.titles).flat());
  const small = [
    "the",
    "of",
    "and",
    "said",
    "der",
    "des",
    "und",
    "sagte",
    "کے",
    "نے",
    "اور",
    "سے",
    ",",
    ".",
    "۔",
    "-",
    "'s",
    "his",
    "counterpart",
    "@ab",
    "two",
    "18 May",
    "both sides",
  ];
  const text = fc
    .array(
      fc.oneof(
        fc.constantFrom(...small),
        fc.constantFrom(...small),
        fc.constantFrom(...names),
        fc.constantFrom(...titles),
      ),
      { maxLength: 25 },
    )
    .map((words) => words.join(" "));

  it("stand in order, apart, within their sentence", () => {
    fc.assert(
      fc.property(text, (content) => {
        for (const [sentence, items] of detectMentions(segment(articleOf(content, { language: "en" }), packs))) {
          let end = 0;
          for (const { from, to, name } of items) {
            expect(from).toBeGreaterThanOrEqual(end);
            expect(to).toBeGreaterThan(from);
            expect(to).toBeLessThanOrEqual(sentence.tokens.length);
            if (name !== undefined) expect(from <= name.from && name.to <= to && name.from < name.to).toBe(true);
            end = to;
          }
        }
      }),
    );
  });
});
