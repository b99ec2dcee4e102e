import { preparingText, ROUND_STEPS, roundStepText, type RoundStep } from "#app/text/voting-preparing.ts";

/** Where somebody is in preparing a round. No links: leaving a form by its buttons keeps what was typed. */
export function RoundSteps({ step }: { step: RoundStep }) {
  return (
    <nav aria-label={preparingText.steps}>
      <ol className="versions">
        {ROUND_STEPS.map((one, index) => (
          <li key={one}>
            <span aria-current={one === step ? "step" : undefined}>{preparingText.step(index + 1, roundStepText[one])}</span>
          </li>
        ))}
      </ol>
    </nav>
  );
}
