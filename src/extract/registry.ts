import { fold } from "../language/fold.ts";
import { rememberWords } from "../language/memo.ts";
import type { Phonetics } from "../language/phonetic.ts";
import type { EntityDraft, LocalId, Name, OfficeHeld } from "../model/extraction.ts";
import type { LanguageCode } from "../model/ids.ts";
import { bodyId, countryOf, KINDS, stateId } from "../model/kinds.ts";
import type { Reference } from "../model/mention.ts";
import type { TimeSpan } from "../model/time.ts";
import type { Home } from "./home.ts";
import type { World } from "./world.ts";

/** Likeness of two complete names from which they are one person's spelling, within a script and across scripts. */
const SAME_SPELLING = 0.9;
const SAME_ACROSS_SCRIPTS = 0.82;

/** An office that somebody holds; `inferred`: only a description that can be nobody else's says so. */
export interface HeldOffice {
  readonly office: string;
  readonly of: number | undefined;
  readonly former: boolean;
  readonly inferred?: boolean;
}

/** An entity of the article while it is read. */
export interface Entity {
  readonly index: number;
  readonly kind: string;
  readonly known: string | undefined;
  readonly names: Name[];
  readonly offices: HeldOffice[];
  /** ISO code of the state that it is tied to. */
  country: string | undefined;
  readonly gender: "male" | "female" | undefined;
  /** How often, and in which sentence last, it was mentioned. */
  mentions: number;
  lastSentence: number;
  /** By its sentence and its token, where it was mentioned last. */
  lastPlace: number;
  /** How old somebody is, where the article says so. */
  age: number | undefined;
}

/** The entities of one article. */
export interface Registry {
  readonly world: World;
  readonly home: Home | undefined;
  /** When the article was written, as far as it says. */
  readonly time: TimeSpan;
  readonly at: (index: number) => Entity;
  readonly people: () => readonly Entity[];
  readonly all: () => readonly Entity[];
  /** A new person, without a name yet. */
  readonly createPerson: () => Entity;
  /** The entity of a gazetteer id. */
  readonly known: (kind: string, id: string) => Entity;
  readonly state: (country: string) => Entity;
  readonly addName: (entity: Entity, text: string, language: LanguageCode) => void;
  /** A person of the article whom a name fits, of those who can be meant: his name holds its words in order, or sounds like it. */
  readonly personByName: (
    norms: readonly string[],
    text: string,
    canBe?: (person: Entity) => boolean,
  ) => Entity | undefined;
  /** What a reference names without the article's help: something of the gazetteer, or a body of a state. */
  readonly referred: (reference: Reference) => Entity | undefined;
  /** The state for which an entity acts: itself, or the one of its office or body. */
  readonly stateOf: (index: number) => number | undefined;
  readonly drafts: () => EntityDraft[];
}

export function createRegistry(world: World, phonetics: Phonetics, home: Home | undefined, time: TimeSpan): Registry {
  const entities: Entity[] = [];
  const people: Entity[] = [];
  const byKnown = new Map<string, Entity>();
  const byName = new Map<string, Entity>();
  /** Names under which the article speaks of somebody's office only: "BDI" in "BDI-Chef". */
  const unused = new Map<Entity, string>();

  const create = (kind: string, known: string | undefined): Entity => {
    const entity: Entity = {
      index: entities.length,
      kind,
      known,
      names: [],
      offices: [],
      country: known === undefined ? undefined : (countryOf(known) ?? world.countryOfKnown(known)),
      gender: known === undefined ? undefined : world.genderOf(known),
      mentions: 0,
      lastSentence: -1,
      lastPlace: -1,
      age: undefined,
    };
    entities.push(entity);
    if (kind === KINDS.person) people.push(entity);
    if (known !== undefined) byKnown.set(known, entity);
    return entity;
  };
  const known = (kind: string, id: string): Entity => byKnown.get(id) ?? create(kind, id);
  /** What only the article names, by its full name. */
  const named = (kind: string, text: string): Entity => {
    const key = `${kind} ${wordsOf(text).join(" ")}`;
    const entity = byName.get(key) ?? create(kind, undefined);
    byName.set(key, entity);
    if (entity.names.length === 0) unused.set(entity, text);
    return entity;
  };
  const state = (country: string): Entity => known(KINDS.state, stateId(country));
  const at = (index: number): Entity => {
    const entity = entities[index];
    if (entity === undefined) throw new RangeError(`no entity ${index}`);
    return entity;
  };
  const stateOf = (index: number): number | undefined => {
    const entity = at(index);
    if (entity.kind === KINDS.state) return index;
    const held = entity.offices.find(({ of }) => of !== undefined);
    if (held?.of !== undefined) return stateOf(held.of);
    const country = entity.kind === KINDS.organization ? world.countryOfKnown(entity.known ?? "") : entity.country;
    return country === undefined || entity.kind === KINDS.place ? undefined : state(country).index;
  };

  /** "the police": of a body that acts where something happens, the state of the place that was named last. */
  const whereabouts = (body: string): string | undefined => {
    if (!world.isLocalBody(body)) return undefined;
    return mostRecent(entities.filter(({ kind, country }) => kind === KINDS.place && country !== undefined))?.country;
  };

  return {
    world,
    home,
    time,
    at,
    people: () => people,
    all: () => entities,
    known,
    state,
    stateOf,
    createPerson: () => create(KINDS.person, undefined),
    addName: (entity, text, language) => {
      if (text !== "" && !entity.names.some((name) => name.text === text)) entity.names.push({ text, language });
    },
    personByName: (norms, text, canBe = () => true) => {
      const words = ` ${norms.join(" ")} `;
      const candidates = people.filter(canBe);
      return (
        mostRecent(candidates.filter((person) => person.names.some((name) => holdsWords(name.text, words)))) ??
        (norms.length < 2 ? bySound(candidates, text, phonetics) : bySpelling(candidates, text, phonetics))
      );
    },
    referred: (reference) => {
      if (reference.type === "known") return known(reference.kind, reference.id);
      if (reference.type === "name") return named(reference.kind, reference.text);
      if (reference.type !== "body") return undefined;
      const { body, region } = reference;
      if (region !== undefined) return known(KINDS.organization, bodyId(region, body));
      const here = world.isGroup(body)
        ? undefined
        : (whereabouts(body) ?? (home?.sure === true ? home.country : undefined));
      const country = reference.country ?? here;
      if (country === undefined) return undefined;
      return world.isStateBody(body) ? state(country) : known(KINDS.organization, bodyId(country, body));
    },
    drafts: () => {
      for (const [entity, text] of unused)
        if (entity.names.length === 0) entity.names.push({ text, language: "und" as LanguageCode });
      return entities.map(draftOf);
    },
  };
}

/** The entity that was mentioned last; among equals the one mentioned most. */
export function mostRecent(entities: readonly Entity[]): Entity | undefined {
  return byRecency(entities)[0];
}

export function byRecency(entities: readonly Entity[]): Entity[] {
  return entities.toSorted((a, b) => b.lastSentence - a.lastSentence || b.mentions - a.mentions);
}

/** The folded words of a name, hyphens as spaces. */
export function wordsOf(name: string): string[] {
  const plain = fold(name)
    .replace(/[-‐‑–]/g, " ")
    .replace(/\./g, "");
  return plain.split(/\s+/).filter((word) => word !== "");
}

/** The folded words of a name with a space around each. Articles say a name often. */
const spacedWords = rememberWords((name) => ` ${wordsOf(name).join(" ")} `);

/** Whether a name holds the words in order, or is held in them. */
function holdsWords(name: string, words: string): boolean {
  const own = spacedWords(name);
  return own.includes(words) || words.includes(own);
}

/** The only person with a name in another script of which one word sounds like this one. */
function bySound(people: readonly Entity[], text: string, phonetics: Phonetics): Entity | undefined {
  const soundsLike = (name: string): boolean =>
    isOtherScript(name, text) &&
    phonetics.nameWords(name).some((word) => phonetics.wordSimilarity(word, text) >= SAME_SPELLING);
  const alike = people.filter((person) => person.names.some((name) => soundsLike(name.text)));
  return alike.length === 1 ? alike[0] : undefined;
}

/** The person whose complete name is most like this one, from a likeness at which both are spellings of one name. */
function bySpelling(people: readonly Entity[], text: string, phonetics: Phonetics): Entity | undefined {
  let best: { readonly person: Entity; readonly score: number } | undefined;
  for (const person of people) {
    for (const name of person.names) {
      if (phonetics.nameWords(name.text).length < 2) continue;
      const score = phonetics.nameSimilarity(name.text, text);
      const needed = isOtherScript(name.text, text) ? SAME_ACROSS_SCRIPTS : SAME_SPELLING;
      if (score >= needed && score > (best?.score ?? 0)) best = { person, score };
    }
  }
  return best?.person;
}

function isOtherScript(a: string, b: string): boolean {
  return /[\u0600-\u06FF]/.test(a) !== /[\u0600-\u06FF]/.test(b);
}

function draftOf({ kind, known, names, offices, country }: Entity): EntityDraft {
  return {
    kind,
    ...(known === undefined ? {} : { known }),
    names: names.toSorted(
      (a, b) =>
        wordsOf(b.text).length - wordsOf(a.text).length || b.text.length - a.text.length || (a.text < b.text ? -1 : 1),
    ),
    offices: offices.map(({ office, of, former }): OfficeHeld => ({
      office,
      former,
      ...(of === undefined ? {} : { of: `e${of}` as LocalId }),
    })),
    ...(country === undefined ? {} : { state: country }),
  };
}
