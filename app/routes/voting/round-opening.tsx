import { json, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { requireActor } from "#app/auth/guards.ts";
import { openRound } from "#app/commands/voting/open-round.ts";
import { may } from "#app/domain/access/policy.ts";
import { dutchLocal } from "#app/domain/shared/dutch-time.ts";
import { overlaps } from "#app/domain/voting/electorate.ts";
import { href, paths } from "#app/paths.ts";
import { typed } from "#app/domain/shared/entered.ts";
import { readForm } from "#app/platform/form.ts";
import { forbidden, notFound } from "#app/platform/http.ts";
import { withNotice } from "#app/platform/notice.ts";
import { dutchMoment } from "#app/platform/schemas/moment.ts";
import { pageTitle } from "#app/text/format.ts";
import { roundName, type VotingRefusal } from "#app/text/voting.ts";
import { quietDayForm } from "#app/text/quiet-days.ts";
import { roundFormText } from "#app/text/voting-pages.ts";
import { Section } from "#app/ui/layout.tsx";
import { CheckboxField, TextField } from "#app/ui/form.tsx";
import { listSeatCandidates } from "#db/queries/voting-electorate.ts";
import { findRound } from "#db/queries/voting-rounds.ts";
import { refuseOutright } from "./answers.ts";
import { RoundForm, type RoundFormAnswer } from "./round-form.tsx";

const words = roundFormText.opening;

export const meta: MetaFunction = () => [{ title: pageTitle(words.title) }];

export async function loader(args: LoaderFunctionArgs) {
  const { db, actor, now } = await requireActor(args);
  const { id = "" } = args.params;

  const round = (await findRound(db, actor, id)) ?? notFound();
  if (!may(actor, "round.open", round)) return forbidden();
  const seats = await listSeatCandidates(db, round.bodyId, now());
  return {
    id,
    name: roundName(round.kind, round.sequence),
    closesAt: dutchLocal(round.closesAt),
    overlaps: overlaps(seats).map(([one, other]) => words.overlap(one, other)),
    seats: seats.map(({ seatId, name, holderIds }) => ({ id: seatId, name, hasHolder: holderIds.length > 0 })),
  };
}

export async function action(args: ActionFunctionArgs) {
  const context = await requireActor(args);
  const { id = "" } = args.params;

  const form = await readForm(args.request, z.object({ closesAt: dutchMoment, bevestig: z.string() }));
  if (!form.ok) return json({ problems: form.problems, refusal: null, entered: form.entered }, 422);
  const opened = await openRound(context, { roundId: id, closesAt: form.values.closesAt, isDeadlineConfirmed: form.values.bevestig !== "" });
  refuseOutright(opened);
  if (!opened.ok) return json({ problems: {}, refusal: opened.refusal satisfies VotingRefusal, entered: form.entered }, 409);
  return redirect(href(paths.round, { id }), await withNotice("round-opened"));
}

export default function RoundOpeningPage() {
  const { id, name, closesAt } = useLoaderData<typeof loader>();
  const answer: RoundFormAnswer | undefined = useActionData<typeof action>();
  return (
    <RoundForm id={id} name={name} title={words.title} lead={words.lead} button={words.button} answer={answer} labels={{ closesAt: words.closesAt }} before={<Electorate />}>
      <TextField name="closesAt" type="datetime-local" label={words.closesAt} hint={words.closesHint} value={typed(answer?.entered, "closesAt") ?? closesAt} problem={answer?.problems["closesAt"]} required />
      {answer?.refusal === "deadline-on-quiet-day" && <CheckboxField name="bevestig" label={quietDayForm.confirm} />}
    </RoundForm>
  );
}

/** Who will vote, with what stands in the way. */
function Electorate() {
  const { seats, overlaps: twice } = useLoaderData<typeof loader>();
  const empty = seats.filter(({ hasHolder }) => !hasHolder);
  return (
    <Section id="zetels" title={words.electorate}>
      <p>{words.seats(seats.length)}</p>
      {(twice.length > 0 || empty.length > 0) && (
        <div className="alert">
          <p>
            <strong>{words.problems}</strong>
          </p>
          <ul>
            {twice.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
            {empty.map((seat) => (
              <li key={seat.id}>
                {seat.name}: {words.empty}
              </li>
            ))}
          </ul>
        </div>
      )}
      <details>
        <summary>{words.electorate}</summary>
        <ul>
          {seats.map((seat) => (
            <li key={seat.id}>{seat.name}</li>
          ))}
        </ul>
      </details>
    </Section>
  );
}
