import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireActor } from "#app/auth/guards.ts";
import { csvFile } from "#app/platform/csv.ts";
import { actionStateText, actionText } from "#app/text/meetings.ts";
import { listActions } from "#db/queries/action-items.ts";
import { actionChoice } from "./action-choice.ts";

const MOST = 5000;

export async function loader(args: LoaderFunctionArgs) {
  const { db, actor, now } = await requireActor(args);
  const { filter } = actionChoice(new URL(args.request.url).searchParams, now());
  const { actions } = await listActions(db, actor, filter, { after: null, size: MOST });

  const rows = actions.map((action) => [action.number, action.body.name, action.statement, action.ownerName, action.dueOn ?? action.dueText ?? "", actionStateText[action.state], action.meeting?.title ?? "", action.note ?? ""]);
  return csvFile("actiepunten.csv", actionText.csvHead, rows);
}
