import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createPhonetics } from "../../src/language/phonetic.ts";
import { knowledge } from "../helpers/knowledge.ts";

const { nameSimilarity, wordSimilarity, skeleton, romanize, nameWords } = createPhonetics(knowledge.letters);

/** From these on two names are one for `src/resolve/entities.ts`: in one script, and across scripts. */
const SAME_SCRIPT = 0.9;
const ACROSS_SCRIPTS = 0.82;

const threshold = (a: string, b: string): number =>
  /[\u0600-\u06FF]/.test(a) === /[\u0600-\u06FF]/.test(b) ? SAME_SCRIPT : ACROSS_SCRIPTS;

/** Only names of which a word has a skeleton in common are compared at all. */
const keysOf = (name: string): readonly string[] =>
  nameWords(name)
    .map(skeleton)
    .filter((key) => key !== "");

describe("two spellings of one name are alike", () => {
  it.each([
    ["Antony Blinken", "اینٹونی بلنکن"],
    ["Antony Blinken", "انٹونی بلنکن"],
    ["Joe Biden", "جو بائیڈن"],
    ["Donald Trump", "ڈونلڈ ٹرمپ"],
    ["Barack Obama", "باراک اوباما"],
    ["Hillary Clinton", "ہلیری کلنٹن"],
    ["John Kerry", "جان کیری"],
    ["Imran Khan", "عمران خان"],
    ["Shah Mahmood Qureshi", "شاہ محمود قریشی"],
    ["Bilawal Bhutto-Zardari", "بلاول بھٹو زرداری"],
    ["Nawaz Sharif", "نواز شریف"],
    ["Shehbaz Sharif", "شہباز شریف"],
    ["Pervez Musharraf", "پرویز مشرف"],
    ["Benazir Bhutto", "بے نظیر بھٹو"],
    ["Asif Ali Zardari", "آصف علی زرداری"],
    ["Yousuf Raza Gilani", "یوسف رضا گیلانی"],
    ["Narendra Modi", "نریندر مودی"],
    ["Manmohan Singh", "من موہن سنگھ"],
    ["Ashraf Ghani", "اشرف غنی"],
    ["Hamid Karzai", "حامد کرزئی"],
    ["Amir Khan Muttaqi", "امیر خان متقی"],
    ["Hassan Rouhani", "حسن روحانی"],
    ["Mohammad Javad Zarif", "محمد جواد ظریف"],
    ["Vladimir Putin", "ولادیمیر پوتن"],
    ["Wladimir Putin", "ولادیمیر پوٹن"],
    ["Sergei Lavrov", "سرگئی لاوروف"],
    ["Angela Merkel", "انگیلا مرکل"],
    ["Olaf Scholz", "اولاف شولز"],
    ["Emmanuel Macron", "ایمانوئل میکرون"],
    ["Boris Johnson", "بورس جانسن"],
    ["Theresa May", "تھریسا مے"],
    ["Benjamin Netanyahu", "بنیامین نیتن یاہو"],
    ["Mohammed bin Salman", "محمد بن سلمان"],
    ["Antonio Guterres", "انتونیو گوتریس"],
    ["Jens Stoltenberg", "جینز اسٹولٹنبرگ"],
    ["Vladimir Putin", "Wladimir Putin"],
    ["Shah Mahmood Qureshi", "Shah Mehmood Qureshi"],
    ["Hafiz Muhammad Saeed", "Hafiz Mohammad Said"],
    ["Muammar Gaddafi", "Muammar Gadhafi"],
    ["Recep Tayyip Erdoğan", "Recep Tayyip Erdogan"],
    ["Mohammed bin Salman", "Mohammad bin Salman"],
    ["شاہ محمود قریشی", "شاہ مَحمود قريشي"],
    ["نریندر مودی", "نریندرا مودی"],
    ["ولادیمیر پوتن", "ولادیمیر پوٹن"],
  ])("%s, %s", (a, b) => {
    expect(nameSimilarity(a, b)).toBeGreaterThanOrEqual(threshold(a, b));
    expect(keysOf(a).some((key) => keysOf(b).includes(key))).toBe(true);
  });
});

describe("English and German spellings of one Slavic name are alike", () => {
  it.each([
    ["Volodymyr Zelensky", "Wolodymyr Selenskyj"],
    ["Mikhail Gorbachev", "Michail Gorbatschow"],
    ["Alexei Navalny", "Alexej Nawalny"],
    ["Sergei Lavrov", "Sergej Lawrow"],
    ["Viktor Yanukovych", "Wiktor Janukowitsch"],
    ["Svetlana Tikhanovskaya", "Swetlana Tichanowskaja"],
    ["Mikhail Khodorkovsky", "Michail Chodorkowski"],
    ["Mikheil Saakashvili", "Micheil Saakaschwili"],
  ])("%s, %s", (a, b) => {
    expect(nameSimilarity(a, b)).toBeGreaterThanOrEqual(threshold(a, b));
    expect(keysOf(a).some((key) => keysOf(b).includes(key))).toBe(true);
  });
});

describe("names of two people are not", () => {
  it.each([
    ["Benazir Bhutto", "بلاول بھٹو"],
    ["Nawaz Sharif", "شہباز شریف"],
    ["Maryam Nawaz", "نواز شریف"],
    ["Imran Khan", "امیر خان متقی"],
    ["Imran Khan", "ایوب خان"],
    ["Donald Trump", "ڈونلڈ ٹسک"],
    ["George W. Bush", "جیب بش"],
    ["Bill Clinton", "ہلیری کلنٹن"],
    ["Rahul Gandhi", "راجیو گاندھی"],
    ["Hamid Karzai", "حامد میر"],
    ["Ashraf Ghani", "اشرف علی"],
    ["Kim Jong-un", "کم جونگ ال"],
    ["Angela Merkel", "انگیلا ڈیوس"],
    ["Nawaz Sharif", "Shehbaz Sharif"],
    ["Nawaz Sharif", "Nawaz Khan"],
    ["Benazir Bhutto", "Bilawal Bhutto"],
    ["Imran Khan", "Imran Hashmi"],
    ["Bill Clinton", "Hillary Clinton"],
    ["Donald Trump", "Donald Tusk"],
    ["Boris Johnson", "Ron Johnson"],
    ["Kim Jong-un", "Kim Jong-il"],
    ["Xi Jinping", "Li Keqiang"],
    ["Hassan Rouhani", "Hassan Nasrallah"],
    ["John Kerry", "John Kirby"],
    ["عمران خان", "ایوب خان"],
    ["نواز شریف", "شہباز شریف"],
    ["آصف علی زرداری", "آصف علی خان"],
    ["پرویز مشرف", "پرویز الٰہی"],
  ])("%s, %s", (a, b) => {
    expect(nameSimilarity(a, b)).toBeLessThan(threshold(a, b));
  });
});

describe("two words", () => {
  it.each([
    ["Qureshi", "قریشی", 0.82],
    ["Blinken", "بلنکن", 0.82],
    ["Bush", "بش", 0.82],
    ["Kabul", "کابل", 0.82],
  ])("%s and %s sound alike", (a, b, least) => {
    expect(wordSimilarity(a, b)).toBeGreaterThanOrEqual(least);
  });

  it.each([
    ["Bush", "Bhutto"],
    ["Karzai", "Kerry"],
  ])("%s and %s do not", (a, b) => {
    expect(wordSimilarity(a, b)).toBeLessThan(0.82);
  });
});

describe("skeleton", () => {
  it.each([
    ["Qureshi", "قریشی"],
    ["Blinken", "بلنکن"],
    ["Zardari", "زرداری"],
    ["Putin", "پوتن"],
    ["Mahmood", "Mehmood"],
    ["Erdoğan", "Erdogan"],
  ])("of %s and %s is one", (a, b) => {
    expect(skeleton(a)).toBe(skeleton(b));
    expect(skeleton(a)).not.toBe("");
  });
});

describe("nameWords", () => {
  it.each([
    ["Bilawal Bhutto-Zardari", ["Bilawal", "Bhutto", "Zardari"]],
    ["Mohammed bin Salman", ["Mohammed", "Salman"]],
    ["Ursula von der Leyen", ["Ursula", "Leyen"]],
    ["George W. Bush", ["George", "W", "Bush"]],
    ["", []],
  ])("of “%s”", (name, words) => {
    expect(nameWords(name)).toEqual(words);
  });

  it("leaves out particles in Urdu too", () => {
    expect(nameWords("محمد بن سلمان")).toEqual(["محمد", "سلمان"]);
  });
});

describe("romanize", () => {
  it.each(["بلاول", "قریشی", "عمران", "ژاں", "چوہدری"])("writes %s in Latin letters", (word) => {
    expect(romanize(word)).toMatch(/^[a-z]+$/);
  });
});

describe("likeness of any names", () => {
  const name = fc
    .array(fc.constantFrom("Khan", "Imran", "خان", "عمران", "bin", "J.", "É", "-", "اا", "", "W", "12", "'"), {
      maxLength: 5,
    })
    .map((parts) => parts.join(" "));

  it("lies between 0 and 1, and is whole for a name and itself", () => {
    fc.assert(
      fc.property(name, name, (a, b) => {
        const likeness = nameSimilarity(a, b);
        expect(likeness).toBeGreaterThanOrEqual(0);
        expect(likeness).toBeLessThanOrEqual(1);
        if (nameWords(a).some((word) => skeleton(word) !== "")) expect(nameSimilarity(a, a)).toBeGreaterThan(0.99);
      }),
    );
  });

  it("is the same both ways", () => {
    expect(wordSimilarity("Imran", "Khan")).toBeCloseTo(wordSimilarity("Khan", "Imran"), 10);
  });

  it("does not depend on the form of letters", () => {
    const forms: readonly (readonly [string, string])[] = [
      ["علی", "علي"],
      ["شاہ", "شاه"],
      ["اکبر", "اكبر"],
      ["أحمد", "احمد"],
      ["Erdoğan", "Erdoğan".normalize("NFD")],
    ];
    expect(forms.map(([a, b]) => wordSimilarity(a, b))).toEqual(forms.map(() => 1));
  });
});
