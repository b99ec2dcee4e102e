import { SUPPORT, type Choice } from "./choice.ts";

/** One seat in one round, beside the round before. */
export type Cell =
  | { readonly kind: "no-seat"; readonly move: "left" | null }
  | { readonly kind: "not-cast"; readonly move: "new-seat" | null }
  | { readonly kind: "cast"; readonly choice: Choice; readonly move: Move | null; readonly from: Choice | null };

/** What changed since the former round: more or less support, a condition that was met or was not, a seat that is new. */
export type Move = "up" | "down" | "condition-met" | "condition-kept" | "condition-missed" | "new-seat";

export interface SeatRow {
  readonly seatId: string;
  readonly name: string;
  readonly cells: readonly Cell[];
}

export interface ComparedRound {
  readonly seats: readonly { readonly seatId: string; readonly name: string }[];
  /** the counting choice per seat */
  readonly choices: ReadonlyMap<string, Choice>;
}

/**
 * The matrix seat × round, rounds from old to new, seats in the order in which they first appear, by name.
 * A seat that joined or left shows as such, not as a change of mind. Source: voting, "Comparing rounds".
 */
export function compareRounds(rounds: readonly ComparedRound[]): SeatRow[] {
  const names = new Map(rounds.flatMap(({ seats }) => seats.map(({ seatId, name }) => [seatId, name] as const)));
  const held = rounds.map(({ seats, choices }): HeldRound => ({ seatIds: new Set(seats.map(({ seatId }) => seatId)), choices }));
  return [...names].map(([seatId, name]) => ({ seatId, name, cells: held.map((round, index) => cellOf(seatId, round, held[index - 1])) })).sort((a, b) => inDutch.compare(a.name, b.name));
}

const inDutch = new Intl.Collator("nl");

interface HeldRound {
  readonly seatIds: ReadonlySet<string>;
  readonly choices: ReadonlyMap<string, Choice>;
}

function cellOf(seatId: string, round: HeldRound, former: HeldRound | undefined): Cell {
  const hadSeat = former?.seatIds.has(seatId) === true;
  if (!round.seatIds.has(seatId)) return { kind: "no-seat", move: hadSeat ? "left" : null };
  const isNew = former !== undefined && !hadSeat;
  const choice = round.choices.get(seatId);
  if (choice === undefined) return { kind: "not-cast", move: isNew ? "new-seat" : null };
  const from = former?.choices.get(seatId) ?? null;
  return { kind: "cast", choice, from, move: isNew ? "new-seat" : from ? moveOf(from, choice) : null };
}

function moveOf(from: Choice, to: Choice): Move | null {
  if (from === "akkoord_mits") {
    if (to === "akkoord_mits") return "condition-kept";
    return SUPPORT[to] > SUPPORT[from] ? "condition-met" : "condition-missed";
  }
  if (SUPPORT[to] === SUPPORT[from]) return null;
  return SUPPORT[to] > SUPPORT[from] ? "up" : "down";
}

/** How many seats stood behind it in a round, of how many: the last line of the matrix. */
export const supportOf = ({ seats, choices }: ComparedRound): { readonly support: number; readonly seats: number } => ({
  support: [...choices.values()].filter((choice) => SUPPORT[choice] === 3).length,
  seats: seats.length,
});

/** Of the seats that had a condition in a round before the last, how many stand behind it in the last; null when there was no condition. */
export function conditionsAnswered(rows: readonly SeatRow[]): { readonly raised: number; readonly behind: number } | null {
  const raised = rows.filter(({ cells }) => cells.slice(0, -1).some((cell) => cell.kind === "cast" && cell.choice === "akkoord_mits"));
  const behind = raised.filter(({ cells }) => {
    const last = cells.at(-1);
    return last?.kind === "cast" && SUPPORT[last.choice] === 3;
  });
  return raised.length === 0 ? null : { raised: raised.length, behind: behind.length };
}

/** Turnout by province: whom a round missed, and which provinces have no seat at all. */
export interface ProvinceTurnout {
  readonly province: string | null;
  readonly seats: number;
  readonly cast: number;
  readonly missing: readonly string[];
}

/** Provinces without a full turnout first, then by name; seats without a province (no gemeente) come last. */
export function turnoutByProvince(
  provinces: readonly string[],
  seats: readonly { readonly id: string; readonly name: string; readonly province: string | null }[],
  cast: ReadonlySet<string>,
): ProvinceTurnout[] {
  const rows = [...new Set([...provinces, ...seats.flatMap(({ province }) => province ?? [])])].map((province) => rowFor(province));
  const elsewhere = rowFor(null);
  return [...rows.sort(byNeed), ...(elsewhere.seats > 0 ? [elsewhere] : [])];

  function rowFor(province: string | null): ProvinceTurnout {
    const here = seats.filter((seat) => seat.province === province);
    const missing = here.filter(({ id }) => !cast.has(id)).map(({ name }) => name);
    return { province, seats: here.length, cast: here.length - missing.length, missing };
  }
}

const need = ({ seats, missing }: ProvinceTurnout): number => (missing.length > 0 ? 0 : seats === 0 ? 1 : 2);
const byNeed = (a: ProvinceTurnout, b: ProvinceTurnout): number => need(a) - need(b) || (a.province ?? "").localeCompare(b.province ?? "", "nl");

export const SIZES = ["large", "medium", "small", "tiny"] as const;
/** How many people live in a gemeente: 100.000 or more, 50.000, 20.000, fewer. */
export type Size = (typeof SIZES)[number];

export const sizeOf = (inhabitants: number): Size => (inhabitants >= 100_000 ? "large" : inhabitants >= 50_000 ? "medium" : inhabitants >= 20_000 ? "small" : "tiny");

/** Turnout by size of the gemeente, largest first; null for seats of no gemeente. Sizes without a seat are shown too. */
export function turnoutBySize(seats: readonly { readonly id: string; readonly name: string; readonly inhabitants?: number | null | undefined }[], cast: ReadonlySet<string>): (Omit<ProvinceTurnout, "province"> & { readonly size: Size | null })[] {
  const rows = [...SIZES, null].map((size) => {
    const here = seats.filter(({ inhabitants }) => (inhabitants == null ? null : sizeOf(inhabitants)) === size);
    const missing = here.filter(({ id }) => !cast.has(id)).map(({ name }) => name);
    return { size, seats: here.length, cast: here.length - missing.length, missing };
  });
  return rows.filter(({ size, seats: n }) => size !== null || n > 0);
}
