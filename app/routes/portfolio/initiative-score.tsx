import { json, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireActor } from "#app/auth/guards.ts";
import { giveScore } from "#app/commands/portfolio/give-score.ts";
import { may } from "#app/domain/access/policy.ts";
import { POINTS } from "#app/domain/portfolio/criteria.ts";
import { lastScores, pastScores, scoredOn } from "#app/domain/portfolio/score.ts";
import { scoringSeat } from "#app/domain/portfolio/scoring-seat.ts";
import { dutchDay } from "#app/domain/shared/day.ts";
import { href, paths } from "#app/paths.ts";
import { readForm } from "#app/platform/form.ts";
import { forbidden, notFound } from "#app/platform/http.ts";
import { withNotice } from "#app/platform/notice.ts";
import { pointsIn, scoreForm } from "#app/platform/schemas/portfolio-scores.ts";
import { pageTitle } from "#app/text/format.ts";
import { criteriaText, scoreRefusalText, scoreText } from "#app/text/portfolio-scores.ts";
import { portfolioText } from "#app/text/portfolio.ts";
import { Button } from "#app/ui/button.tsx";
import { Empty } from "#app/ui/empty.tsx";
import { fieldsOf, FormProblems } from "#app/ui/form-state.tsx";
import { ChoiceField, PageForm, TextField } from "#app/ui/form.tsx";
import { Flow } from "#app/ui/layout.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { PastScoreTable } from "#app/ui/portfolio/score-table.tsx";
import { findCriteria } from "#db/queries/portfolio-criteria.ts";
import { listScores } from "#db/queries/portfolio-scores.ts";
import { findInitiative } from "#db/queries/portfolio.ts";

export const meta: MetaFunction = () => [{ title: pageTitle(scoreText.title) }];

export async function loader(args: LoaderFunctionArgs) {
  const { db, actor, now } = await requireActor(args);
  const initiative = (await findInitiative(db, actor, args.params["number"] ?? "", dutchDay(now()))) ?? notFound();
  const seatId = scoringSeat(actor, initiative.bodyId);
  if (seatId === null || !may(actor, "score.give", { bodyId: initiative.bodyId, seatId })) return forbidden();
  const { version, criteria } = (await findCriteria(db)) ?? notFound();
  const own = lastScores((await listScores(db, [initiative.id])).filter((score) => score.seatId === seatId));
  return {
    number: initiative.number, name: initiative.title, summary: initiative.summary, version, criteria,
    isAgain: scoredOn(own, seatId, criteria) === "older",
    past: pastScores(own, criteria).map(({ criterionId, organisation, criterion, points }) => ({ key: criterionId, organisation, criterion, points })),
    isOpen: initiative.state === "voorgesteld",
    entered: { toelichting: own.at(-1)?.note ?? "", ...Object.fromEntries(own.map(({ criterionId, points }) => [`punten-${criterionId}`, String(points)])) } as Record<string, string>,
  };
}

export async function action(args: ActionFunctionArgs) {
  const context = await requireActor(args);
  const { number = "" } = args.params;
  const initiative = (await findInitiative(context.db, context.actor, number, dutchDay(context.now()))) ?? notFound();
  const seatId = scoringSeat(context.actor, initiative.bodyId);
  if (seatId === null || !may(context.actor, "score.give", { bodyId: initiative.bodyId, seatId })) return forbidden();
  const { criteria } = (await findCriteria(context.db)) ?? notFound();
  const form = await readForm(args.request, scoreForm(criteria));
  if (!form.ok) return json({ problems: form.problems, entered: form.entered, refusal: null }, 422);

  const given = await giveScore(context, { number, seen: form.values.seen, points: pointsIn(form.entered, criteria), note: form.values.toelichting });
  if (given.ok) return redirect(`${href(paths.initiative, { number })}#scores`, await withNotice("score-given"));
  if (given.refusal === "not-found") return notFound();
  if (given.refusal === "not-allowed") return forbidden();
  return json({ problems: {}, entered: form.entered, refusal: scoreRefusalText[given.refusal] }, 409);
}

export default function InitiativeScorePage() {
  const { number, name, summary, version, criteria, isAgain, past, isOpen, entered } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const problems: Readonly<Record<string, undefined>> = answer?.problems ?? {};
  const field = fieldsOf(answer?.entered ?? entered, problems);
  const refusal = answer?.refusal ?? (isOpen ? null : scoreRefusalText["wrong-state"]);
  return (
    <>
      <PageHead crumbs={[{ href: href(paths.portfolio), label: portfolioText.title }, { href: href(paths.initiative, { number }), label: name }]} kicker={number} title={scoreText.title} lead={scoreText.lead} />
      <Flow>
        <p>{summary}</p>
        {isAgain && <p className="note">{`${scoreText.againTitle}. ${scoreText.againLead}`}</p>}
        {past.length > 0 && <PastScoreTable past={past} />}
        {criteria.length === 0 ? (
          <Empty title={criteriaText.none} action={<a href={href(paths.criteria)}>{scoreText.criteria}</a>} />
        ) : (
          <>
            <FormProblems refusal={refusal} problems={problems} labels={Object.fromEntries(criteria.map(({ id, title }) => [`punten-${id}`, title]))} />
            <PageForm>
              <input type="hidden" name="seen" value={version} />
              {criteria.map(({ id, title, meaning, lowest, highest }) => (
                <ChoiceField key={id} {...field(`punten-${id}`)} label={title} hint={meaning} options={POINTS.map((point) => ({ value: String(point), label: scoreText.option(point, point === 1 ? lowest : point === 5 ? highest : "") }))} />
              ))}
              <TextField {...field("toelichting")} label={scoreText.note} hint={scoreText.noteHint} multiline rows={3} maxLength={1000} />
              <p className="small muted">{scoreText.again}</p>
              <Button>{scoreText.save}</Button>
            </PageForm>
          </>
        )}
      </Flow>
    </>
  );
}
