import { DragomanError } from "../errors.ts";
import type { Report } from "../model/diagnostic.ts";
import type { EntityList, ListedEntity, ListedName } from "../model/entity-list.ts";
import { hashOf } from "../model/ids.ts";
import { KINDS } from "../model/kinds.ts";
import { compareText } from "../model/text.ts";
import type { Gazetteer, Knowledge, KnownListed, KnownPerson, State } from "../seeds/knowledge.ts";
import { scriptOf } from "./detect.ts";
import { fold } from "./fold.ts";
import { createShippedNames, type ShippedNames } from "./shipped-names.ts";

/** Digits of a version. */
const VERSION_LENGTH = 16;
/** What an id of the engine's own has that no shipped one has, where the user's does not begin as ids of its kind do. */
const OWN = "=";
/** The language of a name in a script that no language with rules is written in. */
const UNKNOWN = "und";
/** Notes that are told one by one. */
const MOST_NOTES = 10;

type Names = Readonly<Record<string, readonly string[]>>;

/** Somebody or something that lists name, as the engine will know it. */
interface Placed {
  readonly entity: ListedEntity;
  readonly known: string;
  /** Whether it is somebody or something shipped. */
  readonly isShipped: boolean;
}

/**
 * The knowledge with what lists of the user name. What is in them is known by its names like what is shipped, and its
 * node has the id that the list gives. A function of the set of rows: neither their order nor that of the lists matters.
 *
 * - A row with the id of something shipped adds to it.
 * - A row with a name that one thing of its kind bears in the shipped gazetteer is that thing, under the id of the row,
 *   unless a list has a row for the shipped id as well. That is reported. Where several bear the name, it means the row.
 *
 * Throws `LIST_INVALID` for lists that contradict each other.
 */
export function withLists(
  shipped: Knowledge,
  lists: readonly EntityList[],
  report: Report = () => undefined,
): Knowledge {
  let last = madeLast.get(shipped);
  if (last === undefined || last.lists.length !== lists.length || !lists.every((list) => last?.lists.includes(list))) {
    const notes: string[] = [];
    last = { lists: [...lists], notes, knowledge: joinKnowledge(shipped, lists, notes) };
    madeLast.set(shipped, last);
  }
  tell(last.notes, report);
  return last.knowledge;
}

/** What was made last, by the shipped knowledge: a build with long lists asks for it several times. */
const madeLast = new WeakMap<Knowledge, Made>();

interface Made {
  readonly lists: readonly EntityList[];
  readonly notes: readonly string[];
  readonly knowledge: Knowledge;
}

function joinKnowledge(shipped: Knowledge, lists: readonly EntityList[], notes: string[]): Knowledge {
  const rows = joinLists(lists);
  if (rows.length === 0) return shipped;
  const names = createShippedNames(shipped);
  const placed = place(rows, names, shipped, notes).toSorted((a, b) => compareText(a.known, b.known));
  const entities = placed.map(toKnown);
  // All that reading an article depends on: neither the id of a node nor where it leads.
  const read = placed.map(({ entity: { kind, names: all, state = null }, known }) => [known, kind, all, state]);
  return {
    ...shipped,
    version: hashOf([shipped.version, read], VERSION_LENGTH),
    gazetteer: extend(shipped, placed),
    listed: { shipped, entities },
  };
}

/** One row for each id, sorted by id. */
function joinLists(lists: readonly EntityList[]): readonly ListedEntity[] {
  const rows = new Map<string, { readonly entity: ListedEntity; readonly list: string }>();
  const bearers = new Map<string, { readonly id: string; readonly list: string }>();
  const refuse = (list: string, message: string): never => {
    throw new DragomanError("LIST_INVALID", message, { at: list });
  };
  for (const { name: list, entities } of lists.toSorted((a, b) => compareText(a.name, b.name))) {
    for (const entity of entities) {
      for (const { text } of entity.names) {
        const key = `${entity.kind} ${fold(text)}`;
        const bearer = bearers.get(key);
        if (bearer !== undefined && bearer.id !== entity.id) {
          const where = bearer.list === list ? "" : ` in ${bearer.list}`;
          const remedy = "leave it in one of the rows, or write it out more fully";
          refuse(list, `the name ${text} is that of ${entity.id}, and of ${bearer.id}${where}; ${remedy}`);
        }
        bearers.set(key, { id: entity.id, list });
      }
      const other = rows.get(entity.id);
      if (other !== undefined && other.entity.kind !== entity.kind) {
        const remedy = "give both one kind, or one of them another id";
        refuse(list, `${entity.id} is a ${entity.kind} here, and a ${other.entity.kind} in ${other.list}; ${remedy}`);
      }
      rows.set(entity.id, { list, entity: other === undefined ? entity : joinRows(other.entity, entity) });
    }
  }
  return [...rows.values()].map(({ entity }) => entity).sort((a, b) => compareText(a.id, b.id));
}

function joinRows(one: ListedEntity, other: ListedEntity): ListedEntity {
  const isNew = ({ text, language }: ListedName): boolean =>
    !one.names.some((name) => name.text === text && name.language === language);
  const state = one.state ?? other.state;
  return {
    ...one,
    names: [...one.names, ...other.names.filter(isNew)],
    sameAs: [...new Set([...one.sameAs, ...other.sameAs])],
    ...(state === undefined ? {} : { state }),
  };
}

/** Finds out which rows are something shipped. What a user may want to know of that is noted. */
function place(
  rows: readonly ListedEntity[],
  names: ShippedNames,
  { ontology }: Knowledge,
  notes: string[],
): readonly Placed[] {
  const prefixes = new Map(ontology.kinds.map(({ id, prefix }) => [id, `${prefix}:`]));
  const given = new Set(rows.map(({ id }) => id));
  const candidates = new Map(rows.map((row) => [row.id, names.kindOf(row.id) === undefined ? names.alike(row) : []]));
  const claims = new Map<string, number>();
  for (const ids of candidates.values()) for (const id of ids) claims.set(id, (claims.get(id) ?? 0) + 1);
  return rows.map((entity): Placed => {
    const { id, kind } = entity;
    if (names.kindOf(id) !== undefined) return { entity, known: id, isShipped: true };
    const alike = candidates.get(id) ?? [];
    const [one] = alike;
    if (one !== undefined && alike.length === 1 && claims.get(one) === 1 && !given.has(one)) {
      const remedy = `if it is not, add a row with the id ${one}, and both stay apart`;
      notes.push(`${id} is taken for ${one} of the shipped gazetteer, which has one of its names; ${remedy}`);
      return { entity, known: one, isShipped: true };
    }
    if (alike.some((other) => !given.has(other))) {
      const remedy = "if it is one of these, make that its id";
      notes.push(
        `names of ${id} are in the shipped gazetteer those of ${alike.join(", ")}: they mean ${id} now; ${remedy}`,
      );
    }
    const prefix = prefixes.get(kind) ?? "";
    return { entity, known: id.startsWith(prefix) ? id : prefix + OWN + id, isShipped: false };
  });
}

function tell(notes: readonly string[], report: Report): void {
  for (const message of notes.slice(0, MOST_NOTES)) report({ code: "LIST_TAKEN", severity: "note", message });
  if (notes.length > MOST_NOTES) {
    const message = `the same holds of ${notes.length - MOST_NOTES} more rows`;
    report({ code: "LIST_TAKEN", severity: "note", message });
  }
}

/** Names without the single words of people who have a longer one: those say too little where they stand alone. */
function completeNames({ kind, names }: ListedEntity, isShipped: boolean): readonly ListedName[] {
  if (kind !== KINDS.person) return names;
  const complete = names.filter(({ text }) => isComplete(text));
  return complete.length === 0 && !isShipped ? names : complete;
}

/** Whether a name of a person has several words, or is in a script that does not part them. */
function isComplete(text: string): boolean {
  return /\s/u.test(text) || ["Han", "Hangul", "Thai"].includes(scriptOf(text) ?? "");
}

function toKnown({ entity, known, isShipped }: Placed): KnownListed {
  const names = completeNames(entity, isShipped);
  return {
    known,
    id: entity.id,
    kind: entity.kind,
    names,
    partial: entity.names.filter((name) => !names.includes(name)),
    sameAs: entity.sameAs,
  };
}

/** The gazetteer with the rows in their places. */
function extend(shipped: Knowledge, placed: readonly Placed[]): Gazetteer {
  const { gazetteer } = shipped;
  const byKnown = new Map(placed.map((row) => [row.known, row]));
  const namesIn = (row: Placed): Names => namesByLanguage(completeNames(row.entity, row.isShipped), shipped);
  const taken = new Set(
    placed.flatMap((row) => row.entity.names.map(({ text }) => `${row.entity.kind} ${fold(text)}`)),
  );
  const adapt = <Row extends { readonly id: string; readonly names: Names }>(
    rows: readonly Row[],
    kind: string,
    make: (row: Placed, id: string, names: Names) => Row,
  ): readonly Row[] => {
    const prefix = `${shipped.ontology.kinds.find(({ id }) => id === kind)?.prefix ?? ""}:`;
    const known = rows.map((row): Row => {
      const own = byKnown.get(prefix + row.id);
      if (own === undefined) return without(row, kind, taken);
      const all = own.entity.id === own.known ? [row.names, namesIn(own)] : [namesIn(own), row.names];
      return { ...row, names: joinNames(all) };
    });
    const ids = new Set(rows.map(({ id }) => prefix + id));
    const added = placed
      .filter((row) => row.entity.kind === kind && !ids.has(row.known))
      .map((row) => make(row, row.known.slice(prefix.length), namesIn(row)));
    return added.length === 0 ? known : [...known, ...added];
  };
  const none = Object.fromEntries(Object.keys(shipped.languages).map((code) => [code, []]));
  return {
    ...gazetteer,
    people: adapt<KnownPerson>(gazetteer.people, KINDS.person, ({ entity: { state } }, id, names) => ({
      id,
      names: { ...none, ...names } as unknown as KnownPerson["names"],
      countries: state === undefined ? [] : [state],
      primary: false,
      listed: true,
    })),
    organizations: adapt(
      gazetteer.organizations,
      KINDS.organization,
      ({ entity: { state }, isShipped }, id, names) => ({
        id,
        // What is shipped and in no row is a body of a state.
        type: isShipped ? "body" : "other",
        names: { ...none, ...names } as unknown as Gazetteer["organizations"][number]["names"],
        marks: [],
        ...(state === undefined ? {} : { country: state }),
      }),
    ),
    places: adapt(gazetteer.places, KINDS.place, ({ entity: { state } }, id, names) => ({
      id,
      type: "area",
      names: { ...none, ...names } as unknown as Gazetteer["places"][number]["names"],
      ...(state === undefined ? {} : { country: state }),
    })),
    states: adapt<State>(gazetteer.states, KINDS.state, (_, id, names) => ({
      id,
      names: { ...none, ...names } as unknown as State["names"],
      adjectives: none as unknown as State["adjectives"],
      people: none as unknown as State["people"],
      familyNamesFirst: false,
    })),
  };
}

/** A shipped row without the names that a list takes from it. */
function without<Row extends { readonly names: Names }>(row: Row, kind: string, taken: ReadonlySet<string>): Row {
  const isTaken = (text: string): boolean => taken.has(`${kind} ${fold(text)}`);
  if (!Object.values(row.names).some((names) => names.some(isTaken))) return row;
  const names = Object.entries(row.names).map(([code, all]) => [code, all.filter((text) => !isTaken(text))]);
  return { ...row, names: Object.fromEntries(names) as Row["names"] };
}

function joinNames(all: readonly Names[]): Record<string, string[]> {
  const joined: Record<string, string[]> = {};
  for (const names of all)
    for (const [code, own] of Object.entries(names)) joined[code] = [...new Set([...(joined[code] ?? []), ...own])];
  return joined;
}

/** Names by language: those without one are names of all languages of their script that have rules. */
function namesByLanguage(names: readonly ListedName[], { languages }: Knowledge): Names {
  const own = names.flatMap(({ text, language }) => (language === undefined ? [] : [{ [language]: [text] }]));
  const shared = names.flatMap(({ text, language }) => {
    if (language !== undefined) return [];
    const script = scriptOf(text);
    const codes = Object.values(languages).flatMap((data) =>
      data.language.script === script ? [data.language.code] : [],
    );
    return (codes.length === 0 ? [UNKNOWN] : codes).map((code) => ({ [code]: [text] }));
  });
  return joinNames([...own, ...shared]);
}
