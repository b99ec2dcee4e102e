import { redirect, type ActionFunctionArgs } from "@remix-run/node";
import { requireActor } from "#app/auth/guards.ts";
import { commitImport } from "#app/commands/proposals/import/commit-import.ts";
import { href, paths } from "#app/paths.ts";
import { forbidden, notFound } from "#app/platform/http.ts";
import { withNotice } from "#app/platform/notice.ts";
import { importProposalsText } from "#app/text/proposal-import.ts";

/** A small file is done before the answer; the page of a large one shows how far it is. */
const WAIT = 1_000;

export async function action(args: ActionFunctionArgs) {
  const context = await requireActor(args);
  const { id = "" } = args.params;
  const work = commitImport(context, { id, origin: importProposalsText.origin });
  // Whoever waits no longer for the answer finds the import open again when it went wrong.
  work.catch((error: unknown) => args.context.failed?.(error));
  const committed = await Promise.race([work, new Promise<null>((resolve) => setTimeout(resolve, WAIT, null))]);
  const address = href(paths.proposalImport, { id });
  if (committed === null || committed.ok) return redirect(address);
  if (committed.refusal === "not-found") notFound();
  if (committed.refusal === "not-allowed") forbidden();
  return redirect(address, await withNotice(`import-${committed.refusal}`));
}

export { nothingToRead as loader } from "#app/platform/http.ts";
export { RefusedAct as default, RefusedAct as ErrorBoundary, refusedActMeta as meta } from "#app/ui/refused-act.tsx";
