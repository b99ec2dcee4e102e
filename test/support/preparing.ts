import type { Walker } from "./walker.ts";

interface HandMade {
  readonly title: string;
  /** the word on the page: "Peiling", "Besluitronde" */
  readonly kind: string;
  readonly items: readonly string[];
  /** as the field takes it; else two weeks from now */
  readonly closesAt?: string;
}

/** The secretaris at work walks through the five steps and opens the round. Answers its id. */
export async function openByHand(walker: Walker, { title, kind, items, closesAt }: HandMade): Promise<string> {
  await walker.fill("Titel", title);
  await walker.tick(kind);
  for (const item of items) await walker.tick(item);
  await walker.press("Bewaren en verder: regels");
  await walker.press("Bewaren en verder: zetels");
  await walker.follow("Verder: planning");
  if (closesAt !== undefined) await walker.fill("Sluit op", closesAt);
  await walker.press("Bewaren en verder: nakijken");
  await walker.follow("Naar openen");
  await walker.press("Stemronde openen");
  return walker.last();
}
