import { json, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireActor, visitor } from "#app/auth/guards.ts";
import { commentOnVersion } from "#app/commands/proposals/comment-on-version.ts";
import { may } from "#app/domain/access/policy.ts";
import { asConsulted } from "#app/domain/proposals/consultation.ts";
import { openChanges } from "#app/domain/proposals/open-changes.ts";
import { isEnded, isTextOpen, LIMITS } from "#app/domain/proposals/proposal.ts";
import { href, paths } from "#app/paths.ts";
import { readForm } from "#app/platform/form.ts";
import { forbidden, notFound } from "#app/platform/http.ts";
import { withNotice } from "#app/platform/notice.ts";
import { replyForm } from "#app/platform/schemas/amendments.ts";
import { amendmentStateText, amendmentText, amendmentTone } from "#app/text/amendments.ts";
import { date, pageTitle } from "#app/text/format.ts";
import { pageText, proposalRefusalText } from "#app/text/proposals.ts";
import { ActionForm } from "#app/ui/action-form.tsx";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { fieldsOf, FormProblems } from "#app/ui/form-state.tsx";
import { PageForm, TextField } from "#app/ui/form.tsx";
import { Flow, Section } from "#app/ui/layout.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { ChangeList } from "#app/ui/proposals/change-list.tsx";
import { CommentList } from "#app/ui/proposals/comment-list.tsx";
import { crumbsOf } from "#app/ui/proposals/crumbs.ts";
import { Tag } from "#app/ui/tag.tsx";
import { listAmendments } from "#db/queries/amendments.ts";
import { listCommentsOnAmendment } from "#db/queries/comments.ts";
import { proposalAt, textsOf } from "./find-proposal.ts";
import { shownChanges, shownThreads } from "./shown-discussion.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: pageTitle(data ? amendmentText.oneOf(data.amendment, data.number) : "404") }];

export async function loader(args: LoaderFunctionArgs) {
  const context = await visitor(args);
  const proposal = await proposalAt(context, args.params.number);
  const amendments = await listAmendments(context.db, proposal.id);
  const found = amendments.find(({ number }) => String(number) === args.params.amendment) ?? notFound();
  const { current, texts } = await textsOf(context, proposal, [found.baseVersion]);
  const asked = asConsulted(proposal, context.now());
  const isOpen = found.state === "submitted" && isTextOpen(proposal.state);
  return {
    number: proposal.number,
    title: proposal.title,
    amendment: found.number,
    parent: found.parent,
    state: found.state,
    reason: found.reason,
    version: found.baseVersion,
    current: proposal.currentVersion,
    by: amendmentText.from(found.authorName, found.organisationName),
    at: found.createdAt,
    changes: shownChanges(found, texts, current, openChanges(amendments)),
    comments: shownThreads(context, proposal, await listCommentsOnAmendment(context.db, found.id), current),
    may: {
      amend: isOpen && may(context.actor, "amendment.submit", asked),
      merge: isOpen && may(context.actor, "amendment.merge", proposal),
      withdraw: found.state === "submitted" && may(context.actor, "amendment.withdraw", { personId: found.authorId }),
      comment: !isEnded(proposal.state) && may(context.actor, "comment.add", asked),
    },
  };
}

/** The one form of this page: a comment on the amendment. */
export async function action(args: ActionFunctionArgs) {
  const context = await requireActor(args);
  const proposal = await proposalAt(context, args.params.number);
  const amendment = /^\d{1,6}$/.test(args.params.amendment ?? "") ? Number(args.params.amendment) : notFound();
  const form = await readForm(args.request, replyForm);
  if (!form.ok) return json({ problems: form.problems, entered: form.entered, refusal: null }, 422);

  const added = await commentOnVersion(context, { number: proposal.number, version: proposal.currentVersion, amendment, ...form.values });
  if (added.ok) return redirect(`${href(paths.amendment, { number: proposal.number, amendment })}#reactie-${added.value.id}`, await withNotice("comment-added"));
  if (added.refusal === "not-found") notFound();
  if (added.refusal === "not-allowed") forbidden();
  return json({ problems: {}, entered: form.entered, refusal: proposalRefusalText[added.refusal] }, 409);
}

export default function AmendmentPage() {
  const { number, title, amendment, parent, state, reason, version, by, at, changes, comments, may: allowed } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const field = fieldsOf(answer?.entered ?? {}, answer?.problems ?? {});
  const address = { number, amendment };
  return (
    <>
      <PageHead
        crumbs={crumbsOf(number, { href: href(paths.amendments, { number }), label: amendmentText.title })}
        kicker={`${number} · ${title}`}
        title={amendmentText.oneOf(amendment, number)}
        tags={<Tag tone={amendmentTone[state]}>{amendmentStateText[state]}</Tag>}
      />
      <Flow>
        <div className="stack">
          <p className="lines">{reason}</p>
          <p className="small muted">{[by, date(at), amendmentText.onVersion(version)].join(" · ")}</p>
          {parent !== null && (
            <p>
              <a href={href(paths.amendment, { number, amendment: parent })}>{amendmentText.amends(parent)}</a>
            </p>
          )}
        </div>
        <Section id="wijzigingen" title={amendmentText.changeCount(changes.length)}>
          <ChangeList changes={changes} />
          <p className="small muted">
            <del>{pageText.legend[0]}</del>
            {pageText.legend[1]}
            <ins>{pageText.legend[2]}</ins>
            {pageText.legend[3]}
          </p>
          {(allowed.merge || allowed.amend) && (
            <div className="actions">
              {allowed.merge && <ButtonLink href={href(paths.amendmentMerge, { number })}>{amendmentText.merge}</ButtonLink>}
              {allowed.amend && (
                <ButtonLink href={href(paths.newAmendment, { number }, { op: amendment })} secondary>
                  {amendmentText.amend}
                </ButtonLink>
              )}
            </div>
          )}
          {allowed.withdraw && (
            <details>
              <summary>{amendmentText.withdraw}</summary>
              <div className="stack">
                <p>{amendmentText.withdrawMeans}</p>
                <ActionForm action={href(paths.amendmentWithdrawal, address)} label={amendmentText.withdrawYes} secondary describe={amendmentText.one(amendment)} />
              </div>
            </details>
          )}
        </Section>
        <Section id="reacties" title={amendmentText.comments}>
          <CommentList comments={comments} />
          {allowed.comment && (
            <div className="stack" id="reageren">
              <FormProblems refusal={answer?.refusal ?? null} problems={answer?.problems ?? {}} labels={{ statement: pageText.commentStatement }} />
              <PageForm>
                <TextField {...field("statement")} label={pageText.commentTitle} required multiline rows={3} maxLength={LIMITS.comment} />
                <Button secondary>{pageText.commentSend}</Button>
              </PageForm>
            </div>
          )}
        </Section>
      </Flow>
    </>
  );
}
