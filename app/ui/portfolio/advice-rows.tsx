import { href, paths } from "#app/paths.ts";
import { advicesText } from "#app/text/advices.ts";
import { ButtonLink } from "../button.tsx";
import { Row, Rows } from "../rows.tsx";

interface ShownAdvice {
  readonly number: string;
  readonly title: string;
  readonly subject: string;
  readonly initiative: string | null;
  readonly answer: { readonly words: string; readonly decision: string } | null;
  readonly mayAnswer: boolean;
  readonly mayClassify: boolean;
}

/** Adviezen with the question they are about, where they went, and what the reader can do with each. */
export function AdviceRows({ advices }: { advices: readonly ShownAdvice[] }) {
  return (
    <Rows>
      {advices.map(({ number, title, subject, initiative, answer, mayAnswer, mayClassify }) => (
        <Row key={number}>
          <div>
            <h3>
              <a href={href(paths.proposal, { number })}>{title}</a>
            </h3>
            <p className="meta">{[number, subject].join(" · ")}</p>
            {answer !== null && (
              <p className="meta">
                <a href={href(paths.decision, { number: answer.decision })}>{answer.words}</a>
              </p>
            )}
            {initiative !== null && (
              <p className="meta">
                <a href={href(paths.initiative, { number: initiative })}>{advicesText.inInitiative(initiative)}</a>
              </p>
            )}
            {mayClassify && (
              <p className="meta">
                <a href={href(paths.adviceSubject, { number })} aria-label={`${advicesText.classify}: ${title}`}>
                  {advicesText.classify}
                </a>
              </p>
            )}
          </div>
          {mayAnswer && (
            <ButtonLink href={href(paths.adviceAnswer, { number })} secondary>
              {advicesText.toAnswer}
              <span className="vh">{`: ${title}`}</span>
            </ButtonLink>
          )}
        </Row>
      ))}
    </Rows>
  );
}
