import { json, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { requireActor } from "#app/auth/guards.ts";
import { addAuthor } from "#app/commands/proposals/add-author.ts";
import { may } from "#app/domain/access/policy.ts";
import { isEnded } from "#app/domain/proposals/proposal.ts";
import { dutchDay } from "#app/domain/shared/day.ts";
import type { FieldProblem } from "#app/domain/shared/field-problem.ts";
import { href, paths } from "#app/paths.ts";
import { readForm } from "#app/platform/form.ts";
import { forbidden, notFound } from "#app/platform/http.ts";
import { withNotice } from "#app/platform/notice.ts";
import { pageTitle } from "#app/text/format.ts";
import { pageText, proposalRefusalText } from "#app/text/proposals.ts";
import { authorsText } from "#app/text/versions.ts";
import { ActionForm } from "#app/ui/action-form.tsx";
import { Button } from "#app/ui/button.tsx";
import { fieldsOf, FormProblems } from "#app/ui/form-state.tsx";
import { PageForm, SelectField } from "#app/ui/form.tsx";
import { Flow, Section } from "#app/ui/layout.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { Row, Rows } from "#app/ui/rows.tsx";
import { listDrafters } from "#db/queries/proposal-authors.ts";
import { findProposal, listAuthors } from "#db/queries/proposals.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: pageTitle(data ? authorsText.title(data.number) : "404") }];

export async function loader(args: LoaderFunctionArgs) {
  const { db, actor, now } = await requireActor(args);
  const proposal = (await findProposal(db, actor, args.params.number ?? "", dutchDay(now()))) ?? notFound();
  if (!may(actor, "proposal.authors", proposal)) forbidden();
  const [authors, drafters] = [await listAuthors(db, proposal.id), await listDrafters(db, proposal.bodyId, now())];
  const others = drafters.filter(({ id }) => !proposal.authorIds.includes(id));
  return { number: proposal.number, title: proposal.title, isOpen: !isEnded(proposal.state), authors, others: others.map(({ id, name, organisationName }) => ({ value: id, label: pageText.onBehalfOf(name, organisationName) })) };
}

export async function action(args: ActionFunctionArgs) {
  const context = await requireActor(args);
  const { number = "" } = args.params;
  const form = await readForm(args.request, z.object({ person: z.string().min(1, "required") }));
  if (!form.ok) return json({ problems: form.problems, entered: form.entered, refusal: null }, 422);

  const added = await addAuthor(context, { number, personId: form.values.person });
  if (added.ok) return redirect(href(paths.proposalAuthors, { number }), await withNotice("author-added"));
  if (added.refusal === "not-found") notFound();
  if (added.refusal === "not-allowed") forbidden();
  return json({ problems: {}, entered: form.entered, refusal: proposalRefusalText[added.refusal] }, 409);
}

export default function ProposalAuthorsPage() {
  const { number, title, isOpen, authors, others } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const problems: Readonly<Record<string, FieldProblem | undefined>> = answer?.problems ?? {};
  const field = fieldsOf(answer?.entered ?? {}, problems);
  const crumbs = [
    { href: href(paths.proposals), label: pageText.crumb },
    { href: href(paths.proposal, { number }), label: `${number} ${title}` },
  ];
  return (
    <>
      <PageHead crumbs={crumbs} title={authorsText.title(number)} lead={authorsText.lead} />
      <Flow>
        <FormProblems refusal={answer?.refusal ?? (isOpen ? null : proposalRefusalText["authors-closed"])} problems={problems} labels={{ person: authorsText.person }} />
        <Section id="indieners" title={authorsText.now}>
          <Rows>
            {authors.map(({ id, name }) => (
              <Row key={id}>
                <span>{name}</span>
                {isOpen && authors.length > 1 && <ActionForm action={href(paths.proposalAuthorRemoval, { number, personId: id })} label={authorsText.remove} describe={name} secondary />}
              </Row>
            ))}
          </Rows>
        </Section>
        {isOpen && (
          <Section id="toevoegen" title={authorsText.add}>
            {others.length === 0 ? (
              <p>{authorsText.nobody}</p>
            ) : (
              <PageForm>
                <SelectField {...field("person")} label={authorsText.person} hint={authorsText.personHint} options={others} />
                <Button>{authorsText.send}</Button>
              </PageForm>
            )}
          </Section>
        )}
      </Flow>
    </>
  );
}
