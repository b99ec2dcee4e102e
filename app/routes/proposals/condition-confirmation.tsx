import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireActor } from "#app/auth/guards.ts";
import { confirmCondition } from "#app/commands/proposals/confirm-condition.ts";
import { may } from "#app/domain/access/policy.ts";
import { diffFields } from "#app/domain/proposals/diff.ts";
import { conditionState } from "#app/domain/proposals/discussion.ts";
import { href, paths } from "#app/paths.ts";
import { readForm } from "#app/platform/form.ts";
import { conflict, forbidden, notFound, unreadable } from "#app/platform/http.ts";
import { withNotice } from "#app/platform/notice.ts";
import { confirmationForm } from "#app/platform/schemas/proposals.ts";
import { conditionPageText } from "#app/text/amendments.ts";
import { pageTitle } from "#app/text/format.ts";
import { pageText, proposalRefusalText } from "#app/text/proposals.ts";
import { Button } from "#app/ui/button.tsx";
import { PageForm } from "#app/ui/form.tsx";
import { Flow, Section } from "#app/ui/layout.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { ConditionNote } from "#app/ui/proposals/condition-note.tsx";
import { crumbsOf } from "#app/ui/proposals/crumbs.ts";
import { ProposalChanges } from "#app/ui/proposals/proposal-changes.tsx";
import { listConditions } from "#db/queries/proposal-discussion.ts";
import { proposalAt, textsOf } from "./find-proposal.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: pageTitle(data ? conditionPageText.confirmTitle(data.number) : "404") }];

/** What the seat asked, what was answered, and what changed since the text it voted on: enough to decide with one click. */
export async function loader(args: LoaderFunctionArgs) {
  const context = await requireActor(args);
  const proposal = await proposalAt(context, args.params.number);
  const conditions = await listConditions(context.db, context.actor, proposal.id, context.now());
  const condition = conditions.find(({ id }) => id === args.params.conditionId) ?? notFound();
  if (!may(context.actor, "condition.confirm", { seatId: condition.seatId })) forbidden();
  const { version: from, answeredIn: to } = condition;
  const { texts } = await textsOf(context, proposal, to === null ? [from] : [from, to]);
  const [before, after] = [texts.get(from), to === null ? undefined : texts.get(to)];
  return {
    number: proposal.number,
    name: proposal.title,
    condition: { ...condition, state: conditionState(condition), isQuoteGone: condition.goneIn !== null },
    difference: before && after ? { from, to: after.number, changes: diffFields(before, after), why: after.why } : null,
  };
}

export async function action(args: ActionFunctionArgs) {
  const context = await requireActor(args);
  const { number = "", conditionId = "" } = args.params;
  const form = await readForm(args.request, confirmationForm);
  if (!form.ok) return unreadable();

  const settled = await confirmCondition(context, { number, conditionId, ...form.values });
  if (!settled.ok && settled.refusal === "not-found") notFound();
  if (!settled.ok && settled.refusal === "not-allowed") forbidden();
  const back = `${href(paths.proposal, { number })}#voorwaarde-${conditionId}`;
  if (!settled.ok) conflict(proposalRefusalText[settled.refusal], back);
  return redirect(back, await withNotice(`condition-${form.values.settled}`));
}

export default function ConditionConfirmationPage() {
  const { number, name, condition, difference } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHead crumbs={crumbsOf(number)} kicker={`${number} · ${name}`} title={conditionPageText.confirmTitle(number)} />
      <Flow>
        <Section id="voorwaarde" title={conditionPageText.theCondition}>
          <article className="note stack">
            <ConditionNote condition={condition} />
          </article>
        </Section>
        {difference !== null && (
          <Section id="verschil" title={conditionPageText.diffTitle(difference.from, difference.to)}>
            <ProposalChanges changes={difference.changes} why={difference.why} />
          </Section>
        )}
        {condition.state === "answered" ? (
          <PageForm>
            <div className="actions">
              <Button name="settled" value="confirmed">
                {pageText.confirm}
              </Button>
              <Button secondary name="settled" value="kept">
                {pageText.keep}
              </Button>
            </div>
          </PageForm>
        ) : (
          <p>{condition.state === "open" ? conditionPageText.unanswered : conditionPageText.settled}</p>
        )}
      </Flow>
    </>
  );
}
