import { describe, expect, it } from "vitest";
import { actionsOf, read } from "../helpers/reading.ts";

type Row = readonly [text: string, actions: readonly string[]];

describe("who is subject and who object where the verb stands second", () => {
  it.each<Row>([
    ["Die Vorwürfe der Türkei wies Griechenland am Montag zurück.", ["Greece DENIED Turkey"]],
    [
      "Rückendeckung erhielt der syrische Präsident Baschar al-Assad aus Russland.",
      ["Russia SUPPORTS Bashar al-Assad"],
    ],
    [
      "Die wichtigste Aufsicht, die Internationale Atomenergiebehörde, hat den Iran aufgefordert, ihre Fragen zu beantworten.",
      ["International Atomic Energy Agency URGED Iran"],
    ],
    [
      "Der Sprecher des russischen Präsidenten Wladimir Putin, Dmitri Peskow, wies die Anschuldigungen Großbritanniens zurück.",
      ["Dmitry Peskov DENIED United Kingdom"],
    ],
    ["Russland, das im Februar 2022 die Ukraine überfallen hatte, schwieg dazu.", ["Russia ATTACKED Ukraine"]],
    [
      "Mehrere Staaten, darunter auch Indien und Brasilien, kritisierten die USA.",
      ["India CRITICIZED United States", "Brazil CRITICIZED United States"],
    ],
    [
      "Russland und die Ukraine beschuldigten sich am Montag gegenseitig.",
      ["Russia ACCUSED Ukraine", "Ukraine ACCUSED Russia"],
    ],
    [
      "Die Hisbollah hielt den Journalisten Terry Anderson sechs Jahre gefangen.",
      ["Hezbollah ABDUCTED Terry Anderson"],
    ],
  ])("%s", (text, actions) => {
    expect(actionsOf(read(text, { language: "de" }))).toEqual(actions);
  });
});

describe("which words belong together where the verb stands second", () => {
  it.each<Row>([
    ["Ägypten erhält jährlich 1,3 Milliarden Dollar Militärhilfe aus den USA.", ["United States AIDED Egypt"]],
    ["Die Ausweisung russischer Diplomaten durch Tschechien folgte im April 2021.", ["Czech Republic EXPELLED Russia"]],
    [
      "Am Montag traf Bundeskanzlerin Angela Merkel mit dem französischen Präsidenten Emmanuel Macron und danach auch mit Papst Franziskus zusammen.",
      ["Angela Merkel MET Emmanuel Macron", "Angela Merkel MET Pope Francis"],
    ],
    [
      "Der russische Präsident Wladimir Putin wird am Freitag den türkischen Präsidenten Recep Tayyip Erdogan empfangen.",
      ["Vladimir Putin MET Recep Tayyip Erdogan [planned]", "Vladimir Putin HOSTED Recep Tayyip Erdogan [planned]"],
    ],
    [
      "Der Sprecher der türkischen Regierung wird am Freitag von Papst Franziskus empfangen.",
      ["Pope Francis MET Turkey", "Pope Francis HOSTED Turkey"],
    ],
    ["Die Regierung in Kiew warf der Regierung in Moskau Völkermord vor.", ["Ukraine ACCUSED Russia"]],
    [
      "Im Juli hatten Spanien und der Iran in Wien ein Abkommen unterzeichnet, das geheim blieb.",
      ["Spain AGREED_WITH Iran"],
    ],
    ["Papst Franziskus traf am Freitag den Russen Sergej Lawrow.", ["Pope Francis MET Sergei Lavrov"]],
    ["Die Führung in Peking warf der Führung Indiens Wortbruch vor.", ["China ACCUSED India"]],
    [
      "Wegen mutmaßlicher Korruption Sanktionen verhängt haben die USA gegen Russland.",
      ["United States SANCTIONED Russia"],
    ],
  ])("%s", (text, actions) => {
    expect(actionsOf(read(text, { language: "de" }))).toEqual(actions);
  });
});

describe("what is tried or decided", () => {
  it.each<Row>([
    [
      "US-Präsident Barack Obama versuchte, Israel zum Verzicht auf Siedlungen zu bewegen.",
      ["Barack Obama URGED Israel"],
    ],
    ["Die Europäische Union beschloss, Sanktionen gegen Belarus zu verhängen.", ["European Union SANCTIONED Belarus"]],
    ["Die Europäische Union hofft, Belarus zum Einlenken zu bewegen.", ["European Union URGED Belarus [hypothetical]"]],
  ])("%s", (text, actions) => {
    expect(actionsOf(read(text, { language: "de" }))).toEqual(actions);
  });
});

describe("what else the order of the clause tells where the verb stands second", () => {
  it.each<Row>([
    // A semicolon parts main clauses, and a name without a verb of its own is only set against what was said.
    ["Israel wies die Kritik zurück; die USA warfen dem Iran Terrorismus vor.", ["United States ACCUSED Iran"]],
    ["Die USA hatten Taiwan eingeladen, China jedoch nicht.", ["United States INVITED Taiwan"]],
    // What stands under an adposition at a noun is of the participle before it too.
    ["Die von den USA erhobenen Vorwürfe gegen den Iran bleiben bestehen.", ["United States ACCUSED Iran"]],
    // Names behind a group, or between commas behind somebody without a name, say who it is.
    [
      "China vermittelte zwischen den beiden Rivalen Saudi-Arabien und Iran.",
      ["China MEDIATED Saudi Arabia", "China MEDIATED Iran"],
    ],
    // A state without an article cannot stand behind one, and a feminine noun behind "der" is no subject.
    ["Israel, dem Südafrika Völkermord vorwirft, schweigt.", ["South Africa ACCUSED Israel"]],
    ["Die Ukraine, die der Türkei Erpressung vorwirft, schweigt.", ["Ukraine ACCUSED Turkey"]],
    // Behind the finite verb a participle before its noun is an adjective.
    ["Russland warf der Ukraine wiederholte Angriffe vor.", ["Russia ACCUSED Ukraine"]],
    // Headlines leave the auxiliary out.
    ["Bundeskanzler Olaf Scholz in Peking eingetroffen", ["Olaf Scholz VISITED Beijing"]],
    // Somebody's predecessor is not himself, and who stands in a clause before its main clause is whom "er" means there.
    [
      "Wladimir Putin lobte seinen Vorgänger Boris Jelzin.",
      ["Vladimir Putin PRAISED Boris Yeltsin", "Vladimir Putin SUCCEEDED Boris Yeltsin"],
    ],
    [
      "Bevor Bundeskanzler Olaf Scholz nach Tokio flog, kritisierte er China.",
      ["Olaf Scholz VISITED Tokyo", "Olaf Scholz CRITICIZED China"],
    ],
  ])("%s", (text, actions) => {
    expect(actionsOf(read(text, { language: "de" })).toSorted()).toEqual([...actions].toSorted());
  });
});
