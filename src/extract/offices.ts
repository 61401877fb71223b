import { countryOf, KINDS, stateId } from "../model/kinds.ts";
import type { MentionItem, OfficeWords, Reference } from "../model/mention.ts";
import { mostRecent, type Entity, type Registry } from "./registry.ts";
import type { World } from "./world.ts";

/** Marks an office that is whatever office the other one holds: "his counterpart". */
const COUNTERPART = "counterpart";

/** Who is asked for by his office, and who stands around him. */
export interface OfficeContext {
  /** Entities in other roles of the clause. */
  readonly others: readonly number[];
  /** Subjects of the clauses around the one in which he is asked for. */
  readonly governing: readonly (number | undefined)[];
  readonly isSubject: boolean;
  readonly sentence: number;
  /** Subject of the clause, for "his counterpart". */
  readonly subject: number | undefined;
  /** Subject of the sentence before. */
  readonly lastSubject: number | undefined;
}

/**
 * Records the offices that a mention ascribes to a person. A counterpart holds the offices of whose counterpart he is, else
 * of the subject; `owner` is whose he is said to be ("her minister"), and `around` are the ISO codes of the states that his sentence names.
 */
export function ascribeOffices(
  registry: Registry,
  person: Entity,
  item: MentionItem,
  subject: number | undefined,
  owner: number | undefined,
  around: readonly string[],
): void {
  const { world } = registry;
  for (const words of item.offices) {
    const counterpart = words.office === COUNTERPART;
    // A counterpart is one elsewhere: whose he is said to be is nobody of his own state.
    const own = item.country === undefined ? undefined : registry.state(item.country).index;
    const isElsewhere = (index: number | undefined): boolean =>
      index !== undefined && (own === undefined || registry.stateOf(index) !== own);
    const equal = counterpart ? [owner, subject].find(isElsewhere) : undefined;
    const model = equal === undefined || equal === person.index ? [] : registry.at(equal).offices;
    for (const office of counterpart ? model.map((held) => held.office) : [words.office]) {
      const of = placeOfOffice(registry, person, item, words.of, office, counterpart, owner, around);
      if (of !== undefined && world.officeNeedsOrganization(office) && of.kind !== KINDS.organization) continue;
      if (isOutOfPlace(world, person, office, of)) continue;
      const held = person.offices.filter((known) => known.office === office);
      if (held.some((known) => known.of === of?.index) || (of === undefined && held.length > 0)) continue;
      person.offices.push({ office, of: of?.index, former: words.former });
      const state = of === undefined ? undefined : registry.stateOf(of.index);
      if (state !== undefined) person.country ??= countryOf(registry.at(state).known ?? "");
    }
  }
}

/** Whether an office that one person holds is that of a state to which somebody known does not belong. */
function isOutOfPlace(world: World, { known }: Entity, office: string, of: Entity | undefined): boolean {
  const country = of?.kind === KINDS.state ? countryOf(of.known ?? "") : undefined;
  return world.isSole(office) && !world.mayBelong(known, country);
}

/** An office that a mention ascribes to a person, with where it is held. */
export interface AscribedOffice {
  readonly office: string;
  readonly of: number;
  /** Whether the title says no more than that he belongs there. */
  readonly member: boolean;
}

/** The offices that a mention ascribes to a person. */
export function ascribedOffices(registry: Registry, item: MentionItem, person: number): readonly AscribedOffice[] {
  const ascribed = item.offices.map(({ office }) => office);
  return registry.at(person).offices.flatMap(({ office, of, inferred }) => {
    if (
      of === undefined ||
      // What a description says of him who is known to hold the office is no news.
      (item.name === undefined && inferred !== true) ||
      !registry.world.isHeld(office) ||
      !(ascribed.includes(office) || ascribed.includes(COUNTERPART))
    )
      return [];
    return [{ office, of, member: registry.world.isMembership(office, registry.at(of).known) }];
  });
}

/** The known state or organization whose office words say it to be; `country` is the state that they tie its holder to. */
export function placeSaid(world: World, { office, of }: OfficeWords, country: string | undefined): string | undefined {
  const fixed = world.fixedOrganization(office);
  if (fixed !== undefined) return `org:${fixed}`;
  if (of?.type === "known") return of.id;
  return country === undefined ? undefined : stateId(country);
}

/** Where an office is held: as its words say, else in the state of the person, else at home. */
function placeOfOffice(
  registry: Registry,
  person: Entity,
  item: MentionItem,
  of: Reference | undefined,
  office: string,
  counterpart: boolean,
  owner: number | undefined,
  around: readonly string[],
): Entity | undefined {
  const { world, home } = registry;
  const fixed = world.fixedOrganization(office);
  if (fixed !== undefined) return registry.known(KINDS.organization, `org:${fixed}`);
  // "the foreign ministry's spokesman X": the ministry is that of X's state where the article does not say.
  if (of?.type === "description") return owner === undefined ? undefined : registry.at(owner);
  // "the governor of Texas" holds his office in the state in which that is.
  if (of?.type === "known" && of.kind === KINDS.place) {
    const country = world.countryOfKnown(of.id);
    return country === undefined ? undefined : registry.state(country);
  }
  if (of !== undefined)
    return registry.referred(of.type === "body" ? { ...of, country: of.country ?? person.country } : of);
  const own = world.bodyOfSpokesman(office);
  if (own !== undefined)
    return registry.referred({
      type: "body",
      kind: KINDS.organization,
      body: own,
      country: item.country ?? person.country,
    });
  if (world.officeNeedsOrganization(office)) return undefined;
  if (item.country !== undefined) return registry.state(item.country);
  // A counterpart is one elsewhere, not at home, and not where the other is: only what is known of him tells where.
  if (counterpart) return person.country === undefined ? undefined : registry.state(person.country);
  if (item.possessive) {
    if (owner !== undefined && registry.at(owner).kind === KINDS.organization) return registry.at(owner);
    const state = owner === undefined ? undefined : registry.stateOf(owner);
    return state === undefined ? undefined : registry.at(state);
  }
  const held = person.offices.find((known) => known.office === office);
  if (held !== undefined) return held.of === undefined ? undefined : registry.at(held.of);
  // Companies have presidents and spokesmen as well: of somebody unknown only his words say whose he is.
  if (world.isRank(office) || (person.known === undefined && world.officeNeedsOwner(office))) return undefined;
  // Who "the minister" is that nobody knows is said by the article's point of view, if it has a clear one.
  // Beside another state only the press of a state leaves out its own.
  const alone = home?.press === true || around.every((other) => other === home?.country);
  const atHome = (home?.sure === true && alone) || person.known !== undefined ? home?.country : undefined;
  const country = person.country ?? (world.mayBelong(person.known, atHome) ? atHome : undefined);
  return country === undefined ? undefined : registry.state(country);
}

/** Those of the article who hold an office, or one that the same words may mean. */
export function holdersOf({ world, people, at }: Registry, office: string): readonly Entity[] {
  const family = world.officeFamily(office);
  return people().filter((person) =>
    person.offices.some(
      (held) =>
        world.officeFamily(held.office) === family ||
        (held.of !== undefined && at(held.of).kind === KINDS.state && world.leadAlike(office, held.office)),
    ),
  );
}

/**
 * "the North Korean leader", where nothing says who that is: the only one of the state who has no office in the article, of
 * those named so far, else one named further below whose last name alone means him; nobody when another held that office.
 */
function onlyOneOf(
  { people, world, at, time }: Registry,
  country: string,
  office: string,
  { others, governing }: OfficeContext,
): Entity | undefined {
  // "Smith was sworn in as the British leader": what is said of one of the state may be his.
  const isOfIt = (index: number | undefined): boolean =>
    index !== undefined && at(index).country === country && at(index).kind === KINDS.person;
  if ([...others, ...governing].some(isOfIt)) return undefined;
  const free = people().filter(
    ({ known, country: own, offices }) =>
      known !== undefined &&
      own === country &&
      offices.length === 0 &&
      world.held(known, office, stateId(country), time) !== false,
  );
  const before = free.filter(({ lastSentence }) => lastSentence >= 0);
  const [one, ...more] = before.length > 0 ? before : free.filter(({ known }) => world.isMeantAlone(known ?? ""));
  return more.length === 0 ? one : undefined;
}

/** "the US secretary of state", "the minister": who in the article holds that office, there or at home. */
export function resolveOffice(registry: Registry, item: MentionItem, context: OfficeContext): number | undefined {
  const [words] = item.offices;
  if (words === undefined) return undefined;
  const { world, home, stateOf } = registry;
  const where = words.of === undefined ? undefined : registry.referred(words.of);
  // "a reporter of the BBC" does not act for it, nor the governor for the place.
  const of = where?.kind === KINDS.place || world.isMembership(words.office, where?.known) ? undefined : where;
  const all = holdersOf(registry, words.office).filter(({ index }) => !context.others.includes(index));
  // Who acts upon a state is not of it, when another of that office is at hand.
  const foreign = all.filter(({ index }) => !context.others.some((other) => stateOf(index) === other));
  const candidates = foreign.length > 0 ? foreign : all;
  const country = item.country ?? (where === undefined ? undefined : world.countryOfKnown(where.known ?? ""));
  if (country !== undefined || of !== undefined) {
    const state = country === undefined ? undefined : registry.state(country).index;
    const isThere = (place: number | undefined): boolean =>
      place !== undefined && (place === of?.index || (state !== undefined && stateOf(place) === state));
    if (item.reference.type === "office" && item.reference.several) return of?.index ?? state;
    const holder = mostRecent(candidates.filter(({ offices }) => offices.some((held) => isThere(held.of))));
    if (holder !== undefined) return holder.index;
    const led = words.former || !world.leads(words.office) || (of !== undefined && of.kind !== KINDS.state);
    const alone = country === undefined || led ? undefined : onlyOneOf(registry, country, words.office, context);
    if (alone !== undefined && state !== undefined)
      alone.offices.push({ office: words.office, of: state, former: false, inferred: true });
    return (alone ?? of)?.index;
  }
  // "the president of the assembly": whose office it is that nothing tells is nobody's of another.
  if (words.of !== undefined) return undefined;
  if (item.reference.type === "office" && item.reference.several) return undefined;
  const previous = candidates.find(({ index }) => index === context.lastSubject);
  const homeState = home === undefined ? undefined : registry.state(home.country).index;
  const fromHome = mostRecent(
    candidates.filter(({ index }) => homeState !== undefined && stateOf(index) === homeState),
  );
  // Who is named for the first time further below is not yet "the minister", nor is another state's of whom the text has gone on.
  const isAbroad = (person: Entity): boolean => home?.sure === true && stateOf(person.index) !== undefined;
  const [only, ...more] = candidates.filter(
    (person) => person.lastSentence >= Math.max(isAbroad(person) ? context.sentence - 1 : 0, 0),
  );
  return (fromHome ?? previous ?? (more.length === 0 ? only : undefined))?.index;
}

/** "his Turkish counterpart": who holds the subject's office elsewhere; else the state that he is of. */
export function resolveCounterpart(registry: Registry, item: MentionItem, context: OfficeContext): number | undefined {
  const { world, stateOf } = registry;
  const model = context.subject === undefined ? undefined : registry.at(context.subject);
  const offices = new Set(model?.offices.map(({ office }) => world.officeFamily(office)));
  const state = item.country === undefined ? undefined : registry.state(item.country).index;
  const fits = registry
    .people()
    .filter(
      (person) =>
        person.index !== model?.index &&
        person.offices.some(({ office }) => offices.has(world.officeFamily(office))) &&
        (state === undefined || person.country === item.country || stateOf(person.index) === state),
    );
  return mostRecent(fits)?.index ?? state;
}
