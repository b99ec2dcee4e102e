import { json, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireActor } from "#app/auth/guards.ts";
import type { CommandContext } from "#app/commands/context.ts";
import { mergeProposals } from "#app/commands/proposals/merge-proposals.ts";
import { may } from "#app/domain/access/policy.ts";
import { MERGED_LISTS, type MergedLists } from "#app/domain/proposals/merging.ts";
import { dutchDay } from "#app/domain/shared/day.ts";
import { href, paths } from "#app/paths.ts";
import { readForm } from "#app/platform/form.ts";
import { forbidden, notFound } from "#app/platform/http.ts";
import { withNotice } from "#app/platform/notice.ts";
import { mergeForm } from "#app/platform/schemas/proposal-lists.ts";
import { pageTitle } from "#app/text/format.ts";
import { listText } from "#app/text/proposals.ts";
import { mergeRefusalText, mergeText, similarText } from "#app/text/traces.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { CheckboxField, PageForm, SelectField, TextField } from "#app/ui/form.tsx";
import { fieldsOf, FormProblems } from "#app/ui/form-state.tsx";
import { Flow, Section } from "#app/ui/layout.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { SimilarList } from "#app/ui/proposals/similar-list.tsx";
import { listTargets } from "#db/queries/proposal-lists.ts";
import { findProposal, listAuthors } from "#db/queries/proposals.ts";
import { listSimilar } from "#db/queries/similar-proposals.ts";

export const meta: MetaFunction = () => [{ title: pageTitle(mergeText.short) }];

export async function loader(args: LoaderFunctionArgs) {
  const { db, actor, now } = await requireActor(args);
  const proposal = (await findProposal(db, actor, args.params["number"] ?? "", dutchDay(now()))) ?? notFound();
  if (!may(actor, "proposal.merge", proposal)) return forbidden();
  return {
    number: proposal.number,
    name: proposal.title,
    needsAuthor: proposal.state === "under_discussion",
    authors: (await listAuthors(db, proposal.id)).map(({ id, name }) => ({ value: id, label: name })),
    similar: await listSimilar(db, actor, { title: proposal.title, except: proposal.number }),
    asked: new URL(args.request.url).searchParams.get("met") ?? "",
  };
}

export async function action(args: ActionFunctionArgs) {
  const context = await requireActor(args);
  const { number = "" } = args.params;
  const form = await readForm(args.request, mergeForm);
  if (!form.ok) return json({ problems: form.problems, entered: form.entered, refusal: null, left: null }, 422);
  const { other, reason, askedBy, mayLeaveBehind } = form.values;
  const merged = await mergeProposals(context, { number, other, reason, askedBy: askedBy === "" ? undefined : askedBy, mayLeaveBehind: mayLeaveBehind === "ja", why: mergeText.why, note: mergeText.note });
  if (merged.ok) return redirect(href(paths.proposal, { number: merged.value.number }), await withNotice("proposals-merged"));
  if (merged.refusal === "not-found") return notFound();
  const isForbidden = merged.refusal === "not-allowed";
  return json({ problems: {}, entered: form.entered, refusal: mergeRefusalText[merged.refusal], left: merged.left ? await named(context, merged.left) : null }, isForbidden ? 403 : 409);
}

/** What would stay behind, in the words of the page. */
async function named({ db }: CommandContext, left: MergedLists): Promise<string[]> {
  const targets = await listTargets(db);
  const label = (list: keyof MergedLists, value: string): string => (list === "controls" ? value : (targets[list].find((one) => one.value === value)?.label ?? value));
  return MERGED_LISTS.filter((list) => left[list].length > 0).map((list) => mergeText.leftLine(list, left[list].map((value) => label(list, value))));
}

export default function ProposalMergePage() {
  const { number, name, needsAuthor, authors, similar, asked } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const field = fieldsOf(answer?.entered ?? { other: asked }, answer?.problems ?? {});
  return (
    <>
      <PageHead crumbs={[{ href: href(paths.proposals), label: listText.title }, { href: href(paths.proposal, { number }), label: `${number} ${name}` }]} title={mergeText.title(number)} lead={mergeText.lead} />
      <Flow>
        <FormProblems refusal={answer?.refusal ?? null} problems={answer?.problems ?? {}} labels={mergeText.labels} />
        <PageForm>
          <TextField {...field("other")} label={mergeText.other} required maxLength={20} />
          <TextField {...field("reason")} label={mergeText.reason} hint={mergeText.reasonHint} required maxLength={500} />
          {needsAuthor && <SelectField {...field("askedBy")} label={mergeText.askedBy} hint={mergeText.askedByHint} options={[{ value: "", label: mergeText.nobody }, ...authors]} />}
          {answer?.left != null && (
            <>
              <p>{mergeText.left}</p>
              <ul>
                {answer.left.map((line) => (
                  <li key={line}>{line}</li>
                ))}
              </ul>
              <CheckboxField name="mayLeaveBehind" label={mergeText.mayLeaveBehind} />
            </>
          )}
          <div className="actions">
            <Button>{mergeText.send}</Button>
            <ButtonLink href={href(paths.proposal, { number })} secondary>
              {mergeText.back}
            </ButtonLink>
          </div>
        </PageForm>
        {similar.length > 0 && (
          <Section id="lijkt-op" title={similarText.draftTitle}>
            <SimilarList proposals={similar} />
          </Section>
        )}
      </Flow>
    </>
  );
}
