import type { Disposition } from "#app/domain/meetings/correction.ts";
import { href, paths } from "#app/paths.ts";
import { correctionsText, dispositionText, dispositionTone } from "#app/text/minutes.ts";
import { ActionForm } from "#app/ui/action-form.tsx";
import { Tag, Tags } from "#app/ui/tag.tsx";

export interface ShownCorrection {
  readonly number: number;
  readonly itemTitle: string;
  readonly passage: string;
  readonly suggestion: string;
  readonly by: string;
  readonly disposition: Disposition | null;
  readonly answer: string | null;
  readonly handledIn: number | null;
  readonly isWithdrawn: boolean;
  readonly canAnswer?: boolean;
  readonly canWithdraw?: boolean;
}

/** What somebody wants corrected, with what became of it. */
export function CorrectionNote({ correction, meetingId }: { correction: ShownCorrection; meetingId: string }) {
  const { number, itemTitle, by, disposition, answer, handledIn, isWithdrawn, canAnswer = false, canWithdraw = false } = correction;
  const address = { id: meetingId, number: String(number) };
  return (
    <article className="note stack" id={`verbetering-${number}`} aria-labelledby={`verbetering-kop-${number}`}>
      <h2 className="row-title" id={`verbetering-kop-${number}`}>
        {correctionsText.number(number, itemTitle)}
      </h2>
      <p className="by">{by}</p>
      <Tags>
        {disposition !== null ? <Tag tone={dispositionTone[disposition]}>{dispositionText[disposition]}</Tag> : isWithdrawn ? <Tag tone="amber">{correctionsText.withdrawn}</Tag> : <Tag tone="blue">{correctionsText.open}</Tag>}
      </Tags>
      <CorrectionText correction={correction} />
      {answer !== null && answer !== "" && (
        <p className="kept-text">
          <b>{correctionsText.answer}:</b> {answer}
        </p>
      )}
      {handledIn !== null && (
        <p className="small">
          <a href={`${href(paths.minutesVersions, { id: meetingId })}?naar=${handledIn}`}>{correctionsText.inVersion(handledIn)}</a>
        </p>
      )}
      {(canAnswer || canWithdraw) && (
        <div className="actions">
          {canAnswer && (
            <a href={href(paths.minutesCorrection, address)} aria-label={correctionsText.toAnswerOf(number)}>
              {correctionsText.toAnswer}
            </a>
          )}
          {canWithdraw && <ActionForm action={href(paths.minutesCorrectionWithdrawal, address)} label={correctionsText.withdraw} describe={correctionsText.withdrawOf(number)} secondary />}
        </div>
      )}
    </article>
  );
}

/** The passage as it reads, struck through, and what should stand there. */
export function CorrectionText({ correction: { passage, suggestion } }: { correction: Pick<ShownCorrection, "passage" | "suggestion"> }) {
  return (
    <>
      <p className="small muted">{passage.trim() === "" ? correctionsText.missing : suggestion.trim() === "" ? correctionsText.removed : correctionsText.now}</p>
      {passage.trim() !== "" && (
        <blockquote>
          <p>{passage}</p>
        </blockquote>
      )}
      {suggestion.trim() !== "" && (
        <>
          {passage.trim() !== "" && <p className="small muted">{correctionsText.wanted}</p>}
          <blockquote>
            <p>{suggestion}</p>
          </blockquote>
        </>
      )}
    </>
  );
}
