import type { Reason } from "../model/identity.ts";
import { compareText } from "../model/text.ts";

/** Something that may be one with others. `key` tells it from all others, and is the same in every run. */
export interface Linkable {
  readonly key: string;
}

/** Things that are one. Keeps its identity while most of its members stay. */
export interface Group<Item extends Linkable> {
  /** Sorted by key. */
  readonly members: readonly Item[];
}

/** Of two things that somebody says to be one: above everything that can be read of them. */
export const RULED = Number.POSITIVE_INFINITY;
export const BY_VERDICT: readonly Reason[] = [{ feature: "verdict", detail: "" }];

/** Two things that were compared, and how strongly they speak for being one: from 1 on they are linked. */
export interface Link<Item extends Linkable> {
  readonly a: Item;
  readonly b: Item;
  readonly score: number;
}

/** What the linkage asks about its items. Every answer may depend on the items that are asked about alone. */
export interface LinkageRules<Item extends Linkable> {
  /** Under which keys items meet. Those without a key in common are not compared. */
  readonly keysOf: (item: Item) => Iterable<string>;
  /** Keys under which an item looks for those that offer them. Two that seek one key do not meet by it. */
  readonly seeks?: (item: Item) => Iterable<string>;
  /** Keys under which an item is found by those that seek them. Two that offer one key do not meet by it. */
  readonly offers?: (item: Item) => Iterable<string>;
  /** Items that it is compared with beside those with which it has a key in common. */
  readonly alsoWith?: (item: Item) => Iterable<Item>;
  /** How strongly two items speak for being one: from 1 on they are linked, below that they are kept as unsure. `undefined`: not at all. */
  readonly compare: (a: Item, b: Item) => number | undefined;
  /**
   * Which of the items that hang together by links are one. The items are sorted by key, the links by falling score, then
   * by the keys of their ends.
   */
  readonly partition: (items: readonly Item[], links: readonly Link<Item>[]) => readonly (readonly Item[])[];
}

/** What a step changed. */
export interface Change<Item extends Linkable> {
  /** Items that are in another group than before. */
  readonly moved: ReadonlySet<Item>;
  /** Groups whose members are not what they were, new ones among them. */
  readonly changed: ReadonlySet<Group<Item>>;
  /** Groups that are no more. */
  readonly gone: ReadonlySet<Group<Item>>;
}

/**
 * Keeps things that are one together while things come and go.
 *
 * Which groups there are is a function of the set of items, not of the order in which they came: links depend on their
 * two ends alone, and groups on the items that hang together by links. A step costs what hangs together with what it
 * changes, and not what else there is.
 */
export interface Linkage<Item extends Linkable> {
  /** Takes an item in, or takes in that it is to be compared anew. */
  readonly put: (item: Item) => void;
  readonly drop: (item: Item) => void;
  /** Brings the groups up to date. */
  readonly settle: () => Change<Item>;
  readonly groupOf: (item: Item) => Group<Item> | undefined;
  readonly groups: () => Iterable<Group<Item>>;
  /** What an item was compared with and found alike, linked or unsure. */
  readonly linksOf: (item: Item) => Iterable<Link<Item>>;
  readonly effort: () => Effort;
}

/** What it took. */
export interface Effort {
  /** How many there are now. */
  readonly items: number;
  /** Pairs that were compared since the beginning. */
  readonly compared: number;
}

interface Cell<Item extends Linkable> {
  readonly item: Item;
  readonly keys: readonly string[];
  readonly seeks: readonly string[];
  readonly offers: readonly string[];
  readonly links: Map<Cell<Item>, number>;
  group: OpenGroup<Item> | undefined;
  /** Number of the last search that found it. */
  found: number;
}

interface OpenGroup<Item extends Linkable> extends Group<Item> {
  members: readonly Item[];
}

export function createLinkage<Item extends Linkable>(rules: LinkageRules<Item>): Linkage<Item> {
  const cells = new Map<string, Cell<Item>>();
  const meeting: Index<Cell<Item>> = new Map();
  const seeking: Index<Cell<Item>> = new Map();
  const offering: Index<Cell<Item>> = new Map();
  const groups = new Set<OpenGroup<Item>>();
  /** Cells whose links changed, and what was in one group with those that went. */
  let touched = new Set<Cell<Item>>();
  /** Groups that lost a member which was dropped. */
  let shrunk = new Set<OpenGroup<Item>>();
  let searches = 0;
  let compared = 0;

  /** Takes a cell out of its links and blocks. Whoever was linked to it or in one group with it is to be grouped anew. */
  const detach = (cell: Cell<Item>): void => {
    for (const other of cell.links.keys()) {
      other.links.delete(cell);
      touched.add(other);
    }
    leave(meeting, cell.keys, cell);
    leave(seeking, cell.seeks, cell);
    leave(offering, cell.offers, cell);
    for (const { key } of cell.group?.members ?? []) {
      const other = cells.get(key);
      if (other !== undefined) touched.add(other);
    }
    touched.delete(cell);
    cells.delete(cell.item.key);
  };

  const drop = (item: Item): void => {
    const cell = cells.get(item.key);
    if (cell === undefined) return;
    detach(cell);
    if (cell.group === undefined) return;
    cell.group.members = cell.group.members.filter(({ key }) => key !== item.key);
    shrunk.add(cell.group);
  };

  const put = (item: Item): void => {
    const former = cells.get(item.key);
    if (former !== undefined) detach(former);
    const cell: Cell<Item> = {
      item,
      keys: [...new Set(rules.keysOf(item))],
      seeks: [...new Set(rules.seeks?.(item) ?? [])],
      offers: [...new Set(rules.offers?.(item) ?? [])],
      links: new Map(),
      group: former?.group,
      found: 0,
    };
    const candidates = candidatesOf(cell);
    enter(meeting, cell.keys, cell);
    enter(seeking, cell.seeks, cell);
    enter(offering, cell.offers, cell);
    cells.set(item.key, cell);
    touched.add(cell);
    for (const other of candidates) {
      compared += 1;
      const score = item.key < other.item.key ? rules.compare(item, other.item) : rules.compare(other.item, item);
      if (score === undefined) continue;
      cell.links.set(other, score);
      other.links.set(cell, score);
      touched.add(other);
    }
  };

  /** What a cell that is not in the index yet is to be compared with, each once. */
  const candidatesOf = ({ item, keys, seeks, offers }: Cell<Item>): Cell<Item>[] => {
    searches += 1;
    const candidates: Cell<Item>[] = [];
    const find = (other: Cell<Item>): void => {
      if (other.found === searches) return;
      other.found = searches;
      candidates.push(other);
    };
    for (const key of keys) meeting.get(key)?.forEach(find);
    for (const key of seeks) offering.get(key)?.forEach(find);
    for (const key of offers) seeking.get(key)?.forEach(find);
    for (const { key } of rules.alsoWith?.(item) ?? []) {
      const other = cells.get(key);
      if (other !== undefined) find(other);
    }
    return candidates;
  };

  /** Everything that hangs together with a cell by links, or is in one group with what does. */
  const componentOf = (start: Cell<Item>, seen: Set<Cell<Item>>): Cell<Item>[] => {
    const found: Cell<Item>[] = [];
    const open = [start];
    seen.add(start);
    const visit = (cell: Cell<Item> | undefined): void => {
      if (cell === undefined || seen.has(cell)) return;
      seen.add(cell);
      open.push(cell);
    };
    for (let cell = open.pop(); cell !== undefined; cell = open.pop()) {
      found.push(cell);
      for (const [other, score] of cell.links) if (score >= 1) visit(other);
      for (const member of cell.group?.members ?? []) visit(cells.get(member.key));
    }
    return found.sort((a, b) => compareText(a.item.key, b.item.key));
  };

  const settle = (): Change<Item> => {
    const change = { moved: new Set<Item>(), changed: new Set<Group<Item>>(shrunk), gone: new Set<Group<Item>>() };
    const seen = new Set<Cell<Item>>();
    for (const cell of touched) if (!seen.has(cell)) regroup(componentOf(cell, seen), change);
    for (const group of shrunk) if (group.members.length === 0) change.gone.add(group);
    for (const group of change.gone) {
      groups.delete(group);
      change.changed.delete(group);
    }
    touched = new Set();
    shrunk = new Set();
    return change;
  };

  /** Groups anew what hangs together: whole groups of before, and what came to them. */
  const regroup = (
    component: readonly Cell<Item>[],
    change: { readonly moved: Set<Item>; readonly changed: Set<Group<Item>>; readonly gone: Set<Group<Item>> },
  ): void => {
    const former = new Set(component.map(({ group }) => group).filter((group) => group !== undefined));
    const taken = new Set<OpenGroup<Item>>();
    const parts = rules
      .partition(
        component.map(({ item }) => item),
        linksAmong(component),
      )
      .map((items) => items.map(({ key }) => cells.get(key)).filter((cell) => cell !== undefined));
    for (const part of parts.sort((a, b) => b.length - a.length)) {
      const group = largestOf(part, taken) ?? { members: [] };
      taken.add(group);
      groups.add(group);
      const members = part.map(({ item }) => item).sort((a, b) => compareText(a.key, b.key));
      const stays =
        members.length === group.members.length && members.every(({ key }, i) => key === group.members[i]?.key);
      if (!stays) change.changed.add(group);
      group.members = members;
      for (const cell of part) {
        if (cell.group === group) continue;
        cell.group = group;
        change.moved.add(cell.item);
      }
    }
    for (const group of former) {
      if (taken.has(group)) continue;
      group.members = [];
      change.gone.add(group);
    }
  };

  return {
    put,
    drop,
    settle,
    groupOf: (item) => cells.get(item.key)?.group,
    groups: () => groups,
    linksOf: function* (item) {
      for (const [other, score] of cells.get(item.key)?.links ?? []) yield { a: item, b: other.item, score };
    },
    effort: () => ({ items: cells.size, compared }),
  };
}

/** Values by keys. A list is as long as what is compared with each that comes to it, so that it may be searched too. */
type Index<Value> = Map<string, Value[]>;

function enter<Value>(index: Index<Value>, keys: readonly string[], value: Value): void {
  for (const key of keys) {
    const values = index.get(key);
    if (values === undefined) index.set(key, [value]);
    else values.push(value);
  }
}

function leave<Value>(index: Index<Value>, keys: readonly string[], value: Value): void {
  for (const key of keys) {
    const values = index.get(key) ?? [];
    const at = values.indexOf(value);
    const last = values.pop();
    if (last !== undefined && last !== value) values[at] = last;
    if (values.length === 0) index.delete(key);
  }
}

/** The links within a set of cells, by falling score, then by the keys of their ends. */
function linksAmong<Item extends Linkable>(component: readonly Cell<Item>[]): Link<Item>[] {
  const links: Link<Item>[] = [];
  for (const cell of component) {
    for (const [other, score] of cell.links) {
      if (score >= 1 && cell.item.key < other.item.key) links.push({ a: cell.item, b: other.item, score });
    }
  }
  return links.sort((x, y) => y.score - x.score || compareText(x.a.key, y.a.key) || compareText(x.b.key, y.b.key));
}

/** The group, of those not taken, that most of the cells were in; among equals the one of the first cell. */
function largestOf<Item extends Linkable>(
  cells: readonly Cell<Item>[],
  taken: ReadonlySet<OpenGroup<Item>>,
): OpenGroup<Item> | undefined {
  const counts = new Map<OpenGroup<Item>, number>();
  for (const { group } of cells) {
    if (group !== undefined && !taken.has(group)) counts.set(group, (counts.get(group) ?? 0) + 1);
  }
  let best: OpenGroup<Item> | undefined;
  for (const [group, count] of counts) if (best === undefined || count > (counts.get(best) ?? 0)) best = group;
  return best;
}
