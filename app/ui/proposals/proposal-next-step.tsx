import type { NextStep as Step } from "#app/domain/proposals/next-step.ts";
import type { RoundKind } from "#app/domain/voting/choice.ts";
import { href, paths } from "#app/paths.ts";
import { dateTime } from "#app/text/format.ts";
import { nextStepText } from "#app/text/proposals.ts";
import { roundName } from "#app/text/voting.ts";
import { ActionForm } from "#app/ui/action-form.tsx";
import { ButtonLink } from "#app/ui/button.tsx";
import { FollowButton } from "#app/ui/following/follow-button.tsx";
import { NextStep } from "#app/ui/next-step.tsx";
import type { ShownCondition } from "./condition-list.tsx";

export interface OpenRound {
  readonly id: string;
  readonly kind: RoundKind;
  readonly sequence: number;
  readonly closesAt: string;
}

interface Props {
  readonly number: string;
  readonly next: Step | null;
  readonly openRound: OpenRound | null;
  readonly question: string | null;
  readonly conditions: readonly ShownCondition[];
}

/** The one thing this reader can best do now, with the one filled button of the page. */
export function ProposalNextStep({ number, next, openRound, question, conditions }: Props) {
  if (next === null) return null;
  const { title, text } = nextStepText[next];
  return (
    <NextStep title={title} action={<StepAction number={number} next={next} openRound={openRound} conditions={conditions} />}>
      {next === "vote" && openRound ? nextStepText.closes(roundName(openRound.kind, openRound.sequence), dateTime(openRound.closesAt)) : (question ?? text)}
    </NextStep>
  );
}

function StepAction({ number, next, openRound, conditions }: Omit<Props, "question" | "next"> & { next: Step }) {
  const { button } = nextStepText[next];
  switch (next) {
    case "vote":
      return openRound && <ButtonLink href={href(paths.roundBallot, { id: openRound.id })}>{button}</ButtonLink>;
    case "confirm":
      return <ButtonLink href={conditions.find(({ confirmAddress }) => confirmAddress !== null)?.confirmAddress ?? "#voorwaarden"}>{button}</ButtonLink>;
    case "discuss":
      return <ActionForm action={href(paths.proposalDiscussion, { number })} label={button} />;
    case "refer":
      return <ActionForm action={href(paths.proposalReferral, { number })} label={button} />;
    case "send":
      return <ActionForm action={href(paths.proposalSubmission, { number })} label={button} />;
    case "resubmit":
    case "edit":
      return <ButtonLink href={href(paths.proposalEdit, { number })}>{button}</ButtonLink>;
    case "poll":
      return <ButtonLink href={href(paths.newRound, { voorstel: number })}>{button}</ButtonLink>;
    case "decide":
      return <ButtonLink href={href(paths.portfolio)}>{button}</ButtonLink>;
    case "comment":
      return <ButtonLink href="#reageren">{button}</ButtonLink>;
    case "follow":
      return <FollowButton kind="proposal" reference={number} isFollowed={false} isFirst />;
  }
}
