import { json, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireActor } from "#app/auth/guards.ts";
import { answerComment } from "#app/commands/proposals/answer-comment.ts";
import { may } from "#app/domain/access/policy.ts";
import { DISPOSITIONS } from "#app/domain/proposals/discussion.ts";
import { LIMITS } from "#app/domain/proposals/proposal.ts";
import type { FieldProblem } from "#app/domain/shared/field-problem.ts";
import { href, paths } from "#app/paths.ts";
import { readForm } from "#app/platform/form.ts";
import { forbidden, notFound } from "#app/platform/http.ts";
import { withNotice } from "#app/platform/notice.ts";
import { answerForm } from "#app/platform/schemas/proposals.ts";
import { threadText } from "#app/text/amendments.ts";
import { pageTitle } from "#app/text/format.ts";
import { dispositionText, pageText, proposalRefusalText } from "#app/text/proposals.ts";
import { Button } from "#app/ui/button.tsx";
import { fieldsOf, FormProblems } from "#app/ui/form-state.tsx";
import { ChoiceField, PageForm, TextField } from "#app/ui/form.tsx";
import { Flow } from "#app/ui/layout.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { CommentNote } from "#app/ui/proposals/comment-list.tsx";
import { crumbsOf } from "#app/ui/proposals/crumbs.ts";
import { listThread } from "#db/queries/comments.ts";
import { proposalAt, textsOf } from "./find-proposal.ts";
import { shownThreads } from "./shown-discussion.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: pageTitle(data ? threadText.answerTitle(data.number) : "404") }];

export async function loader(args: LoaderFunctionArgs) {
  const context = await requireActor(args);
  const proposal = await proposalAt(context, args.params.number);
  const thread = await listThread(context.db, proposal.id, args.params.commentId ?? "");
  const { current } = await textsOf(context, proposal, []);
  const comment = shownThreads(context, proposal, thread, current)[0] ?? notFound();
  if (!may(context.actor, "comment.answer", proposal)) forbidden();
  return { number: proposal.number, name: proposal.title, comment: { ...comment, answerAddress: null, threadAddress: null } };
}

export async function action(args: ActionFunctionArgs) {
  const context = await requireActor(args);
  const { number = "", commentId = "" } = args.params;
  const form = await readForm(args.request, answerForm);
  if (!form.ok) return json({ problems: form.problems, entered: form.entered, refusal: null }, 422);

  const answered = await answerComment(context, { number, commentId, ...form.values });
  if (answered.ok) return redirect(`${href(paths.comment, { number, commentId })}#reactie-${commentId}`, await withNotice("comment-answered"));
  if (answered.refusal === "not-found") return notFound();
  if (answered.refusal === "not-allowed") return forbidden();
  return json({ problems: {}, entered: form.entered, refusal: proposalRefusalText[answered.refusal] }, 409);
}

export default function CommentAnswerPage() {
  const { number, name, comment } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const problems: Readonly<Record<string, FieldProblem | undefined>> = answer?.problems ?? {};
  const field = fieldsOf(answer?.entered ?? {}, problems);
  return (
    <>
      <PageHead crumbs={crumbsOf(number)} kicker={`${number} · ${name}`} title={threadText.answerTitle(number)} lead={threadText.answerLead} />
      <Flow>
        <CommentNote comment={comment} />
        <FormProblems refusal={answer?.refusal ?? null} problems={problems} labels={{ disposition: pageText.disposition, answer: pageText.answer }} />
        {comment.answer === null && (
          <PageForm>
            <ChoiceField {...field("disposition")} label={pageText.disposition} options={DISPOSITIONS.map((value) => ({ value, label: dispositionText[value] }))} />
            <TextField {...field("answer")} label={pageText.answer} required multiline rows={4} maxLength={LIMITS.comment} />
            <Button>{pageText.answerSend}</Button>
          </PageForm>
        )}
      </Flow>
    </>
  );
}
