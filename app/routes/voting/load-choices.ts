import type { Actor } from "#app/domain/access/actor.ts";
import type { BodyKind } from "#app/domain/voting/settlement.ts";
import type { Option } from "#app/ui/form.tsx";
import type { Db } from "#db/client.ts";
import { listVotable, type RoundItem } from "#db/queries/voting-items.ts";
import { listChoosableInitiatives, listChoosableMinutes, listRankable, type Choosable } from "#db/queries/voting-subjects.ts";

/** What a round of a body can be about, as options of the first step. */
export interface RoundChoices {
  readonly proposals: readonly Option[];
  readonly ranked: readonly Option[];
  readonly initiatives: readonly Option[];
  readonly minutes: readonly Option[];
}

/** The choices, with what a concept holds already even where that can no longer be chosen: unticking is for the secretaris, not for us. */
export async function loadChoices(db: Db, actor: Actor, body: { readonly id: string; readonly kind: BodyKind }, items: readonly RoundItem[] = []): Promise<RoundChoices> {
  const votable = await listVotable(db, actor, body.id, body.kind === "adviesraad");
  const isVotable = new Set(votable.map(({ id }) => id));
  const ranked = (await listRankable(db, actor)).filter(({ id }) => !isVotable.has(id));
  const initiatives = body.kind === "taskforce" ? await listChoosableInitiatives(db, actor, body.id) : [];
  const minutes = await listChoosableMinutes(db, body.id);
  const withHeld = (kind: RoundItem["subjectKind"], found: readonly Choosable[], elsewhere: readonly Choosable[] = []): Option[] => {
    const known = new Set([...found, ...elsewhere].map(({ id }) => id));
    const held = items.flatMap(({ subjectKind, subjectId: id, number, title }) => (subjectKind === kind && id !== null && !known.has(id) ? [{ id, number, title }] : []));
    return [...found, ...held].map(optionOf);
  };
  return { proposals: withHeld("proposal", votable, ranked), ranked: ranked.map(optionOf), initiatives: withHeld("initiative", initiatives), minutes: withHeld("minutes", minutes) };
}

const optionOf = ({ id, number, title }: Choosable): Option => ({ value: id, label: number === null ? title : `${number} ${title}` });
