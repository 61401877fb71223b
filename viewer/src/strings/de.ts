import type { Modality } from "../../../src/model/modality.ts";
import type { StepName } from "../state/commands.ts";
import type { Dock, Told } from "../state/store.ts";
import type { Strings } from "./index.ts";

const MODALITIES: Readonly<Record<Modality, string>> = {
  actual: "tatsächlich",
  planned: "geplant",
  requested: "gefordert",
  alleged: "behauptet",
  conditional: "bedingt",
  hypothetical: "angenommen",
  negated: "verneint",
  denied: "bestritten",
};

const STEPS: Readonly<Record<StepName, string>> = {
  filter: "Filter",
  time: "Zeitraum",
  reset: "Filter zurückgesetzt",
  expand: "aufklappen",
  collapse: "zuklappen",
  focus: "Umgebung zeigen",
  keep: "nur diese behalten",
  hide: "ausblenden",
  bring: "einblenden",
  everything: "alles zeigen",
  pick: "Auswahl",
  pin: "verschieben",
  unpin: "loslassen",
  look: "Darstellung",
};

const DOCK_NAMES: Readonly<Record<Dock, string>> = { timeline: "Zeitleiste", query: "Abfrage" };

const HOW: Readonly<Record<Told["how"], string>> = {
  done: "Ausgeführt",
  undone: "Rückgängig gemacht",
  redone: "Wiederholt",
};

/** Die Wörter der Oberfläche auf Deutsch. */
export const de: Strings = {
  title: "Dragoman",
  tagline: "Wer was mit wem getan hat, und der Satz, in dem es steht",
  search: {
    label: "Graph durchsuchen",
    placeholder: "Suche in jeder Schrift",
    none: "Kein Name passt.",
    suggestions: "Vorschläge",
    more: (count) => `${number(count)} weitere: tippen Sie weiter.`,
  },
  settings: {
    label: "Sprache und Aussehen",
    language: "Sprache der Seite",
    theme: "Aussehen",
    themes: { system: "Wie das System", light: "Hell", dark: "Dunkel", contrast: "Hoher Kontrast" },
    urdu: "Texte auf Urdu in",
    urduStyles: { nastaliq: "Nastaliq", naskh: "Naschi" },
  },
  names: {
    label: "Namen in",
    usual: "der Sprache der Seite",
  },
  graph: {
    picture: (nodes, facts) =>
      `Bild des Graphen: ${plural(nodes, "Knoten", "Knoten")}, ${plural(facts, "Fakt", "Fakten")}. Liste und Suche führen zu demselben.`,
    legend: "Arten von Knoten: ein- oder ausblenden",
    zoomIn: "Vergrößern",
    zoomOut: "Verkleinern",
    fit: "Alles ins Bild",
    noWebGl: "Dieser Browser zeichnet kein WebGL, deshalb gibt es kein Bild. Suche, Liste und Details gehen auch ohne.",
  },
  toolbar: {
    label: "Bild",
    undo: "Rückgängig",
    redo: "Wiederholen",
    undoStep: (step) => `Rückgängig: ${step}`,
    redoStep: (step) => `Wiederholen: ${step}`,
  },
  explore: {
    menu: (name) => `${name}: was sich tun lässt`,
    menuOfMany: (count) => `Auswahl von ${plural(count, "Knoten", "Knoten")}: was sich tun lässt`,
    menuOfPicture: "Bild: was sich tun lässt",
    actions: "Von hier aus weiter",
    open: "Öffnen",
    pick: "Auswählen",
    drop: "Aus der Auswahl nehmen",
    dropAll: "Auswahl aufheben",
    pickShown: "Alles Sichtbare auswählen",
    expand: (count) => (count === 1 ? "1 verborgenen Nachbarn zeigen" : `${number(count)} verborgene Nachbarn zeigen`),
    collapse: (count) =>
      count === 1
        ? "1 Knoten wegräumen, der nur daran hängt"
        : `${number(count)} Knoten wegräumen, die nur daran hängen`,
    around: "Nur die Umgebung bis zu",
    steps: (count) => plural(count, "Schritt", "Schritte"),
    only: "Nur diese",
    path: "Kürzester Weg zwischen den beiden",
    pathFrom: (name) => `Kürzester Weg von ${name}`,
    pin: "Hier festhalten",
    unpin: "An den gewohnten Ort zurück",
    unpinAll: "Alles Verschobene zurück an seinen Ort",
    hide: "Ausblenden",
    everything: "Alles Ausgeblendete zeigen",
    nothing: (name) => `Um ${name} ist nichts verborgen.`,
    lasso: "Mit dem Lasso auswählen",
    lassoHelp: "Umfahren Sie die Knoten, die Sie auswählen möchten. Escape beendet das.",
    many: (count) => `${number(count)} Nachbarn sind verborgen`,
    manyText: "So viele auf einmal machen das Bild schwer lesbar.",
    most: (count) => `Die ${number(count)} mit den meisten Fakten`,
    all: (count) => `Alle ${number(count)}`,
    none: "Keine",
    keys: "Pfeiltasten bewegen das Bild, + und − vergrößern und verkleinern, 0 zeigt alles. Ist ein Knoten ausgewählt, verschieben ihn Alt und Pfeiltasten, die Menütaste sagt, was sich mit ihm tun lässt, Entf blendet ihn aus.",
  },
  picked: {
    title: "Auswahl",
    count: (count) => `${plural(count, "Knoten", "Knoten")} ausgewählt`,
    open: (count) => `Ausgewählte Knoten: ${number(count)}`,
    empty:
      "Nichts ist ausgewählt. Klicken Sie Knoten mit der Umschalt- oder Strg-Taste an, umfahren Sie sie mit dem Lasso, oder nehmen Sie „Auswählen“ im Menü eines Knotens.",
    drop: (name) => `${name} aus der Auswahl nehmen`,
    nodes: "Knoten",
    between: "Fakten zwischen ihnen",
    noneBetween: "Kein sichtbarer Fakt verbindet sie miteinander.",
  },
  path: {
    title: "Kürzester Weg",
    found: (total, steps) => `${plural(total, "Kette", "Ketten")} von ${plural(steps, "Schritt", "Schritten")}`,
    part: (shown, total) => `Gezeigt werden ${number(shown)} von ${number(total)} Ketten.`,
    none: (steps) =>
      `Was die Filter zeigen, verbindet die beiden in höchstens ${plural(steps, "Schritt", "Schritten")} nicht.`,
    further: "Weiter suchen",
    same: "Das ist ein und derselbe Knoten.",
    chain: (index, total) => `Kette ${number(index)} von ${number(total)}`,
    point: "Nur diese Kette zeigen",
    moreFacts: (count) => plural(count, "weiterer Fakt zwischen den beiden", "weitere Fakten zwischen den beiden"),
    moreQuotes: (count) => plural(count, "weiterer Bericht", "weitere Berichte"),
  },
  steps: STEPS,
  told: (how, step, nodes, facts) =>
    `${HOW[how]}: ${step}. Zu sehen: ${plural(nodes, "Knoten", "Knoten")} und ${plural(facts, "Fakt", "Fakten")}.`,
  docks: DOCK_NAMES,
  look: {
    label: "Darstellung",
    heads: { colour: "Farbe", size: "Größe", labels: "Namen" },
    colour: { kind: "Nach Art", community: "Nach Gemeinschaft" },
    size: { facts: "Nach Fakten", texts: "Nach Berichten" },
    labels: { none: "Keine", few: "Wenige", some: "Einige", many: "So viele, wie Platz haben" },
  },
  comma: ", ",
  loading: "Wird geladen …",
  failed: "Das konnte nicht geladen werden.",
  notInFile: "Das ist nicht in dieser Datei.",
  retry: "Noch einmal versuchen",
  empty: {
    title: "Dieser Graph ist leer",
    text: "Bauen Sie ihn aus Artikeln, und laden Sie diese Seite dann neu:",
    command: "dragoman build <Dateien oder Ordner>",
  },
  overview: {
    title: "Überblick",
    shown: (nodes, allNodes, facts, allFacts) =>
      `Zu sehen: ${number(nodes)} von ${plural(allNodes, "Knoten", "Knoten")} und ${number(facts)} von ${plural(allFacts, "Fakt", "Fakten")}.`,
    help: "Ein Knoten führt zu seinen Namen und Fakten, eine Linie oder ein Fakt zu den Sätzen, in denen es steht.",
  },
  filters: {
    title: "Filter",
    modality: "Wie es gesagt wird",
    all: "Alle",
    none: "Keine",
    allOf: (group) => `${group}: alle`,
    noneOf: (group) => `${group}: keine`,
    languages: "Sprache des Berichts",
    sources: "Quelle",
    unconnected: "Knoten ohne sichtbaren Fakt",
    count: (shown, all) => `${number(shown)} von ${number(all)} zu sehen`,
  },
  list: "Liste der Knoten",
  more: (count) => `${number(count)} weitere zeigen`,
  node: {
    names: "Namen",
    otherNames: "Andere Namen",
    uses: (count) => `in ${plural(count, "Artikel", "Artikeln")} verwendet`,
    sameAs: "Anderswo",
    mentions: (count) => plural(count, "Erwähnung", "Erwähnungen"),
    facts: "Fakten",
    events: "Ereignisse",
    participants: "Wer und wo",
    happened: "Was dabei geschah",
    articles: "Artikel",
    mentioned: "Erwähnt",
    history: "Wie es darum stand",
    counts: "Gezählt",
    conflicts: "Artikel widersprechen sich",
    hiddenFacts: (count) => `${number(count)} weitere, von den Filtern ausgeblendet`,
  },
  fact: {
    dispute: "Was sonst dazu gesagt wird",
    title: "Fakt",
    evidence: (count) => plural(count, "Satz sagt das", "Sätze sagen das"),
    says: "Sagt",
    date: "Datum",
    event: "Ereignis",
    place: "Ort",
    status: "Stand",
    type: "Art",
    modality: "Dargestellt als",
    office: "Amt",
    role: "Rolle",
    about: "Betrifft",
    confidence: "Sicherheit",
    rule: "Regel",
    parallel: "Weitere Fakten zwischen den beiden",
    articles: (count) => plural(count, "Artikel", "Artikel"),
  },
  article: {
    text: "Text mit allen Erwähnungen",
    keys: "Die Pfeiltasten führen von Erwähnung zu Erwähnung.",
    several: "Gemeint sind",
    factsHere: (count) => `${plural(count, "Fakt", "Fakten")} aus diesem Satz`,
    mentionOf: (place, count) => `${number(place)} von ${plural(count, "Erwähnung", "Erwähnungen")}`,
    previous: "Vorige Erwähnung",
    next: "Nächste Erwähnung",
    pointOut: "Im Bild zeigen",
    open: (name) => `Artikel öffnen: ${name}`,
    original: "Original",
    outlet: "Medium",
    published: "Erschienen",
    otherSources: "Auch erschienen bei",
    sameText: "Derselbe Text wie",
    earlier: "Frühere Fassungen",
    until: "bis",
  },
  back: "Zurück",
  close: "Schließen",
  modalities: MODALITIES,
  groups: {
    action: "Wer was getan hat",
    state: "Wie es steht",
    topical: "Themen",
    bookkeeping: "Wo es berichtet wird",
    other: "Sonstiges",
  },
  statuses: { held: "hat stattgefunden", planned: "geplant", postponed: "verschoben", cancelled: "abgesagt" },
  fields: { date: "Datum", place: "Ort", status: "Stand", ordinal: "das wievielte", medium: "auf welchem Weg" },
};

function plural(count: number, one: string, many: string): string {
  return `${number(count)} ${count === 1 ? one : many}`;
}

function number(count: number): string {
  return new Intl.NumberFormat("de").format(count);
}
