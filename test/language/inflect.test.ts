import { describe, expect, it } from "vitest";
import { conjugateAll, declineNoun, withEndings, type VerbForm } from "../../src/language/inflect.ts";
import { knowledge } from "../helpers/knowledge.ts";

const forms = new Map(
  Object.entries(knowledge.languages).map(([code, { verbs }]) => [code, conjugateAll(verbs)] as const),
);

/** The forms of a verb with exactly these features, joined; those that stand apart from their prefix only if asked for. */
function formsOf(code: string, lemma: string, features: string, { split = false, marked = false } = {}): string {
  const wanted = features.split("+").sort().join("+");
  const fits = (form: VerbForm): boolean =>
    form.lemma === lemma &&
    [...form.features].sort().join("+") === wanted &&
    form.split === split &&
    form.marked === marked;
  return (forms.get(code) ?? [])
    .filter(fits)
    .map(({ form }) => form)
    .join(" ");
}

describe("English verbs", () => {
  it.each([
    // lemma, third person, past, participle, -ing
    ["abandon", "abandons", "abandoned", "abandoned", "abandoning"],
    ["accuse", "accuses", "accused", "accused", "accusing"],
    ["agree", "agrees", "agreed", "agreed", "agreeing"],
    ["begin", "begins", "began", "begun", "beginning"],
    ["break", "breaks", "broke", "broken", "breaking"],
    ["bring", "brings", "brought", "brought", "bringing"],
    ["cut", "cuts", "cut", "cut", "cutting"],
    ["deny", "denies", "denied", "denied", "denying"],
    ["die", "dies", "died", "died", "dying"],
    ["discuss", "discusses", "discussed", "discussed", "discussing"],
    ["fight", "fights", "fought", "fought", "fighting"],
    ["flee", "flees", "fled", "fled", "fleeing"],
    ["fly", "flies", "flew", "flown", "flying"],
    ["give", "gives", "gave", "given", "giving"],
    ["go", "goes", "went", "gone", "going"],
    ["hold", "holds", "held", "held", "holding"],
    ["kidnap", "kidnaps", "kidnapped", "kidnapped", "kidnapping"],
    ["lead", "leads", "led", "led", "leading"],
    ["meet", "meets", "met", "met", "meeting"],
    ["order", "orders", "ordered", "ordered", "ordering"],
    ["play", "plays", "played", "played", "playing"],
    ["reach", "reaches", "reached", "reached", "reaching"],
    ["refer", "refers", "referred", "referred", "referring"],
    ["say", "says", "said", "said", "saying"],
    ["seek", "seeks", "sought", "sought", "seeking"],
    ["sign", "signs", "signed", "signed", "signing"],
    ["speak", "speaks", "spoke", "spoken", "speaking"],
    ["stop", "stops", "stopped", "stopped", "stopping"],
    ["shoot", "shoots", "shot", "shot", "shooting"],
    ["take", "takes", "took", "taken", "taking"],
    ["tell", "tells", "told", "told", "telling"],
    ["visit", "visits", "visited", "visited", "visiting"],
    ["withdraw", "withdraws", "withdrew", "withdrawn", "withdrawing"],
    ["write", "writes", "wrote", "written", "writing"],
  ])("%s: %s, %s, %s, %s", (lemma, present, past, participle, gerund) => {
    expect({
      present: formsOf("en", lemma, "finite+present"),
      past: formsOf("en", lemma, "finite+past"),
      participle: formsOf("en", lemma, "participle"),
      gerund: formsOf("en", lemma, "gerund"),
    }).toEqual({ present, past, participle, gerund });
  });

  it.each([
    ["criticize", "criticized criticised"],
    ["honour", "honoured honored"],
    ["cancel", "cancelled canceled"],
  ])("%s has both spellings", (lemma, past) => {
    expect(formsOf("en", lemma, "finite+past")).toBe(past);
  });
});

describe("German verbs", () => {
  it.each([
    // lemma, third person, past, participle
    ["treffen", "trifft", "traf", "getroffen"],
    ["sprechen", "spricht", "sprach", "gesprochen"],
    ["besuchen", "besucht", "besuchte", "besucht"],
    ["danken", "dankt", "dankte", "gedankt"],
    ["fordern", "fordert", "forderte", "gefordert"],
    ["telefonieren", "telefoniert", "telefonierte", "telefoniert"],
    ["töten", "tötet", "tötete", "getötet"],
    ["warnen", "warnt", "warnte", "gewarnt"],
    ["reden", "redet", "redete", "geredet"],
    ["helfen", "hilft", "half", "geholfen"],
    ["geben", "gibt", "gab", "gegeben"],
    ["nehmen", "nimmt", "nahm", "genommen"],
    ["empfangen", "empfängt", "empfing", "empfangen"],
    ["unterzeichnen", "unterzeichnet", "unterzeichnete", "unterzeichnet"],
    ["bringen", "bringt", "brachte", "gebracht"],
    ["schreiben", "schreibt", "schrieb", "geschrieben"],
    ["lassen", "lässt", "ließ", "gelassen"],
    ["verhandeln", "verhandelt", "verhandelte", "verhandelt"],
    ["kritisieren", "kritisiert", "kritisierte", "kritisiert"],
    ["bitten", "bittet", "bat", "gebeten"],
    ["werfen", "wirft", "warf", "geworfen"],
    ["ernennen", "ernennt", "ernannte", "ernannt"],
  ])("%s: %s, %s, %s", (lemma, present, past, participle) => {
    expect({
      present: formsOf("de", lemma, "finite+present"),
      past: formsOf("de", lemma, "finite+past"),
      participle: formsOf("de", lemma, "participle"),
    }).toEqual({ present, past, participle });
  });

  it.each([
    // lemma, past together, past apart, participle, infinitive with its marker
    ["einladen", "einlud", "lud", "eingeladen", "einzuladen"],
    ["anrufen", "anrief", "rief", "angerufen", "anzurufen"],
    ["zurückweisen", "zurückwies", "wies", "zurückgewiesen", "zurückzuweisen"],
    ["festnehmen", "festnahm", "nahm", "festgenommen", "festzunehmen"],
    ["auffordern", "aufforderte", "forderte", "aufgefordert", "aufzufordern"],
    ["vorwerfen", "vorwarf", "warf", "vorgeworfen", "vorzuwerfen"],
    ["zusammenarbeiten", "zusammenarbeitete", "arbeitete", "zusammengearbeitet", "zusammenzuarbeiten"],
    ["angreifen", "angriff", "griff", "angegriffen", "anzugreifen"],
  ])("%s parts with its prefix: %s, %s …, %s, %s", (lemma, together, apart, participle, marked) => {
    expect({
      together: formsOf("de", lemma, "finite+past"),
      apart: formsOf("de", lemma, "finite+past", { split: true }),
      participle: formsOf("de", lemma, "participle"),
      marked: formsOf("de", lemma, "infinitive", { marked: true }),
    }).toEqual({ together, apart, participle, marked });
  });

  it.each([
    ["sein", "sei seien"],
    ["haben", "habe"],
    ["werden", "werde"],
    ["sprechen", "spreche"],
    ["wollen", "wolle"],
  ])("%s reports with %s", (lemma, subjunctive) => {
    expect(formsOf("de", lemma, "finite+present+subjunctive")).toBe(subjunctive);
  });
});

describe("Urdu verbs", () => {
  it.each([
    // lemma, perfective in gender and number, imperfective, infinitive and oblique
    ["ملنا", "ملے ملی ملیں", "ملتا ملتے ملتی ملتیں", "ملنا ملنے ملنی"],
    ["لکھنا", "لکھا لکھے لکھی لکھیں", "لکھتا لکھتے لکھتی لکھتیں", "لکھنا لکھنے لکھنی"],
    ["مارنا", "مارا مارے ماری ماریں", "مارتا مارتے مارتی مارتیں", "مارنا مارنے مارنی"],
  ])("%s", (lemma, perfective, imperfective, infinitive) => {
    const past = formsOf("ur", lemma, "finite+past").split(" ");
    expect(perfective.split(" ").filter((form) => !past.includes(form))).toEqual([]);
    expect(formsOf("ur", lemma, "finite+present")).toBe(imperfective);
    expect(formsOf("ur", lemma, "infinitive")).toBe(infinitive);
  });

  it.each([
    ["کرنا", "finite+past", ["کیا", "کیے", "کی", "کیں"]],
    ["دینا", "finite+past", ["دیا", "دیے", "دی", "دیں"]],
    ["جانا", "finite+past", ["گیا", "گئے", "گئی", "گئیں"]],
    ["ہونا", "finite+past", ["تھا", "تھے", "تھی", "تھیں", "ہوا", "ہوئے", "ہوئی", "ہوئیں"]],
    ["آنا", "finite+past", ["آیا", "آئے"]],
    ["کرنا", "finite+future", ["کرے گا", "کرے گی", "کریں گے", "کریں گی"]],
    ["دینا", "finite+future", ["دے گا", "دیں گے"]],
    ["جانا", "finite+future", ["جائے گا", "جائیں گے"]],
    ["کرنا", "converb", ["کر کے", "کرکے", "کرتے ہوئے"]],
    ["جانا", "converb", ["جا کر"]],
  ])("%s has among its %s %s", (lemma, features, expected) => {
    const found = (forms.get("ur") ?? [])
      .filter((form) => form.lemma === lemma && features.split("+").every((feature) => form.features.has(feature)))
      .map(({ form }) => form);
    expect(expected.filter((form) => !found.includes(form))).toEqual([]);
  });
});

describe("every language", () => {
  it.each([...forms])("%s gives each verb a form of its own", (code, all) => {
    const lemmas = new Set(all.map(({ lemma }) => lemma));
    const verbs = knowledge.languages[code]?.verbs.verbs ?? [];
    expect(verbs.map(({ prefix = "", lemma }) => prefix + lemma).filter((lemma) => !lemmas.has(lemma))).toEqual([]);
  });

  it.each([...forms])("%s leaves no pattern in a form", (_, all) => {
    expect(all.filter(({ form }) => form.trim() !== form || form === "" || /[$^()[\]|\d]/.test(form))).toEqual([]);
  });
});

describe("declineNoun", () => {
  it.each([
    ["en", "meeting", ["meeting", "meetings"]],
    ["en", "country", ["country", "countries"]],
    ["en", "speech", ["speech", "speeches"]],
    ["en", "spokesman", ["spokesman", "spokesmen"]],
    ["ur", "دورہ", ["دورہ", "دورے", "دوروں"]],
    ["ur", "ملاقات", ["ملاقات", "ملاقاتوں", "ملاقاتیں"]],
    ["ur", "پابندی", ["پابندی", "پابندیاں", "پابندیوں"]],
    ["ur", "الزام", ["الزام", "الزامات", "الزاموں"]],
    ["de", "Besuch", ["Besuch", "Besuche", "Besuchen", "Besuchs"]],
    ["de", "Minister", ["Minister", "Ministern", "Ministers"]],
    ["de", "Ministerin", ["Ministerin", "Ministerinnen"]],
    ["de", "Präsident", ["Präsident", "Präsidenten"]],
    ["de", "Abkommen", ["Abkommen", "Abkommens"]],
  ])("%s: %s", (code, noun, expected) => {
    const found = declineNoun(noun, knowledge.languages[code]?.language.nounForms ?? []);
    expect(expected.filter((form) => !found.includes(form))).toEqual([]);
  });

  it("gives each form once, and the noun itself first", () => {
    expect(
      declineNoun("Rat", [
        ["$", "es"],
        ["$", "es"],
        ["x$", "y"],
      ]),
    ).toEqual(["Rat", "Rates"]);
  });
});

it("withEndings gives the base form and one form an ending", () => {
  expect(withEndings("pakistanisch", ["e", "en"])).toEqual(["pakistanisch", "pakistanische", "pakistanischen"]);
});
