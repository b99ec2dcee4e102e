import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireActor } from "#app/auth/guards.ts";
import { dutchDay } from "#app/domain/shared/day.ts";
import { csvFile } from "#app/platform/csv.ts";
import { rightsText } from "#app/text/admin.ts";
import { listRights } from "#db/queries/rights.ts";
import { asAdmin } from "./require-admin.ts";
import { rightCells, RIGHTS_HEAD } from "./right-cells.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { db, now } = asAdmin(await requireActor(args));
  const moment = now();
  return csvFile(rightsText.file(dutchDay(moment)), RIGHTS_HEAD, (await listRights(db, moment)).map(rightCells));
}
