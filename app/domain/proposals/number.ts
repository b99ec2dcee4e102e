/** `VEI` and 14 make `VEI-014`: the number never changes and is never used again. */
export const proposalNumber = (prefix: string, serial: number): string => `${prefix}-${String(serial).padStart(3, "0")}`;

/** The prefix and serial of a number as people type it (`vei-14` too), or null. */
export function readProposalNumber(text: string): { prefix: string; serial: number } | null {
  const match = /^\s*([a-z]{2,6})-?(\d{1,6})\s*$/i.exec(text);
  if (match?.[1] === undefined || match[2] === undefined) return null;
  return { prefix: match[1].toUpperCase(), serial: Number(match[2]) };
}
