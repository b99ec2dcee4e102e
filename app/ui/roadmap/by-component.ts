/** So many stand on one page: the picture and the table show the same. */
export const ON_A_PAGE = 120;

/** The items by component, in the order in which they came. */
export const byComponent = <Item extends { readonly component: string }>(items: readonly Item[]): { component: string; items: Item[] }[] => [...groupBy(items, ({ component }) => component)].map(([component, own]) => ({ component, items: own }));

/** Lists by a key, each in the order in which they came. */
export function groupBy<Item>(items: readonly Item[], keyOf: (item: Item) => string): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
}
