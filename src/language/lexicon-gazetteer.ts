import { countryOf } from "../model/kinds.ts";
import type {
  Gazetteer,
  Knowledge,
  KnownPerson,
  LanguageData,
  Office,
  Organization,
  Place,
} from "../seeds/knowledge.ts";
import type { AddEntry, Entry, EntryOf, Requirement } from "./entries.ts";
import { fold, startsWithCapital } from "./fold.ts";
import { declineNoun, withEndings } from "./inflect.ts";

type NamesByLanguage = Readonly<Record<string, readonly string[]>>;

/** What the names of one language are, and how they are taken into its lexicon. */
interface Names {
  readonly data: LanguageData;
  readonly add: AddEntry;
  /** Names in the language itself. */
  readonly own: (names: NamesByLanguage | undefined) => readonly string[];
  /** Names in all languages of the script: a German text writes of "Downing Street". */
  readonly shared: (names: NamesByLanguage | undefined) => readonly string[];
}

/** Letters from which a word counts as a last name; shorter ones are too often other words. */
const SURNAME_LETTERS = 4;
const ABBREVIATION = /^(?:\p{Lu}\.?){1,5}$/u;

/** Takes the names of the gazetteer into the lexicon of a language, with the endings that they carry there. */
export function addGazetteer(
  knowledge: Knowledge,
  data: LanguageData,
  add: AddEntry,
  isWord: (norm: string) => boolean,
): void {
  const { code, script } = data.language;
  const sameScript = Object.entries(knowledge.languages)
    .filter(([, other]) => other.language.script === script)
    .map(([other]) => other);
  const readers = [...new Set([code, ...sameScript])];
  const names: Names = {
    data,
    add,
    own: (all) => all?.[code] ?? [],
    shared: (all) => (all === undefined ? [] : sharedNames(all, readers)),
  };
  const { gazetteer } = knowledge;
  addStates(gazetteer, names);
  addPartsOfStates(gazetteer, names);
  const stateOfCapital = statesByCapital(gazetteer);
  // Of cities of one name a capital is meant: of entries of one length the last is found first.
  const places = gazetteer.places.toSorted(
    (a, b) => Number(stateOfCapital.has(a.id)) - Number(stateOfCapital.has(b.id)),
  );
  const { adjectiveEndings } = data.language;
  for (const place of places) {
    addNames(names, names.shared(place.names), placeEntry(place, stateOfCapital));
    for (const word of names.own(place.adjectives))
      for (const form of withEndings(word, adjectiveEndings))
        add(form, { type: "region-adjective", id: place.id }, asWritten(word));
  }
  addOrganizations(gazetteer, names);
  // A German text writes of the "Green Party of England".
  for (const other of sameScript) {
    const references = other === code ? undefined : knowledge.languages[other]?.references;
    for (const head of references?.organizationHeads ?? []) add(head, { type: "organization-head" }, { capital: true });
    for (const head of references?.thingHeads ?? []) add(head, { type: "thing-head" }, { capital: true });
  }
  addBodies(gazetteer, names);
  addOffices(gazetteer, names);
  addPeople(gazetteer, names, isWord);
  for (const { names: all, on } of gazetteer.holidays) addNames(names, names.own(all), { type: "holiday", on });
  for (const topic of gazetteer.topics)
    for (const name of names.own(topic.names)) add(name, { type: "topic", id: topic.id });
}

/** The states by the places that are their capitals. */
export function statesByCapital({ states }: Gazetteer): ReadonlyMap<string | undefined, string> {
  return new Map(states.map(({ id, capital }) => [capital, id]));
}

export function placeEntry(
  { id, type, standsFor }: Place,
  stateOfCapital: ReadonlyMap<string | undefined, string>,
): EntryOf<"place"> {
  const seat = type === "building" && standsFor !== undefined ? countryOf(standsFor) : undefined;
  const capitalOf = stateOfCapital.get(id);
  return {
    type: "place",
    id,
    ...(seat === undefined ? {} : { seat }),
    ...(capitalOf === undefined ? {} : { capitalOf }),
    ...(type === "region" ? { region: true } : {}),
  };
}

export function personEntry({ id, countries }: KnownPerson): EntryOf<"person"> {
  const [state] = countries.length === 1 ? countries : [];
  return { type: "person", id, ...(state === undefined ? {} : { state }) };
}

export function organizationEntry(
  { id, type, country }: Organization,
  types: Gazetteer["organizationTypes"],
): EntryOf<"organization"> {
  const { hasMembers = false, hasParts = false } = types.find((row) => row.type === type) ?? {};
  return { type: "organization", id, hasMembers, hasParts, ...(country === undefined ? {} : { country }) };
}

/** The names in several languages, each once. */
function sharedNames(all: NamesByLanguage, codes: readonly string[]): readonly string[] {
  const given = codes.flatMap((code) => all[code] ?? []);
  return given.length < 2 ? given : [...new Set(given)];
}

/** A name that the seeds write with a capital needs one in the text. */
function asWritten(name: string): Requirement {
  return startsWithCapital(name) ? WITH_CAPITAL : ANY_CASE;
}

const WITH_CAPITAL: Requirement = { capital: true };
const ANY_CASE: Requirement = { capital: false };
const NAME_WITH_CAPITAL: Requirement = { capital: true, name: true };
const NAME_ANY_CASE: Requirement = { capital: false, name: true };

/** Takes in names as a language writes them: abbreviations to the letter, others with the endings of its names. */
export function addNames({ data, add }: Pick<Names, "data" | "add">, all: readonly string[], entry: Entry): void {
  for (const name of all) {
    if (ABBREVIATION.test(name)) add(name, entry, { exact: name });
    else {
      const requirement = startsWithCapital(name) ? NAME_WITH_CAPITAL : NAME_ANY_CASE;
      for (const form of withEndings(name, data.language.nameEndings)) add(form, entry, requirement);
    }
  }
}

function addStates({ states }: Gazetteer, names: Names): void {
  const { nounForms, adjectiveEndings } = names.data.language;
  for (const state of states) {
    // Names of states are words of their language: "Island" is Iceland in German only.
    addNames(names, names.own(state.names), { type: "state", id: state.id });
    for (const word of names.own(state.adjectives)) {
      for (const form of withEndings(word, adjectiveEndings))
        names.add(form, { type: "demonym", id: state.id }, asWritten(word));
    }
    for (const word of names.own(state.people)) {
      for (const form of declineNoun(word, nounForms))
        names.add(form, { type: "people", id: state.id }, asWritten(word));
    }
  }
}

/**
 * "Nordsyrien", "ostukrainisch": where a word for a direction joins the name of a state, the part of it is the state, but
 * for names that states and places bear themselves: Südafrika, Nordirland.
 */
function addPartsOfStates({ states, places }: Gazetteer, names: Names): void {
  const { directions, nameEndings, adjectiveEndings } = names.data.language;
  const own = [...states, ...places].flatMap((row) => [...names.own(row.names), ...names.own(row.adjectives)]);
  const taken = new Set(own.map((name) => fold(name).replace("-", "")));
  for (const { id, names: all, adjectives } of states) {
    for (const direction of directions) {
      const name = (whole: string): string => direction + whole.toLowerCase();
      for (const whole of names.own(all).filter((one) => /^\p{Lu}\p{Ll}+$/u.test(one) && !taken.has(fold(name(one))))) {
        for (const form of withEndings(whole, nameEndings)) {
          names.add(name(form), { type: "state", id }, NAME_WITH_CAPITAL);
          names.add(`${direction}-${form}`, { type: "state", id }, NAME_WITH_CAPITAL);
        }
      }
      for (const whole of names.own(adjectives)) {
        const word = name(whole).toLowerCase();
        if (taken.has(fold(word))) continue;
        for (const form of withEndings(word, adjectiveEndings)) names.add(form, { type: "demonym", id });
      }
    }
  }
}

function addOrganizations({ organizations, organizationTypes }: Gazetteer, names: Names): void {
  const { nounForms, adjectiveEndings } = names.data.language;
  const { nameForms } = names.data.language;
  for (const organization of organizations) {
    const { id, names: full, short, members, marks } = organization;
    const entry = organizationEntry(organization, organizationTypes);
    const all = names.shared(full);
    addNames(names, all, entry);
    addNames(
      names,
      names
        .own(full)
        .flatMap((name) => rewritten(name, nameForms))
        .filter((form) => !all.includes(form)),
      entry,
    );
    for (const name of names.shared(short)) names.add(name, entry, { exact: name });
    for (const word of names.own(members)) {
      // Nouns are declined where they have a capital, adjectives otherwise.
      const forms = startsWithCapital(word) ? declineNoun(word, nounForms) : withEndings(word, adjectiveEndings);
      for (const form of forms) names.add(form, { type: "member", id }, asWritten(word));
    }
    for (const mark of marks) names.add(mark, { type: "party-mark", id }, { exact: mark });
  }
}

function addBodies({ bodies }: Gazetteer, names: Names): void {
  const { nounForms } = names.data.language;
  for (const body of bodies) {
    for (const noun of names.own(body.nouns)) {
      for (const form of declineNoun(noun, nounForms))
        names.add(form, {
          type: "body",
          id: body.id,
          country: undefined,
          abroad: body.isAbroad,
          group: body.isGroup,
        });
    }
    for (const noun of names.own(body.regional)) {
      for (const form of declineNoun(noun, nounForms))
        names.add(form, { type: "body", id: body.id, country: undefined, regional: true });
    }
    for (const { country, elsewhere, names: proper } of body.proper) {
      const others = new Set(
        body.proper.filter((other) => other.country !== country).flatMap((other) => names.shared(other.names)),
      );
      const common = new Set([...others, ...names.own(body.nouns)]);
      // A name that several states use for theirs, or that is also the noun, says only what it is: "Foreign Office".
      const all = names.shared(proper);
      for (const state of [...elsewhere, country]) {
        addNames(
          names,
          all.filter((name) => !common.has(name)),
          { type: "body", id: body.id, country: state },
        );
      }
      addNames(
        names,
        all.filter((name) => common.has(name)),
        { type: "body", id: body.id, country: undefined },
      );
    }
  }
}

/** What the rules make of a phrase; nothing where none fits. */
export function rewritten(phrase: string, rules: readonly (readonly [string, string])[]): string[] {
  return rules.flatMap(([pattern, replacement]) => {
    const rule = new RegExp(pattern, "u");
    return rule.test(phrase) ? [phrase.replace(rule, replacement)] : [];
  });
}

function addOffices({ offices }: Gazetteer, names: Names): void {
  const { nounForms, nameEndings, capitals, titleForms, titlePlurals } = names.data.language;
  const addTitles = (
    { id, sent, of, rank }: Office,
    titles: readonly string[],
    country: string | undefined,
    stateSaid = false,
  ): void => {
    const entry = { type: "office", id, country, sent, of, stateSaid, rank } as const;
    for (const title of titles) {
      // Where only names have capitals, a title of one word that has one is one only when so written: General.
      const needsCapital = capitals === "names" && !title.includes(" ");
      for (const form of declineNoun(title, nounForms)) {
        const plural = form !== title && !nameEndings.includes(form.slice(title.length));
        names.add(form, { ...entry, plural }, needsCapital ? asWritten(title) : {});
      }
      for (const form of rewritten(title, titleForms)) names.add(form, entry);
      for (const form of rewritten(title, titlePlurals)) names.add(form, { ...entry, plural: true });
    }
  };
  for (const office of offices) {
    addTitles(office, names.own(office.titles), undefined);
    addTitles(office, names.own(office.feminine), undefined);
    addTitles(office, names.own(office.ofStates), undefined, true);
    for (const { country, titles, stateSaid } of office.local) addTitles(office, names.own(titles), country, stateSaid);
  }
}

/** Complete names, last names, and given names that are no other word. */
function addPeople({ people, givenNames }: Gazetteer, names: Names, isWord: (norm: string) => boolean): void {
  const bearers = new Map<string, Set<string>>();
  const alone = new Map<string, string>();
  const { script, capitals } = names.data.language;
  const given = new Set(givenNames[script]);
  for (const person of people) {
    const all = names.shared(person.names);
    const entry = personEntry(person);
    addNames(names, all, entry);
    addNames(names, names.shared(person.short), entry);
    for (const name of all) {
      const words = name.split(" ");
      const surname = words.at(-1) ?? "";
      if (words.length < 2) continue;
      given.add(words[0] ?? "");
      // Where no capital shows where a name begins, its last word may be half of the last name: نصر اللہ.
      if (capitals === "none" && words.length > 2) continue;
      bearers.set(surname, (bearers.get(surname) ?? new Set()).add(person.id));
      if (person.primary) alone.set(surname, person.id);
    }
  }
  const isUsable = (word: string): boolean => word.length >= SURNAME_LETTERS && !isWord(fold(word));
  const surnames = [...bearers.keys()].filter((word) => alone.has(word) || isUsable(word));
  const { nameParticles } = names.data.words;
  const usual = [...given].filter(
    (word) =>
      word.length > 2 && !ABBREVIATION.test(word) && (nameParticles.includes(fold(word)) || !isWord(fold(word))),
  );
  for (const surname of surnames) {
    const [id, ...others] = bearers.get(surname) ?? [];
    const meant = alone.get(surname);
    addNames(names, [surname], {
      type: "surname",
      id: meant ?? (others.length === 0 ? id : undefined),
      alone: meant !== undefined,
    });
  }
  for (const name of usual) names.add(name, { type: "given-name" }, { ...asWritten(name), name: true });
}
