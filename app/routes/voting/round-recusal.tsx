import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireActor } from "#app/auth/guards.ts";
import { recuseSeat } from "#app/commands/voting/recuse-seat.ts";
import { pageTitle } from "#app/text/format.ts";
import { roundFormText } from "#app/text/voting-pages.ts";
import { loadSeatAct } from "./load-seat-act.ts";
import { SeatActForm } from "./seat-act-form.tsx";
import { settleSeatAct } from "./settle-seat-act.ts";

const words = roundFormText.recusal;

export const meta: MetaFunction = () => [{ title: pageTitle(words.title) }];

export async function loader(args: LoaderFunctionArgs) {
  const context = await requireActor(args);
  const { id = "" } = args.params;

  return loadSeatAct(context, id);
}

export async function action(args: ActionFunctionArgs) {
  const context = await requireActor(args);
  return settleSeatAct(context, args, recuseSeat, "seat-recused");
}

export default function RoundRecusalPage() {
  return <SeatActForm facts={useLoaderData<typeof loader>()} words={words} answer={useActionData<typeof action>()} />;
}
