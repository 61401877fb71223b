import { fold, stripDiacritics } from "../language/fold.ts";
import type { Phonetics } from "../language/phonetic.ts";
import { stateId } from "../model/kinds.ts";
import type { Knowledge } from "../seeds/knowledge.ts";
import { createTermsOfOffice, type TermsOfOffice } from "../seeds/terms-of-office.ts";
import { createPersonLike, type PersonLike } from "./likeness.ts";

/** Type of the bodies that every state has, as of those that the gazetteer lists by their name. */
const BODY_TYPE = "body";
/** Type of the courts that it lists by their name. */
const COURT_TYPE = "court";

/** What the gazetteer knows, by id and by name. It helps to link and to tell apart; it says nothing about the world. */
export interface World {
  /** Country of a known entity: of a state itself, a state's body, a city, a person with one state only. */
  readonly countryOfKnown: (id: string) => string | undefined;
  /** The type of a known entity in the gazetteer: "media", "city"; of a body that every state has, "body". */
  readonly typeOf: (id: string) => string | undefined;
  /** Whether what a known organization decides is a ruling. */
  readonly isCourt: (id: string) => boolean;
  /** The place where a known organization has its seat. */
  readonly seatOf: (id: string) => string | undefined;
  /** The type of event that a session of a known organization is. */
  readonly sessionOf: (id: string) => string | undefined;
  /** What acts where a place acts: the state of a capital, or what a seat stands for ("Islamabad rejects", "the Kremlin said"). */
  readonly actorFor: (place: string) => string | undefined;
  /** Whether a known person can be one of a state; for anybody else nothing speaks against it. */
  readonly mayBelong: (id: string | undefined, country: string | undefined) => boolean;
  /** Whether in world news the last name of a known person alone means him. */
  readonly isMeantAlone: (id: string) => boolean;
  readonly genderOf: (id: string) => "male" | "female" | undefined;
  /** Whether the noun of a body stands for the state: government. */
  readonly isStateBody: (body: string) => boolean;
  /** Whether the noun of a body is people who do not act for their state: rebels. */
  readonly isGroup: (body: string) => boolean;
  /** Whether a body is that of wherever something happens: police. */
  readonly isLocalBody: (body: string) => boolean;
  /** The organization whose office this is by its name: Pope. */
  readonly fixedOrganization: (office: string) => string | undefined;
  /** The body of a state for which the office speaks by its name: "foreign ministry spokesman". */
  readonly bodyOfSpokesman: (office: string) => string | undefined;
  /** Whether the office is held in an organization only, so that no state can be supplied. */
  readonly officeNeedsOrganization: (office: string) => boolean;
  /** Whether the title alone does not say that the office is one of the state where it stands: spokesman, president, ambassador. */
  readonly officeNeedsOwner: (office: string) => boolean;
  /** Whether the words for one office may mean who holds another in a state: both lead one, and one of them says no more. */
  readonly leadAlike: (words: string, office: string) => boolean;
  /** Whether its holder leads a state. */
  readonly leads: (office: string) => boolean;
  readonly isRank: (office: string) => boolean;
  /** Whether who has the title belongs to the organization without an office in it; a party has none of those of states. */
  readonly isMembership: (office: string, organization: string | undefined) => boolean;
  /** Whether who has the title holds the office. */
  readonly isHeld: (office: string) => boolean;
  /** Offices that the same words may mean share a family: the body that their holders head, else the office. */
  readonly officeFamily: (office: string) => string;
  /** Whether a known place can lie in another, by what they are: a city is in no city. */
  readonly mayLieIn: (place: string | undefined, other: string | undefined) => boolean;
  /** Whether a known organization is a part of another, at whatever remove. */
  readonly isPartOf: (part: string | undefined, whole: string) => boolean;
  /** Whether a known person held an office at some time, where the gazetteer tells. */
  readonly held: TermsOfOffice["held"];
  /** Known people whose last name, or name of the family, a folded word is. */
  readonly bearersOf: (norm: string) => readonly string[];
  /** Whether one person holds an office in one place at a time. */
  readonly isSole: (office: string) => boolean;
  /** The one known person whom folded words fit: a complete name, or, under a title, a last name that only one of a state bears. */
  readonly personByName: (norms: readonly string[], country: string | undefined, titled: boolean) => string | undefined;
  /** The known person of whose name this is another spelling; `country` is the state that the words tie it to. */
  readonly personLike: PersonLike;
}

export function createWorld(knowledge: Knowledge, phonetics: Phonetics): World {
  const { states, places, placesApart, organizations, bodies, offices, people } = knowledge.gazetteer;
  const country = new Map<string, string>();
  for (const { id } of states) country.set(`gov:${id}`, id);
  for (const place of places) if (place.country !== undefined) country.set(`place:${place.id}`, place.country);
  for (const organization of organizations)
    if (organization.country !== undefined) country.set(`org:${organization.id}`, organization.country);
  for (const person of people)
    if (person.countries.length === 1 && person.countries[0] !== undefined)
      country.set(`person:${person.id}`, person.countries[0]);
  const sessions = new Map<string, string | undefined>(organizations.map(({ id, meets }) => [`org:${id}`, meets]));
  const types = new Map<string, string>([
    ...organizations.map(({ id, type }) => [`org:${id}`, type] as const),
    ...places.map(({ id, type }) => [`place:${id}`, type] as const),
  ]);
  const courts = new Set(bodies.filter(({ isCourt }) => isCourt).map(({ id }) => id));
  const actors = new Map<string, string>();
  for (const { id, capital } of states) if (capital !== undefined) actors.set(`place:${capital}`, stateId(id));
  for (const { id, standsFor } of places) if (standsFor !== undefined) actors.set(`place:${id}`, standsFor);
  const stateCodes = new Set(states.map(({ id }) => id.toLowerCase()));
  const seats = new Map<string, string>();
  for (const { id, seat } of organizations) if (seat !== undefined) seats.set(`org:${id}`, `place:${seat}`);
  const placeTypes = new Map<string, string>(places.map(({ id, type }) => [`place:${id}`, type]));
  const wholes = new Map<string, string>();
  for (const { id, partOf } of organizations) if (partOf !== undefined) wholes.set(`org:${id}`, `org:${partOf}`);
  const withMembers = new Set(
    knowledge.gazetteer.organizationTypes.flatMap(({ type, hasMembers }) => (hasMembers ? [type] : [])),
  );
  const parties = new Set(organizations.filter(({ type }) => withMembers.has(type)).map(({ id }) => `org:${id}`));
  const actingBodies = new Set(bodies.flatMap(({ id, isGroup }) => (isGroup ? [] : [id])));
  const groups = new Set(bodies.flatMap(({ id, isGroup }) => (isGroup ? [id] : [])));
  const officeById = new Map(offices.map((office) => [office.id, office]));
  const countriesOf = new Map(people.map((person) => [`person:${person.id}`, person.countries]));
  const meantAlone = new Set(
    people.flatMap(({ id, primary, short }) => (primary || short !== undefined ? [`person:${id}`] : [])),
  );
  const gender = new Map(people.map((person) => [`person:${person.id}`, person.gender]));
  const stateBodies = new Set(bodies.filter(({ isState }) => isState).map(({ id }) => id));

  const localBodies = new Set(bodies.filter(({ isLocal }) => isLocal).map(({ id }) => id));

  const byName = new Map<string, Set<string>>();
  const familyFirst = new Set(states.flatMap(({ id, familyNamesFirst }) => (familyNamesFirst ? [id] : [])));
  const byFamily = new Map<string, Set<string>>();
  const byLastName = new Map<string, { id: string; countries: readonly string[] }[]>();
  const key = (words: readonly string[]): string => stripDiacritics(words.join(" "));
  for (const { id: own, countries, names, listed } of people) {
    const id = `person:${own}`;
    for (const name of Object.values(names).flat()) {
      const words = fold(name)
        .replace(/[-‐‑–]/g, " ")
        .split(/\s+/);
      const [full, last] = [key(words), key(words.slice(-1))];
      const bearers = byName.get(full);
      if (bearers === undefined) byName.set(full, new Set([id]));
      else bearers.add(id);
      if (listed === true) continue;
      const family = countries.some((code) => familyFirst.has(code)) ? key(words.slice(0, 1)) : last;
      byFamily.set(family, (byFamily.get(family) ?? new Set()).add(id));
      const list = byLastName.get(last);
      if (list === undefined) byLastName.set(last, [{ id, countries }]);
      else if (!list.some((other) => other.id === id)) list.push({ id, countries });
    }
  }

  /** The state whose body an id names: `org:pk-army` is Pakistan's. */
  const ownerOf = (id: string): string | undefined => {
    const body = /^org:([a-z]{2})-(.+)$/.exec(id);
    return body !== null && stateCodes.has(body[1] ?? "") && actingBodies.has(body[2] ?? "")
      ? body[1]?.toUpperCase()
      : undefined;
  };

  return {
    countryOfKnown: (id) => country.get(id) ?? ownerOf(id),
    typeOf: (id) => types.get(id) ?? (ownerOf(id) === undefined ? undefined : BODY_TYPE),
    isCourt: (id) => types.get(id) === COURT_TYPE || courts.has(/^org:[a-z]{2}-(.+)$/.exec(id)?.[1] ?? ""),
    sessionOf: (id) => sessions.get(id),
    actorFor: (place) => actors.get(place),
    mayBelong: (id, code) => id === undefined || code === undefined || (countriesOf.get(id)?.includes(code) ?? true),
    isMeantAlone: (id) => meantAlone.has(id),
    genderOf: (id) => gender.get(id),
    isStateBody: (body) => stateBodies.has(body),
    isGroup: (body) => groups.has(body),
    isLocalBody: (body) => localBodies.has(body),
    fixedOrganization: (office) => officeById.get(office)?.fixed,
    bodyOfSpokesman: (office) =>
      officeById.get(office)?.of === "organization" ? officeById.get(office)?.body : undefined,
    officeNeedsOrganization: (office) => officeById.get(office)?.of === "organization",
    officeNeedsOwner: (id) => {
      const office = officeById.get(id);
      return office === undefined || (office.of !== "state" && !office.supplied) || office.sent || office.rank;
    },
    leadAlike: (words, office) => {
      const [said, held] = [officeById.get(words)?.leads, officeById.get(office)?.leads];
      return said !== undefined && held !== undefined && [said, held].includes("any");
    },
    leads: (office) => officeById.get(office)?.leads !== undefined,
    isRank: (office) => officeById.get(office)?.rank === true,
    isHeld: (office) => officeById.get(office)?.held !== false,
    isMembership: (office, organization) => {
      const { membership, of } = officeById.get(office) ?? {};
      return membership === true || (of === "state" && parties.has(organization ?? ""));
    },
    officeFamily: (office) => officeById.get(office)?.body ?? office,
    seatOf: (id) => seats.get(id),
    mayLieIn: (place, other) => {
      const type = placeTypes.get(place ?? "");
      return type === undefined || type !== placeTypes.get(other ?? "") || !placesApart.includes(type);
    },
    isPartOf: (part, whole) => {
      for (let id = wholes.get(part ?? ""); id !== undefined; id = wholes.get(id)) if (id === whole) return true;
      return false;
    },
    held: createTermsOfOffice(knowledge.gazetteer).held,
    bearersOf: (norm) => [...(byFamily.get(key([norm])) ?? [])],
    isSole: (office) => officeById.get(office)?.sole === true,
    personLike: createPersonLike(people, phonetics),
    personByName: (norms, home, titled) => {
      const full = byName.get(key(norms));
      if (full?.size === 1) return [...full][0];
      if (!titled || norms.length !== 1) return undefined;
      const candidates = byLastName.get(key(norms)) ?? [];
      const there = candidates.filter(({ countries }) => home !== undefined && countries.includes(home));
      return there.length === 1 ? there[0]?.id : candidates.length === 1 ? candidates[0]?.id : undefined;
    },
  };
}
