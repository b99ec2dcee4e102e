import type { LoaderFunctionArgs } from "@remix-run/node";
import { visitor } from "#app/auth/guards.ts";
import { STRANGER } from "#app/domain/access/actor.ts";
import { href, paths } from "#app/paths.ts";
import { atomResponse } from "#app/platform/feeds/atom.ts";
import { registerText, resultText } from "#app/text/decisions.ts";
import { listDecisions } from "#db/queries/decisions.ts";

const SIZE = 50;

/** The newest decisions that everybody may know of, whoever asks: a feed is read and kept by machines. */
export async function loader(args: LoaderFunctionArgs) {
  const { db, now } = await visitor(args);
  const { origin } = new URL(args.request.url);
  const { decisions } = await listDecisions(db, STRANGER, {}, { now: now(), after: null, size: SIZE });

  const updatedOf = ({ publishedAt, decidedOn, embargoUntil }: (typeof decisions)[number]): string => [publishedAt, embargoUntil].filter((moment) => moment !== null).sort().at(-1) ?? `${decidedOn}T00:00:00.000Z`;
  const entries = decisions.map((decision) => {
    const address = `${origin}${href(paths.decision, { number: decision.number })}`;
    return { id: address, address, title: `${decision.number} ${decision.title}`, updated: updatedOf(decision), summary: `${decision.body.name}, ${resultText(decision.result).toLowerCase()}: ${decision.dictum}` };
  });
  return atomResponse({
    ...{ title: registerText.feedTitle, self: `${origin}${href(paths.decisionFeed)}`, page: `${origin}${href(paths.decisions)}`, author: "GGI-portaal", entries },
    updated: entries.map(({ updated }) => updated).sort().at(-1) ?? "2026-01-01T00:00:00.000Z",
  });
}
