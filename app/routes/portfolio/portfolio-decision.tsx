import { json, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireActor } from "#app/auth/guards.ts";
import { decideOnInitiative } from "#app/commands/portfolio/decide-on-initiative.ts";
import { may } from "#app/domain/access/policy.ts";
import { outcomesFor } from "#app/domain/portfolio/initiative.ts";
import { dutchDay } from "#app/domain/shared/day.ts";
import type { Day } from "#app/domain/shared/instant.ts";
import { href, paths } from "#app/paths.ts";
import { readForm } from "#app/platform/form.ts";
import { forbidden, notFound } from "#app/platform/http.ts";
import { withNotice } from "#app/platform/notice.ts";
import { portfolioDecisionForm } from "#app/platform/schemas/portfolio.ts";
import { date, pageTitle, quarter } from "#app/text/format.ts";
import { decisionFormText, initiativeText, outcomeHint, outcomeText, portfolioRefusalText, portfolioText } from "#app/text/portfolio.ts";
import { coverNoteText } from "#app/text/portfolio-scores.ts";
import { roadmapText } from "#app/text/roadmap.ts";
import { Button } from "#app/ui/button.tsx";
import { Fieldset, Hint } from "#app/ui/form-parts.tsx";
import { ChoiceField, PageForm, SelectField, TextField } from "#app/ui/form.tsx";
import { Flow, Section } from "#app/ui/layout.tsx";
import { fieldsOf, FormProblems } from "#app/ui/form-state.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { LoadTable } from "#app/ui/roadmap/load-table.tsx";
import { WhatIfResult } from "#app/ui/roadmap/what-if-result.tsx";
import { listLinkableItems } from "#db/queries/agenda-items.ts";
import { findInitiative } from "#db/queries/portfolio.ts";
import { listProposalsIn } from "#db/queries/portfolio-writes.ts";
import { effectOf } from "../roadmap/effect-of.ts";
import { loadFor } from "../roadmap/roadmap-choice.ts";

export const meta: MetaFunction = () => [{ title: pageTitle(decisionFormText.title) }];

export async function loader(args: LoaderFunctionArgs) {
  const context = await requireActor(args);
  const { db, actor, now } = context;
  const today = dutchDay(now());
  const initiative = (await findInitiative(db, actor, args.params["number"] ?? "", today)) ?? notFound();
  if (!may(actor, "portfolio.decide", { bodyId: initiative.bodyId })) return forbidden();
  const { number, title, roadmap } = initiative;
  const proposals = (await listProposalsIn(db, initiative.id, today, actor)).map((proposal) => ({ number: proposal.number, title: proposal.title }));
  const items = await listLinkableItems(db, actor, initiative.bodyId, 60);
  return { items: items.map(({ id, meetingId, title: subject, startsAt }) => ({ value: `${meetingId}:${id}`, label: `${date(startsAt)}: ${subject}` })), number, name: title, roadmap, proposals, outcomes: outcomesFor(initiative.state), load: await loadFor(context), effect: roadmap === null ? null : await effectOf(context, roadmap.number) };
}

export async function action(args: ActionFunctionArgs) {
  const context = await requireActor(args);
  const { number = "" } = args.params;
  const form = await readForm(args.request, portfolioDecisionForm);
  if (!form.ok) return json({ problems: form.problems, entered: form.entered, refusal: null }, 422);

  const { outcome, item, dictum, motivation, until, question, for: inFavour, against, abstain } = form.values;
  const isCounted = inFavour !== null || against !== null || abstain !== null;
  const figures = isCounted ? { for: inFavour ?? 0, against: against ?? 0, abstain: abstain ?? 0 } : null;
  const day = outcome === "aanhouden" && until !== "" ? (until as Day) : null;
  const [meetingId, agendaItemId] = item.split(":");
  const decidedIn = meetingId && agendaItemId ? { meetingId, agendaItemId } : null;
  const decided = await decideOnInitiative(context, { number, outcome, dictum, motivation, until: day, question: outcome === "terugverwijzen" ? question : null, figures, item: decidedIn });
  if (decided.ok) return redirect(href(paths.initiative, { number }), await withNotice("portfolio-decided"));
  if (decided.refusal === "not-found") return notFound();
  if (decided.refusal === "not-allowed") return forbidden();
  return json({ problems: {}, entered: form.entered, refusal: portfolioRefusalText[decided.refusal] }, 409);
}

export default function PortfolioDecisionPage() {
  const { items, number, name, roadmap, proposals, outcomes, load, effect } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const problems = answer?.problems ?? {};
  const field = fieldsOf(answer?.entered ?? { outcome: outcomes[0] ?? "" }, problems);
  const labels = { outcome: decisionFormText.outcome, item: decisionFormText.item, dictum: decisionFormText.dictum, motivation: decisionFormText.motivation, until: decisionFormText.until, question: decisionFormText.question, for: decisionFormText.for, against: decisionFormText.against, abstain: decisionFormText.abstain };
  return (
    <>
      <PageHead crumbs={[{ href: href(paths.portfolio), label: portfolioText.title }, { href: href(paths.initiative, { number }), label: name }]} kicker={number} title={decisionFormText.title} lead={decisionFormText.lead} />
      <Flow>
        <Section id="raakt" title={decisionFormText.does}>
          <ul>
            {proposals.map((proposal) => (
              <li key={proposal.number}>
                <a href={href(paths.proposal, { number: proposal.number })}>{`${proposal.number} ${proposal.title}`}</a>
              </li>
            ))}
            <li>{roadmap === null ? initiativeText.notOnRoadmap : `${roadmap.number} · ${roadmapText.period(quarter(roadmap.start), quarter(roadmap.end))} · ${portfolioText.fte(roadmap.fte)}`}</li>
          </ul>
        </Section>
        <Section id="past" title={decisionFormText.load}>
          <p>{decisionFormText.loadLead}</p>
          <LoadTable load={load} />
          {effect !== null && <WhatIfResult result={effect} />}
          <p>
            <a href={href(paths.initiativeCoverNote, { number })}>{coverNoteText.link}</a>
          </p>
        </Section>
        <Section id="besluit" title={decisionFormText.decision}>
          <FormProblems refusal={answer?.refusal ?? (outcomes.length > 0 ? null : portfolioRefusalText["wrong-state"])} problems={problems} labels={labels} />
          <PageForm>
            <ChoiceField {...field("outcome")} label={decisionFormText.outcome} options={outcomes.map((value) => ({ value, label: outcomeText[value], hint: outcomeHint[value] }))} />
            {items.length > 0 && <SelectField {...field("item")} label={decisionFormText.item} hint={decisionFormText.itemHint} options={[{ value: "", label: decisionFormText.itemNone }, ...items]} />}
            <TextField {...field("dictum")} label={decisionFormText.dictum} required multiline rows={3} maxLength={2000} />
            <TextField {...field("motivation")} label={decisionFormText.motivation} required multiline rows={5} maxLength={5000} />
            <TextField {...field("until")} label={decisionFormText.until} hint={decisionFormText.untilHint} type="date" />
            <TextField {...field("question")} label={decisionFormText.question} hint={decisionFormText.questionHint} multiline rows={3} maxLength={2000} />
            <Fieldset legend={decisionFormText.figures}>
              <div className="field-grid counts">
                <TextField {...field("for")} label={decisionFormText.for} maxLength={4} />
                <TextField {...field("against")} label={decisionFormText.against} maxLength={4} />
                <TextField {...field("abstain")} label={decisionFormText.abstain} maxLength={4} />
              </div>
            </Fieldset>
            <Hint>{decisionFormText.noUndo}</Hint>
            <Button>{decisionFormText.submit}</Button>
          </PageForm>
        </Section>
      </Flow>
    </>
  );
}
