import type { Modality } from "../../../src/model/modality.ts";
import type { StepName } from "../state/commands.ts";
import type { Dock, Told } from "../state/store.ts";
import type { Strings } from "./index.ts";

const MODALITIES: Readonly<Record<Modality, string>> = {
  actual: "واقعہ",
  planned: "طے شدہ",
  requested: "مطالبہ",
  alleged: "الزام",
  conditional: "مشروط",
  hypothetical: "فرضی",
  negated: "نفی",
  denied: "تردید",
};

const STEPS: Readonly<Record<StepName, string>> = {
  filter: "فلٹر",
  time: "مدت",
  reset: "فلٹر اپنی اصل حالت میں",
  expand: "پھیلانا",
  collapse: "سمیٹنا",
  focus: "گرد و پیش دکھانا",
  keep: "صرف انہیں رکھنا",
  hide: "چھپانا",
  bring: "دکھانا",
  everything: "سب کچھ دکھانا",
  pick: "انتخاب",
  pin: "جگہ بدلنا",
  unpin: "واپس چھوڑنا",
  look: "تصویر کا انداز",
};

const DOCK_NAMES: Readonly<Record<Dock, string>> = { timeline: "وقت کی لکیر", query: "استفسار" };

const HOW: Readonly<Record<Told["how"], string>> = { done: "ہو گیا", undone: "واپس لیا گیا", redone: "دوبارہ کیا گیا" };

/** اردو میں انٹرفیس کے الفاظ۔ */
export const ur: Strings = {
  title: "Dragoman",
  tagline: "کس نے کس کے ساتھ کیا کیا، اور وہ جملہ جس میں یہ لکھا ہے",
  search: {
    label: "گراف میں تلاش",
    placeholder: "کسی بھی رسم الخط میں تلاش کریں",
    none: "کوئی نام نہیں ملا۔",
    suggestions: "تجاویز",
    more: (count) => `مزید ${number(count)}: لکھتے رہیے۔`,
  },
  settings: {
    label: "زبان اور انداز",
    language: "صفحے کی زبان",
    theme: "انداز",
    themes: { system: "سسٹم کے مطابق", light: "روشن", dark: "تاریک", contrast: "زیادہ تضاد" },
    urdu: "اردو متن کا خط",
    urduStyles: { nastaliq: "نستعلیق", naskh: "نسخ" },
  },
  names: {
    label: "ناموں کی زبان",
    usual: "صفحے کی زبان",
  },
  graph: {
    picture: (nodes, facts) =>
      `گراف کی تصویر: ${number(nodes)} نوڈ، ${number(facts)} حقائق۔ فہرست اور تلاش سے بھی یہی سب ملتا ہے۔`,
    legend: "نوڈ کی اقسام: دکھائیں یا چھپائیں",
    zoomIn: "بڑا کریں",
    zoomOut: "چھوٹا کریں",
    fit: "سب کچھ دکھائیں",
    noWebGl: "یہ براؤزر WebGL نہیں دکھا سکتا، اس لیے تصویر نہیں ہے۔ تلاش، فہرست اور تفصیلات اس کے بغیر بھی چلتی ہیں۔",
  },
  toolbar: {
    label: "تصویر",
    undo: "واپس لیں",
    redo: "دوبارہ کریں",
    undoStep: (step) => `واپس لیں: ${step}`,
    redoStep: (step) => `دوبارہ کریں: ${step}`,
  },
  steps: STEPS,
  told: (how, step, nodes, facts) =>
    `${HOW[how]}: ${step}۔ ${number(nodes)} نوڈ اور ${number(facts)} حقائق دکھائے جا رہے ہیں۔`,
  docks: DOCK_NAMES,
  look: {
    label: "تصویر کا انداز",
    heads: { colour: "رنگ", size: "جسامت", labels: "نام" },
    colour: { kind: "قسم کے لحاظ سے", community: "گروہ کے لحاظ سے" },
    size: { facts: "حقائق کے لحاظ سے", texts: "خبروں کے لحاظ سے" },
    labels: { none: "کوئی نہیں", few: "چند", some: "کچھ", many: "جتنے سما سکیں" },
  },
  comma: "، ",
  loading: "لوڈ ہو رہا ہے …",
  failed: "یہ لوڈ نہیں ہو سکا۔",
  notInFile: "یہ اس فائل میں نہیں ہے۔",
  retry: "دوبارہ کوشش کریں",
  empty: {
    title: "یہ گراف خالی ہے",
    text: "اسے خبروں سے بنائیں، پھر یہ صفحہ دوبارہ لوڈ کریں:",
    command: "dragoman build <فائلیں یا فولڈر>",
  },
  overview: {
    title: "مجموعی جائزہ",
    shown: (nodes, allNodes, facts, allFacts) =>
      `${number(allNodes)} میں سے ${number(nodes)} نوڈ اور ${number(allFacts)} میں سے ${number(facts)} حقائق دکھائے جا رہے ہیں۔`,
    help: "نوڈ چننے سے اس کے نام اور حقائق ملتے ہیں، لکیر یا حقیقت چننے سے وہ جملے جن میں یہ لکھا ہے۔",
  },
  filters: {
    title: "فلٹر",
    modality: "بات کیسے کہی گئی",
    all: "سب",
    none: "کوئی نہیں",
    allOf: (group) => `${group}: سب`,
    noneOf: (group) => `${group}: کوئی نہیں`,
    languages: "خبر کی زبان",
    sources: "ماخذ",
    unconnected: "وہ نوڈ جن کی کوئی حقیقت نظر نہیں آ رہی",
    count: (shown, all) => `${number(all)} میں سے ${number(shown)} نظر آ رہے ہیں`,
  },
  list: "نوڈ کی فہرست",
  more: (count) => `مزید ${number(count)} دکھائیں`,
  node: {
    names: "نام",
    otherNames: "دیگر نام",
    uses: (count) => `${number(count)} خبروں میں استعمال ہوا`,
    sameAs: "دوسری جگہوں پر",
    mentions: (count) => `${number(count)} ذکر`,
    facts: "حقائق",
    events: "واقعات",
    participants: "کون اور کہاں",
    happened: "اس میں کیا ہوا",
    articles: "خبریں",
    mentioned: "جن کا ذکر ہے",
    history: "معاملہ کیسے بدلا",
    counts: "تعداد",
    conflicts: "خبروں میں اختلاف",
    hiddenFacts: (count) => `مزید ${number(count)}، جو فلٹر نے چھپا رکھے ہیں`,
  },
  fact: {
    title: "حقیقت",
    evidence: (count) => (count === 1 ? "1 جملہ یہ کہتا ہے" : `${number(count)} جملے یہ کہتے ہیں`),
    says: "کہنے والا",
    date: "تاریخ",
    event: "واقعہ",
    place: "مقام",
    status: "حالت",
    type: "قسم",
    modality: "بیان کی نوعیت",
    office: "عہدہ",
    role: "کردار",
    about: "کس بارے میں",
    confidence: "یقین",
    rule: "قاعدہ",
    parallel: "دونوں کے درمیان دیگر حقائق",
    articles: (count) => (count === 1 ? "1 خبر" : `${number(count)} خبریں`),
  },
  article: {
    open: (name) => `خبر کھولیں: ${name}`,
    original: "اصل",
    outlet: "ادارہ",
    published: "شائع ہوئی",
    otherSources: "یہاں بھی شائع ہوئی",
    sameText: "یہی متن",
    earlier: "پہلے کے متن",
    until: "تک",
  },
  back: "واپس",
  close: "بند کریں",
  modalities: MODALITIES,
  groups: {
    action: "کس نے کیا کیا",
    state: "صورت حال",
    topical: "موضوعات",
    bookkeeping: "کہاں خبر ہے",
    other: "دیگر",
  },
  statuses: { held: "ہو چکا", planned: "طے شدہ", postponed: "ملتوی", cancelled: "منسوخ" },
  fields: { date: "تاریخ", place: "مقام", status: "حالت", ordinal: "کون سا", medium: "ذریعہ" },
};

function number(count: number): string {
  return new Intl.NumberFormat("ur").format(count);
}
