import type { LoaderFunctionArgs } from "@remix-run/node";
import { visitor } from "#app/auth/guards.ts";
import { dutchDay } from "#app/domain/shared/day.ts";
import { TABLE_FORMATS, tableFile } from "#app/platform/export/write-table.ts";
import { notFound } from "#app/platform/http.ts";
import { proposalCells, proposalFileText } from "#app/text/proposal-file.ts";
import { exportProposals } from "#db/queries/proposal-export.ts";
import { listChoice } from "./list-choice.ts";

/** The list as it is filtered now, with every column of the newest version, as far as the reader may see it. */
export async function loader(args: LoaderFunctionArgs) {
  const { db, actor, now } = await visitor(args);
  const format = TABLE_FORMATS.find((one) => one === args.params["format"]) ?? notFound();
  const { filter, sort } = listChoice(new URL(args.request.url).searchParams, dutchDay(now()));
  async function* rows() {
    for await (const proposal of exportProposals(db, actor, filter, sort)) yield proposalCells(proposal);
  }
  const { sheet, name, head, widths } = proposalFileText;
  return tableFile(format, name, { sheet, head, widths, rows: rows() });
}
