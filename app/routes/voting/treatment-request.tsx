import { json, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireActor } from "#app/auth/guards.ts";
import { askTreatment } from "#app/commands/voting/ask-treatment.ts";
import { href, paths } from "#app/paths.ts";
import { readForm } from "#app/platform/form.ts";
import { withNotice } from "#app/platform/notice.ts";
import { pageTitle } from "#app/text/format.ts";
import { type VotingRefusal } from "#app/text/voting.ts";
import { seatActText } from "#app/text/voting-kinds.ts";
import { refuseOutright } from "./answers.ts";
import { loadSeatAct, seatActSchema } from "./load-seat-act.ts";
import { SeatActForm } from "./seat-act-form.tsx";

const words = seatActText.treatment;

export const meta: MetaFunction = () => [{ title: pageTitle(words.title) }];

export async function loader(args: LoaderFunctionArgs) {
  const context = await requireActor(args);
  const { id = "" } = args.params;

  return loadSeatAct(context, id, new URL(args.request.url).searchParams.get("zetel"));
}

export async function action(args: ActionFunctionArgs) {
  const context = await requireActor(args);
  const { id = "" } = args.params;

  const form = await readForm(args.request, seatActSchema);
  if (!form.ok) return json({ problems: form.problems, refusal: null, entered: form.entered }, 422);
  const { item: itemId, seat: seatId, reason } = form.values;
  const done = await askTreatment(context, { roundId: id, itemId, seatId, reason });
  refuseOutright(done);
  if (!done.ok) return json({ problems: {}, refusal: done.refusal satisfies VotingRefusal, entered: form.entered }, 409);
  return redirect(href(paths.round, { id }), await withNotice("treatment-asked"));
}

export default function TreatmentRequestPage() {
  return <SeatActForm facts={useLoaderData<typeof loader>()} words={words} answer={useActionData<typeof action>()} />;
}
