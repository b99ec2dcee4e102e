import { json, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { requireActor } from "#app/auth/guards.ts";
import type { CommandContext } from "#app/commands/context.ts";
import { castBallots } from "#app/commands/voting/cast-ballots.ts";
import { typed } from "#app/domain/shared/entered.ts";
import { isSeenWith } from "#app/domain/voting/ballot.ts";
import { WITHDRAWN } from "#app/domain/voting/choice.ts";
import { numbersOf, optionsOf, parseRanking, rankingOf, rankingText as keptAs } from "#app/domain/voting/ranked-choice.ts";
import { isOpen } from "#app/domain/voting/round.ts";
import { href, paths } from "#app/paths.ts";
import { readForm } from "#app/platform/form.ts";
import { forbidden, notFound } from "#app/platform/http.ts";
import { withNotice } from "#app/platform/notice.ts";
import { dateTime, pageTitle } from "#app/text/format.ts";
import { roundName, votingRefusalText, type VotingRefusal } from "#app/text/voting.ts";
import { rankingText as words } from "#app/text/voting-kinds.ts";
import { ballotText } from "#app/text/voting-ballot.ts";
import { roundText } from "#app/text/voting-pages.ts";
import { ActionForm } from "#app/ui/action-form.tsx";
import { Alert } from "#app/ui/alert.tsx";
import { Button } from "#app/ui/button.tsx";
import { PageForm } from "#app/ui/form.tsx";
import { Flow } from "#app/ui/layout.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { RankFields } from "#app/ui/voting/rank-fields.tsx";
import { listLatestOfSeat } from "#db/queries/voting-ballots.ts";
import { listItems } from "#db/queries/voting-items.ts";
import { findRound } from "#db/queries/voting-rounds.ts";
import { ballotAddress } from "./ballot-address.ts";
import { ballotSeatsOf, seatInAddress } from "./ballot-seats.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: pageTitle(data ? words.title(data.title) : ballotText.crumb) }];

export async function loader(args: LoaderFunctionArgs) {
  const context = await requireActor(args);
  const { round, seat, others, items } = await placeOf(context, args);
  const first = items[0] ?? notFound();
  const cast = (await listLatestOfSeat(context.db, round.id, seat.seatId)).find(({ itemId }) => itemId === first.id);
  // What the seat cast itself is not for who looks with a volmacht.
  const isHeld = cast !== undefined && cast.choice !== WITHDRAWN && !isSeenWith(seat.throughSeatId, cast);
  const kept = isHeld ? undefined : cast;
  const ranking = kept ? parseRanking(kept.choice, optionsOf(items)) : null;
  const numbers = numbersOf(ranking ?? []);
  return {
    ...{ id: round.id, title: round.title, name: roundName(round.kind, round.sequence), bodyName: round.body.name, explanation: round.explanation, closes: dateTime(round.closesAt) },
    isOpen: isOpen(round, context.now()) && !isHeld,
    isHeld,
    seat: { id: seat.seatId, name: seat.name, through: seat.through },
    others: others.map((other) => ({ href: href(paths.roundRanking, { id: round.id }, { zetel: other.seatId }), name: other.name })),
    anchor: { itemId: first.id, hash: first.textHash ?? "", nonce: context.newId() },
    kept: kept && ranking ? { at: dateTime(kept.castAt), receipt: kept.receipt } : null,
    options: items.map((item, index) => ({ field: fieldOf(index), number: item.number, title: item.title, statement: item.statement, value: String(numbers.get(optionsOf(items)[index] ?? "") ?? "") })),
  };
}

export async function action(args: ActionFunctionArgs) {
  const context = await requireActor(args);
  const { round, seat, items } = await placeOf(context, args);
  const first = items[0] ?? notFound();

  const fields = items.map((_, index) => fieldOf(index));
  const form = await readForm(args.request, z.object({ nonce: z.string(), tekst: z.string(), ...Object.fromEntries(fields.map((field) => [field, z.string().max(3)])) }));
  const answer = (refusal: VotingRefusal, status: number) => json({ refusal, entered: form.entered }, status);
  if (!form.ok) return answer("ranking-unclear", 422);
  const said = fields.map((field) => typed(form.entered, field) ?? "");
  if (said.some((number) => number !== "" && !/^[1-9]\d{0,2}$/.test(number))) return answer("ranking-unclear", 422);
  const options = optionsOf(items);
  const numbers = new Map(said.flatMap((number, index) => (number === "" ? [] : [[options[index] ?? "", Number(number)] as const])));
  const ballot = { itemId: first.id, nonce: typed(form.entered, "nonce") ?? "", textHash: typed(form.entered, "tekst") ?? "", choice: keptAs(rankingOf(numbers)), motivation: "" };
  const cast = await castBallots(context, { roundId: round.id, seatId: seat.seatId, ballots: [ballot] });
  if (!cast.ok && cast.refusal === "not-found") return notFound();
  if (!cast.ok && cast.refusal === "not-allowed") return forbidden();
  if (!cast.ok) return answer(cast.refusal, cast.refusal === "ranking-unclear" ? 422 : 409);
  return redirect(ballotAddress(round, new URL(args.request.url).searchParams.get("zetel")), await withNotice("ballots-saved"));
}

const fieldOf = (index: number): string => `plaats-${index + 1}`;

/** The round, the seat and what it puts in order; only for a prioritering that was opened. */
async function placeOf({ db, actor, now }: CommandContext, { params, request }: LoaderFunctionArgs) {
  const round = (await findRound(db, actor, params["id"] ?? "")) ?? notFound();
  const wanted = new URL(request.url).searchParams.get("zetel");
  const chosen = seatInAddress(await ballotSeatsOf(db, actor, round, now()), round, wanted);
  if (round.openedAt === null || round.kind !== "prioritering") return notFound();
  return { round, ...chosen, items: await listItems(db, round.id) };
}

export default function RankingPage() {
  const { id, title, name, bodyName, explanation, closes, isOpen: open, isHeld, seat, others, anchor, kept, options } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const shown = options.map((option) => ({ ...option, value: typed(answer?.entered, option.field) ?? option.value }));
  return (
    <>
      <PageHead
        crumbs={[{ href: href(paths.rounds), label: roundText.crumb }, { href: href(paths.round, { id }), label: name }]}
        title={words.title(title)}
        lead={
          <>
            {words.lead(name, bodyName)}
            <strong>{closes}</strong>
            {"."}
          </>
        }
      />
      <Flow>
        <p>{words.intro(seat.name, seat.through)}</p>
        {explanation && <p className="preline">{explanation}</p>}
        {others.map((other) => (
          <p key={other.href}>
            <a href={other.href}>{ballotText.otherSeat(other.name)}</a>
          </p>
        ))}
        {!open && <Alert tone="warning">{isHeld ? ballotText.held : words.closed}</Alert>}
        <PageForm>
          {answer && (
            <Alert live>{votingRefusalText[answer.refusal]}</Alert>
          )}
          <input type="hidden" name="nonce" value={anchor.nonce} />
          <input type="hidden" name="tekst" value={anchor.hash} />
          <RankFields options={shown} isOpen={open} />
          {open && (
            <p className="actions">
              <Button>{words.save}</Button>
            </p>
          )}
        </PageForm>
        {kept && (
          <p className="num">
            {words.saved(kept.at)} {words.receipt(kept.receipt)}
          </p>
        )}
        {kept && open && <ActionForm action={href(paths.ballotWithdrawal, { id })} label={words.withdraw} secondary fields={{ onderdeel: anchor.itemId, zetel: seat.id }} />}
      </Flow>
    </>
  );
}
