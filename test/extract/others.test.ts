import { describe, expect, it } from "vitest";
import { createPacks } from "../../src/language/document.ts";
import { articleOf, extract, graphOf, knowledge } from "../helpers/knowledge.ts";

/** Ids that the gazetteer knows, in the order in which the text names them, each once. */
function namedIn(text: string): readonly (string | undefined)[] {
  const { mentions, entities } = extract(articleOf(text));
  const inOrder = mentions.toSorted((a, b) => a.start - b.start).map(({ of }) => entities[Number(of.slice(1))]?.known);
  return [...new Set(inOrder)];
}

const SENTENCES: readonly (readonly [code: string, text: string, named: string])[] = [
  [
    "ar",
    "قال وزير الخارجية إن باكستان والولايات المتحدة اتفقتا على التعاون في هذا المجال، وأضاف أن الصين لن تشارك في المحادثات مع إيران.",
    "gov:PK gov:US gov:CN gov:IR",
  ],
  ["ar", "وصل الوزير إلى بريطانيا بعد زيارة للصين وباكستان، حيث التقى الرئيس في هذا اليوم.", "gov:GB gov:CN gov:PK"],
  ["bn", "বাংলাদেশের পররাষ্ট্রমন্ত্রী বলেছেন, ভারত ও পাকিস্তান যুক্তরাষ্ট্রের সঙ্গে আলোচনা করবে।", "gov:BD gov:IN gov:PK gov:US"],
  [
    "da",
    "Udenrigsministeren sagde, at Danmark og Sverige ikke skal deltage i Ruslands samtaler med USA.",
    "gov:DK gov:SE gov:RU gov:US",
  ],
  ["el", "Ο υπουργός Εξωτερικών της Ελλάδας δήλωσε ότι η Τουρκία θα συνομιλήσει με τις ΗΠΑ.", "gov:GR gov:TR gov:US"],
  [
    "es",
    "El ministro de Exteriores dijo que Estados Unidos y China se reunirán en Ginebra con la OTAN y con Antony Blinken.",
    "gov:US gov:CN person:antony-blinken",
  ],
  [
    "fa",
    "وزیر امور خارجه ایران در تهران با همتای خود دیدار کرد. آمریکا و روسیه نیز در این گفت‌وگوها شرکت کردند.",
    "gov:IR place:tehran gov:US gov:RU",
  ],
  [
    "fr",
    "Le ministre de la Chine a rencontré son homologue d’Iran à Paris, selon l'agence. L'Inde et les États-Unis n'ont pas été invités.",
    "gov:CN gov:IR place:paris gov:IN gov:US",
  ],
  ["he", "שר החוץ אמר כי ישראל וארצות הברית ידונו על איראן ועל רוסיה.", "gov:IL gov:US gov:IR gov:RU"],
  [
    "hi",
    "भारत और पाकिस्तान के विदेश मंत्रियों ने अमेरिका में मुलाकात की है। चीन ने इस पर प्रतिक्रिया दी।",
    "gov:IN gov:PK gov:US gov:CN",
  ],
  [
    "hu",
    "A külügyminiszter azt mondta, hogy az USA és Kína nem vesz részt a tárgyaláson, és Pakisztán is távol marad.",
    "gov:US gov:CN gov:PK",
  ],
  [
    "id",
    "Menteri Luar Negeri Indonesia mengatakan bahwa Tiongkok tidak akan hadir di Jakarta dengan Iran.",
    "gov:ID gov:CN place:jakarta gov:IR",
  ],
  [
    "it",
    "Il ministro degli Esteri ha detto che l'Italia e la Germania sono pronte a collaborare con gli Stati Uniti.",
    "gov:IT gov:DE gov:US",
  ],
  ["ja", "日本の外務大臣は、アメリカと中国がイランとの協議に参加しないと述べた。", "gov:JP gov:US gov:CN gov:IR"],
  [
    "ko",
    "한국 외교부 장관은 미국과 중국이 이란과의 회담에 참석하지 않을 것이라고 말했다.",
    "gov:KR gov:US gov:CN gov:IR",
  ],
  [
    "nl",
    "De minister zei dat Nederland en Duitsland niet zullen deelnemen aan het overleg met Rusland over Oekraïne.",
    "gov:NL gov:DE gov:RU gov:UA",
  ],
  [
    "pl",
    "Minister powiedział, że Polska i Niemcy nie będą uczestniczyć w rozmowach z Rosją w sprawie Ukrainy i Pakistanu.",
    "gov:PL gov:DE gov:RU gov:UA gov:PK",
  ],
  ["ps", "د افغانستان د بهرنیو چارو وزیر وویل چې پاکستان او ایران به په خبرو کې برخه ونه لري.", "gov:AF gov:PK gov:IR"],
  [
    "pt",
    "O ministro do Brasil disse que os Estados Unidos e a China não participaram da reunião com o Irã.",
    "gov:BR gov:US gov:CN gov:IR",
  ],
  [
    "ru",
    "Президент России встретился с министром иностранных дел Китая. США заявили, что Пакистан не участвует в переговорах с Саудовской Аравией.",
    "gov:RU gov:CN gov:US gov:PK gov:SA",
  ],
  [
    "sv",
    "Utrikesministern sade att Sverige och Finland inte kommer att delta i samtalen om Rysslands krig mot Ukraina.",
    "gov:SE gov:FI gov:RU gov:UA",
  ],
  ["th", "รัฐมนตรีต่างประเทศไทยกล่าวว่าสหรัฐอเมริกาและจีนจะไม่เข้าร่วมการประชุมกับอิหร่าน", "gov:TH gov:US gov:CN gov:IR"],
  [
    "tr",
    "Türkiye Cumhurbaşkanı, Pakistan’ın başkenti İslamabad'da bir açıklama yaptı ve ABD ile Çin'in görüşmeye devam ettiğini söyledi.",
    "gov:TR gov:PK gov:US gov:CN",
  ],
  [
    "uk",
    "Президент України заявив, що Польща та Німеччина не братимуть участі в переговорах із Росією.",
    "gov:UA gov:PL gov:DE gov:RU",
  ],
  [
    "vi",
    "Bộ trưởng Ngoại giao Việt Nam cho biết Hoa Kỳ và Trung Quốc sẽ không tham gia cuộc họp với Iran.",
    "gov:VN gov:US gov:CN gov:IR",
  ],
  ["zh", "中国外交部长在北京会见了巴基斯坦外长。美国和俄罗斯的代表也参加了会谈。", "gov:CN gov:PK gov:US gov:RU"],
];

describe("an article in a language without rules", () => {
  it.each(SENTENCES)("%s gives names: %s", (code, text, named) => {
    expect(extract(articleOf(text))).toMatchObject({ language: code, covered: false });
    for (const id of named.split(" ")) expect(namedIn(text)).toContain(id);
    expect(namedIn(text).filter((id) => id?.startsWith("gov:"))).toEqual(
      named.split(" ").filter((id) => id.startsWith("gov:")),
    );
  });

  it.each(SENTENCES)("%s gives no relations or events, and every place is in the text: %s", (_, text) => {
    const { statements, events, mentions, sentences } = extract(articleOf(text));
    expect({ statements, events }).toEqual({ statements: [], events: [] });
    for (const { start, end } of mentions) expect(text.slice(start, end)).toMatch(/^\S(?:.*\S)?$/u);
    expect(sentences.map(({ start, end }) => text.slice(start, end)).join(" ")).toBe(
      text.replace(/(?<=[。।])(?=\S)/u, " "),
    );
  });

  it("has every language of the list among the sentences", () => {
    expect([...new Set(SENTENCES.map(([code]) => code))]).toEqual(Object.keys(knowledge.others).sort());
  });

  it.each([
    [
      "fr",
      "6 mai 2022\nLe président de la Chine a reçu le ministre des Affaires étrangères dans la capitale.",
      "2022-05-06",
    ],
    ["ru", "6 мая 2022\nПрезидент России встретился с министром иностранных дел Китая в Москве.", "2022-05-06"],
    [
      "es",
      "6 de mayo de 2022\nEl ministro de Exteriores dijo que los Estados Unidos no van a la reunión.",
      "2022-05-06",
    ],
    [
      "tr",
      "6 Mayıs 2022\nDışişleri Bakanı bir açıklama yaptı ve iki ülke arasında görüşmelerin olduğunu söyledi.",
      "2022-05-06",
    ],
    [
      "ar",
      "6 مايو 2022\nقال وزير الخارجية إن باكستان والولايات المتحدة اتفقتا على التعاون في هذا المجال.",
      "2022-05-06",
    ],
    ["zh", "2022年5月6日\n中国外交部长在北京会见了巴基斯坦外长。", "2022-05-06"],
    ["hi", "6 मई 2022\nभारत और पाकिस्तान के विदेश मंत्रियों ने अमेरिका में मुलाकात की है।", "2022-05-06"],
    [
      "nl",
      "2022-05-06\nDe minister zei dat Nederland en Duitsland niet zullen deelnemen aan het overleg.",
      "2022-05-06",
    ],
  ])("%s counts from the date at its head", (code, text, date) => {
    expect(extract(articleOf(text))).toMatchObject({ language: code, anchor: { date } });
  });

  it("is surer of nothing than half", () => {
    const [, text] = SENTENCES.find(([code]) => code === "fr") ?? ["", ""];
    const edges = [...graphOf([articleOf(text)]).edges()];
    expect(edges.length).toBeGreaterThan(3);
    expect(edges.filter(({ relation, confidence }) => relation !== "MENTIONED_IN" || confidence > 0.5)).toEqual([]);
  });

  it("reads nothing by the rules of another, whose lines it looks like", () => {
    const text =
      "Le ministre de la Chine a rencontré son homologue de l’Iran à Paris, selon les agences.\n" +
      "Joe Biden met Xi Jinping in Bali.";
    expect(extract(articleOf(text)).statements).toEqual([]);
  });
});

describe("a line in such a language in an article with rules", () => {
  const english = "The president of Russia met the foreign minister of China in Moscow, and they agreed to talks.";

  it("in another script gives names", () => {
    expect(namedIn(`${english}\nПакистан не участвует в переговорах.`)).toContain("gov:PK");
  });

  it("is not believed when it is short, and is read when it is long", () => {
    const line = "La Chine et le Pakistan ont signé un accord de coopération, a dit le ministre. ";
    expect(namedIn(`${english}\n${english}\n${english}\n${line}`)).toContain("gov:PK");
    expect(extract(articleOf(`${english}\n${english}\n${english}\n${line.repeat(3)}`)).language).toBe("en");
  });
});

it("a text in a language that is not known gives nothing", () => {
  const text = "Suomen ulkoministeri sanoi, että Ruotsi ja Norja eivät osallistu neuvotteluihin Venäjän kanssa.";
  expect(extract(articleOf(text))).toMatchObject({ language: "und", covered: false, entities: [], mentions: [] });
});

it("names of other languages are taken in when they are first asked for", () => {
  let asked = 0;
  const others = Object.fromEntries(
    Object.entries(knowledge.others).map(([code, { data, states, forms }]) => [
      code,
      {
        data,
        forms,
        get states() {
          asked += 1;
          return states;
        },
      },
    ]),
  );
  const packs = createPacks({ ...knowledge, others });
  expect(asked).toBe(0);
  expect(packs.find(({ code }) => code === "fr")?.lexicon.knows("chine")).toBe(true);
  expect(asked).toBe(1);
});

it("a word is a name of a state only as it is written", () => {
  expect(namedIn("Bakan, Mali için bir karar olduğunu söyledi.")).toEqual(["gov:ML"]);
  expect(namedIn("Bakan, mali destek için bir karar olduğunu söyledi.")).toEqual([]);
});
