import type { ListedEntity } from "../model/entity-list.ts";
import { bodyId, KINDS, stateId } from "../model/kinds.ts";
import { compareText } from "../model/text.ts";
import type { Knowledge } from "../seeds/knowledge.ts";
import { fold } from "./fold.ts";

/** Whom and what the shipped gazetteer names. */
export interface ShippedNames {
  /** The kind of what has an id; `undefined` where nothing shipped has it. */
  readonly kindOf: (id: string) => string | undefined;
  /** Whatever of the kind of a row bears one of its names, and is not of another state, sorted. People by complete names alone. */
  readonly alike: (row: ListedEntity) => readonly string[];
}

interface Bearer {
  readonly id: string;
  readonly states: readonly string[];
}

export function createShippedNames({ gazetteer, ontology }: Knowledge): ShippedNames {
  const { people, organizations, places, states, bodies } = gazetteer;
  const kinds = new Map<string, string>();
  const bearers = new Map<string, Bearer[]>();
  const prefixes = new Map(ontology.kinds.map(({ id, prefix }) => [id, prefix]));
  const add = (kind: string, id: string, names: readonly string[], of: readonly string[]): void => {
    const known = `${prefixes.get(kind) ?? ""}:${id}`;
    kinds.set(known, kind);
    for (const key of new Set(names.map((name) => `${kind} ${fold(name)}`))) {
      const others = bearers.get(key);
      if (others === undefined) bearers.set(key, [{ id: known, states: of }]);
      else others.push({ id: known, states: of });
    }
  };
  const all = (names: Readonly<Record<string, readonly string[]>> = {}): readonly string[] =>
    Object.values(names).flat();
  for (const { id, names, countries } of people)
    add(
      KINDS.person,
      id,
      all(names).filter((name) => name.includes(" ")),
      countries,
    );
  for (const { id, names, short, country } of organizations)
    add(KINDS.organization, id, [...all(names), ...all(short)], country === undefined ? [] : [country]);
  for (const { id, names, country } of places) add(KINDS.place, id, all(names), country === undefined ? [] : [country]);
  for (const { id, names } of states) add(KINDS.state, id, all(names), []);
  for (const owner of [...states, ...places])
    for (const body of bodies) kinds.set(bodyId(owner.id, body.id), KINDS.organization);
  for (const body of bodies) {
    for (const { country, names } of body.proper) {
      const others = new Set(body.proper.filter((row) => row.country !== country).flatMap((row) => all(row.names)));
      const own = all(names).filter((name) => !others.has(name) && !all(body.nouns).includes(name));
      add(KINDS.organization, bodyId(country, body.id).replace(/^[^:]*:/, ""), own, [country]);
    }
  }
  for (const { id } of states) kinds.set(stateId(id), KINDS.state);

  return {
    kindOf: (id) => kinds.get(id),
    alike: ({ kind, names, state }) => {
      const found = names.flatMap(({ text }) => bearers.get(`${kind} ${fold(text)}`) ?? []);
      const fitting = found.filter(({ states: of }) => state === undefined || of.length === 0 || of.includes(state));
      return [...new Set(fitting.map(({ id }) => id))].sort(compareText);
    },
  };
}
