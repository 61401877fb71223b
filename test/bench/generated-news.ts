import type { Article } from "../../src/model/article.ts";
import type { EntityDraft, EventDraft, Extraction, Mention } from "../../src/model/extraction.ts";
import type { ArticleId, LanguageCode } from "../../src/model/ids.ts";
import { isoDay } from "../../src/model/time.ts";
import type { Knowledge } from "../../src/seeds/knowledge.ts";

/** Generated news with known truth: what was read in an article, and who and what each entity and event of it is. */
export interface GeneratedArticle {
  readonly article: Article;
  readonly extraction: Extraction;
  /** True identity of each entity, by index. */
  readonly entities: readonly string[];
  /** True identity of each event, by index. */
  readonly events: readonly string[];
}

/** A person of the generated world, with the spellings of each language, the usual first. */
interface Citizen {
  readonly id: string;
  readonly state: string;
  /** What others may be called too, but for their state. */
  readonly name: string;
  readonly spellings: Readonly<Record<string, readonly string[]>>;
}

interface Happening {
  readonly id: string;
  readonly type: string;
  readonly day: number;
  readonly people: readonly Citizen[];
}

/** A word of a name in each language, with its spellings. */
type NameWord = Readonly<Record<string, readonly string[]>>;

const LANGUAGES = ["en", "de", "ur"] as const;
const TYPES = ["Call", "Meeting", "Visit", "Negotiation", "Agreement", "Attack"] as const;
/** Mentions that are made for one person of the world, on average. */
const MENTIONS_A_PERSON = 60;
const MENTIONS_AN_ENTITY = 3;
const TYPO_SHARE = 0.02;
const STATE_SHARE = 0.7;
/** Articles that tell of an event, at most. */
const REPORTS = 6;
const FIRST_DAY = 15_000;
const DAYS_A_THOUSAND_ARTICLES = 40;

/**
 * Makes articles that hold `mentions` mentions in all, the same for the same seed. People have names of words that real
 * people bear, in three languages and in all spellings that the gazetteer has for them, some with a letter missing or
 * turned; a third of the articles does not say of which state they are, unless others have the same name. Few people are named often. An event is told by
 * one to six articles, within two days. Articles come in random order.
 */
export function generateNews(knowledge: Knowledge, mentions: number, seed = 1): GeneratedArticle[] {
  const random = createRandom(seed);
  const world = createWorld(knowledge, Math.max(20, Math.round(mentions / MENTIONS_A_PERSON)), random);
  const made: GeneratedArticle[] = [];
  let told = 0;
  const days = (mentions / 15_000) * DAYS_A_THOUSAND_ARTICLES;
  for (let number = 0; told < mentions; number += 1) {
    const happening = world.happening(number, FIRST_DAY + Math.floor(random() * days));
    const reports = 1 + Math.floor(random() ** 2 * REPORTS);
    for (let report = 0; report < reports && told < mentions; report += 1) {
      const article = world.report(happening, made.length);
      made.push(article);
      told += article.extraction.mentions.length;
    }
  }
  return shuffled(made, random);
}

function createWorld(
  knowledge: Knowledge,
  population: number,
  random: () => number,
): {
  readonly happening: (number: number, day: number) => Happening;
  readonly report: (happening: Happening, number: number) => GeneratedArticle;
} {
  const pick = <Value>(values: readonly Value[]): Value => values[Math.floor(random() * values.length)] as Value;
  const states = knowledge.gazetteer.states.map(({ id }) => id);
  const { given, family } = nameWords(knowledge);
  const taken = new Set<string>();
  const bearers = new Map<string, number>();
  const citizens: Citizen[] = [];
  while (citizens.length < population) {
    const [first, last] = [pick(given), pick(family)];
    const state = pick(states);
    // Two of one name and one state could be told apart by nobody.
    const name = `${first["en"]?.[0]} ${last["en"]?.[0]}`;
    const id = `${name} (${state})`;
    if (taken.has(id)) continue;
    taken.add(id);
    bearers.set(name, (bearers.get(name) ?? 0) + 1);
    const spellings = Object.fromEntries(
      LANGUAGES.map((language) => [
        language,
        (first[language] ?? []).flatMap((one) => (last[language] ?? []).map((other) => `${one} ${other}`)),
      ]),
    );
    citizens.push({ id, state, name, spellings });
  }
  /** Few are in the news often: the density falls with the rank. */
  const someone = (): Citizen => citizens[Math.floor(random() ** 2 * citizens.length)] as Citizen;
  const spell = (citizen: Citizen, language: string): string => {
    const spellings = citizen.spellings[language] ?? [];
    const spelling = random() < 0.7 ? (spellings[0] ?? "") : pick(spellings);
    return random() < TYPO_SHARE ? withTypo(spelling, random) : spelling;
  };

  /** Where others have the name, only the state could tell anybody who is meant. */
  const saysState = ({ name }: Citizen): boolean => random() < STATE_SHARE || (bearers.get(name) ?? 0) > 1;

  return {
    happening: (number, day) => {
      const people = new Set<Citizen>();
      while (people.size < 2) people.add(someone());
      return { id: `event ${number}`, type: pick(TYPES), day, people: [...people] };
    },
    report: ({ id, type, day, people }, number) => {
      const language = pick(LANGUAGES);
      const others = new Set(people);
      while (others.size < people.length + 2) others.add(someone());
      const named = [...others];
      const drafts: EntityDraft[] = named.map((citizen) => ({
        kind: "Person",
        names: [{ text: spell(citizen, language), language: language as LanguageCode }],
        offices: [],
        ...(saysState(citizen) ? { state: citizen.state } : {}),
      }));
      const codes = [...new Set(named.map(({ state }) => state))];
      const governments: EntityDraft[] = codes.map((code) => ({
        kind: "Government",
        known: `gov:${code}`,
        names: [],
        offices: [],
        state: code,
      }));
      const entities = [...drafts, ...governments];
      const date = isoDay(day + Math.floor(random() * 2));
      const event: EventDraft = {
        type,
        names: [],
        time: { date, from: date, to: date },
        constraint: {},
        news: true,
        status: "held",
        participants: people.map((_, i) => ({
          entity: `e${i}`,
          role: "participant",
          evidence: { start: 0, end: 1 },
          rule: "generated",
          confidence: 1,
        })),
        inviters: [],
        invitees: [],
        topic: [],
        related: [],
        content: [],
        evidence: [{ start: 0, end: 1 }],
        confidence: 1,
      };
      const article = `generated-${String(number).padStart(8, "0")}` as ArticleId;
      const published = isoDay(day + 1);
      return {
        article: { id: article, text: "", sources: [{ name: article, publishedAt: published }] },
        extraction: {
          format: "dragoman-extraction",
          article,
          key: "",
          language: language as LanguageCode,
          covered: true,
          anchor: { date: published, from: published, to: published },
          entities,
          events: [event],
          mentions: entities.flatMap((_, i) =>
            Array.from({ length: MENTIONS_AN_ENTITY }, (__, at): Mention => ({
              of: `e${i}`,
              start: i * MENTIONS_AN_ENTITY + at,
              end: i * MENTIONS_AN_ENTITY + at + 1,
              form: "name",
              language: language as LanguageCode,
            })),
          ),
          sentences: [],
          statements: [],
        },
        entities: [...named.map((citizen) => citizen.id), ...codes],
        events: [id],
      };
    },
  };
}

/** First and last words of the people of the gazetteer whose names have two words in every language. */
function nameWords(knowledge: Knowledge): {
  readonly given: readonly NameWord[];
  readonly family: readonly NameWord[];
} {
  const tables = [new Map<string, Map<string, Set<string>>>(), new Map<string, Map<string, Set<string>>>()] as const;
  for (const { names } of knowledge.gazetteer.people) {
    const usual = names.en[0]?.split(" ") ?? [];
    // Numbers of kings and popes are translated, and not spelled.
    if (usual.length !== 2 || usual.some((word) => /^[IVX]+$/.test(word))) continue;
    for (const [position, table] of tables.entries()) {
      const word = table.get(usual[position] ?? "") ?? new Map<string, Set<string>>();
      table.set(usual[position] ?? "", word);
      for (const language of LANGUAGES) {
        const own = word.get(language) ?? new Set<string>();
        word.set(language, own);
        for (const parts of spellingsOf(names[language])) own.add(parts[position] ?? "");
      }
    }
  }
  const [given, family] = tables.map((table) =>
    [...table.values()]
      .filter((word) => LANGUAGES.every((language) => (word.get(language)?.size ?? 0) > 0))
      .map((word): NameWord => Object.fromEntries([...word].map(([language, own]) => [language, [...own]]))),
  );
  return { given: given ?? [], family: family ?? [] };
}

/**
 * The usual name, and the next where that has a word in common with it, if they are of two words: another name may leave the
 * first name out, or be another word altogether (Tony, Antony), which would make it another person here.
 */
function spellingsOf(names: readonly string[]): readonly (readonly string[])[] {
  const [usual = [], next = []] = names.map((name) => name.split(" "));
  if (usual.length !== 2) return [];
  return next.length === 2 &&
    next.some((word, i) => word === usual[i]) &&
    next.every((word, i) => word.charAt(0) === usual[i]?.charAt(0))
    ? [usual, next]
    : [usual];
}

/** One letter left out, or turned with the next. */
function withTypo(text: string, random: () => number): string {
  const at = 1 + Math.floor(random() * Math.max(1, text.length - 3));
  const [one, next] = [text.charAt(at), text.charAt(at + 1)];
  if (one === " " || next === " ") return text;
  return random() < 0.5 ? text.slice(0, at) + text.slice(at + 1) : text.slice(0, at) + next + one + text.slice(at + 2);
}

/** Numbers from 0 to 1 that look random (Park and Miller, 1988). */
function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

function shuffled<Value>(values: readonly Value[], random: () => number): Value[] {
  return values
    .map((value) => ({ value, at: random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ value }) => value);
}
