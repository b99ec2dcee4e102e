import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireActor } from "#app/auth/guards.ts";
import { pageTitle } from "#app/text/format.ts";
import { preparingText, roundPartText as words } from "#app/text/voting-preparing.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { Flow } from "#app/ui/layout.tsx";
import { ElectoratePreview } from "#app/ui/voting/electorate-preview.tsx";
import { RoundSteps } from "#app/ui/voting/round-steps.tsx";
import { href, paths } from "#app/paths.ts";
import { loadConcept } from "./load-concept.ts";
import { loadElectorate } from "./load-electorate.ts";
import { stepAddress } from "./preparing-steps.ts";
import { StepHead } from "./round-step.tsx";

export const meta: MetaFunction = () => [{ title: pageTitle(words.electorateTitle) }];

export async function loader(args: LoaderFunctionArgs) {
  const { db, actor, now } = await requireActor(args);
  const { round, head } = await loadConcept({ db, actor }, args.params["id"] ?? "");
  return { head, electorate: await loadElectorate(db, round.bodyId, now()) };
}

export default function RoundElectoratePage() {
  const { head, electorate } = useLoaderData<typeof loader>();
  return (
    <>
      <StepHead concept={head} title={words.electorateTitle} lead={words.electorateLead} />
      <Flow>
        <RoundSteps step="electorate" />
        <ElectoratePreview electorate={electorate} />
        <p className="actions">
          <ButtonLink href={stepAddress(head.id, "dates")}>{preparingText.onward("dates")}</ButtonLink>
          <ButtonLink href={stepAddress(head.id, "rules")} secondary>
            {preparingText.back("rules")}
          </ButtonLink>
          <a href={href(paths.round, { id: head.id })}>{preparingText.later}</a>
        </p>
      </Flow>
    </>
  );
}
