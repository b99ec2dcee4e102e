import type { ReactNode } from "react";
import { href, paths } from "#app/paths.ts";
import { rankingText } from "#app/text/voting-kinds.ts";
import { roundText } from "#app/text/voting-pages.ts";
import { ActionForm } from "#app/ui/action-form.tsx";
import { Alert } from "#app/ui/alert.tsx";
import { ButtonLink } from "#app/ui/button.tsx";
import { NextStep } from "#app/ui/next-step.tsx";
import { ballotAddress } from "./ballot-address.ts";
import type { RoundFacts } from "./load-round.ts";

/** The one thing that this person can do now. */
export function Next({ data }: { data: RoundFacts }): ReactNode {
  const { id, can, mine, phase, hasResult, closes } = data;
  const [seat] = mine.filter(({ cast, of }) => cast < of).concat(mine);
  if (seat) {
    const isNew = seat.cast === 0;
    return (
      <NextStep title={isNew ? roundText.vote : roundText.voteAgain} action={<ButtonLink href={ballotAddress({ id, kind: data.kind }, mine.length > 1 ? seat.id : null)}>{data.kind === "prioritering" ? rankingText.toForm : roundText.toBallot}</ButtonLink>}>
        {isNew ? roundText.voteBody(seat.name, closes) : roundText.voted(seat.cast, seat.of)}
      </NextStep>
    );
  }
  if (can.prepare) return <Step title={roundText.prepare} body={roundText.prepareBody} address={href(paths.roundReview, { id })} label={roundText.toReview} />;
  if (can.open) return <Step title={roundText.open} body={roundText.openBody} address={href(paths.roundOpening, { id })} label={roundText.toOpening} />;
  if (can.establish) return <Step title={roundText.establish} body={roundText.establishBody(data.waitsFor)} address={href(paths.roundEstablishment, { id })} label={roundText.toEstablishment} />;
  if (can.publish) {
    return (
      <NextStep title={roundText.publish} action={<ActionForm action={href(paths.roundPublication, { id })} label={roundText.publishButton} />}>
        {roundText.publishBody}
      </NextStep>
    );
  }
  if (hasResult && phase === "gesloten") return <Step title={roundText.preliminary} body={roundText.preliminaryBody} address={href(paths.roundResult, { id })} label={roundText.preliminary} />;
  if (hasResult) return <Step title={roundText.result} body={roundText.resultBody} address={href(paths.roundResult, { id })} label={roundText.result} />;
  return phase === "gesloten" || phase === "vastgesteld" ? <NextStep title={roundText.waitTitle}>{roundText.waitBody}</NextStep> : null;
}

function Step({ title, body, address, label }: { title: string; body: string; address: string; label: string }) {
  return (
    <NextStep title={title} action={<ButtonLink href={address}>{label}</ButtonLink>}>
      {body}
    </NextStep>
  );
}

export function Ending({ data: { phase, reason, can, hasResult, id } }: { data: RoundFacts }) {
  return (
    <>
      {phase === "ingetrokken" && <Alert>{roundText.withdrawn}</Alert>}
      {phase === "ongeldig" && <Alert>{roundText.invalid}</Alert>}
      {reason && (
        <p>
          {roundText.reason}: {reason}
        </p>
      )}
      {hasResult && (can.establish || can.publish) && (
        <p>
          <a href={href(paths.roundResult, { id })}>{roundText.result}</a>
        </p>
      )}
    </>
  );
}
