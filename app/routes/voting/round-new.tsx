import { json, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireActor } from "#app/auth/guards.ts";
import { prepareRound } from "#app/commands/voting/prepare-round.ts";
import type { Actor } from "#app/domain/access/actor.ts";
import { may } from "#app/domain/access/policy.ts";
import { dutchDay } from "#app/domain/shared/day.ts";
import { fromDutchLocal } from "#app/domain/shared/dutch-time.ts";
import { DAY, later, type Instant } from "#app/domain/shared/instant.ts";
import { firstBusyDay } from "#app/domain/voting/quiet-days.ts";
import { ruleOf } from "#app/domain/voting/rule.ts";
import { href, paths } from "#app/paths.ts";
import { readForm } from "#app/platform/form.ts";
import { forbidden } from "#app/platform/http.ts";
import { withNotice } from "#app/platform/notice.ts";
import { pageTitle } from "#app/text/format.ts";
import type { VotingRefusal } from "#app/text/voting.ts";
import { newRoundText } from "#app/text/voting-preparing.ts";
import type { Db } from "#db/client.ts";
import { listSchoolHolidaysFrom } from "#db/queries/school-holidays.ts";
import { listVotingBodies, type VotingBody } from "#db/queries/voting-bodies.ts";
import { listVotable } from "#db/queries/voting-items.ts";
import { refuseOutright } from "./answers.ts";
import { loadChoices } from "./load-choices.ts";
import { addressAfter } from "./preparing-steps.ts";
import type { RoundFormAnswer } from "./round-form.tsx";
import { RoundStep } from "./round-step.tsx";
import { choiceOf, halfMotions, motionSlots, motionsOf, subjectSchema } from "./subject-fields.ts";
import { SubjectForm, subjectLabels } from "./subject-form.tsx";

const SLOTS = motionSlots([]);
const TWO_WEEKS = 14 * DAY;

export const meta: MetaFunction = () => [{ title: pageTitle(newRoundText.title) }];

export async function loader(args: LoaderFunctionArgs) {
  const { db, actor } = await requireActor(args);
  const query = new URL(args.request.url).searchParams;
  const { body, others } = await bodyFor(db, actor, query.get("gremium"));
  const wanted = query.getAll("voorstel");
  const chosen = wanted.length === 0 ? [] : (await listVotable(db, actor, body.id, body.kind === "adviesraad")).filter(({ number }) => wanted.includes(number));
  return {
    body: { name: body.name, isAdvisory: body.kind === "adviesraad" },
    others: others.map(({ slug, name }) => ({ href: href(paths.newRound, { gremium: slug }), name })),
    choices: await loadChoices(db, actor, body),
    stored: { kind: "besluit", proposals: chosen.map(({ id }) => id) },
  };
}

export async function action(args: ActionFunctionArgs) {
  const context = await requireActor(args);
  const { body } = await bodyFor(context.db, context.actor, new URL(args.request.url).searchParams.get("gremium"));

  const form = await readForm(args.request, subjectSchema(SLOTS));
  if (!form.ok) return json({ problems: form.problems, refusal: null, entered: form.entered }, 422);
  const half = halfMotions(form.entered, SLOTS);
  if (Object.keys(half).length > 0) return json({ problems: half, refusal: null, entered: form.entered }, 422);
  const prepared = await prepareRound(context, {
    ...{ ...choiceOf(form.values, motionsOf(form.entered, SLOTS)), bodyId: body.id, title: form.values.title },
    ...{ rule: ruleOf("gewoon", { motivation: ["tegen", "niet_akkoord", "bezwaar"] }), visibility: "openbaar", ...(await datesFrom(context.db, context.now())) },
  });
  refuseOutright(prepared);
  if (!prepared.ok) return json({ problems: {}, refusal: prepared.refusal satisfies VotingRefusal, entered: form.entered }, 409);
  return redirect(addressAfter(prepared.value.id, "subject", form.values.stap), await withNotice("round-prepared"));
}

/** A round of two weeks from now, that ends in the afternoon of an ordinary day. */
async function datesFrom(db: Db, now: Instant): Promise<{ opensAt: Instant; closesAt: Instant }> {
  const day = firstBusyDay(dutchDay(later(now, TWO_WEEKS)), await listSchoolHolidaysFrom(db, dutchDay(now)));
  return { opensAt: now, closesAt: fromDutchLocal(`${day}T17:00`) ?? later(now, TWO_WEEKS) };
}

/** The body for which this person prepares a round, and the others for which they might. */
async function bodyFor(db: Db, actor: Actor, slug: string | null): Promise<{ body: VotingBody; others: VotingBody[] }> {
  const mine = (await listVotingBodies(db)).filter(({ id }) => may(actor, "round.prepare", { bodyId: id }));
  const body = (slug === null ? mine[0] : mine.find((one) => one.slug === slug)) ?? forbidden();
  return { body, others: mine.filter(({ id }) => id !== body.id) };
}

export default function NewRoundPage() {
  const { body, others, choices, stored } = useLoaderData<typeof loader>();
  const answer: RoundFormAnswer | undefined = useActionData<typeof action>();
  return (
    <RoundStep
      concept={null}
      step="subject"
      title={newRoundText.title}
      lead={newRoundText.lead(body.name)}
      answer={answer}
      labels={subjectLabels(SLOTS)}
      before={others.map((other) => (
        <p key={other.href}>
          <a href={other.href}>
            {newRoundText.otherBody}: {other.name}
          </a>
        </p>
      ))}
    >
      <SubjectForm choices={choices} isAdvisory={body.isAdvisory} isFixed={false} slots={SLOTS} stored={stored} answer={answer} />
    </RoundStep>
  );
}
