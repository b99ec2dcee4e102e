import { href, paths } from "#app/paths.ts";

const PART = /^deel-(\d{1,3})$/;

/** Where the stembiljet goes on after it was saved, by the button that was pressed: the same part, the next, another, or the overview. */
export function ballotStep(id: string, seatId: string | null, page: number, pressed: string): string {
  const part = pressed === "verder" ? page + 1 : Number(PART.exec(pressed)?.[1] ?? page);
  const step = pressed === "controleer" ? { stap: "controle" } : { pagina: part > 1 || PART.test(pressed) ? part : null };
  return href(paths.roundBallot, { id }, { zetel: seatId, ...step });
}
