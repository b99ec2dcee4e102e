import { groupBy } from "#app/domain/shared/group-by.ts";

/** So many stand on one page: the picture and the table show the same. */
export const ON_A_PAGE = 120;

/** The items by component, in the order in which they came. */
export const byComponent = <Item extends { readonly component: string }>(items: readonly Item[]): { component: string; items: Item[] }[] => [...groupBy(items, ({ component }) => component)].map(([component, own]) => ({ component, items: own }));
