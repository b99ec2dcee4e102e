import { json, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireActor, visitor } from "#app/auth/guards.ts";
import { replyToComment } from "#app/commands/proposals/reply-to-comment.ts";
import { LIMITS } from "#app/domain/proposals/proposal.ts";
import { href, paths } from "#app/paths.ts";
import { readForm } from "#app/platform/form.ts";
import { forbidden, notFound } from "#app/platform/http.ts";
import { withNotice } from "#app/platform/notice.ts";
import { replyForm } from "#app/platform/schemas/amendments.ts";
import { threadText } from "#app/text/amendments.ts";
import { pageTitle } from "#app/text/format.ts";
import { proposalRefusalText } from "#app/text/proposals.ts";
import { Button } from "#app/ui/button.tsx";
import { fieldsOf, FormProblems } from "#app/ui/form-state.tsx";
import { PageForm, TextField } from "#app/ui/form.tsx";
import { Flow } from "#app/ui/layout.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { CommentNote } from "#app/ui/proposals/comment-list.tsx";
import { crumbsOf } from "#app/ui/proposals/crumbs.ts";
import { listThread } from "#db/queries/comments.ts";
import { proposalAt, textsOf } from "./find-proposal.ts";
import { shownThreads } from "./shown-discussion.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: pageTitle(data ? `${threadText.title} · ${data.number}` : "404") }];

/** One comment with its thread; its address stays. */
export async function loader(args: LoaderFunctionArgs) {
  const context = await visitor(args);
  const proposal = await proposalAt(context, args.params.number);
  const thread = await listThread(context.db, proposal.id, args.params.commentId ?? "");
  const { current } = await textsOf(context, proposal, []);
  const comment = shownThreads(context, proposal, thread, current)[0] ?? notFound();
  return { number: proposal.number, name: proposal.title, comment: { ...comment, threadAddress: null }, isOpen: comment.threadAddress !== null };
}

export async function action(args: ActionFunctionArgs) {
  const context = await requireActor(args);
  const { number = "", commentId = "" } = args.params;
  const form = await readForm(args.request, replyForm);
  if (!form.ok) return json({ problems: form.problems, entered: form.entered, refusal: null }, 422);

  const replied = await replyToComment(context, { number, commentId, ...form.values });
  if (replied.ok) return redirect(`${href(paths.comment, { number, commentId })}#reactie-${replied.value.id}`, await withNotice("comment-added"));
  if (replied.refusal === "not-found") return notFound();
  if (replied.refusal === "not-allowed") return forbidden();
  return json({ problems: {}, entered: form.entered, refusal: proposalRefusalText[replied.refusal] }, 409);
}

export default function CommentPage() {
  const { number, name, comment, isOpen } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const field = fieldsOf(answer?.entered ?? {}, answer?.problems ?? {});
  return (
    <>
      <PageHead crumbs={crumbsOf(number, { href: href(paths.proposalComments, { number }), label: threadText.listTitle(number) })} kicker={`${number} · ${name}`} title={threadText.title} />
      <Flow>
        <CommentNote comment={comment} />
        {isOpen && (
          <div className="stack" id="reageren">
            <h2>{threadText.reply}</h2>
            <FormProblems refusal={answer?.refusal ?? null} problems={answer?.problems ?? {}} labels={{ statement: threadText.replyTitle }} />
            <PageForm>
              <TextField {...field("statement")} label={threadText.replyTitle} required multiline rows={4} maxLength={LIMITS.comment} />
              <Button>{threadText.send}</Button>
            </PageForm>
          </div>
        )}
      </Flow>
    </>
  );
}
