import { describe, expect, it } from "vitest";
import { actionsOf, read } from "../helpers/reading.ts";

/** What the text is said to state as a fact. */
function facts(text: string): readonly string[] {
  return actionsOf(read(text)).filter((action) => !action.endsWith("]"));
}

describe("sentences that say nothing of who did what to whom", () => {
  it.each([
    "Pakistan lost to India by six wickets in Dubai on Sunday.",
    "German Chancellor Angela Merkel was born in Hamburg and studied in Leipzig.",
    "The film about Russian President Vladimir Putin was shown in Berlin on Friday.",
    "The United States dollar rose against the Japanese yen after the Bank of Japan met on Tuesday.",
    "A French court sentenced a man to ten years in prison for killing his wife in Paris.",
    "US President Joe Biden met reporters at the White House before flying home.",
    "The president of the United States lives in the White House.",
    "Many Afghans fled to Pakistan and Iran after the Taliban took power.",
    "Prime Minister Imran Khan pledged support to young Mexicans.",
    "British Prime Minister Boris Johnson, like US President Donald Trump, loves big words.",
    "The trial of the man who attacked the German embassy in Kabul begins on Monday.",
    "President Joe Biden's meeting with his advisers on Ukraine lasted two hours.",
    "Bayern München hat Paris am Mittwoch mit 2:0 geschlagen und steht im Viertelfinale.",
    "Bundeskanzlerin Angela Merkel wurde in Hamburg geboren und hat in Leipzig studiert.",
    "US-Präsident Joe Biden traf am Freitag Reporter im Weißen Haus.",
    "Viele Afghanen sind nach Pakistan und in den Iran geflohen.",
    "Der Prozess gegen den Mann, der die deutsche Botschaft angegriffen hatte, beginnt am Montag.",
    "Das Verhältnis zwischen Kanzler Olaf Scholz und Finanzminister Christian Lindner gilt als schlecht.",
    "پاکستان نے بھارت کو چھ وکٹوں سے شکست دے کر ایشیا کپ جیت لیا۔",
    "وزیر اعظم عمران خان نے لاہور میں پارٹی رہنماؤں سے ملاقات کی۔",
    "بہت سے افغان شہری پاکستان اور ایران چلے گئے۔",
    "ترکی یورپ اور ایشیا کے درمیان واقع ہے۔",
    "ایران کو امریکہ سے خطرہ ہے۔",
    "Turkey is a country between Europe and Asia with a long history of relations with the West.",
    "سعودی عرب سے پاکستان آنے والے مسافروں کو ملک میں داخل ہونے کی اجازت مل گئی۔",
  ])("%s", (text) => {
    expect(facts(text)).toEqual([]);
  });
});

describe("sentences that say what did not happen", () => {
  it.each([
    "Few expected that Russia would attack Ukraine.",
    "No country has recognised the Taliban, and nobody has invited them.",
    "Had Russia attacked Poland, the United States would have fought with Russia.",
    "Instead of meeting Xi Jinping, President Joe Biden stayed in the city.",
    "The visit of President Joe Biden to Saudi Arabia would be a mistake, analysts say.",
    "The Taliban said they had not invited Pakistan to the meeting in Kabul.",
    "It is not true that Pakistan supports the Taliban.",
    "Weder Russland noch die Ukraine haben Polen angegriffen.",
    "Kein Land hat die Taliban zu einem Treffen eingeladen.",
    "Statt Xi Jinping zu treffen, blieb US-Präsident Joe Biden in der Stadt.",
    "Es stimmt nicht, dass Pakistan die Taliban unterstützt.",
    "Hätte Russland Polen angegriffen, hätten die USA mit Russland gekämpft.",
    "Ohne mit dem russischen Präsidenten Wladimir Putin zu sprechen, verließ Bundeskanzler Olaf Scholz den Saal.",
    "Die Taliban sagten, sie hätten Pakistan nicht nach Kabul eingeladen.",
    "کسی ملک نے طالبان کو دعوت نہیں دی۔",
    "روس نے نہ یوکرین پر حملہ کیا نہ پولینڈ پر۔",
    "اگر روس پولینڈ پر حملہ کرتا تو امریکہ روس سے لڑتا۔",
    "طالبان نے کہا کہ انہوں نے پاکستان کو کابل آنے کی دعوت نہیں دی۔",
    "چینی صدر شی جن پنگ سے ملنے کے بجائے صدر جو بائیڈن شہر میں رہے۔",
  ])("%s", (text) => {
    expect(facts(text)).toEqual([]);
  });

  it.fails.each([
    "یہ درست نہیں کہ پاکستان طالبان کی حمایت کرتا ہے۔",
    "Der Besuch von US-Präsident Joe Biden in Saudi-Arabien wäre ein Fehler, sagen Experten.",
  ])("%s", (text) => {
    expect(facts(text)).toEqual([]);
  });
});

describe("sentences that say it of another", () => {
  it.each([
    [
      "US President Donald Trump, not Joe Biden, met North Korean leader Kim Jong-un.",
      ["Donald Trump MET Kim Jong-un"],
    ],
    [
      "امریکی صدر جو بائیڈن نہیں بلکہ ڈونلڈ ٹرمپ نے شمالی کوریا کے رہنما کم جونگ ان سے ملاقات کی۔",
      ["Donald Trump MET Kim Jong-un"],
    ],
    [
      "بھارت کے وزیر اعظم نریندر مودی کے امریکہ کے دورے پر پاکستان نے تشویش ظاہر کی ہے۔",
      ["Narendra Modi VISITED United States"],
    ],
  ])("%s", (text, found) => {
    expect(facts(text)).toEqual(found);
  });
});
