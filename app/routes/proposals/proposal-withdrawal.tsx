import { json, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireActor } from "#app/auth/guards.ts";
import { withdrawProposal } from "#app/commands/proposals/withdraw-proposal.ts";
import { canMove } from "#app/domain/proposals/lifecycle.ts";
import { dutchDay } from "#app/domain/shared/day.ts";
import type { FieldProblem } from "#app/domain/shared/field-problem.ts";
import { href, paths } from "#app/paths.ts";
import { readForm } from "#app/platform/form.ts";
import { forbidden, notFound } from "#app/platform/http.ts";
import { withNotice } from "#app/platform/notice.ts";
import { withdrawalForm } from "#app/platform/schemas/proposals.ts";
import { pageTitle } from "#app/text/format.ts";
import { navText } from "#app/text/layout.ts";
import { pageText, proposalRefusalText } from "#app/text/proposals.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { PageForm, SelectField, TextField } from "#app/ui/form.tsx";
import { Flow } from "#app/ui/layout.tsx";
import { fieldsOf, FormProblems } from "#app/ui/form-state.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { findProposal, listAuthors } from "#db/queries/proposals.ts";

export const meta: MetaFunction = () => [{ title: pageTitle(pageText.withdrawTitle) }];

export async function loader(args: LoaderFunctionArgs) {
  const { db, actor, now } = await requireActor(args);
  const proposal = (await findProposal(db, actor, args.params["number"] ?? "", dutchDay(now()))) ?? notFound();
  const [isOwn, isForAuthor] = [canMove(proposal, "withdraw", actor), canMove(proposal, "withdraw-for-author", actor)];
  if (!isOwn && !isForAuthor) return forbidden();
  // The secretaris acts at the request of an author, and says of whom.
  const authors = isForAuthor && !isOwn ? (await listAuthors(db, proposal.id)).map(({ id, name }) => ({ value: id, label: name })) : [];
  return { number: proposal.number, name: proposal.title, authors };
}

export async function action(args: ActionFunctionArgs) {
  const context = await requireActor(args);
  const { number = "" } = args.params;
  const form = await readForm(args.request, withdrawalForm);
  if (!form.ok) return json({ problems: form.problems, entered: form.entered, refusal: null }, 422);

  const { reason, askedBy } = form.values;
  const proposal = (await findProposal(context.db, context.actor, number, dutchDay(context.now()))) ?? notFound();
  const needsAuthor = askedBy === "" && !canMove(proposal, "withdraw", context.actor) && canMove(proposal, "withdraw-for-author", context.actor);
  if (needsAuthor) return json({ problems: { askedBy: "required" as const }, entered: form.entered, refusal: null }, 422);
  const withdrawn = await withdrawProposal(context, { number, reason, askedBy: askedBy || undefined });
  if (withdrawn.ok) return redirect(href(paths.proposal, { number }), await withNotice("proposal-withdrawn"));
  if (withdrawn.refusal === "not-found") return notFound();
  if (withdrawn.refusal === "not-allowed") return forbidden();
  return json({ problems: {}, entered: form.entered, refusal: proposalRefusalText[withdrawn.refusal] }, 409);
}

export default function ProposalWithdrawalPage() {
  const { number, name, authors } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const problems: Readonly<Record<string, FieldProblem | undefined>> = answer?.problems ?? {};
  const field = fieldsOf(answer?.entered ?? {}, problems);
  return (
    <>
      <PageHead crumbs={[{ href: href(paths.proposals), label: navText.proposals }, { href: href(paths.proposal, { number }), label: `${number} ${name}` }]} title={pageText.withdrawTitle} lead={pageText.withdrawHint} />
      <Flow>
        <FormProblems refusal={answer?.refusal ?? null} problems={problems} labels={{ reason: pageText.reasonLabel, askedBy: pageText.withdrawAsked }} />
        <PageForm>
          {authors.length > 0 && <SelectField {...field("askedBy")} label={pageText.withdrawAsked} options={authors} />}
          <TextField {...field("reason")} label={pageText.reasonLabel} required multiline rows={4} maxLength={500} />
          <p className="actions">
            <Button>{pageText.withdrawTitle}</Button>
            <ButtonLink href={href(paths.proposal, { number })} secondary>
              {pageText.withdrawBack}
            </ButtonLink>
          </p>
        </PageForm>
      </Flow>
    </>
  );
}
