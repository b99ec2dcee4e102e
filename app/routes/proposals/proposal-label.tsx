import { json, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireActor } from "#app/auth/guards.ts";
import { changeTlp } from "#app/commands/proposals/change-tlp.ts";
import { may } from "#app/domain/access/policy.ts";
import { TLP } from "#app/domain/access/visibility.ts";
import { dutchDay } from "#app/domain/shared/day.ts";
import type { FieldProblem } from "#app/domain/shared/field-problem.ts";
import { href, paths } from "#app/paths.ts";
import { readForm } from "#app/platform/form.ts";
import { forbidden, notFound } from "#app/platform/http.ts";
import { withNotice } from "#app/platform/notice.ts";
import { labelForm } from "#app/platform/schemas/proposals.ts";
import { pageTitle } from "#app/text/format.ts";
import { navText } from "#app/text/layout.ts";
import { pageText, proposalRefusalText, tlpText } from "#app/text/proposals.ts";
import { Button } from "#app/ui/button.tsx";
import { ChoiceField, PageForm, TextField } from "#app/ui/form.tsx";
import { Flow } from "#app/ui/layout.tsx";
import { fieldsOf, FormProblems } from "#app/ui/form-state.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { findProposal } from "#db/queries/proposals.ts";

export const meta: MetaFunction = () => [{ title: pageTitle(pageText.labelTitle) }];

export async function loader(args: LoaderFunctionArgs) {
  const { db, actor, now } = await requireActor(args);
  const proposal = (await findProposal(db, actor, args.params["number"] ?? "", dutchDay(now()))) ?? notFound();
  if (!may(actor, "proposal.relabel", proposal)) return forbidden();
  return { number: proposal.number, name: proposal.title, tlp: proposal.tlp };
}

export async function action(args: ActionFunctionArgs) {
  const context = await requireActor(args);
  const { number = "" } = args.params;
  const form = await readForm(args.request, labelForm);
  if (!form.ok) return json({ problems: form.problems, entered: form.entered, refusal: null }, 422);

  const changed = await changeTlp(context, { number, ...form.values });
  if (changed.ok) return redirect(href(paths.proposal, { number }), await withNotice(changed.value === "changed" ? "label-changed" : "label-waiting"));
  if (changed.refusal === "not-found") return notFound();
  if (changed.refusal === "not-allowed") return forbidden();
  return json({ problems: {}, entered: form.entered, refusal: proposalRefusalText[changed.refusal] }, 409);
}

export default function ProposalLabelPage() {
  const { number, name, tlp } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const problems: Readonly<Record<string, FieldProblem | undefined>> = answer?.problems ?? {};
  const field = fieldsOf(answer?.entered ?? { tlp }, problems);
  return (
    <>
      <PageHead crumbs={[{ href: href(paths.proposals), label: navText.proposals }, { href: href(paths.proposal, { number }), label: `${number} ${name}` }]} title={pageText.labelTitle} lead={pageText.labelHint} />
      <Flow>
        <FormProblems refusal={answer?.refusal ?? null} problems={problems} labels={{ tlp: pageText.labelTitle, reason: pageText.reasonLabel }} />
        <PageForm>
          <ChoiceField {...field("tlp")} label={pageText.labelTitle} options={TLP.map((value) => ({ value, label: tlpText[value] }))} />
          <TextField {...field("reason")} label={pageText.reasonLabel} required multiline rows={3} maxLength={500} />
          <Button>{pageText.labelSend}</Button>
        </PageForm>
      </Flow>
    </>
  );
}
