import { countryOf } from "../model/kinds.ts";
import type { Knowledge } from "../seeds/knowledge.ts";

/** Where something is said to be, as events of several articles are compared by it. */
export interface Site {
  /** The same for all that are one place. */
  readonly id: number;
  /** Identifier in the gazetteer. */
  readonly known: string | undefined;
  /** The state in which it lies, or which it is. */
  readonly state: string | undefined;
}

/** Tells whether two places can be where one thing is. */
export interface Sites {
  /** Whether the first lies in the second, a state. */
  readonly lies: (a: Site, b: Site) => boolean;
  /** Whether they are one, or one is the state in which the other lies. */
  readonly agree: (a: Site, b: Site) => boolean;
  /** Whether one may lie in the other, of which it is not known: a building and a city of one state. */
  readonly mayLie: (a: Site, b: Site) => boolean;
  /** Whether nothing can be in both: they lie in two states, or are two cities. Of most villages nobody knows. */
  readonly differ: (a: Site, b: Site) => boolean;
}

export function createSites({ gazetteer: { places, placesApart } }: Knowledge): Sites {
  const apart = new Set(placesApart);
  const types = new Map(places.map(({ id, type }) => [`place:${id}`, type]));
  const isState = ({ known }: Site): boolean => known !== undefined && countryOf(known) !== undefined;
  const typeOf = ({ known = "" }: Site): string | undefined => types.get(known);
  const lies = (a: Site, b: Site): boolean => a.state !== undefined && a.state === b.state && !isState(a) && isState(b);
  return {
    lies,
    agree: (a, b) => a.id === b.id || lies(a, b) || lies(b, a),
    mayLie: (a, b) => {
      const [left, right] = [typeOf(a), typeOf(b)];
      const areOfTwo = left !== undefined && right !== undefined && left !== right;
      return areOfTwo && a.state !== undefined && a.state === b.state;
    },
    differ: (a, b) => {
      if (a.id === b.id || a.state === undefined || b.state === undefined) return false;
      const type = typeOf(a);
      return a.state !== b.state || (type !== undefined && apart.has(type) && type === typeOf(b));
    },
  };
}
