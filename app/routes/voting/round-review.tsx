import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireActor } from "#app/auth/guards.ts";
import { checkConcept } from "#app/commands/voting/check-concept.ts";
import { href, paths } from "#app/paths.ts";
import { pageTitle } from "#app/text/format.ts";
import { votingRefusalText } from "#app/text/voting.ts";
import { preparingText, reviewText as words, roundStepText, type RoundStep } from "#app/text/voting-preparing.ts";
import { ActionForm } from "#app/ui/action-form.tsx";
import { Alert } from "#app/ui/alert.tsx";
import { ButtonLink } from "#app/ui/button.tsx";
import { Fields, type FieldRow } from "#app/ui/fields.tsx";
import { Flow, Section } from "#app/ui/layout.tsx";
import { ElectoratePreview } from "#app/ui/voting/electorate-preview.tsx";
import { RoundSteps } from "#app/ui/voting/round-steps.tsx";
import { listSeatCandidates } from "#db/queries/voting-electorate.ts";
import { dateRows, ruleRows, subjectRows } from "./concept-rows.ts";
import { loadConcept } from "./load-concept.ts";
import { previewOf } from "./load-electorate.ts";
import { stepAddress } from "./preparing-steps.ts";
import { StepHead } from "./round-step.tsx";

export const meta: MetaFunction = () => [{ title: pageTitle(words.title) }];

export async function loader(args: LoaderFunctionArgs) {
  const { db, actor, now } = await requireActor(args);
  const { round, items, head } = await loadConcept({ db, actor }, args.params["id"] ?? "");
  const seats = await listSeatCandidates(db, round.bodyId, now());
  return {
    head,
    problems: (await checkConcept({ db, now }, round, items, seats)).map((refusal) => votingRefusalText[refusal]),
    electorate: previewOf(seats),
    rows: { subject: subjectRows(round, items), rules: ruleRows(round), dates: await dateRows(db, round) },
  };
}

export default function RoundReviewPage() {
  const { head, problems, electorate, rows } = useLoaderData<typeof loader>();
  const { id } = head;
  return (
    <>
      <StepHead concept={head} title={words.title} lead={words.lead} />
      <Flow>
        <RoundSteps step="review" />
        {problems.length > 0 && (
          <Alert tone="warning">
            <p>
              <strong>{words.problems}</strong>
            </p>
            <ul>
              {problems.map((problem) => (
                <li key={problem}>{problem}</li>
              ))}
            </ul>
          </Alert>
        )}
        <Part id={id} step="subject" rows={rows.subject} />
        <Part id={id} step="rules" rows={rows.rules} />
        <ElectoratePreview electorate={electorate} />
        <Part id={id} step="dates" rows={rows.dates} />
        <p>{words.announceBody}</p>
        <div className="actions">
          {problems.length === 0 && <ActionForm action={href(paths.roundAnnouncement, { id })} label={words.announce} />}
          {problems.length === 0 && (
            <ButtonLink href={href(paths.roundOpening, { id })} secondary>
              {words.open}
            </ButtonLink>
          )}
          <ButtonLink href={href(paths.roundRehearsal, { id })} secondary>
            {words.rehearse}
          </ButtonLink>
          <ButtonLink href={stepAddress(id, "dates")} secondary>
            {preparingText.back("dates")}
          </ButtonLink>
          <a href={href(paths.round, { id })}>{preparingText.later}</a>
        </div>
      </Flow>
    </>
  );
}

function Part({ id, step, rows }: { id: string; step: RoundStep; rows: readonly (FieldRow & { readonly value: string })[] }) {
  return (
    <Section
      id={step}
      title={roundStepText[step]}
      aside={
        <a href={stepAddress(id, step)} aria-label={words.changeOf(step)}>
          {words.change}
        </a>
      }
    >
      <Fields rows={rows.map(({ term, value }) => ({ term, value: <span className="preline">{value}</span> }))} />
    </Section>
  );
}
