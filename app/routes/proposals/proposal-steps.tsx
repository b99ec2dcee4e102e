import { json, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireActor } from "#app/auth/guards.ts";
import type { CommandContext } from "#app/commands/context.ts";
import { moveProposals } from "#app/commands/proposals/move-proposals.ts";
import { may } from "#app/domain/access/policy.ts";
import { bulkMove, BULK_STEPS, MOST_AT_ONCE, type BulkStep } from "#app/domain/proposals/bulk.ts";
import { dutchDay } from "#app/domain/shared/day.ts";
import { href, paths } from "#app/paths.ts";
import { readForm } from "#app/platform/form.ts";
import { forbidden } from "#app/platform/http.ts";
import { withNotice } from "#app/platform/notice.ts";
import { bulkForm } from "#app/platform/schemas/proposal-lists.ts";
import { pageTitle } from "#app/text/format.ts";
import { bulkText } from "#app/text/proposal-list.ts";
import { listText, proposalRefusalText } from "#app/text/proposals.ts";
import { Empty } from "#app/ui/empty.tsx";
import { Flow } from "#app/ui/layout.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { BulkSteps } from "#app/ui/proposals/bulk-steps.tsx";
import { listProposalsByNumber } from "#db/queries/proposals.ts";

export const meta: MetaFunction = () => [{ title: pageTitle(bulkText.title) }];

export async function loader(args: LoaderFunctionArgs) {
  const context = await requireActor(args);
  requireBureau(context);
  const numbers = new URL(args.request.url).searchParams.getAll("nummer").slice(0, MOST_AT_ONCE);
  return { chosen: await preview(context, numbers, null, "") };
}

/** The one form of this page: first shows what the step would do, then does it for those that can. */
export async function action(args: ActionFunctionArgs) {
  const context = await requireActor(args);
  requireBureau(context);
  const form = await readForm(args.request, bulkForm);
  if (!form.ok) return json({ problems: form.problems, step: null, reason: String(form.entered["reason"] ?? ""), refusal: null, preview: await preview(context, [...(form.entered["nummer"] ?? [])], null, "") }, 422);
  const { nummer: numbers, step, reason, stap } = form.values;
  const shown = async (refusal: string | null) => ({ problems: {}, step, reason, refusal, preview: await preview(context, numbers, step, reason) });
  if (stap !== "uitvoeren") return json(await shown(null));

  const able = (await preview(context, numbers, step, reason)).filter(({ to }) => to !== null).map(({ number }) => number);
  // What was shown as able comes along: when one of those no longer is, the rule refuses the whole.
  const moved = await moveProposals(context, { numbers: form.values.kan.length > 0 ? form.values.kan : able, step, reason });
  if (moved.ok) return redirect(href(paths.proposals), await withNotice("proposals-moved"));
  return json(await shown(bulkText.refusals[moved.refusal]), 409);
}

/** Only who leads a body takes steps with its proposals. */
function requireBureau({ actor }: CommandContext): void {
  if (!actor.memberships.some(({ bodyId }) => may(actor, "proposal.discuss", { bodyId }))) forbidden();
}

/** Per proposal where the step leads, or why it is refused; two queries however many there are. */
async function preview({ db, actor, now }: CommandContext, numbers: readonly string[], step: BulkStep | null, reason: string) {
  const proposals = await listProposalsByNumber(db, actor, [...new Set(numbers)].slice(0, MOST_AT_ONCE), dutchDay(now()));
  return proposals.map((proposal) => {
    const moved = step === null ? null : bulkMove(proposal, step, actor, { reason }).moved;
    return { number: proposal.number, title: proposal.title, state: proposal.state, to: moved?.ok ? moved.value : null, why: moved === null || moved.ok ? null : moved.refusal === "wrong-state" ? bulkText.wrongState : proposalRefusalText[moved.refusal] };
  });
}

export default function ProposalStepsPage() {
  const { chosen } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>() ?? null;
  const proposals = answer?.preview ?? chosen;
  return (
    <>
      <PageHead crumbs={[{ href: href(paths.proposals), label: listText.title }]} title={bulkText.title} lead={bulkText.lead} />
      <Flow>
        {proposals.length === 0 ? (
          <Empty title={bulkText.empty} action={<a href={href(paths.proposals)}>{bulkText.back}</a>} />
        ) : (
          <BulkSteps proposals={proposals} steps={BULK_STEPS} step={answer?.step ?? null} reason={answer?.reason ?? ""} refusal={answer?.refusal ?? null} problems={answer?.problems ?? {}} />
        )}
      </Flow>
    </>
  );
}
