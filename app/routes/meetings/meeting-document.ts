import type { LoaderFunctionArgs } from "@remix-run/node";
import { visitor } from "#app/auth/guards.ts";
import type { CommandContext } from "#app/commands/context.ts";
import { mayReadAgenda } from "#app/domain/meetings/meeting.ts";
import { ODT, odtDocument, type OdtInput } from "#app/platform/export/odt/document.ts";
import { PDF, pdfDocument } from "#app/platform/export/pdf/document.ts";
import { notFound } from "#app/platform/http.ts";
import { listAgenda } from "#db/queries/agenda-items.ts";
import { decisionsOf, loadMinutes } from "./load-minutes.ts";
import { agendaDocument, decisionListDocument, minutesDocument } from "./meeting-documents.ts";
import { isMemberOf, meetingOf } from "./meeting-page.ts";

/** Agenda, minutes or list of decisions as a tagged PDF or for a word processor: the same text that this reader sees on the page. */
export async function loader(args: LoaderFunctionArgs) {
  const context = await visitor(args);
  const [, name = "", kind = ""] = /^(agenda|notulen|besluitenlijst)\.(pdf|odt)$/.exec(args.params["file"] ?? "") ?? notFound();

  const input = await documentOf(context, args, name);
  const file = kind === "pdf" ? await pdfDocument(input) : await odtDocument(input);
  return new Response(file as Uint8Array<ArrayBuffer>, {
    headers: { "Content-Type": kind === "pdf" ? PDF : ODT, "Content-Disposition": `${kind === "pdf" ? "inline" : "attachment"}; filename="${name}-${input.createdAt.slice(0, 10)}.${kind}"`, "Cache-Control": "private, no-store" },
  });
}

async function documentOf(context: CommandContext, { params }: LoaderFunctionArgs, name: string): Promise<OdtInput> {
  if (name === "notulen") return minutesDocument(await loadMinutes(context, params));
  const meeting = await meetingOf(context, params);
  if (name === "besluitenlijst") return decisionListDocument(meeting, await decisionsOf(context, meeting), isMemberOf(context, meeting));
  if (!mayReadAgenda(meeting.state, isMemberOf(context, meeting))) notFound();
  return agendaDocument(meeting, await listAgenda(context.db, context.actor, meeting.id));
}
