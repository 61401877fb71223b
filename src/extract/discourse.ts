import { fold } from "../language/fold.ts";
import type { Phonetics } from "../language/phonetic.ts";
import type { EntityDraft, LocalId, Name, OfficeHeld } from "../model/extraction.ts";
import type { LanguageCode } from "../model/ids.ts";
import { bodyId, countryOf, KINDS, stateId } from "../model/kinds.ts";
import type { MentionItem, Reference } from "../model/mention.ts";
import type { World } from "./world.ts";

/** Marks an office that is whatever office the other one holds: "his counterpart". */
const COUNTERPART = "counterpart";
/** Likeness of two complete names from which they are one person's spelling, within a script and across scripts. */
const SAME_SPELLING = 0.9;
const SAME_ACROSS_SCRIPTS = 0.82;

/** An entity of the article while it is read. */
export interface Entity {
  readonly index: number;
  readonly kind: string;
  known: string | undefined;
  readonly names: Name[];
  readonly offices: { office: string; of: number | undefined; former: boolean }[];
  /** ISO code of the state that it is tied to. */
  country: string | undefined;
  gender: "male" | "female" | undefined;
  /** How often, and in which sentence last, it was mentioned. */
  mentions: number;
  lastSentence: number;
}

/** Where in the article a mention stands, and who is spoken of around it. */
export interface Context {
  readonly sentence: number;
  readonly language: LanguageCode;
  /** The words of the name, folded, when the mention has one; and as they stand. */
  readonly nameNorms: readonly string[];
  readonly nameText: string;
  /** Entities that stand in another role of the same clause: a pronoun is none of them. */
  readonly others: readonly number[];
  /** Subject of the clause, for "his counterpart". */
  readonly subject: number | undefined;
  /** Who says the clause: "I" in a quotation. */
  readonly speaker: number | undefined;
  /** Whether the mention is the subject of its clause. */
  readonly isSubject: boolean;
  /** Whether it stands where only somebody who acts can: a subject, or an end of "between A and B". */
  readonly acts: boolean;
}

/** The entities of one article, and what its words refer to. */
export interface Discourse {
  readonly entities: readonly Entity[];
  /** The entities that a mention refers to: none when it cannot be told, several for a group. */
  readonly resolve: (item: MentionItem, context: Context) => readonly number[];
  /** Makes a person known by a complete name before the article is read, so that a part of it is understood in its headline. */
  readonly introduce: (item: MentionItem, norms: readonly string[], text: string, language: LanguageCode) => void;
  /** The entity of a gazetteer id. */
  readonly known: (kind: string, id: string) => number;
  readonly entity: (index: number) => Entity;
  readonly noteSubject: (index: number) => void;
  readonly noteSpeaker: (index: number | undefined) => void;
  readonly notePair: (pair: readonly [number, number]) => void;
  readonly lastSpeaker: () => number | undefined;
  readonly lastSubject: () => number | undefined;
  readonly addAuthor: (name: string, handle: string, language: LanguageCode) => number;
  /** The offices that a mention ascribes to a person, with where they are held. */
  readonly officesBy: (item: MentionItem, index: number) => readonly { readonly office: string; readonly of: number }[];
  /** The state for which an entity acts: itself, or the one of its office. */
  readonly stateOf: (index: number) => number | undefined;
  readonly drafts: () => EntityDraft[];
}

export function createDiscourse(world: World, phonetics: Phonetics, home: string | undefined): Discourse {
  const entities: Entity[] = [];
  const byKnown = new Map<string, number>();
  const authors = new Map<string, number>();
  let subject: number | undefined;
  let speaker: number | undefined;
  let pair: readonly [number, number] | undefined;

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
    };
    entities.push(entity);
    if (known !== undefined) byKnown.set(known, entity.index);
    return entity;
  };
  const knownEntity = (kind: string, id: string): number => byKnown.get(id) ?? create(kind, id).index;
  const entityAt = (index: number): Entity => {
    const entity = entities[index];
    if (entity === undefined) throw new RangeError(`no entity ${index}`);
    return entity;
  };
  const addName = (entity: Entity, text: string, language: LanguageCode): void => {
    if (text !== "" && !entity.names.some((name) => name.text === text)) entity.names.push({ text, language });
  };
  const people = (): Entity[] => entities.filter((entity) => entity.kind === KINDS.person);
  const recency = (entity: Entity): number => entity.lastSentence * 1000 + entity.mentions;

  const referenceEntity = (reference: Reference): number | undefined => {
    if (reference.type === "known") return knownEntity(reference.kind, reference.id);
    if (reference.type === "body") {
      const country = reference.country ?? home;
      if (country === undefined) return undefined;
      return world.isStateBody(reference.body)
        ? knownEntity(KINDS.state, stateId(country))
        : knownEntity(KINDS.organization, bodyId(country, reference.body));
    }
    return undefined;
  };

  /** A person of the article whom a name fits: his name holds its words in order, or sounds like it. */
  const personByName = (norms: readonly string[], text: string): Entity | undefined => {
    const phrase = ` ${norms.join(" ")} `;
    const exact = people()
      .filter((person) =>
        person.names.some(
          (name) => ` ${wordsOf(name.text)} `.includes(phrase) || phrase.includes(` ${wordsOf(name.text)} `),
        ),
      )
      .sort((a, b) => recency(b) - recency(a));
    if (exact[0] !== undefined) return exact[0];
    if (norms.length < 2) {
      const alike = people().filter((person) =>
        person.names.some(
          (name) =>
            isOtherScript(name.text, text) &&
            phonetics.nameWords(name.text).some((word) => phonetics.wordSimilarity(word, text) >= SAME_SPELLING),
        ),
      );
      return alike.length === 1 ? alike[0] : undefined;
    }
    let best: { person: Entity; score: number } | undefined;
    for (const person of people()) {
      for (const name of person.names) {
        if (phonetics.nameWords(name.text).length < 2) continue;
        const score = phonetics.nameSimilarity(name.text, text);
        const needed = isOtherScript(name.text, text) ? SAME_ACROSS_SCRIPTS : SAME_SPELLING;
        if (score >= needed && score > (best?.score ?? 0)) best = { person, score };
      }
    }
    return best?.person;
  };

  const resolveName = (item: MentionItem, context: Context): Entity => {
    const { reference } = item;
    if (reference.type === "known") return entityAt(knownEntity(reference.kind, reference.id));
    const offices = item.offices.map(({ office }) => office);
    const found = personByName(context.nameNorms, context.nameText);
    if (found !== undefined) return found;
    const known = world.personByName(context.nameNorms, item.country ?? home, offices.length > 0);
    return known === undefined ? create(KINDS.person, undefined) : entityAt(knownEntity(KINDS.person, known));
  };

  /** Records the office that a mention ascribes to a person. */
  const ascribe = (person: Entity, item: MentionItem, context: Context): void => {
    for (const words of item.offices) {
      const counterpart = words.office === COUNTERPART;
      const model = counterpart && context.subject !== undefined ? entityAt(context.subject).offices : [];
      const offices = counterpart ? model.map(({ office }) => office) : [words.office];
      for (const office of offices) {
        const of = placeOfOffice(person, item, words.of, office, counterpart);
        if (of !== undefined && world.officeNeedsOrganization(office) && entityAt(of).kind !== KINDS.organization)
          continue;
        const held = person.offices.find((known) => known.office === office && known.of === of);
        if (held !== undefined) continue;
        if (of === undefined && person.offices.some((known) => known.office === office)) continue;
        person.offices.push({ office, of, former: words.former });
        const state = of === undefined ? undefined : stateIndex(of);
        if (state !== undefined) person.country ??= countryOf(entityAt(state).known ?? "");
      }
    }
  };

  /** Where an office is held: as its words say, else in the state of the person, else at home. */
  const placeOfOffice = (
    person: Entity,
    item: MentionItem,
    of: Reference | undefined,
    office: string,
    counterpart: boolean,
  ): number | undefined => {
    const fixed = world.fixedOrganization(office);
    if (fixed !== undefined) return knownEntity(KINDS.organization, `org:${fixed}`);
    // "the foreign ministry's spokesman X": the ministry is that of X's state where the article does not say.
    if (of !== undefined)
      return referenceEntity(of.type === "body" ? { ...of, country: of.country ?? person.country } : of);
    const own = world.bodyOfSpokesman(office);
    if (own !== undefined)
      return referenceEntity({
        type: "body",
        kind: KINDS.organization,
        body: own,
        country: item.country ?? person.country,
      });
    if (world.officeNeedsOrganization(office)) return undefined;
    if (item.country !== undefined) return knownEntity(KINDS.state, stateId(item.country));
    // "its envoy X": whose he is stands elsewhere.
    if (counterpart || item.possessive) return undefined;
    const held = person.offices.find((known) => known.office === office);
    if (held !== undefined) return held.of;
    const country = person.country ?? (world.mayBelong(person.known, home) ? home : undefined);
    return country === undefined ? undefined : knownEntity(KINDS.state, stateId(country));
  };

  const stateIndex = (index: number): number | undefined => {
    const entity = entityAt(index);
    if (entity.kind === KINDS.state) return index;
    if (entity.kind === KINDS.organization) {
      const country = world.countryOfKnown(entity.known ?? "");
      return country === undefined ? undefined : knownEntity(KINDS.state, stateId(country));
    }
    const held = entity.offices.find(({ of }) => of !== undefined);
    if (held?.of !== undefined) return stateIndex(held.of);
    return entity.kind === KINDS.person && entity.country !== undefined
      ? knownEntity(KINDS.state, stateId(entity.country))
      : undefined;
  };

  const holders = (office: string): Entity[] =>
    people().filter((person) => person.offices.some((held) => sameOffice(held.office, office)));
  const sameOffice = (a: string, b: string): boolean => a === b || world.officeFamily(a) === world.officeFamily(b);

  /** "the US secretary of state", "the minister": who in the article holds that office, there or at home. */
  const resolveOffice = (item: MentionItem, context: Context): number | undefined => {
    const [words] = item.offices;
    if (words === undefined) return undefined;
    const of = words.of === undefined ? undefined : referenceEntity(words.of);
    const all = holders(words.office).filter((person) => !context.others.includes(person.index));
    // Who acts upon a state is not of it, when another of that office is at hand.
    const foreign = all.filter((person) => !context.others.some((other) => stateIndex(person.index) === other));
    const candidates = foreign.length > 0 ? foreign : all;
    const country = item.country ?? (of === undefined ? undefined : world.countryOfKnown(entityAt(of).known ?? ""));
    if (country !== undefined || of !== undefined) {
      const there = candidates.filter((person) =>
        person.offices.some(
          (held) =>
            held.of !== undefined &&
            (held.of === of || (country !== undefined && stateIndex(held.of) === byKnown.get(stateId(country)))),
        ),
      );
      const [best] = there.sort((a, b) => recency(b) - recency(a));
      return best?.index ?? (of === undefined ? undefined : of);
    }
    const previous = subject === undefined ? undefined : candidates.find((person) => person.index === subject);
    const atHome = candidates.filter(
      (person) => home !== undefined && stateIndex(person.index) === byKnown.get(stateId(home)),
    );
    const [fromHome] = atHome.sort((a, b) => recency(b) - recency(a));
    if (context.isSubject && previous !== undefined && fromHome === undefined) return previous.index;
    return fromHome?.index ?? previous?.index ?? (candidates.length === 1 ? candidates[0]?.index : undefined);
  };

  const resolveCounterpart = (item: MentionItem, context: Context): number | undefined => {
    const model = context.subject === undefined ? undefined : entityAt(context.subject);
    const offices = new Set(model?.offices.map(({ office }) => world.officeFamily(office)));
    const fits = people().filter(
      (person) =>
        person.index !== model?.index &&
        person.offices.some(({ office }) => offices.has(world.officeFamily(office))) &&
        (item.country === undefined ||
          person.country === item.country ||
          stateIndex(person.index) === byKnown.get(stateId(item.country))),
    );
    const [best] = fits.sort((a, b) => recency(b) - recency(a));
    return best?.index ?? (item.country === undefined ? undefined : knownEntity(KINDS.state, stateId(item.country)));
  };

  const resolvePronoun = (reference: Extract<Reference, { type: "pronoun" }>, context: Context): readonly number[] => {
    if (reference.person === 1) {
      if (context.speaker === undefined) return [];
      if (!reference.plural) return [context.speaker];
      const state = stateIndex(context.speaker);
      return state === undefined ? [] : [state];
    }
    if (reference.person !== 3) return [];
    if (reference.plural)
      return pair !== undefined && pair.every((index) => context.sentence - entityAt(index).lastSentence <= 1)
        ? pair
        : [];
    const fits = (index: number | undefined): index is number => {
      if (index === undefined || context.others.includes(index)) return false;
      const entity = entityAt(index);
      return (
        entity.kind === KINDS.person &&
        (reference.gender === undefined || entity.gender === undefined || entity.gender === reference.gender)
      );
    };
    if (fits(context.speaker)) return [context.speaker];
    if (fits(subject)) return [subject];
    const [recent] = people()
      .filter((person) => fits(person.index) && context.sentence - person.lastSentence <= 2)
      .sort((a, b) => recency(b) - recency(a));
    return recent === undefined ? [] : [recent.index];
  };

  const resolveGroup = (reference: Extract<Reference, { type: "group" }>): readonly number[] => {
    const { office } = reference;
    if (office !== undefined) {
      const those = holders(office).sort((a, b) => recency(b) - recency(a));
      const [a, b] =
        pair?.every((index) => those.some((person) => person.index === index)) === true
          ? pair
          : those.map(({ index }) => index);
      return a === undefined || b === undefined ? [] : [a, b];
    }
    if (pair === undefined) return [];
    if (reference.members !== "states") return pair;
    const states = pair.map(stateIndex);
    const [a, b] = states;
    return a === undefined || b === undefined || a === b ? [] : [a, b];
  };

  const resolveHandle = (handle: string): number | undefined => {
    const known = authors.get(handle.toLowerCase());
    if (known !== undefined) return known;
    const letters = handle.replace(/[^\p{L}]/gu, "").toLowerCase();
    const fits = people().filter((person) =>
      person.names.some((name) => {
        const words = wordsOf(name.text).split(" ");
        return (
          (words.length > 1 && letters.includes(words.slice(-2).join(""))) ||
          (letters.endsWith(words.at(-1) ?? "~") && (words.at(-1) ?? "").length > 4)
        );
      }),
    );
    return fits.length === 1 ? fits[0]?.index : undefined;
  };

  const resolve = (item: MentionItem, context: Context): readonly number[] => {
    const { reference } = item;
    let found: readonly number[] = [];
    if (item.name !== undefined && reference.type !== "body" && reference.type !== "handle") {
      const person = resolveName(item, context);
      addName(person, context.nameText, context.language);
      ascribe(person, item, context);
      found = [person.index];
    } else {
      switch (reference.type) {
        case "known":
        case "body": {
          const actor = context.acts && reference.type === "known" ? world.actorFor(reference.id) : undefined;
          const index =
            actor === undefined
              ? referenceEntity(reference)
              : knownEntity(countryOf(actor) === undefined ? KINDS.organization : KINDS.state, actor);
          found = index === undefined ? [] : [index];
          if (actor === undefined && index !== undefined && entityAt(index).kind !== KINDS.state)
            addName(entityAt(index), context.nameText, context.language);
          break;
        }
        case "office": {
          const index = resolveOffice(item, context);
          found = index === undefined ? [] : [index];
          break;
        }
        case "counterpart": {
          const index = resolveCounterpart(item, context);
          found = index === undefined ? [] : [index];
          break;
        }
        case "pronoun":
          found = resolvePronoun(reference, context);
          break;
        case "group":
          found = resolveGroup(reference);
          break;
        case "handle": {
          const index = resolveHandle(reference.handle);
          if (index !== undefined) ascribe(entityAt(index), item, context);
          found = index === undefined ? [] : [index];
          break;
        }
        case "name":
        case "description":
          break;
      }
    }
    for (const index of found) {
      const entity = entityAt(index);
      entity.mentions += 1;
      entity.lastSentence = context.sentence;
    }
    return found;
  };

  return {
    entities,
    resolve,
    introduce: (item, norms, text, language) => {
      const { reference } = item;
      if (reference.type === "handle") return;
      if (reference.type === "known") addName(entityAt(knownEntity(reference.kind, reference.id)), text, language);
      else if (norms.length > 1) {
        const known = personByName(norms, text);
        const id = known === undefined ? world.personByName(norms, item.country ?? home, true) : undefined;
        addName(
          known ?? (id === undefined ? create(KINDS.person, undefined) : entityAt(knownEntity(KINDS.person, id))),
          text,
          language,
        );
      }
    },
    known: knownEntity,
    entity: entityAt,
    noteSubject: (index) => {
      subject = index;
    },
    noteSpeaker: (index) => {
      speaker = index;
    },
    notePair: (next) => {
      pair = next;
    },
    lastSpeaker: () => speaker,
    lastSubject: () => subject,
    addAuthor: (name, handle, language) => {
      const known = authors.get(handle.toLowerCase());
      if (known !== undefined) return known;
      const plain = name.replace(/[^\p{L}\s.'-]/gu, " ").trim();
      const spaced = plain.includes(" ") ? plain : plain.replace(/(\p{Ll})(\p{Lu})/gu, "$1 $2");
      const words = wordsOf(spaced).split(" ");
      const person = [words, words.slice(1)]
        .filter((norms) => norms.length > 0)
        .map((norms) => personByName(norms, norms.join(" ")))
        .find((entity) => entity !== undefined);
      const global =
        person === undefined
          ? (world.personByName(words, undefined, true) ?? world.personByName(words.slice(1), undefined, true))
          : undefined;
      const index =
        person?.index ??
        (global === undefined ? create(KINDS.person, undefined).index : knownEntity(KINDS.person, global));
      if (entityAt(index).names.length === 0) addName(entityAt(index), spaced, language);
      authors.set(handle.toLowerCase(), index);
      return index;
    },
    officesBy: (item, index) => {
      const ascribed = item.offices.map(({ office }) => office);
      return entityAt(index).offices.flatMap(({ office, of }) =>
        of !== undefined && (ascribed.includes(office) || ascribed.includes(COUNTERPART)) ? [{ office, of }] : [],
      );
    },
    stateOf: stateIndex,
    drafts: () =>
      entities.map((entity) => ({
        kind: entity.kind,
        ...(entity.known === undefined ? {} : { known: entity.known }),
        names: [...entity.names].sort(
          (a, b) =>
            wordsOf(b.text).split(" ").length - wordsOf(a.text).split(" ").length ||
            b.text.length - a.text.length ||
            (a.text < b.text ? -1 : 1),
        ),
        offices: entity.offices.map(({ office, of, former }): OfficeHeld => ({
          office,
          former,
          ...(of === undefined ? {} : { of: `e${of}` as LocalId }),
        })),
        ...(entity.country === undefined ? {} : { state: entity.country }),
      })),
  };
}

/** The folded words of a name, hyphens as spaces. */
function wordsOf(name: string): string {
  return fold(name)
    .replace(/[-‐‑–]/g, " ")
    .replace(/\./g, "")
    .replace(/\s+/g, " ")
    .trim();
}

function isOtherScript(a: string, b: string): boolean {
  return /[\u0600-\u06FF]/.test(a) !== /[\u0600-\u06FF]/.test(b);
}
