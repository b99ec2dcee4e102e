import { json, type LoaderFunctionArgs } from "@remix-run/node";
import { requireActor } from "#app/auth/guards.ts";
import { LIMITS } from "#app/domain/proposals/proposal.ts";
import { href, paths } from "#app/paths.ts";
import { stateText } from "#app/text/proposals.ts";
import { similarText } from "#app/text/traces.ts";
import { listSimilar } from "#db/queries/similar-proposals.ts";

/** For the script under a title that is being typed: what looks like it, in the words that are shown. */
export async function loader(args: LoaderFunctionArgs) {
  const { db, actor } = await requireActor(args);
  const asked = new URL(args.request.url).searchParams;
  const similar = await listSimilar(db, actor, { title: (asked.get("titel") ?? "").slice(0, LIMITS.title), except: asked.get("behalve") });
  const shown = similar.map(({ number, title, state, percent }) => ({ address: href(paths.proposal, { number }), label: `${number} ${title}`, about: `${stateText[state].toLowerCase()}, ${similarText.likeness(percent)}` }));
  return json(shown, { headers: { "Cache-Control": "private, no-store" } });
}
