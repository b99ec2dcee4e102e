import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireActor } from "#app/auth/guards.ts";
import { actionStateText, actionText } from "#app/text/meetings.ts";
import { listActions } from "#db/queries/action-items.ts";
import { actionChoice } from "./action-choice.ts";

const MOST = 5000;

export async function loader(args: LoaderFunctionArgs) {
  const { db, actor } = await requireActor(args);
  const { filter } = actionChoice(new URL(args.request.url).searchParams);
  const { actions } = await listActions(db, actor, filter, { after: null, size: MOST });

  const rows = actions.map((action) => [action.number, action.body.name, action.statement, action.ownerName, action.dueOn ?? action.dueText ?? "", actionStateText[action.state], action.meeting?.title ?? ""]);
  const csv = [actionText.csvHead, ...rows].map((row) => row.map(cell).join(";")).join("\r\n");
  return new Response(`\uFEFF${csv}\r\n`, { headers: { "Content-Type": "text/csv; charset=utf-8", "Content-Disposition": 'attachment; filename="actiepunten.csv"', "Cache-Control": "private, no-store" } });
}

/** Quoted, and never a formula: a spreadsheet would run what starts with =, +, - or @. */
const cell = (text: string): string => `"${(/^[=+\-@\t\r]/.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;
