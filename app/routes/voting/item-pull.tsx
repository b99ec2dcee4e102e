import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireActor } from "#app/auth/guards.ts";
import { pullItem } from "#app/commands/voting/pull-item.ts";
import { pageTitle } from "#app/text/format.ts";
import { seatActText } from "#app/text/voting-kinds.ts";
import { loadSeatAct } from "./load-seat-act.ts";
import { SeatActForm } from "./seat-act-form.tsx";
import { settleSeatAct } from "./settle-seat-act.ts";

const words = seatActText.pull;

export const meta: MetaFunction = () => [{ title: pageTitle(words.title) }];

export async function loader(args: LoaderFunctionArgs) {
  const context = await requireActor(args);
  const { id = "" } = args.params;

  return loadSeatAct(context, id, new URL(args.request.url).searchParams.get("zetel"));
}

export async function action(args: ActionFunctionArgs) {
  const context = await requireActor(args);
  return settleSeatAct(context, args, pullItem, "item-pulled-out");
}

export default function ItemPullPage() {
  return <SeatActForm facts={useLoaderData<typeof loader>()} words={words} answer={useActionData<typeof action>()} />;
}
