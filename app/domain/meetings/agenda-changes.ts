import type { Tlp } from "../access/visibility.ts";
import type { Instant } from "../shared/instant.ts";
import type { ItemKind } from "./agenda.ts";

/** An item as it was sent. `text` stands for what is read along with it: explanation and cover note, as a hash. */
export interface SentItem {
  readonly id: string;
  readonly title: string;
  readonly kind: ItemKind;
  readonly isClosed: boolean;
  readonly tlp: Tlp;
  readonly owner: string;
  readonly minutes: number | null;
  readonly text: string;
  readonly annexes: readonly { readonly id: string; readonly name: string }[];
}

export interface SentAgenda {
  readonly title: string;
  readonly startsAt: Instant;
  readonly endsAt: Instant;
  readonly location: string;
  readonly items: readonly SentItem[];
}

export const ITEM_PARTS = ["title", "kind", "isClosed", "owner", "minutes", "text"] as const;
export type ItemPart = (typeof ITEM_PARTS)[number];

interface AboutItem {
  readonly itemId: string;
  readonly title: string;
  /** not to be named outside the page */
  readonly isSecret: boolean;
}

export type AgendaChange =
  | { readonly code: "moved"; readonly from: { readonly startsAt: Instant; readonly endsAt: Instant }; readonly to: { readonly startsAt: Instant; readonly endsAt: Instant } }
  | { readonly code: "relocated"; readonly to: string }
  | { readonly code: "renamed"; readonly to: string }
  | { readonly code: "reordered" }
  | ({ readonly code: "item-added" | "item-removed" } & AboutItem)
  | ({ readonly code: "item-changed"; readonly parts: readonly ItemPart[] } & AboutItem)
  | ({ readonly code: "annex-added" | "annex-removed"; readonly name: string } & AboutItem);

/** What somebody who read the agenda before has to know of the one that is sent now; empty when nothing differs. */
export function changesBetween(before: SentAgenda, now: SentAgenda): AgendaChange[] {
  const [old, fresh] = [new Map(before.items.map((item) => [item.id, item])), new Map(now.items.map((item) => [item.id, item]))];
  const changes: AgendaChange[] = [];
  if (before.startsAt !== now.startsAt || before.endsAt !== now.endsAt) changes.push({ code: "moved", from: { startsAt: before.startsAt, endsAt: before.endsAt }, to: { startsAt: now.startsAt, endsAt: now.endsAt } });
  if (before.location !== now.location) changes.push({ code: "relocated", to: now.location });
  if (before.title !== now.title) changes.push({ code: "renamed", to: now.title });
  for (const item of now.items) {
    const earlier = old.get(item.id);
    if (earlier === undefined) changes.push({ code: "item-added", ...about(item) });
    else changes.push(...changesOfItem(earlier, item));
  }
  for (const item of before.items) if (!fresh.has(item.id)) changes.push({ code: "item-removed", ...about(item) });
  const [orderBefore, orderNow] = [before.items.filter(({ id }) => fresh.has(id)), now.items.filter(({ id }) => old.has(id))];
  if (orderBefore.some(({ id }, place) => id !== orderNow[place]?.id)) changes.push({ code: "reordered" });
  return changes;
}

function changesOfItem(before: SentItem, now: SentItem): AgendaChange[] {
  const named = { ...about(now), isSecret: isSecret(before) || isSecret(now) };
  const parts = ITEM_PARTS.filter((part) => before[part] !== now[part]);
  return [
    ...(parts.length > 0 ? [{ code: "item-changed" as const, parts, ...named }] : []),
    ...now.annexes.filter(({ id }) => !before.annexes.some((annex) => annex.id === id)).map(({ name }) => ({ code: "annex-added" as const, name, ...named })),
    ...before.annexes.filter(({ id }) => !now.annexes.some((annex) => annex.id === id)).map(({ name }) => ({ code: "annex-removed" as const, name, ...named })),
  ];
}

/** Besloten, or for few eyes: mail passes through many hands. */
export const isSecret = ({ isClosed, tlp }: Pick<SentItem, "isClosed" | "tlp">): boolean => isClosed || tlp === "AMBER" || tlp === "RED";

const about = (item: SentItem): AboutItem => ({ itemId: item.id, title: item.title, isSecret: isSecret(item) });
