import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { visitor } from "#app/auth/guards.ts";
import { isOverdue } from "#app/domain/decisions/commitment.ts";
import { dutchDay } from "#app/domain/shared/day.ts";
import { href, paths } from "#app/paths.ts";
import { commitmentText } from "#app/text/commitments.ts";
import { decisionText } from "#app/text/decisions.ts";
import { date, pageTitle } from "#app/text/format.ts";
import { Button } from "#app/ui/button.tsx";
import { Empty } from "#app/ui/empty.tsx";
import { SelectField } from "#app/ui/form.tsx";
import { Flow } from "#app/ui/layout.tsx";
import { CommitmentRows } from "#app/ui/meetings/commitment-rows.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { Pager } from "#app/ui/pager.tsx";
import { listCommitments } from "#db/queries/commitments.ts";
import { listVotingBodies } from "#db/queries/voting-bodies.ts";

const PAGE_SIZE = 50;

export const meta: MetaFunction = () => [{ title: pageTitle(commitmentText.plural) }];

export async function loader(args: LoaderFunctionArgs) {
  const { db, actor, now } = await visitor(args);
  const query = new URL(args.request.url).searchParams;
  const choice = { gremium: query.get("gremium") ?? "", stand: query.get("stand") ?? "" };
  const filter = { body: choice.gremium || undefined, isDone: choice.stand === "open" ? false : choice.stand === "nagekomen" ? true : undefined };
  const moment = now();
  const { commitments, next } = await listCommitments(db, actor, filter, { now: moment, after: query.get("na"), size: PAGE_SIZE });
  return {
    choice,
    bodies: (await listVotingBodies(db)).map(({ slug, name }) => ({ value: slug, label: name })),
    next: next === null ? null : href(paths.commitments, { ...choice, na: next }),
    previous: query.has("na") ? href(paths.commitments, choice) : null,
    commitments: commitments.map(({ number, statement, promisedBy, dueOn, doneAt, body }) => ({
      ...{ number, statement, promisedBy, body: body.name, due: dueOn === null ? null : date(dueOn), isDone: doneAt !== null },
      isOverdue: isOverdue({ isDone: doneAt !== null, dueOn }, dutchDay(moment)),
    })),
  };
}

export default function CommitmentsPage() {
  const { choice, bodies, next, previous, commitments } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHead crumbs={[{ href: href(paths.decisions), label: decisionText.crumb }]} title={commitmentText.plural} lead={commitmentText.lead} />
      <Flow>
        <form method="get" className="filter" role="search" aria-label={commitmentText.filter}>
          <SelectField name="gremium" label={commitmentText.body} value={choice.gremium} options={[{ value: "", label: commitmentText.allBodies }, ...bodies]} />
          <SelectField name="stand" label={commitmentText.state} value={choice.stand} options={[{ value: "", label: commitmentText.allStates }, { value: "open", label: commitmentText.open }, { value: "nagekomen", label: commitmentText.done }]} />
          <Button secondary>{commitmentText.show}</Button>
        </form>
        <section className="stack" aria-label={commitmentText.plural}>
          <p role="status">{commitmentText.found(commitments.length, next !== null || previous !== null)}</p>
          {commitments.length > 0 ? <CommitmentRows commitments={commitments} level={2} /> : <Empty title={commitmentText.empty} action={<a href={href(paths.commitments)}>{commitmentText.emptyAction}</a>} />}
          <Pager previous={previous} next={next} />
        </section>
      </Flow>
    </>
  );
}
