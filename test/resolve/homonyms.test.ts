import { describe, expect, it } from "vitest";
import { articleOf, graphOf } from "../helpers/knowledge.ts";

/** Articles by their names. */
type Texts = Readonly<Record<string, string>>;

/** The people of a graph of these articles, each with the articles that speak of him. */
function people(texts: Texts): Readonly<Record<string, string>> {
  const graph = graphOf(
    Object.entries(texts).map(([name, text]) => articleOf(text, { name, publishedAt: "2022-05-10" })),
  );
  const found = [...graph.nodes()].filter(({ kind }) => kind === "Person");
  return Object.fromEntries(
    found.map(({ id }) => {
      const articles = graph.edgesOf(id).filter(({ relation }) => relation === "MENTIONED_IN");
      return [
        id,
        articles
          .map(({ target }) => graph.node(target)?.label ?? "")
          .sort()
          .join(" "),
      ];
    }),
  );
}

describe("people of one name, read in articles of three languages", () => {
  it.each<readonly [string, Texts, Readonly<Record<string, string>>]>([
    [
      "two Khans, also where only the last name is said again",
      {
        en1: "Pakistani Prime Minister Imran Khan arrived in Beijing on Monday. Khan thanked his hosts for their help.",
        en2: "Afghan Foreign Minister Amir Khan Muttaqi arrived in Islamabad on Monday. Muttaqi thanked his hosts.",
        de1: "Der afghanische Außenminister Amir Khan Muttaqi ist am Montag in Islamabad eingetroffen.",
        ur1: "پاکستان کے وزیر اعظم عمران خان نے پیر کے روز بیجنگ میں چینی صدر سے ملاقات کی۔ خان نے ان کا شکریہ ادا کیا۔",
      },
      { "person:imran-khan": "en1 ur1", "person:amir-khan-muttaqi": "de1 en2" },
    ],
    [
      "Kim Jong Un and Kim Jong Il",
      {
        en1: "North Korean leader Kim Jong Un visited a factory on Monday, state media said.",
        de1: "Der nordkoreanische Machthaber Kim Jong Un hat am Montag eine Fabrik besucht.",
        en2: "The late North Korean leader Kim Jong Il met South Korean President Kim Dae-jung in Pyongyang in June 2000.",
        ur1: "شمالی کوریا کے سابق رہنما کم جونگ ال نے 2000 میں جنوبی کوریا کے صدر سے ملاقات کی تھی۔",
      },
      {
        "person:kim-jong-un": "de1 en1",
        "person:kim-jong-il": "en2 ur1",
        "person:kim-dae-jung": "en2",
      },
    ],
    [
      "mother and son",
      {
        ur1: "پاکستان کی سابق وزیر اعظم بے نظیر بھٹو دسمبر 2007 میں راولپنڈی میں قتل کر دی گئیں۔",
        ur2: "پاکستان کے وزیر خارجہ بلاول بھٹو زرداری نے پیر کے روز واشنگٹن کا دورہ کیا۔",
        de1: "Der pakistanische Außenminister Bilawal Bhutto-Zardari ist am Montag in Washington eingetroffen.",
        en1: "Pakistan's former prime minister Benazir Bhutto was killed in Rawalpindi in December 2007.",
      },
      { "person:benazir-bhutto": "en1 ur1", "person:bilawal-bhutto-zardari": "de1 ur2" },
    ],
    [
      "those whom no list knows, of two states; who is tied to neither joins neither",
      {
        en1: "The Chinese ambassador to Germany, Li Wei, met German Foreign Minister Annalena Baerbock on Monday.",
        en2: "Singapore's ambassador to Germany, Li Wei, met German Foreign Minister Annalena Baerbock on Tuesday.",
        de1: "Der chinesische Botschafter Li Wei hat am Montag in Berlin Außenministerin Annalena Baerbock getroffen.",
        en3: "German Chancellor Olaf Scholz said on Friday that he had met the diplomat Li Wei in Berlin, and that their talks had been good.",
      },
      {
        "person:annalena-baerbock": "de1 en1 en2",
        "person:olaf-scholz": "en3",
        "person:li-wei-1": "de1 en1",
        "person:li-wei-2": "en2",
        "person:li-wei-3": "en3",
      },
    ],
  ])("%s", (_, texts, expected) => {
    // Hashes tell apart those who would share an id: numbered here by their articles.
    const hashed = Object.entries(people(texts)).sort(([, a], [, b]) => (a < b ? -1 : 1));
    let number = 0;
    const found = hashed.map(([id, articles]) => [id.replace(/-[0-9a-f]{4}$/, () => `-${(number += 1)}`), articles]);
    expect(Object.fromEntries(found)).toEqual(expected);
  });
});
