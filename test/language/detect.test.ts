import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { detectLanguage } from "../../src/language/detect.ts";
import { packs, SEEDS } from "../helpers/knowledge.ts";

const profiles = packs.map(({ profile }) => profile);

describe("the samples are in their language", () => {
  const folder = join(SEEDS, "articles");
  const languages = ["de", "ur", "en", "en", "en"];
  const samples = readdirSync(folder)
    .sort()
    .map((file, i) => ({ file, language: languages[i] ?? "" }));

  it.each(samples)("$file: $language", ({ file, language }) => {
    expect(detectLanguage(readFileSync(join(folder, file), "utf8"), profiles)).toBe(language);
  });
});

describe("a sentence is in its language", () => {
  it.each([
    ["en", "The foreign minister told his counterpart that the talks would go on."],
    ["en", "Spoke with Foreign Minister @BBhuttoZardari today. This year marks the 75th anniversary of our relations."],
    ["en", "Blinken, who is on his first trip to the region, met Prime Minister Imran Khan in Islamabad."],
    ["de", "Der Außenminister sagte, die Gespräche würden fortgesetzt."],
    ["de", "Die Bundeskanzlerin hat am Montag mit dem französischen Präsidenten telefoniert."],
    ["de", "Er wird nach Berlin reisen und dort die Ministerin treffen."],
    ["ur", "وزیر خارجہ نے اپنے ہم منصب سے ٹیلی فون پر بات کی۔"],
    ["ur", "پاکستان اور امریکہ کے درمیان تعلقات مضبوط ہیں۔"],
    ["ur", "صدر نے قوم سے خطاب میں کہا کہ یہ معاہدہ تاریخی ہے۔"],
  ])("%s: %s", (language, text) => {
    expect(detectLanguage(text, profiles)).toBe(language);
  });
});

describe("a sentence of a language without rules is in none of ours", () => {
  it.each([
    [
      "French",
      "fr",
      "Le ministre des Affaires étrangères a rencontré son homologue américain à Paris pour parler de la paix.",
    ],
    [
      "French with names",
      "fr",
      "Emmanuel Macron a appelé Vladimir Poutine dimanche afin de discuter de la situation en Ukraine.",
    ],
    [
      "Spanish",
      "es",
      "El presidente del Gobierno se reunió ayer con su homólogo francés en Madrid para hablar de la crisis.",
    ],
    [
      "Italian",
      "it",
      "Il ministro degli Esteri ha incontrato a Roma il suo omologo tedesco per discutere della crisi in Libia.",
    ],
    [
      "Turkish",
      "tr",
      "Dışişleri Bakanı, Amerikalı mevkidaşı ile telefonda görüştü ve iki ülke arasındaki ilişkileri ele aldı.",
    ],
    [
      "Indonesian",
      "id",
      "Menteri luar negeri bertemu dengan mitranya dari Amerika Serikat di Jakarta untuk membahas perdamaian.",
    ],
    [
      "Polish",
      "pl",
      "Minister spraw zagranicznych rozmawiał wczoraj ze swoim amerykańskim odpowiednikiem o wojnie na Ukrainie.",
    ],
    ["Hindi", "hi", "विदेश मंत्री ने अपने अमेरिकी समकक्ष से टेलीफोन पर बात की और दोनों देशों के संबंधों पर चर्चा की।"],
    ["Chinese", "zh", "外交部长星期天与美国国务卿通电话，讨论了双边关系和重要的地区局势。"],
    [
      "Russian",
      "ru",
      "Министр иностранных дел в воскресенье провёл телефонный разговор с государственным секретарём США.",
    ],
    ["Arabic", "ar", "التقى وزير الخارجية نظيره الأمريكي في القاهرة لبحث العلاقات الثنائية بين البلدين وسبل تعزيزها."],
    [
      "Persian",
      "fa",
      "وزیر امور خارجه ایران با همتای آمریکایی خود در ژنو دیدار کرد و درباره روابط دو کشور گفتگو کردند.",
    ],
    [
      "Pashto",
      "ps",
      "د بهرنیو چارو وزیر له خپل امریکایی سیال سره په کابل کې ولیدل او د دواړو هېوادونو پر اړیکو یې خبرې وکړې.",
    ],
  ])("%s: %s", (_, code, text) => {
    expect(detectLanguage(text, profiles)).toBe(code);
  });
});

describe("a sentence of a language that shares words with ours is in none of ours", () => {
  it.each([
    [
      "Dutch",
      "nl",
      "De minister van Buitenlandse Zaken heeft gisteren met zijn Duitse collega over de oorlog gesproken.",
    ],
    [
      "Swedish",
      "sv",
      "USA:s president Joe Biden har i dag talat med Rysslands president Vladimir Putin, säger Vita huset.",
    ],
    ["Danish", "da", "Udenrigsministeren mødte i går sin tyske kollega i København for at tale om krigen i Ukraine."],
    [
      "Hungarian",
      "hu",
      "A külügyminiszter tegnap Budapesten találkozott német kollégájával, hogy a háborúról tárgyaljanak.",
    ],
  ])("%s: %s", (_, code, text) => {
    expect(detectLanguage(text, profiles)).toBe(code);
  });
});

describe("a text too short to tell", () => {
  it.each(["Antony Blinken", "Pakistan", "Bagram, Kabul", "بلاول بھٹو", "G7"])("stays untold: %s", (text) => {
    expect(detectLanguage(text, profiles)).toBeUndefined();
  });

  it.each(["", " \n", "2022-05-06", "— 12:30 …", "@ #", "👍"])("stays untold: “%s”, which has no letters", (text) => {
    expect(detectLanguage(text, profiles)).toBeUndefined();
  });

  it.each([
    ["Foreign minister to visit the US", "en"],
    ["Blinken und Bilawal am Telefon", "de"],
    ["وزیر خارجہ کا دورہ", "ur"],
  ])("is told by its small words: %s", (text, language) => {
    expect(detectLanguage(text, profiles)).toBe(language);
  });
});

describe("detection", () => {
  it("does not depend on the form of letters", () => {
    const text = "صدر نے قوم سے خطاب میں کہا کہ یہ معاہدہ تاریخی ہے۔";
    const arabic = text.replaceAll("ی", "ي").replaceAll("ک", "ك").replaceAll("ہ", "ه");
    expect(detectLanguage(arabic, profiles)).toBe("ur");
    expect(detectLanguage("Für die Außenministerin ist das üblich und nötig.".normalize("NFD"), profiles)).toBe("de");
  });

  it("gives a language, none or nothing for any text", () => {
    const codes = [undefined, "und", ...packs.map(({ code }) => code)];
    fc.assert(fc.property(fc.string({ unit: "grapheme" }), (text) => codes.includes(detectLanguage(text, profiles))));
  });
});
