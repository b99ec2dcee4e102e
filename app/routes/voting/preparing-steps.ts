import { href, paths } from "#app/paths.ts";
import { ROUND_STEPS, type RoundStep } from "#app/text/voting-preparing.ts";

const PLACES = { subject: paths.roundSubject, rules: paths.roundRules, electorate: paths.roundElectorate, dates: paths.roundDates, review: paths.roundReview } as const;

export const stepAddress = (id: string, step: RoundStep): string => href(PLACES[step], { id });

/** The step before and the one after, or null at either end. */
export const besides = (step: RoundStep): { readonly before: RoundStep | null; readonly after: RoundStep | null } => {
  const place = ROUND_STEPS.indexOf(step);
  return { before: ROUND_STEPS[place - 1] ?? null, after: ROUND_STEPS[place + 1] ?? null };
};

/** Where somebody goes after a step was saved, by the button that they pressed. */
export function addressAfter(id: string, step: RoundStep, pressed: string): string {
  const { before, after } = besides(step);
  const wanted = pressed === "terug" ? before : pressed === "stoppen" ? null : after;
  return wanted === null ? href(paths.round, { id }) : stepAddress(id, wanted);
}
