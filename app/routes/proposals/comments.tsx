import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { visitor } from "#app/auth/guards.ts";
import { href, paths } from "#app/paths.ts";
import { threadText } from "#app/text/amendments.ts";
import { pageTitle } from "#app/text/format.ts";
import { pageText } from "#app/text/proposals.ts";
import { Button } from "#app/ui/button.tsx";
import { SelectField } from "#app/ui/form.tsx";
import { Flow } from "#app/ui/layout.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { Pager } from "#app/ui/pager.tsx";
import { CommentNote } from "#app/ui/proposals/comment-list.tsx";
import { crumbsOf } from "#app/ui/proposals/crumbs.ts";
import { listThreadsPage } from "#db/queries/comments.ts";
import { proposalAt, textsOf } from "./find-proposal.ts";
import { shownThreads } from "./shown-discussion.ts";

const A_PAGE = 25;
const CHOICES = ["alle", "open", "afgehandeld"] as const;

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: pageTitle(data ? threadText.listTitle(data.number) : "404") }];

/** Every thread on the versions of a proposal, a page at a time. */
export async function loader(args: LoaderFunctionArgs) {
  const context = await visitor(args);
  const proposal = await proposalAt(context, args.params.number);
  const asked = new URL(args.request.url).searchParams;
  const choice = CHOICES.find((one) => one === asked.get("stand")) ?? "alle";
  const { comments, hasMore } = await listThreadsPage(context.db, proposal.id, { after: placeAfter(asked.get("na")), limit: A_PAGE, isOpen: choice === "alle" ? null : choice === "open" });
  const { current } = await textsOf(context, proposal, []);
  const last = comments.filter(({ parentId }) => parentId === null).at(-1);
  return {
    number: proposal.number,
    name: proposal.title,
    choice,
    comments: shownThreads(context, proposal, comments, current),
    isFirst: asked.get("na") === null,
    next: hasMore && last ? `${last.createdAt}_${last.id}` : null,
  };
}

/** "moment_id" of the last thread of the page before. */
function placeAfter(raw: string | null): { at: string; id: string } | null {
  const [at, id] = (raw ?? "").split(/_(.*)/s);
  return at && id ? { at, id } : null;
}

export default function CommentsPage() {
  const { number, name, choice, comments, isFirst, next } = useLoaderData<typeof loader>();
  const address = (na: string | null) => href(paths.proposalComments, { number }, { stand: choice === "alle" ? null : choice, na });
  return (
    <>
      <PageHead crumbs={crumbsOf(number)} kicker={`${number} · ${name}`} title={threadText.listTitle(number)} />
      <Flow>
        <form method="get" className="filter" action={href(paths.proposalComments, { number })}>
          <SelectField name="stand" label={threadText.filter} value={choice} options={CHOICES.map((value) => ({ value, label: threadText.filters[value] }))} />
          <Button secondary>{threadText.show}</Button>
        </form>
        {comments.length === 0 && <p className="muted">{pageText.noComments}</p>}
        {comments.map((comment) => (
          <CommentNote key={comment.id} comment={comment} />
        ))}
        <Pager previous={isFirst ? null : address(null)} next={next === null ? null : address(next)} />
      </Flow>
    </>
  );
}
