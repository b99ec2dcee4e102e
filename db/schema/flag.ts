/** Yes or no as both databases keep it. */
export type Flag = 0 | 1;

export const flag = (yes: boolean): Flag => (yes ? 1 : 0);
