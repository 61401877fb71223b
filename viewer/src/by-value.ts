/** Items that agree in a value, in the order in which the values first come. */
export interface Group<Value, Item> {
  readonly value: Value;
  readonly items: readonly Item[];
}

/** Puts together what has the same value. */
export function groupBy<Value, Item>(
  items: readonly Item[],
  valueOf: (item: Item) => Value,
): readonly Group<Value, Item>[] {
  const groups = new Map<Value, Item[]>();
  for (const item of items) {
    const value = valueOf(item);
    const group = groups.get(value);
    if (group === undefined) groups.set(value, [item]);
    else group.push(item);
  }
  return [...groups].map(([value, members]) => ({ value, items: members }));
}
