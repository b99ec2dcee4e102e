import { z } from "zod";
import type { FieldProblem } from "#app/domain/shared/field-problem.ts";
import { ROUND_KINDS } from "#app/domain/voting/choice.ts";
import type { ItemChoice } from "#app/commands/voting/choose-items.ts";
import { typed, type Entered } from "#app/domain/shared/entered.ts";
import type { RoundItem } from "#db/queries/voting-items.ts";
import type { StoredRound } from "#db/queries/voting-rounds.ts";

/** The names of the fields of one free text. */
export const motionFields = (n: number) => ({ title: `motionTitle${n}`, text: `motionText${n}` });

const MOST_MOTIONS = 20;
const ids = z.array(z.string()).max(200, "too-many");

/** How many free texts the form can hold; a round that has more keeps them all. */
export const motionSlots = (items: readonly Pick<RoundItem, "subjectKind">[]): number => Math.max(MOST_MOTIONS, motionsIn(items).length + 1);

const motionsIn = <Item extends Pick<RoundItem, "subjectKind">>(items: readonly Item[]): Item[] => items.filter(({ subjectKind }) => subjectKind === "motion");

const FIXED = {
  title: z.string().min(1, "required").max(150, "too-long"),
  explanation: z.string().max(5000, "too-long"),
  kind: z.enum(ROUND_KINDS),
  ...{ proposals: ids, ranked: ids, initiatives: ids, minutes: ids },
  ...{ bevestig: z.string(), stand: z.string(), stap: z.string() },
};

/** The fields of the first step, with room for that many free texts. */
export function subjectSchema(slots: number): z.ZodObject<typeof FIXED> {
  const motions = Array.from({ length: slots }, (_, index) => motionFields(index + 1)).flatMap(({ title, text }) => [[title, z.string().max(150, "too-long")], [text, z.string().max(5000, "too-long")]] as const);
  return z.object(Object.assign({ ...FIXED }, Object.fromEntries(motions)));
}

export type SubjectFields = z.infer<z.ZodObject<typeof FIXED>>;

/** The free texts that were typed. */
export function motionsOf(entered: Entered, slots: number): { title: string; statement: string }[] {
  return Array.from({ length: slots }, (_, index) => motionFields(index + 1))
    .map(({ title, text }) => ({ title: typed(entered, title) ?? "", statement: typed(entered, text) ?? "" }))
    .filter(({ title, statement }) => title !== "" || statement !== "");
}

/** How many free texts to show: all up to the last one that holds anything, and one more. */
export const shownMotions = (entered: Entered, slots: number): number => {
  const last = Array.from({ length: slots }, (_, index) => motionFields(index + 1)).findLastIndex(({ title, text }) => (typed(entered, title) ?? "") !== "" || (typed(entered, text) ?? "") !== "");
  return Math.min(slots, last + 2);
};

/** A free text has a title and a text: which of the two is missing, by field. */
export function halfMotions(entered: Entered, slots: number): Partial<Record<string, FieldProblem>> {
  const fields = Array.from({ length: slots }, (_, index) => motionFields(index + 1));
  return Object.fromEntries(
    fields.flatMap(({ title, text }) => {
      const empty = [title, text].filter((field) => (typed(entered, field) ?? "") === "");
      return empty.length === 1 ? empty.map((field) => [field, "required"] as const) : [];
    }),
  );
}

/** What the fields mean for the round. */
export const choiceOf = ({ kind, explanation, proposals, ranked, initiatives, minutes }: SubjectFields, motions: readonly { title: string; statement: string }[]): ItemChoice => ({
  ...{ kind, explanation, proposalIds: [...proposals, ...ranked], initiativeIds: initiatives, minutesIds: minutes, motions },
});

/** The fields as they stand for a concept that is stored; a proposal that is only there to be ranked stands under its own heading. */
export function fieldsOfSubject({ title, explanation, kind }: Pick<StoredRound, "title" | "explanation" | "kind">, items: readonly RoundItem[], isRankedOnly: (id: string) => boolean): Entered {
  const idsOf = (wanted: RoundItem["subjectKind"]) => items.flatMap(({ subjectKind, subjectId }) => (subjectKind === wanted && subjectId !== null ? [subjectId] : []));
  const motions = motionsIn(items).flatMap((item, index) => {
    const fields = motionFields(index + 1);
    return [[fields.title, item.title], [fields.text, item.statement]] as const;
  });
  return {
    ...{ title, explanation, kind, proposals: idsOf("proposal").filter((id) => !isRankedOnly(id)), ranked: idsOf("proposal").filter(isRankedOnly) },
    ...{ initiatives: idsOf("initiative"), minutes: idsOf("minutes"), ...Object.fromEntries(motions) },
  };
}
