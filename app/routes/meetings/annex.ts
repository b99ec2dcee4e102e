import type { LoaderFunctionArgs } from "@remix-run/node";
import { visitor } from "#app/auth/guards.ts";
import { mayReadAgenda } from "#app/domain/meetings/meeting.ts";
import { notFound } from "#app/platform/http.ts";
import { findAgendaItem } from "#db/queries/agenda-items.ts";
import { findAnnex, readAnnex } from "#db/queries/annexes.ts";
import { isMemberOf, meetingOf } from "./meeting-page.ts";

/** The file itself, for who may read the item whole. It is always saved, never shown: nothing in it runs on this site. */
export async function loader(args: LoaderFunctionArgs) {
  const context = await visitor(args);
  const meeting = await meetingOf(context, args.params);
  if (!mayReadAgenda(meeting.state, isMemberOf(context, meeting))) notFound();
  const annex = (await findAnnex(context.db, meeting.id, args.params["annexId"] ?? "")) ?? notFound();
  const item = await findAgendaItem(context.db, context.actor, meeting.id, annex.itemId);
  if (!item || item.isPublicWording) return notFound();

  const bytes = await readAnnex(context.db, annex.id);
  return new Response(new Uint8Array(bytes), {
    headers: {
      "Content-Type": annex.mediaType,
      "Content-Length": String(bytes.length),
      "Content-Disposition": `attachment; filename="${annex.name.replace(/[^\x20-\x7e]|["\\]/g, "_")}"; filename*=UTF-8''${encodeURIComponent(annex.name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)}`,
      "X-Content-Type-Options": "nosniff",
      "Content-Security-Policy": "sandbox; default-src 'none'",
      "Cache-Control": "private, no-store",
    },
  });
}
