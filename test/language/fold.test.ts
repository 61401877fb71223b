import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fold, isAllCapitals, startsWithCapital, stripDiacritics } from "../../src/language/fold.ts";

describe("fold gives one form of each letter", () => {
  it.each([
    ["Arabic yeh", "علي", "علی"],
    ["alef maksura", "مصطفى", "مصطفی"],
    ["Arabic kaf", "مشترك", "مشترک"],
    ["Arabic heh", "اسلامه", "اسلامہ"],
    ["teh marbuta", "مکة", "مکہ"],
    ["heh with yeh above", "وزارتۀ", "وزارتہ"],
    ["heh goal with hamza", "ادارۂ", "ادارہ"],
    ["teh marbuta goal", "زکوۃ", "زکوہ"],
    ["yeh barree with hamza", "مسئلۓ", "مسئلے"],
    ["alef with hamza above", "أحمد", "احمد"],
    ["alef with hamza below", "إسلام", "اسلام"],
    ["alef wasla", "ٱلله", "اللہ"],
    ["waw with hamza", "مؤقف", "موقف"],
    ["a ligature of presentation forms", "ﷲ", "اللہ"],
    ["letters in presentation forms", "ﻋﻠﻲ", "علی"],
  ])("of %s", (_, written, folded) => {
    expect(fold(written)).toBe(folded);
  });

  it.each([
    ["yeh barree", "ے"],
    ["do-chashmi heh", "بھ"],
    ["retroflex letters", "ٹڈڑ"],
    ["noon ghunna", "ں"],
    ["alef with madda", "آ"],
  ])("and keeps %s", (_, letter) => {
    expect(fold(letter)).toBe(letter);
  });
});

describe("fold leaves out what need not be written", () => {
  it.each([
    ["vowel signs", "مُحَمَّد", "محمد"],
    ["tanween", "فوراً", "فورا"],
    ["superscript alef", "رحمٰن", "رحمن"],
    ["tatweel", "عـــلی", "علی"],
    ["a zero-width non-joiner", "بات\u200Cچیت", "باتچیت"],
    ["a zero-width joiner", "بات\u200Dچیت", "باتچیت"],
    ["direction marks", "\u200Fپاکستان\u200E", "پاکستان"],
    ["a soft hyphen", "Außen\u00ADminister", "außenminister"],
    ["a byte order mark", "\uFEFFPakistan", "pakistan"],
  ])("%s", (_, written, folded) => {
    expect(fold(written)).toBe(folded);
  });
});

describe("fold", () => {
  it.each([
    ["capitals", "Antony BLINKEN", "antony blinken"],
    ["Arabic digits", "٠١٢٣٤٥٦٧٨٩", "0123456789"],
    ["Urdu digits", "۰۱۲۳۴۵۶۷۸۹", "0123456789"],
    ["curly apostrophes", "Pakistan’s ‘war’", "pakistan's 'war'"],
    ["full-width letters", "ＵＮ", "un"],
    ["a non-breaking space", "18 Mai", "18 mai"],
  ])("makes one of %s", (_, written, folded) => {
    expect(fold(written)).toBe(folded);
  });

  it.each(["straße", "außenminister", "präsident", "österreich", "für", "erdoğan", "são paulo", "zelenskyj"])(
    "keeps the letters of %s",
    (word) => {
      expect(fold(word)).toBe(word);
    },
  );

  it("gives the same for composed and decomposed letters", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "grapheme" }),
        (text) => fold(text.normalize("NFD")) === fold(text.normalize("NFC")),
      ),
    );
  });

  it("gives the same for folded text", () => {
    const letters = fc.constantFrom(..."aÄßéİıŁØ’´ يىكهۀةۂۃۓأإٱؤئآابپَّٰـ\u200C\u200F٣۳ﷲﻼ½™①".split(""));
    fc.assert(fc.property(fc.string({ unit: letters }), (text) => fold(fold(text)) === fold(text)));
  });
});

describe("stripDiacritics", () => {
  it.each([
    ["erdoğan", "erdogan"],
    ["lukaşenko", "lukasenko"],
    ["wałęsa", "walesa"],
    ["løkke", "lokke"],
    ["đukanović", "dukanovic"],
    ["straße", "strasse"],
    ["yıldırım", "yildirim"],
    ["özdemir", "ozdemir"],
    ["são paulo", "sao paulo"],
    ["nguyễn", "nguyen"],
    ["blinken", "blinken"],
    ["بلاول", "بلاول"],
  ])("of %s gives %s", (folded, plain) => {
    expect(stripDiacritics(folded)).toBe(plain);
  });
});

describe("capitals", () => {
  it.each([
    ["Pakistan", true, false],
    ["Österreich", true, false],
    ["US", true, true],
    ["ÖVP", true, true],
    ["U.S.", true, false],
    ["G7", true, false],
    ["I", true, false],
    ["iPhone", false, false],
    ["پاکستان", false, false],
    ["", false, false],
  ])("of “%s”: first %s, all %s", (word, first, all) => {
    expect({ first: startsWithCapital(word), all: isAllCapitals(word) }).toEqual({ first, all });
  });
});
