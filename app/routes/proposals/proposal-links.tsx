import { json, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireActor } from "#app/auth/guards.ts";
import { linkProposals } from "#app/commands/proposals/link-proposals.ts";
import { may } from "#app/domain/access/policy.ts";
import { LINK_KINDS } from "#app/domain/proposals/proposal.ts";
import { dutchDay } from "#app/domain/shared/day.ts";
import type { FieldProblem } from "#app/domain/shared/field-problem.ts";
import { href, paths } from "#app/paths.ts";
import { readForm } from "#app/platform/form.ts";
import { forbidden, notFound } from "#app/platform/http.ts";
import { withNotice } from "#app/platform/notice.ts";
import { linkForm } from "#app/platform/schemas/proposals.ts";
import { pageTitle } from "#app/text/format.ts";
import { navText } from "#app/text/layout.ts";
import { linkText, pageText, proposalRefusalText } from "#app/text/proposals.ts";
import { ActionForm } from "#app/ui/action-form.tsx";
import { Button } from "#app/ui/button.tsx";
import { PageForm, SelectField, TextField } from "#app/ui/form.tsx";
import { Flow, Section } from "#app/ui/layout.tsx";
import { fieldsOf, FormProblems } from "#app/ui/form-state.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { Row, Rows } from "#app/ui/rows.tsx";
import { listLinks } from "#db/queries/proposal-links.ts";
import { findProposal } from "#db/queries/proposals.ts";

export const meta: MetaFunction = () => [{ title: pageTitle(pageText.linkTitle) }];

export async function loader(args: LoaderFunctionArgs) {
  const { db, actor, now } = await requireActor(args);
  const proposal = (await findProposal(db, actor, args.params["number"] ?? "", dutchDay(now()))) ?? notFound();
  if (!may(actor, "proposal.link", proposal)) return forbidden();
  return { number: proposal.number, name: proposal.title, mayRemove: may(actor, "proposal.unlink", proposal), links: await listLinks(db, actor, proposal.id) };
}

export async function action(args: ActionFunctionArgs) {
  const context = await requireActor(args);
  const { number = "" } = args.params;
  const form = await readForm(args.request, linkForm);
  if (!form.ok) return json({ problems: form.problems, entered: form.entered, refusal: null }, 422);

  const linked = await linkProposals(context, { number, ...form.values });
  if (linked.ok) return redirect(href(paths.proposal, { number }), await withNotice("link-saved"));
  if (linked.refusal === "not-found") return notFound();
  if (linked.refusal === "not-allowed") return forbidden();
  return json({ problems: {}, entered: form.entered, refusal: proposalRefusalText[linked.refusal] }, 409);
}

export default function ProposalLinksPage() {
  const { number, name, links, mayRemove } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const problems: Readonly<Record<string, FieldProblem | undefined>> = answer?.problems ?? {};
  const field = fieldsOf(answer?.entered ?? {}, problems);
  return (
    <>
      <PageHead crumbs={[{ href: href(paths.proposals), label: navText.proposals }, { href: href(paths.proposal, { number }), label: `${number} ${name}` }]} kicker={`${number} · ${name}`} title={pageText.linkTitle} lead={pageText.linkLead} />
      <Flow>
        <FormProblems refusal={answer?.refusal ?? null} problems={problems} labels={{ kind: pageText.linkKind, other: pageText.linkOther }} />
        <PageForm>
          <SelectField {...field("kind")} label={pageText.linkKind} options={LINK_KINDS.map((value) => ({ value, label: linkText[value][0] }))} />
          <TextField {...field("other")} label={pageText.linkOther} hint={pageText.linkOtherHint} required maxLength={20} />
          <Button>{pageText.linkSend}</Button>
        </PageForm>
        <Section id="verbanden" title={pageText.linksNow}>
          {links.length === 0 && <p className="muted">{pageText.noLinks}</p>}
          <Rows>
            {links.map((link) => (
              <Row key={link.id}>
                <p>
                  {`${linkText[link.kind][link.isOutgoing ? 0 : 1]} `}
                  <a href={href(paths.proposal, { number: link.number })}>{`${link.number} ${link.title}`}</a>
                </p>
                {mayRemove && link.isOutgoing && <ActionForm action={href(paths.linkRemoval, { number, linkId: link.id })} label={pageText.linkRemove} secondary describe={link.number} />}
              </Row>
            ))}
          </Rows>
        </Section>
      </Flow>
    </>
  );
}
