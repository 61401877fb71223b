import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { layoutGraph } from "../../src/graph/layout.ts";
import { createGraph } from "../../src/graph/memory.ts";
import { type Article, articleName } from "../../src/model/article.ts";
import type { ArticleNode, EntityNode, EventNode, Evidence, GraphEdge } from "../../src/model/graph.ts";
import { articleIdOf, hashOf, type LanguageCode } from "../../src/model/ids.ts";
import { compareText } from "../../src/model/text.ts";
import { boundsOf } from "../../src/model/time.ts";
import type { GraphSource, SourceOntology } from "../../src/server/source.ts";
import { article as articleOnly, edge, entity as entityNode, event as eventNode } from "./graph.ts";

/**
 * A graph of what the five sample articles say, written by hand, so that the server and the viewer are tested without
 * the pipeline. Every quote is looked up in its article: one that is not there, or there twice, is an error.
 */

const NAMES = {
  de: "000_26e7d26395f65de3",
  ur: "001_7d70f8e804b6c5f2",
  dawn: "002_e29e23a0c924f9cb",
  arab: "003_1a908b9f9696c1c9",
  july: "004_0bf7e92c7f78486c",
} as const;
type ArticleKey = keyof typeof NAMES;

const LANGUAGES: Readonly<Record<ArticleKey, string>> = { de: "de", ur: "ur", dawn: "en", arab: "en", july: "en" };
const TITLES: Partial<Record<ArticleKey, string>> = {
  de: "Antony Blinken und Bilawal Bhutto diskutieren die bilateralen Beziehungen im ersten Kontakt seit der Bildung der neuen Regierung in Pakistan",
  arab: "Qureshi apprises US Secretary of State of Pakistan’s deep concern on Palestinian situation",
};
const PUBLISHED: Partial<Record<ArticleKey, string>> = { july: "2021-07-09" };

const KEYS = Object.keys(NAMES) as ArticleKey[];
const seeds = new URL("../../seeds/", import.meta.url);

function readArticle(key: ArticleKey): Article {
  const text = readFileSync(new URL(`articles/${NAMES[key]}.txt`, seeds), "utf8");
  const title = TITLES[key];
  const publishedAt = PUBLISHED[key];
  return {
    id: articleIdOf(text),
    text,
    sources: [
      {
        name: NAMES[key],
        ...(title === undefined ? {} : { title }),
        ...(publishedAt === undefined ? {} : { publishedAt }),
      },
    ],
  };
}

const ARTICLES = new Map(KEYS.map((key) => [key, readArticle(key)]));

/** The place in an article that says it. The quote is given by its words, or by its first and its last words. */
function says(key: ArticleKey, quote: string, ...attribution: readonly string[]): Evidence {
  const { text } = articleOf(key);
  const [first = "", last = first] = quote.split(" … ");
  const start = text.indexOf(first);
  const end = text.indexOf(last, start) + last.length;
  if (start < 0 || end < last.length) throw new RangeError(`${NAMES[key]} does not say: ${quote}`);
  if (text.includes(first, start + 1)) throw new RangeError(`${NAMES[key]} says it twice: ${first}`);
  return {
    article: NAMES[key],
    start,
    end,
    text: text.slice(start, end),
    language: LANGUAGES[key] as LanguageCode,
    attribution,
    rule: `${LANGUAGES[key]}.sample`,
  };
}

function articleOf(key: ArticleKey): Article {
  const article = ARTICLES.get(key);
  if (article === undefined) throw new RangeError(`no article ${key}`);
  return article;
}

function entity(id: string, kind: string, names: Readonly<Record<string, readonly string[]>>): EntityNode {
  const aliases = [...new Set(Object.values(names).flat())].sort(compareText);
  const label = names["en"]?.[0] ?? aliases[0] ?? id;
  return entityNode(id, { kind, label, aliases, names, mentions: aliases.length });
}

interface EventOptions {
  readonly date?: string;
  readonly place?: string;
  readonly status?: string;
  readonly names?: Readonly<Record<string, readonly string[]>>;
  /** What its articles say of it each in their own way. */
  readonly told?: Partial<EventNode>;
}

function event(id: string, eventType: string, label: string, options: EventOptions = {}): EventNode {
  const { date, place = null, status = "held", names = {}, told = {} } = options;
  const bounds = date === undefined ? undefined : boundsOf(date);
  const aliases = Object.values(names).flat().sort(compareText);
  return eventNode(`event:${id}`, {
    eventType,
    label,
    aliases,
    names,
    date: date ?? null,
    dateFrom: bounds?.from ?? null,
    dateTo: bounds?.to ?? null,
    place,
    status,
    ...told,
  });
}

function articleNode(key: ArticleKey): ArticleNode {
  const article = articleOf(key);
  return articleOnly(`article:${article.id}`, {
    label: articleName(article),
    language: LANGUAGES[key],
    publishedAt: PUBLISHED[key] ?? null,
    title: TITLES[key] ?? null,
  });
}

type FactOptions = Partial<Pick<GraphEdge, "modality" | "date" | "office" | "role">> & {
  readonly event?: string;
  readonly about?: GraphEdge;
};

function fact(
  source: string,
  relation: string,
  target: string,
  evidence: readonly Evidence[],
  options: FactOptions = {},
): GraphEdge {
  const { modality = "actual", date = null, office = null, role = null, about } = options;
  const inEvent = options.event ?? null;
  const bounds = date === null ? undefined : boundsOf(date);
  const identity = [source, relation, target, modality, inEvent ?? date, office, about?.id ?? null];
  return edge(`fact:${hashOf(identity, 16)}`, source, relation, target, {
    modality,
    date,
    dateFrom: bounds?.from ?? null,
    dateTo: bounds?.to ?? null,
    event: inEvent,
    about: about?.id ?? null,
    office,
    role,
    weight: new Set(evidence.map((item) => item.article)).size,
    evidence: [...evidence].sort((a, b) => compareText(a.article, b.article) || a.start - b.start),
  });
}

const blinken = "person:antony-blinken";
const bilawal = "person:bilawal-bhutto-zardari";
const qureshi = "person:shah-mahmood-qureshi";
const khan = "person:imran-khan";
const call2022 = "event:call-2022-05-06";
const callSunday = "event:call-sunday";
const callJuly = "event:call-2021-07";
const callFirst = "event:call-first";
const covidSummit = "event:summit-covid";
const foodMeeting = "event:meeting-food";
const foreignOffice = "org:pk-foreign-ministry";

const ENTITIES: readonly EntityNode[] = [
  entity(blinken, "Person", {
    en: ["Antony Blinken", "Antony J. Blinken", "Blinken"],
    de: ["Antony Blinken"],
    ur: ["اینٹونی بلنکن"],
  }),
  entity(bilawal, "Person", {
    en: ["Bilawal Bhutto-Zardari"],
    de: ["Bilawal Bhutto-Zardari", "Bilawal"],
    ur: ["بلاول بھٹو"],
  }),
  entity(qureshi, "Person", {
    en: ["Shah Mahmood Qureshi", "Shah Mehmood Qureshi", "Qureshi"],
    ur: ["شاہ محمود قریشی"],
  }),
  entity(khan, "Person", { en: ["Imran Khan"], de: ["Imran Khan", "Khan"] }),
  entity("person:ned-price", "Person", { en: ["Ned Price"], ur: ["نیڈ پرائس"] }),
  entity("person:donald-lu", "Person", { en: ["Donald Lu"], de: ["Donald Lu"] }),
  entity("person:vladimir-putin", "Person", { en: ["Vladimir Putin"], de: ["Wladimir Putin"] }),
  entity("person:qamar-bajwa", "Person", { en: ["Qamar Bajwa"] }),
  entity("person:omar-saeed-sheikh", "Person", { en: ["Omar Saeed Sheikh"] }),
  entity("person:daniel-pearl", "Person", { en: ["Daniel Pearl"] }),
  entity("gov:PK", "Government", { en: ["Pakistan"], de: ["Pakistan"], ur: ["پاکستان"] }),
  entity("gov:US", "Government", { en: ["United States", "US"], de: ["Vereinigte Staaten", "USA"], ur: ["امریکہ"] }),
  entity("gov:AF", "Government", { en: ["Afghanistan"], de: ["Afghanistan"], ur: ["افغانستان"] }),
  entity("gov:RU", "Government", { en: ["Russia"], de: ["Russland"], ur: ["روس"] }),
  entity("gov:UA", "Government", { en: ["Ukraine"], de: ["Ukraine"] }),
  entity(foreignOffice, "Organization", {
    en: ["Foreign Ministry of Pakistan", "Foreign Office"],
    de: ["Auswärtiges Amt"],
    ur: ["پاکستان کے دفتر خارجہ"],
  }),
  entity("org:us-foreign-ministry", "Organization", { en: ["State Department"], ur: ["محکمہ خارجہ"] }),
  entity("org:taliban", "Organization", { en: ["Taliban"] }),
  entity("org:pk-supreme-court", "Organization", { en: ["Supreme Court"] }),
  entity("place:new-york", "Place", { en: ["New York"], de: ["New York"], ur: ["نیویارک"] }),
  entity("place:moscow", "Place", { en: ["Moscow"], de: ["Moskau"] }),
  entity("place:washington", "Place", { en: ["Washington"], ur: ["واشنگٹن"] }),
];

const EVENTS: readonly EventNode[] = [
  event("call-2022-05-06", "Call", "Call: Antony Blinken – Bilawal Bhutto-Zardari", { date: "2022-05-06" }),
  event("call-sunday", "Call", "Call: Antony Blinken – Shah Mahmood Qureshi"),
  event("call-2021-07", "Call", "Call: Antony Blinken – Shah Mahmood Qureshi", { date: "2021-07" }),
  event("call-first", "Call", "Call: Antony Blinken – Shah Mahmood Qureshi"),
  event("summit-covid", "Summit", "Zweiter Globaler Covid-Gipfel", {
    date: "2022-05",
    status: "planned",
    names: { de: ["Zweiter Globaler Covid-Gipfel"], ur: ["کورونا پر ورچوئل اجلاس"] },
  }),
  event("meeting-food", "Meeting", "گلوبل فوڈ سکیورٹی کے موضوع پر اجلاس", {
    date: "2022-05-18",
    place: "place:new-york",
    status: "planned",
    told: {
      historyStatuses: ["postponed", "planned"],
      historyDates: ["", "2022-05-18"],
      historyArticles: ["000_26e7d26395f65de3", "001_7d70f8e804b6c5f2"],
      countKinds: ["deployed"],
      countValues: [">=3000"],
      countArticles: ["001_7d70f8e804b6c5f2"],
      conflictFields: ["place", "place"],
      conflictValues: ["place:new-york", "place:washington"],
      conflictArticles: ["000_26e7d26395f65de3", "001_7d70f8e804b6c5f2"],
    },
    names: { de: ["Ministertreffen über globale Ernährungssicherheit"], ur: ["گلوبل فوڈ سکیورٹی کے موضوع پر اجلاس"] },
  }),
];

const deCall = says("de", "ISLAMABAD: US-Außenminister … Beziehungen ausgetauscht.");
const urCall = says("ur", "امریکی وزیر خارجہ اینٹونی بلنکن نے پاکستان … ٹیلی فون پر بات کی۔");
const urPhone = says("ur", "اس سے قبل بلاول بھٹو نے ٹویٹ … مبارک باد دی ہے۔", bilawal);
const dawnCall = says("dawn", "Talking to US Secretary … partnership with America.");
const arabCall = says("arab", "ISLAMABAD, Pakistan: The Foreign … important regional developments.");
const julyCall = says("july", "The Foreign Ministry spokesman said … Antony Blinken.", foreignOffice);
const dawnFirst = says("dawn", "Their first call on Jan 29 … Daniel Pearl.");
const deCovid = says("de", "Aufbauend auf der Zusammenarbeit … sagte der FO.", foreignOffice);
const urCovid = says("ur", "علاوہ ازیں جمعے کو … شرکت کی دعوت دی ہے۔", foreignOffice);
const deFood = says("de", "Der Außenminister lud auch … New York stattfinden wird.", foreignOffice);
const urFood = says("ur", "اس کے علاوہ 18 مئی … دعوت دی گئی ہے۔", foreignOffice);
const dePlot = says("de", "Das Gespräch fand inmitten … Misstrauensvotum zu stürzen.", khan);
const deDenial = says("de", "Die USA haben Khans Vorwürfe wiederholt zurückgewiesen.");
const dawnPrize = says("dawn", "This was the second telephonic … in January.");
const urPrice = says("ur", "خیال رہے کہ جمعرات کو … رکھنا چاہتا ہے۔");
const arabPrice = says("arab", "Meanwhile, in a statement, … in South Asia.”");

const allegation = fact("gov:US", "OUSTED", khan, [dePlot], { modality: "alleged" });

const FACTS: readonly GraphEdge[] = [
  fact(blinken, "SPOKE_WITH", bilawal, [deCall, urCall, urPhone], { date: "2022-05-06", event: call2022 }),
  fact(blinken, "SPOKE_WITH", qureshi, [dawnCall, arabCall], { event: callSunday }),
  fact(blinken, "SPOKE_WITH", qureshi, [julyCall], { date: "2021-07", event: callJuly }),
  fact(blinken, "SPOKE_WITH", qureshi, [dawnFirst], { event: callFirst }),
  fact(blinken, "SPOKE_WITH", "person:qamar-bajwa", [says("dawn", "Mr Blinken, meanwhile, … Gen Qamar Bajwa.")]),
  fact(blinken, "CONGRATULATED", bilawal, [
    says("de", "Während des Telefongesprächs … USA weiter zu stärken."),
    urPhone,
  ]),
  fact(blinken, "INVITED", "gov:PK", [deCovid, deFood]),
  fact(blinken, "INVITED", bilawal, [urCovid, urFood]),
  fact(qureshi, "URGED", blinken, [says("july", "The FO also said that Qureshi … settlement “.", foreignOffice)]),
  fact(qureshi, "THANKED", blinken, [says("july", "He added that FM Qureshi … United States.", foreignOffice)]),
  fact(blinken, "AGREED_WITH", qureshi, [says("arab", "Qureshi and Antony J. Blinken agreed … regional interests.")]),
  fact("gov:PK", "HAS_RELATIONS_WITH", "gov:US", [
    says("de", "Beim Meinungsaustausch über … breiter Basis besteht.", bilawal),
    urCall,
    says("dawn", "Foreign Minister Shah Mahmood Qureshi on Sunday … the United States."),
  ]),
  fact("gov:PK", "HAS_RELATIONS_WITH", "gov:RU", [says("de", "Pakistans Beziehungen zu Russland … China gedrängt.")]),
  fact("gov:US", "COOPERATES_WITH", "gov:PK", [urPrice], { modality: "requested" }),
  fact(khan, "ACCUSED", "gov:US", [dePlot, says("de", "Khan behauptet, die USA … getroffen hat, abzusetzen.")], {
    about: allegation,
  }),
  allegation,
  fact("gov:US", "DENIED", khan, [deDenial], { about: allegation }),
  fact(khan, "ACCUSED", "person:donald-lu", [
    says("de", "Der frühere Premierminister Khan hatte … Misstrauensvotum zu stürzen."),
  ]),
  fact(khan, "VISITED", "place:moscow", [says("de", "Khan besuchte Moskau, … Ukraine startete.")]),
  fact(khan, "MET", "person:vladimir-putin", [says("de", "Khan besuchte Moskau, … Ukraine startete.")], {
    modality: "planned",
  }),
  fact("gov:RU", "ATTACKED", "gov:UA", [says("de", "Khan besuchte Moskau, … Ukraine startete.")]),
  fact("org:pk-supreme-court", "RELEASED", "person:omar-saeed-sheikh", [dawnFirst]),
  fact("person:omar-saeed-sheikh", "ABDUCTED", "person:daniel-pearl", [dawnFirst], { modality: "alleged" }),
  fact("gov:AF", "FOUGHT_WITH", "org:taliban", [says("dawn", "The conversation between the two … by Pakistan.")]),
  fact(blinken, "HOLDS_OFFICE", "gov:US", [deCall, urCall, dawnPrize], { office: "foreign-minister" }),
  fact(bilawal, "HOLDS_OFFICE", "gov:PK", [deCall, urCall], { office: "foreign-minister" }),
  fact(qureshi, "HOLDS_OFFICE", "gov:PK", [arabCall, julyCall], { office: "foreign-minister" }),
  fact(khan, "HOLDS_OFFICE", "gov:PK", [dePlot], { office: "prime-minister" }),
  fact("person:ned-price", "HOLDS_OFFICE", "org:us-foreign-ministry", [urPrice, arabPrice], { office: "spokesperson" }),
  fact("person:vladimir-putin", "HOLDS_OFFICE", "gov:RU", [says("de", "Khan besuchte Moskau, … Ukraine startete.")], {
    office: "president",
  }),
  fact(foreignOffice, "PART_OF", "gov:PK", [urCovid]),
  fact("org:us-foreign-ministry", "PART_OF", "gov:US", [arabPrice]),
  fact(foodMeeting, "LOCATED_IN", "place:new-york", [deFood, urFood], { modality: "planned" }),
  fact("place:new-york", "LOCATED_IN", "gov:US", [deFood]),
  fact("gov:PK", "INVITED_TO", covidSummit, [deCovid]),
  fact(bilawal, "INVITED_TO", covidSummit, [urCovid]),
  fact("gov:PK", "INVITED_TO", foodMeeting, [deFood]),
  fact(bilawal, "INVITED_TO", foodMeeting, [urFood]),
  ...participants(call2022, [blinken, bilawal], [deCall, urCall]),
  ...participants(callSunday, [blinken, qureshi], [dawnCall, arabCall]),
  ...participants(callJuly, [blinken, qureshi], [julyCall]),
  ...participants(callFirst, [blinken, qureshi], [dawnFirst]),
];

function participants(id: string, people: readonly string[], evidence: readonly Evidence[]): readonly GraphEdge[] {
  return people.map((person) => fact(person, "PARTICIPATED_IN", id, evidence, { role: "participant" }));
}

/** Whoever is in a fact is mentioned in the articles of its evidence. */
function mentions(facts: readonly GraphEdge[]): readonly GraphEdge[] {
  const byPair = new Map<string, { node: string; key: ArticleKey; evidence: Evidence }>();
  for (const { source, target, evidence } of facts) {
    for (const item of evidence) {
      const key = KEYS.find((candidate) => NAMES[candidate] === item.article);
      if (key === undefined) continue;
      for (const node of [source, target]) byPair.set(`${node} ${key}`, { node, key, evidence: item });
    }
  }
  return [...byPair.values()].map(({ node, key, evidence }) =>
    fact(node, "MENTIONED_IN", `article:${articleOf(key).id}`, [evidence]),
  );
}

/** The words of the ontology, from its files. */
export function readOntology(): SourceOntology {
  const read = (name: string): unknown => parse(readFileSync(new URL(`ontology/${name}.yaml`, seeds), "utf8"));
  const { kinds } = read("kinds") as Pick<SourceOntology, "kinds">;
  const { relations } = read("relations") as Pick<SourceOntology, "relations">;
  const { events, roles, counts } = read("events") as Pick<SourceOntology, "events" | "roles" | "counts">;
  const offices = [
    { id: "foreign-minister", labels: { en: "foreign minister", de: "Außenminister", ur: "وزیر خارجہ" } },
    { id: "prime-minister", labels: { en: "prime minister", de: "Premierminister", ur: "وزیر اعظم" } },
  ];
  return {
    kinds,
    relations: relations.map((relation) => ({ ...relation, symmetric: relation.symmetric ?? false })),
    events,
    roles,
    counts,
    offices,
  };
}

/** The sample graph as the server takes it. */
export function servedSource(): GraphSource {
  const graph = createGraph([...ENTITIES, ...EVENTS, ...KEYS.map(articleNode)], [...FACTS, ...mentions(FACTS)]);
  const byName = new Map([...ARTICLES.values()].map((article) => [articleName(article), article]));
  const positions = layoutGraph(graph, { seed: 1, hiddenKinds: new Set(["Article"]) });
  return { graph, positions, ontology: readOntology(), article: (name) => byName.get(name) };
}
