import { json, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireActor } from "#app/auth/guards.ts";
import type { CommandContext } from "#app/commands/context.ts";
import { submitAmendment } from "#app/commands/proposals/submit-amendment.ts";
import { may } from "#app/domain/access/policy.ts";
import { applyChanges } from "#app/domain/proposals/amendment.ts";
import { asConsulted } from "#app/domain/proposals/consultation.ts";
import { openChanges } from "#app/domain/proposals/open-changes.ts";
import type { FieldTexts } from "#app/domain/proposals/passages.ts";
import { diffFields, type FieldDiff } from "#app/domain/proposals/diff.ts";
import { isTextOpen, LIMITS, TEXT_FIELDS } from "#app/domain/proposals/proposal.ts";
import { href, paths } from "#app/paths.ts";
import { typed, type Entered } from "#app/domain/shared/entered.ts";
import { readForm, tidy } from "#app/platform/form.ts";
import { forbidden, notFound } from "#app/platform/http.ts";
import { withNotice } from "#app/platform/notice.ts";
import { amendmentForm } from "#app/platform/schemas/amendments.ts";
import { amendmentText } from "#app/text/amendments.ts";
import { pageTitle } from "#app/text/format.ts";
import { fieldText, proposalRefusalText } from "#app/text/proposals.ts";
import { Button } from "#app/ui/button.tsx";
import { fieldsOf, FormProblems } from "#app/ui/form-state.tsx";
import { PageForm, TextField } from "#app/ui/form.tsx";
import { Flow, Section } from "#app/ui/layout.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { crumbsOf } from "#app/ui/proposals/crumbs.ts";
import { ProposalChanges } from "#app/ui/proposals/proposal-changes.tsx";
import { findAmendment } from "#db/queries/amendments.ts";
import { findVersion } from "#db/queries/proposals.ts";
import { proposalAt, textsOf } from "./find-proposal.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: pageTitle(data ? amendmentText.makeTitle(data.number) : "404") }];

export async function loader(args: LoaderFunctionArgs) {
  const context = await requireActor(args);
  const proposal = await proposalAt(context, args.params.number);
  if (!may(context.actor, "amendment.submit", asConsulted(proposal, context.now()))) forbidden();
  const { current } = await textsOf(context, proposal, []);
  const asked = new URL(args.request.url).searchParams.get("op") ?? "";
  const parent = asked === "" ? null : ((await findAmendment(context.db, proposal.id, Number(asked))) ?? notFound());
  const start: FieldTexts = parent === null ? current : (applyChanges(current, openChanges([parent]).filter(({ isAnchored }) => isAnchored)) ?? current);
  const { title, statement, rationale, acceptance, source } = start;
  return {
    number: proposal.number,
    name: proposal.title,
    isClosed: !isTextOpen(proposal.state),
    entered: { basedOn: String(proposal.currentVersion), parent: parent === null ? "" : String(parent.number), title, statement, rationale, acceptance, source, reason: "" },
  };
}

export async function action(args: ActionFunctionArgs) {
  const context = await requireActor(args);
  const proposal = await proposalAt(context, args.params.number);
  const form = await readForm(args.request, amendmentForm);
  if (typed(form.entered, "doel") === "voorbeeld") return json({ problems: {}, entered: form.entered, refusal: null, changes: await changesIn(context, proposal.id, form.entered) });
  if (!form.ok) return json({ problems: form.problems, entered: form.entered, refusal: null, changes: null }, 422);

  const { basedOn, parent, reason, doel: _doel, ...text } = form.values;
  const base = (await findVersion(context.db, proposal.id, basedOn)) ?? notFound();
  const made = await submitAmendment(context, { number: proposal.number, basedOn, parent: parent === "" ? null : Number(parent), reason, text: asEdited(base, text) });
  if (made.ok) {
    const { amendment, collidesWith } = made.value;
    return redirect(href(paths.amendment, { number: proposal.number, amendment }), await withNotice(collidesWith.length > 0 ? "amendment-submitted-colliding" : "amendment-submitted"));
  }
  if (made.refusal === "not-found") notFound();
  if (made.refusal === "not-allowed") forbidden();
  return json({ problems: {}, entered: form.entered, refusal: proposalRefusalText[made.refusal], changes: null }, 409);
}

/** What was edited so far, as a difference: nothing is kept yet. */
async function changesIn({ db }: CommandContext, proposalId: string, entered: Entered): Promise<FieldDiff[]> {
  const base = (await findVersion(db, proposalId, Number(typed(entered, "basedOn")))) ?? notFound();
  const text = Object.fromEntries(TEXT_FIELDS.map((field) => [field, typed(entered, field) ?? ""])) as unknown as FieldTexts;
  return diffFields(base, { ...base, ...asEdited(base, text) });
}

/** A form comes back without white around its texts; where that is the only difference, nothing was edited. */
const asEdited = (base: FieldTexts, typed: FieldTexts): FieldTexts =>
  Object.fromEntries(TEXT_FIELDS.map((field) => [field, typed[field] === tidy(base[field]) ? base[field] : typed[field]])) as unknown as FieldTexts;

const rowsFor = (text: string): number => Math.min(24, Math.max(3, Math.ceil(text.length / 70) + text.split("\n").length));

export default function NewAmendmentPage() {
  const { number, name, isClosed, entered } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const field = fieldsOf((answer?.entered ?? entered) as Parameters<typeof fieldsOf>[0], answer?.problems ?? {});
  const area = (key: "statement" | "rationale" | "acceptance") => (
    <TextField {...field(key)} label={fieldText[key]} required={key === "statement"} multiline rows={rowsFor(field(key).value)} maxLength={LIMITS.text} />
  );
  const parent = entered.parent;
  return (
    <>
      <PageHead
        crumbs={crumbsOf(number, { href: href(paths.amendments, { number }), label: amendmentText.title })}
        kicker={`${number} · ${name}`}
        title={parent === "" ? amendmentText.makeTitle(number) : amendmentText.amendTitle(Number(parent))}
        lead={parent === "" ? amendmentText.makeLead : amendmentText.amendLead(Number(parent))}
      />
      <Flow>
        <FormProblems refusal={answer?.refusal ?? (isClosed ? proposalRefusalText["amendment-closed"] : null)} problems={answer?.problems ?? {}} labels={{ ...fieldText, reason: amendmentText.reason }} />
        {answer?.changes != null && (
          <Section id="voorbeeld" title={amendmentText.checkTitle}>
            {answer.changes.length === 0 ? <p role="status">{amendmentText.checkSame}</p> : <ProposalChanges changes={answer.changes} why="" />}
          </Section>
        )}
        {!isClosed && (
          <PageForm>
            <input type="hidden" name="basedOn" value={field("basedOn").value} />
            <input type="hidden" name="parent" value={field("parent").value} />
            <TextField {...field("title")} label={fieldText.title} required maxLength={LIMITS.title} />
            {area("statement")}
            {area("rationale")}
            {area("acceptance")}
            <TextField {...field("source")} label={fieldText.source} maxLength={LIMITS.source} />
            <TextField {...field("reason")} label={amendmentText.reason} hint={amendmentText.reasonHint} required multiline rows={3} maxLength={LIMITS.comment} />
            <div className="actions">
              <Button>{amendmentText.submit}</Button>
              <Button secondary name="doel" value="voorbeeld">
                {amendmentText.check}
              </Button>
            </div>
          </PageForm>
        )}
      </Flow>
    </>
  );
}
