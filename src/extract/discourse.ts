import type { Phonetics } from "../language/phonetic.ts";
import type { EntityDraft } from "../model/extraction.ts";
import type { LanguageCode } from "../model/ids.ts";
import { countryOf, KINDS } from "../model/kinds.ts";
import type { MentionItem, PronounReference, Reference } from "../model/mention.ts";
import { createAuthors } from "./authors.ts";
import {
  ascribedOffices,
  ascribeOffices,
  type AscribedOffice,
  holdersOf,
  placeSaid,
  resolveCounterpart,
  resolveOffice,
} from "./offices.ts";
import type { TimeSpan } from "../model/time.ts";
import type { Home } from "./home.ts";
import { byRecency, createRegistry, mostRecent, type Entity } from "./registry.ts";
import type { World } from "./world.ts";

/** How many sentences back a pronoun finds somebody who was no subject, and "they" finds a pair. */
const PRONOUN_REACH = 2;
const PAIR_REACH = 1;
/** Where a token of a sentence stands in the article: no sentence has more. */
const MOST_TOKENS = 1000;
function placeOf(sentence: number, token: number): number {
  return sentence * MOST_TOKENS + token;
}
/** How many sentences back "the country" finds its state. */
const DESCRIPTION_REACH = 1;

/** Where in the article a mention stands, and who is spoken of around it. */
export interface Context {
  readonly sentence: number;
  /** The first token of the mention. */
  readonly token: number;
  readonly language: LanguageCode;
  /** The words of the name, folded, when the mention has one; and as they stand. */
  readonly nameNorms: readonly string[];
  readonly nameText: string;
  /** Entities that stand in another role of the same clause: a pronoun is none of them. */
  readonly others: readonly number[];
  /** Subject of the clause, for "his counterpart". */
  readonly subject: number | undefined;
  /** Of two or more who were named together before it in its sentence: the last of such groups. */
  readonly togetherBefore: readonly number[];
  /** In a clause that goes on with the subject of another: people who were named before in its sentence, the last one last. */
  readonly peopleBefore: readonly number[];
  /** All people of whom its sentence has spoken before it. */
  readonly peopleSoFar: readonly number[];
  /** States and organizations that were named before it in its sentence. */
  readonly thingsBefore: readonly number[];
  /**
   * Subjects of the clauses around the one in which it stands, innermost first, then of those before: "X denied that it …".
   * `undefined` is a person of whom nothing is known.
   */
  readonly governing: readonly (number | undefined)[];
  /** Whom the clause judges for what a possessive belongs to: "praised her for her courage". */
  readonly judged: number | undefined;
  /** ISO codes of the states that its sentence names beside it. */
  readonly statesAround: readonly string[];
  /** Who says the clause: "I" in a quotation. */
  readonly speaker: number | undefined;
  /** Of a body that does not say of which state it is: who owns it, "Sharif's government". */
  readonly owner: number | undefined;
  /** Whether the mention is the subject of its clause. */
  readonly isSubject: boolean;
  /** Whether the verb whose subject it is can only be that of several. */
  readonly verbIsPlural: boolean;
  /** Whether it stands where only somebody who acts can: a subject, or an end of "between A and B". */
  readonly acts: boolean;
}

/** The entities of one article, and what its words refer to. */
export interface Discourse {
  /** The entities that a mention refers to: none when it cannot be told, several for a group. */
  readonly resolve: (item: MentionItem, context: Context) => readonly number[];
  /** Makes a person known by a complete name before the article is read, so that a part of it is understood in its headline. */
  readonly introduce: (
    item: MentionItem,
    norms: readonly string[],
    text: string,
    language: LanguageCode,
    age: number | undefined,
  ) => void;
  readonly entity: (index: number) => Entity;
  readonly noteSubject: (index: number) => void;
  /** Somebody spoke in a sentence of whom nothing else is known. */
  readonly noteStranger: (sentence: number) => void;
  readonly noteSpeaker: (index: number, sentence: number) => void;
  readonly notePair: (pair: readonly [number, number]) => void;
  readonly lastSpeaker: () => number | undefined;
  /** Who spoke last, if he did in a sentence. */
  readonly speakerIn: (sentence: number) => number | undefined;
  readonly lastSubject: () => number | undefined;
  readonly addAuthor: (name: string, handle: string, language: LanguageCode) => number;
  /** The offices that a mention ascribes to a person, with where they are held. */
  readonly officesBy: (item: MentionItem, index: number) => readonly AscribedOffice[];
  /** Whether a place can lie in another, by what they are. */
  readonly mayLieIn: (place: number, other: number) => boolean;
  /** The known place where an entity has its seat. */
  readonly seatOf: (index: number) => string | undefined;
  /** Whether an entity is a part of a known organization, for all that is known of it. */
  readonly isPartOf: (index: number, whole: string) => boolean;
  /** What a reference names without the article's help. */
  readonly named: (reference: Reference) => number | undefined;
  /** The state for which an entity acts: itself, or the one of its office. */
  readonly stateOf: (index: number) => number | undefined;
  readonly isCourt: (index: number) => boolean;
  /** The type of event that a session of an entity is: the General Assembly's is a meeting. */
  readonly sessionOf: (index: number) => string | undefined;
  /** The state or body that a seat or capital stands for. */
  readonly actorAt: (index: number) => number | undefined;
  readonly drafts: () => EntityDraft[];
}

/** `time`: when the article was written. */
export function createDiscourse(world: World, phonetics: Phonetics, home: Home | undefined, time: TimeSpan): Discourse {
  const registry = createRegistry(world, phonetics, home, time);
  const authors = createAuthors(registry);
  const { at, stateOf } = registry;
  let subject: number | undefined;
  let speaker: number | undefined;
  let spokeIn: number | undefined;
  let pair: readonly [number, number] | undefined;
  /** The last sentence in which somebody spoke who is not known: "the driver said". "He" is then nobody named before. */
  let strangerAt = -1;

  /** "Prime Minister Sharif": of those with a last name the only one who held the office when the article was written. */
  const bearerInOffice = ({ country, offices }: MentionItem, norms: readonly string[]): string | undefined => {
    const [norm, ...more] = norms;
    if (norm === undefined || more.length > 0) return undefined;
    const held = offices.filter(({ former }) => !former);
    const [one, ...others] = world
      .bearersOf(norm)
      .filter((id) => held.some((said) => world.held(id, said.office, placeSaid(world, said, country), time) === true));
    return others.length === 0 ? one : undefined;
  };

  /** The person of a name: of the gazetteer by his office, of the article, of the gazetteer, else a new one. */
  const personNamed = (item: MentionItem, norms: readonly string[], text: string, titled: boolean): Entity => {
    const { reference, country } = item;
    const inOffice = bearerInOffice(item, norms);
    if (inOffice !== undefined) return registry.known(KINDS.person, inOffice);
    if (reference.type === "known") return registry.known(reference.kind, reference.id);
    // A last name under a title of another state is that of somebody else.
    const isOfThere = (person: Entity): boolean =>
      country === undefined ||
      (person.known === undefined ? (person.country ?? country) === country : world.mayBelong(person.known, country));
    const oneWord = norms.length === 1 && item.offices.length > 0;
    const here = registry.personByName(norms, text, oneWord ? isOfThere : undefined);
    if (here !== undefined) return here;
    const id = world.personByName(norms, country ?? home?.country, titled) ?? world.personLike(text, country);
    // A last name alone is not that of somebody whom the words tie to another state.
    const fits = id !== undefined && (norms.length > 1 || world.mayBelong(id, country));
    return fits ? registry.known(KINDS.person, id) : registry.createPerson();
  };

  /** Whose somebody is: "her foreign minister", "its envoy". */
  const ownerOf = ({ possessor, offices }: MentionItem, context: Context): number | undefined => {
    if (possessor !== undefined) return resolvePronoun(possessor, context, true)[0];
    const of = offices.map((office) => office.of).find((reference) => reference?.type === "description");
    // Whose officer he is may act in the same clause.
    return of?.type === "description" ? resolveDescription(of, { ...context, others: [] }) : undefined;
  };

  const resolveNamed = (item: MentionItem, context: Context): readonly number[] => {
    const person = personNamed(item, context.nameNorms, context.nameText, item.offices.length > 0);
    registry.addName(person, context.nameText, context.language);
    ascribeOffices(registry, person, item, context.subject, ownerOf(item, context), context.statesAround);
    return [person.index];
  };

  /** "its troops": a body with a possessive is of the state that this refers to. */
  const ownedBody = (item: MentionItem, context: Context): Reference | undefined => {
    const { reference } = item;
    const owner = ownerOf(item, context) ?? context.owner;
    const state = owner === undefined ? undefined : stateOf(owner);
    if (reference.type !== "body" || state === undefined) return undefined;
    if ((reference.country ?? reference.region) !== undefined) return undefined;
    return { ...reference, country: countryOf(at(state).known ?? "") };
  };

  const actorEntity = (actor: string): Entity =>
    registry.known(countryOf(actor) === undefined ? KINDS.organization : KINDS.state, actor);

  /** Something of the gazetteer. Where only somebody who acts can stand, a seat or capital is the state that it stands for. */
  const resolveKnown = (item: MentionItem, context: Context): readonly number[] => {
    const { reference } = item;
    const actor = context.acts && reference.type === "known" ? world.actorFor(reference.id) : undefined;
    if (actor !== undefined) return [actorEntity(actor).index];
    const entity = registry.referred(ownedBody(item, context) ?? reference);
    if (entity === undefined) return [];
    if (reference.type === "name") registry.addName(entity, reference.text, context.language);
    // "the army" is no name of the army that it means.
    const isOwn = reference.type !== "body" || (reference.country ?? reference.region) !== undefined;
    const isName = item.unnamed !== true && isOwn;
    if (isName && entity.kind !== KINDS.state) registry.addName(entity, context.nameText, context.language);
    return [entity.index];
  };

  /** The pair of whom this sentence or the last has spoken. */
  const lastPair = (sentence: number): readonly [number, number] | undefined =>
    pair?.every((index) => sentence - at(index).lastSentence <= PAIR_REACH) === true ? pair : undefined;

  /** "they": those named together before, in this sentence for a possessive; else who says so, when that is a body of many. */
  const resolvePlural = (context: Context, possessive: boolean): readonly number[] => {
    if (possessive && context.togetherBefore.length > 1) return context.togetherBefore;
    const speaking = possessive ? undefined : context.speaker;
    if (speaking !== undefined && at(speaking).kind === KINDS.organization) return [speaking];
    // "Kim, who likes Trump, … their meeting": the two of whom the sentence has spoken so far.
    const [a, b, ...more] = possessive ? context.peopleSoFar : [];
    return lastPair(context.sentence) ?? (more.length === 0 && a !== undefined && b !== undefined ? [a, b] : []);
  };

  const resolvePronoun = (reference: PronounReference, context: Context, possessive: boolean): readonly number[] => {
    if (reference.person === 1) return firstPerson(reference.plural, context.speaker);
    if (reference.person !== 3 || reference.of === "fact") return [];
    if (reference.plural || (reference.alsoPlural && context.verbIsPlural)) return resolvePlural(context, possessive);
    const fits = (index: number | undefined): index is number => {
      if (index === undefined || (!possessive && context.others.includes(index))) return false;
      const { kind, gender } = at(index);
      if (kind !== KINDS.person)
        return reference.of !== "person" && (kind === KINDS.state || kind === KINDS.organization);
      return (
        reference.of !== "thing" &&
        (reference.gender === undefined || gender === undefined || gender === reference.gender)
      );
    };
    if (possessive && fits(context.judged)) return [context.judged];
    // "Moscow … its troops": a possessive belongs to what alone its sentence has named, then to the subject of its clause.
    const [only, ...more] = context.thingsBefore;
    if (possessive && reference.of === "thing" && more.length === 0 && fits(only)) return [only];
    if (possessive && fits(context.subject)) return [context.subject];
    // "received Blinken and thanked him": who is acted upon was named last, in the same sentence.
    const isNotActor = (index: number): boolean => index !== context.subject && fits(index);
    const acted = possessive || context.isSubject ? undefined : context.peopleBefore.findLast(isNotActor);
    if (acted !== undefined) return [acted];
    if (fits(context.speaker)) return [context.speaker];
    // Who acts does it to himself only in a reflexive.
    const mayAct = possessive || context.isSubject || reference.of === "any";
    const stranger = context.governing.indexOf(undefined);
    const nearer = stranger < 0 ? context.governing : context.governing.slice(0, stranger);
    const above = nearer.find((index) => fits(index) && (mayAct || index !== context.subject));
    if (above !== undefined) return [above];
    if (stranger >= 0 && reference.of !== "thing") return [];
    if (fits(subject)) return [subject];
    if (reference.of === "thing") return [];
    const near = registry
      .people()
      .filter(
        ({ index, lastSentence }) =>
          fits(index) && lastSentence > strangerAt && context.sentence - lastSentence <= PRONOUN_REACH,
      );
    const recent = mostRecent(near);
    return recent === undefined ? [] : [recent.index];
  };

  /** "I" is who speaks, "we" the state for which he does. */
  const firstPerson = (plural: boolean, said: number | undefined): readonly number[] => {
    const who = said === undefined || !plural ? said : stateOf(said);
    return who === undefined ? [] : [who];
  };

  /** The two of whom this sentence has spoken, else with the last, if there are just two: of a kind, or by what each belongs to. */
  const justTwo = (
    kind: string,
    sentence: number,
    of: (entity: Entity) => number | undefined,
  ): readonly [number, number] | undefined => {
    for (let reach = 0; reach <= PAIR_REACH; reach += 1) {
      const near = registry
        .all()
        .filter(({ lastSentence }) => lastSentence >= 0 && sentence - lastSentence <= reach)
        .flatMap((entity) => of(entity) ?? []);
      const [a, b, ...more] = new Set(near.filter((index) => at(index).kind === kind));
      if (more.length === 0 && a !== undefined && b !== undefined) return [a, b];
    }
    return undefined;
  };
  const twoPeople = (sentence: number): readonly [number, number] | undefined =>
    justTwo(KINDS.person, sentence, ({ index }) => index);
  /** States by their names, else those for which people and bodies act. */
  const twoStates = (sentence: number): readonly [number, number] | undefined =>
    justTwo(KINDS.state, sentence, ({ index }) => index) ??
    justTwo(KINDS.state, sentence, ({ index }) => stateOf(index));

  const resolveGroup = (
    { office, members }: Extract<Reference, { type: "group" }>,
    { sentence }: Context,
  ): readonly number[] => {
    if (office !== undefined) {
      const holders = byRecency(holdersOf(registry, office)).map(({ index }) => index);
      const [a, b] = pair?.every((index) => holders.includes(index)) === true ? pair : holders;
      return a === undefined || b === undefined ? [] : [a, b];
    }
    if (members === "people") return twoPeople(sentence) ?? pair ?? [];
    if (members === "any") return pair ?? twoStates(sentence) ?? [];
    const [a, b] = twoStates(sentence) ?? pair?.map(stateOf) ?? [];
    return a === undefined || b === undefined || a === b ? [] : [a, b];
  };

  /** Whether something can be what a noun like "newspaper" describes: of what only the article names nobody knows the type. */
  const isOfType = ({ known }: Entity, types: readonly string[] | undefined): boolean => {
    const type = known === undefined ? undefined : world.typeOf(known);
    return types === undefined || type === undefined || types.includes(type);
  };

  /** "the country", "the group": the only one of its kind of which this sentence or the last has spoken. */
  /** "the 50-year-old": who was spoken of last, but not who governs the clause, nor whose age is another. */
  const resolveAged = (age: number, { others, governing, sentence, token }: Context): number | undefined => {
    const near = registry
      .people()
      .filter(
        (person) =>
          person.lastSentence >= 0 &&
          person.lastPlace < placeOf(sentence, token) &&
          sentence - person.lastSentence <= PRONOUN_REACH &&
          (person.age ?? age) === age &&
          !others.includes(person.index) &&
          !governing.includes(person.index),
      );
    return near.toSorted((a, b) => b.lastPlace - a.lastPlace)[0]?.index;
  };

  const resolveDescription = (
    { kind, types, definite, age }: Extract<Reference, { type: "description" }>,
    context: Context,
  ): number | undefined => {
    if (!definite) return undefined;
    if (age !== undefined) return resolveAged(age, context);
    const near = registry
      .all()
      .filter(
        (entity) =>
          entity.kind === kind &&
          isOfType(entity, types) &&
          !context.others.includes(entity.index) &&
          context.sentence - entity.lastSentence <= DESCRIPTION_REACH &&
          entity.lastSentence >= 0,
      );
    if (near.length === 1) return near[0]?.index;
    // Of several states, that of whom the last sentence was about.
    const own = subject === undefined ? undefined : stateOf(subject);
    return near.find(({ index }) => index === own)?.index;
  };

  const resolveHandle = (item: MentionItem, handle: string, context: Context): readonly number[] => {
    const index = authors.byHandle(handle);
    if (index === undefined) return [];
    ascribeOffices(registry, at(index), item, context.subject, ownerOf(item, context), context.statesAround);
    return [index];
  };

  const resolveReference = (item: MentionItem, context: Context): readonly number[] => {
    const { reference } = item;
    const one = (index: number | undefined): readonly number[] => (index === undefined ? [] : [index]);
    if (item.name !== undefined && reference.type !== "body" && reference.type !== "handle")
      return resolveNamed(item, context);
    switch (reference.type) {
      case "name":
      case "known":
      case "body":
        return resolveKnown(item, context);
      case "office":
        return one(resolveOffice(registry, item, { ...context, lastSubject: subject }));
      case "counterpart":
        return one(resolveCounterpart(registry, item, { ...context, lastSubject: subject }));
      case "pronoun":
        return resolvePronoun(reference, context, item.possessive);
      case "group":
        return resolveGroup(reference, context);
      case "handle":
        return resolveHandle(item, reference.handle, context);
      case "description":
        return one(resolveDescription(reference, context));
    }
  };

  return {
    resolve: (item, context) => {
      const found = resolveReference(item, context);
      for (const index of found) {
        const entity = at(index);
        entity.mentions += 1;
        entity.lastSentence = context.sentence;
        entity.lastPlace = placeOf(context.sentence, item.from);
      }
      // "South Africa's president" speaks of South Africa as well.
      if (item.country !== undefined && item.offices.length > 0)
        registry.state(item.country).lastSentence = context.sentence;
      return found;
    },
    introduce: (item, norms, text, language, age) => {
      const { reference, country } = item;
      if (reference.type === "handle" || (reference.type !== "known" && norms.length < 2 && age === undefined)) return;
      const person = personNamed(item, norms, text, true);
      registry.addName(person, text, language);
      person.age ??= age;
      // "US-Außenminister in Jordanien" stands in the headline, and who he is in the text: only offices with their state tell.
      const offices = country === undefined ? [] : item.offices.filter(({ former }) => !former);
      if (person.kind === KINDS.person && offices.length > 0)
        ascribeOffices(registry, person, { ...item, offices }, undefined, undefined, []);
    },
    entity: at,
    actorAt: (index) => {
      const actor = world.actorFor(at(index).known ?? "");
      return actor === undefined ? undefined : actorEntity(actor).index;
    },
    noteSubject: (index) => {
      subject = index;
    },
    noteStranger: (sentence) => {
      subject = undefined;
      strangerAt = sentence;
    },
    noteSpeaker: (index, sentence) => {
      speaker = index;
      spokeIn = sentence;
    },
    notePair: (next) => {
      pair = next;
    },
    lastSpeaker: () => speaker,
    speakerIn: (sentence) => (spokeIn === sentence ? speaker : undefined),
    lastSubject: () => subject,
    addAuthor: authors.add,
    mayLieIn: (place, other) => world.mayLieIn(at(place).known, at(other).known),
    seatOf: (index) => world.seatOf(at(index).known ?? ""),
    isPartOf: (index, whole) => world.isPartOf(at(index).known, whole),
    named: (reference) => registry.referred(reference)?.index,
    officesBy: (item, index) => ascribedOffices(registry, item, index),
    stateOf,
    isCourt: (index) => world.isCourt(at(index).known ?? ""),
    sessionOf: (index) => world.sessionOf(at(index).known ?? ""),
    drafts: registry.drafts,
  };
}
