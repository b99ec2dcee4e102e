import { dutchDay } from "#app/domain/shared/day.ts";
import { draftEndsAt } from "#app/domain/proposals/private-draft.ts";
import type { Instant } from "#app/domain/shared/instant.ts";
import { href, paths } from "#app/paths.ts";
import { shortDate, time } from "#app/text/format.ts";
import { tasksText } from "#app/text/personal.ts";
import type { TaskRow } from "#app/ui/personal/task-rows.tsx";

interface Waiting {
  readonly votes: readonly { readonly id: string; readonly title: string; readonly body: string; readonly closesAt: string }[];
  readonly actions: readonly { readonly number: string; readonly statement: string; readonly dueOn: string | null; readonly body: { readonly name: string } }[];
  readonly minutes: readonly { readonly id: string; readonly title: string; readonly body: string; readonly startsAt: string; readonly corrections: number; readonly isBureau: boolean }[];
  readonly reviews: readonly { readonly number: string; readonly title: string; readonly reviewOn: string; readonly body: string }[];
  readonly referred: readonly { readonly number: string; readonly title: string; readonly question: string | null }[];
  readonly drafts: readonly { readonly number: string | null; readonly title: string; readonly savedAt: Instant }[];
  readonly toScore: readonly { readonly number: string; readonly title: string; readonly isAgain: boolean }[];
  readonly toAnswer: readonly { readonly number: string; readonly title: string }[];
  readonly needs: readonly { readonly number: string; readonly title: string; readonly organisation: string | null; readonly createdAt: string }[];
}

const DAY = 86_400_000;

/** Everything that waits for one person, soonest first; what has no date comes last. */
export function taskList({ votes, actions, minutes, reviews, referred, drafts, needs, toScore, toAnswer }: Waiting, now: Instant): TaskRow[] {
  const today = Date.parse(dutchDay(now));
  const due = (iso: string, hour: string | null): TaskRow["due"] => ({ iso, hour, days: Math.round((Date.parse(dutchDay(iso as Instant)) - today) / DAY) });
  const tasks: TaskRow[] = [
    ...votes.map((round) => ({ key: round.id, title: round.title, meta: [tasksText.vote, round.body].join(" · "), address: href(paths.roundBallot, { id: round.id }), label: tasksText.cast, due: due(round.closesAt, time(round.closesAt)) })),
    ...actions.map(({ number, statement, dueOn, body }) => ({
      key: number, title: statement, meta: [tasksText.action(number), body.name].join(" · "), address: href(paths.actions), label: tasksText.toAction,
      due: dueOn === null ? null : { iso: dueOn, hour: null, days: Math.round((Date.parse(dueOn) - today) / DAY) },
    })),
    ...minutes.map(({ id, title, body, startsAt, corrections, isBureau }) => ({
      key: id, title, label: tasksText.check, due: null,
      meta: [isBureau ? tasksText.minutes : tasksText.ownMinutes, body, shortDate(startsAt), ...(isBureau && corrections > 0 ? [tasksText.corrections(corrections)] : [])].join(" · "),
      address: isBureau && corrections > 0 ? href(paths.minutesCorrections, { id }) : href(paths.minutes, { id }),
    })),
    ...reviews.map(({ number, title, reviewOn, body }) => ({ key: number, title: `${number} ${title}`, meta: [tasksText.review, body].join(" · "), address: href(paths.decision, { number }), label: tasksText.toReview, due: { iso: reviewOn, hour: null, days: Math.round((Date.parse(reviewOn) - today) / DAY) } })),
    ...referred.map(({ number, title, question }) => ({ key: number, title: `${number} ${title}`, meta: [tasksText.referred, question ?? ""].filter((part) => part !== "").join(": "), address: href(paths.proposal, { number }), label: tasksText.answer, due: null })),
    ...drafts.map(({ number, title, savedAt }) => {
      const address = number === null ? href(paths.newProposal, { concept: "verder" }) : href(paths.proposalEdit, { number }, { concept: "verder" });
      const endsAt = draftEndsAt(savedAt);
      return { key: `klad ${number ?? ""}`, title: [number, title || tasksText.untitled].filter(Boolean).join(" "), meta: tasksText.draft(endsAt), address, label: tasksText.writeOn, due: due(endsAt, null) };
    }),
    ...toScore.map(({ number, title, isAgain }) => ({ key: `score ${number}`, title: `${number} ${title}`, meta: isAgain ? tasksText.scoreAgain : tasksText.score, address: href(paths.initiativeScore, { number }), label: tasksText.toScore, due: null })),
    ...toAnswer.map(({ number, title }) => ({ key: `antwoord ${number}`, title: `${number} ${title}`, meta: tasksText.advice, address: href(paths.adviceAnswer, { number }), label: tasksText.answer, due: null })),
    ...needs.map((need) => ({ key: need.number, title: need.title, meta: [tasksText.need, need.organisation ?? "", shortDate(need.createdAt)].filter((part) => part !== "").join(" · "), address: href(paths.need, { number: need.number }), label: tasksText.answer, due: null })),
  ];
  return tasks.sort((a, b) => (a.due?.iso ?? "9").localeCompare(b.due?.iso ?? "9"));
}
