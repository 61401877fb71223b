import { describe, expect, it } from "vitest";
import { actionsOf, read } from "../helpers/reading.ts";

type Row = readonly [text: string, actions: readonly string[]];

describe("a noun that says without its verb what somebody does", () => {
  it.each<Row>([
    ["پاکستان کی بھارت کو وارننگ", ["Pakistan THREATENED India"]],
    ["وزیر اعظم شہباز شریف کی روسی صدر ولادیمیر پوتن سے ملاقات، تعاون پر اتفاق", ["Shehbaz Sharif MET Vladimir Putin"]],
    ["امریکہ کا پاکستان سے شکیل آفریدی کی رہائی کا مطالبہ", ["United States URGED Pakistan"]],
    ["پاکستان کی جانب سے بھارتی جارحیت کی مذمت", ["Pakistan CRITICIZED India"]],
    ["ترک صدر رجب طیب اردوان کا آذربائیجان کی مکمل حمایت کا اعلان", ["Recep Tayyip Erdogan SUPPORTS Azerbaijan"]],
    ["ڈونلڈ ٹرمپ کی ایران کو دھمکی کے بعد تیل مہنگا ہو گیا۔", ["Donald Trump THREATENED Iran"]],
    ["امریکہ پاکستان کی بھارت کو دھمکی کے بغیر خوش ہے۔", []],
    ["بھارتی وزیر اعظم نریندر مودی کی جیت کا جشن", []],
  ])("%s", (text, actions) => {
    expect(actionsOf(read(text))).toEqual(actions);
  });
});

describe("those of a group who are named", () => {
  it.each<Row>([
    [
      "امریکہ نے کئی ممالک پر پابندیاں عائد کیں جن میں چین اور روس بھی شامل ہیں۔",
      ["United States SANCTIONED China", "United States SANCTIONED Russia"],
    ],
    [
      "ڈونلڈ ٹرمپ نے ولادیمیر پوتن اور شی جن پنگ سمیت کئی رہنماؤں سے ملاقات کی۔",
      ["Donald Trump MET Vladimir Putin", "Donald Trump MET Xi Jinping"],
    ],
  ])("%s", (text, actions) => {
    expect(actionsOf(read(text))).toEqual(actions);
  });
});

describe("parts of clauses where the verb stands last", () => {
  it.each<Row>([
    [
      "اقوام متحدہ کے سیکریٹری جنرل انتونیو گوتریس نے افریقی یونین کی ’انتھک‘ کوششوں کو سراہا۔",
      ["António Guterres PRAISED African Union"],
    ],
    [
      "شی جن پنگ نے رانیل وکرما سنگھے کو مبارک باد کا پیغام بھیجا۔ نریندر مودی نے بھی انہیں مبارک باد دی۔",
      ["Xi Jinping CONGRATULATED Ranil Wickremesinghe", "Narendra Modi CONGRATULATED Ranil Wickremesinghe"],
    ],
    ["ایران نے بغداد پر میزائل داغے جس کی عراق نے مذمت کی۔", ["Iran ATTACKED Baghdad", "Iraq CRITICIZED Iran"]],
    ["حماس اسرائیل کی جنگ بندی کی تجویز پر رضامند", []],
    ["ایران اور سعودی عرب تعلقات کی بحالی پر متفق", ["Iran AGREED_WITH Saudi Arabia"]],
    ["یہ واضح نہیں کہ آیا امریکہ ایران پر حملہ کرے گا یا نہیں۔", ["United States ATTACKED Iran [conditional]"]],
    ["امریکہ روس پر پابندیاں عائد کر چکا ہے۔", ["United States SANCTIONED Russia"]],
    [
      "جرمنی نے روس سے یوکرین سے نکل جانے کا مطالبہ کیا۔",
      ["Germany URGED Russia", "Russia WITHDREW_FROM Ukraine [requested]"],
    ],
    [
      "ڈونلڈ ٹرمپ نے ولادیمیر پوتن سے فون پر بات کی اور فوج بھیجنے پر ان کا شکریہ ادا کیا۔",
      ["Donald Trump SPOKE_WITH Vladimir Putin", "Donald Trump THANKED Vladimir Putin"],
    ],
  ])("%s", (text, actions) => {
    expect(actionsOf(read(text))).toEqual(actions);
  });
});
