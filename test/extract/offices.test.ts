import { describe, expect, it } from "vitest";
import { labelOf, read, type Reading } from "../helpers/reading.ts";

/** How things stand, by the relation asked for: `Antony Blinken foreign-minister United States`. */
function states(reading: Reading, relation: string): string[] {
  const found = reading.extraction.statements.filter((statement) => statement.relation === relation);
  const lines = found.map(({ subject, office, object }) =>
    [labelOf(reading, subject), ...(office === undefined ? [] : [office]), labelOf(reading, object)].join(" | "),
  );
  return [...new Set(lines)];
}

type Row = readonly [text: string, states: readonly string[]];

describe("a title says where its office is held", () => {
  it.each<Row>([
    ["This was said by the prime minister of India, Narendra Modi.", ["Narendra Modi | prime-minister | India"]],
    ["Das sagte Bundeskanzlerin Angela Merkel am Freitag in Berlin.", ["Angela Merkel | prime-minister | Germany"]],
    ["US Secretary of State Antony Blinken was there.", ["Antony Blinken | foreign-minister | United States"]],
    ["It was said by State Department spokesman Ned Price.", ["Ned Price | spokesperson | State Department"]],
    [
      "UN Secretary-General Antonio Guterres was there for the talks.",
      ["António Guterres | un-secretary-general | United Nations"],
    ],
    [
      "NATO Secretary-General Jens Stoltenberg was in the city for the talks.",
      ["Jens Stoltenberg | nato-secretary-general | North Atlantic Treaty Organization"],
    ],
    ["Former Afghan President Hamid Karzai was in the city.", ["Hamid Karzai | president | Afghanistan"]],
    [
      "Shah Mahmood Qureshi, the foreign minister of Pakistan, was in the city.",
      ["Shah Mahmood Qureshi | foreign-minister | Pakistan"],
    ],
    [
      "He was with the German foreign minister, Heiko Maas, and the Italian prime minister, Giuseppe Conte.",
      ["Heiko Maas | foreign-minister | Germany", "Giuseppe Conte | prime-minister | Italy"],
    ],
    ["Der französische Präsident Emmanuel Macron war in der Stadt.", ["Emmanuel Macron | president | France"]],
    [
      "Die pakistanische Außenministerin Hina Rabbani Khar war in der Stadt.",
      ["Hina Rabbani Khar | foreign-minister | Pakistan"],
    ],
    ["Der Sprecher des russischen Präsidenten, Dmitri Peskow, war da.", ["Dmitry Peskov | spokesperson | Russia"]],
    [
      "Der Generalstabschef der Ukraine, General Walerij Saluschnyj, war da.",
      ["Valerii Zaluzhnyi | army-chief | Ukraine", "Valerii Zaluzhnyi | general | Ukraine"],
    ],
    [
      "Der Sprecher der Volksbefreiungsfront von Tigray (TPLF), Getachew Reda, war da.",
      ["Getachew Reda | spokesperson | Tigray People's Liberation Front"],
    ],
    ["It was said by Chancellor Olaf Scholz in the city.", ["Olaf Scholz | prime-minister | Germany"]],
    ["UN envoy Volker Perthes was in the city for the talks.", ["Volker Perthes | envoy | United Nations"]],
    ["U.S. Treasury Secretary Janet Yellen was there.", ["Janet Yellen | finance-minister | United States"]],
    ["Es hieß, dass Präsident Joe Biden Israel besuchen werde.", ["Joe Biden | president | United States"]],
    [
      "President William Ruto of Kenya met his Ugandan counterpart, Yoweri Museveni, on Friday.",
      ["William Ruto | president | Kenya", "Yoweri Museveni | president | Uganda"],
    ],
    [
      "President Yoweri Museveni of Uganda was there. The text was read by President William Ruto of Kenya and his Ugandan counterpart, Jeje Odongo.",
      ["Yoweri Museveni | president | Uganda", "William Ruto | president | Kenya"],
    ],
    ["The U.S. ambassador in Warsaw, Mark Brzezinski, was there.", ["Mark Brzezinski | ambassador | United States"]],
    ["Der US-Botschafter in Warschau, Mark Brzezinski, war da.", ["Mark Brzezinski | ambassador | United States"]],
    [
      "Sergei Naryshkin, director of Russia's Foreign Intelligence Service, was there.",
      ["Sergei Naryshkin | director | Intelligence Agency of Russia"],
    ],
    ["Rached Ghannouchi, head of the party Ennahda, was there.", ["Rached Ghannouchi | head | Ennahda"]],
    [
      "Der Sprecher der Regierungspartei AKP, Ömer Celik, war da.",
      ["Ömer Celik | spokesperson | Justice and Development Party"],
    ],
    ["Der Chef des Geheimdienstes SBU, Wassyl Maljuk, war da.", ["Wassyl Maljuk | head | Security Service of Ukraine"]],
    [
      "Der stellvertretende Vorsitzende des russischen Sicherheitsrats, Dmitri Medwedew, war da.",
      ["Dmitry Medvedev | vice-chairperson | National Security Council of Russia"],
    ],
    ["عمان کے سلطان ہیثم بن طارق نے یہ بات کہی۔", ["Haitham bin Tariq | sultan | Oman"]],
    ["امریکی وزیر خارجہ اینٹونی بلنکن نے یہ بات کہی۔", ["Antony Blinken | foreign-minister | United States"]],
    ["روس کے صدر ولادیمیر پوتن نے کہا۔", ["Vladimir Putin | president | Russia"]],
  ])("%s", (text, offices) => {
    expect(states(read(text), "HOLDS_OFFICE")).toEqual(offices);
  });
});

describe("a title without a state", () => {
  it("is held at home, where the date line says which that is", () => {
    const text =
      "ISLAMABAD: It was said by Foreign Minister Shah Mahmood Qureshi on Friday that the talks would go on.";
    expect(states(read(text), "HOLDS_OFFICE")).toEqual(["Shah Mahmood Qureshi | foreign-minister | Pakistan"]);
  });

  it("names no state where two would do", () => {
    const text = "It was said by Foreign Minister Anna Lindh that the talks of Russia and Ukraine would go on.";
    expect(states(read(text), "HOLDS_OFFICE")).toEqual([]);
  });
});

describe("a body is part of its state", () => {
  it.each<Row>([
    ["It was said by Israel's Foreign Ministry.", ["Foreign Ministry of Israel | Israel"]],
    ["It was said by the Indian parliament in New Delhi.", ["Parliament of India | India"]],
    ["افغان وزارت خارجہ نے یہ بات کہی۔", ["Foreign Ministry of Afghanistan | Afghanistan"]],
  ])("%s", (text, parts) => {
    expect(states(read(text), "PART_OF")).toEqual(parts);
  });

  it("of which its abbreviation in brackets says that it is", () => {
    const text = "Frankreich und Iran schwiegen. Das Auswärtige Amt (FO) lobte Russland am Freitag.";
    const reading = read(text);
    expect(reading.extraction.statements.map(({ subject }) => labelOf(reading, subject))).toContain(
      "Foreign Ministry of Pakistan",
    );
  });
});

describe("a title alone says no state", () => {
  const london = "LONDON: British Prime Minister Keir Starmer spoke in London about Britain and the United Kingdom.";
  it.each<Row>([
    // Companies and associations have spokesmen, and ambassadors are sent.
    [`${london} That was all, said spokeswoman Camilla Marshall.`, ["Keir Starmer | prime-minister | United Kingdom"]],
    [`${london} Ambassador Jane Hartley was there.`, ["Keir Starmer | prime-minister | United Kingdom"]],
    // A rank is none of a state where no word says so.
    [`${london} Colonel Hamish de Bretton-Gordon was there.`, ["Keir Starmer | prime-minister | United Kingdom"]],
    // Several who hold an office are not one who is named behind them, nor does a name in the genitive belong to the title.
    ["Die Frauen sagten, dass die drei Senatoren Joe Biden am Montag befragt hatten.", []],
    ["Frau Ilse Aigner kam am Freitag nach Berlin. In der Stadt lobte der Präsident Aigners Rede.", []],
    // An office in the cabinet of the opposition is none of the state.
    [`${london} John McDonnell, the shadow chancellor, was there.`, ["Keir Starmer | prime-minister | United Kingdom"]],
    // What somebody is yet to hold he does not hold.
    ["US President-elect Joe Biden was in the city of Wilmington on Friday.", []],
    ["Der gewählte US-Präsident Joe Biden war am Freitag in der Stadt.", []],
  ])("%s", (text, offices) => {
    expect(states(read(text), "HOLDS_OFFICE")).toEqual(offices);
  });
});

describe("an office that one has held before another", () => {
  it.each<Row>([
    [
      "On Wednesday, Olaf Scholz succeeded the German chancellor, Angela Merkel, in Berlin.",
      ["Angela Merkel | prime-minister | Germany", "Olaf Scholz | prime-minister | Germany"],
    ],
    // Who follows a minister may have had another ministry.
    [
      "On Thursday, Boris Pistorius succeeded the German defence minister, Christine Lambrecht, in Berlin.",
      ["Christine Lambrecht | defence-minister | Germany"],
    ],
  ])("%s", (text, offices) => {
    expect(states(read(text), "HOLDS_OFFICE")).toEqual(offices);
  });
});
