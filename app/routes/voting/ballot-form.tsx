import { Fragment } from "react";
import { useActionData, useLoaderData } from "@remix-run/react";
import { href, paths } from "#app/paths.ts";
import { votingRefusalText, type VotingRefusal } from "#app/text/voting.ts";
import { ballotText } from "#app/text/voting-ballot.ts";
import { Alert } from "#app/ui/alert.tsx";
import { Button } from "#app/ui/button.tsx";
import { Meter } from "#app/ui/meter.tsx";
import { BallotCard } from "#app/ui/voting/ballot-card.tsx";
import type { action, loader } from "./ballot.tsx";
import { withEntered } from "./entered-cards.ts";

/** The stembiljet to fill in: a card per item, how far one is, and the buttons that save. */
export function BallotForm() {
  const { id, cards, filled, resume, closes, isOpen: open, phase, page, pages, seat, otherSeats, rule, explanation } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const refused: Readonly<Record<string, VotingRefusal>> = answer?.refused ?? {};
  const shown = withEntered(cards, answer?.entered, refused);
  const wrong = shown.filter(({ problem }) => problem !== null);
  const last = shown.at(-1);
  return (
    <form method="post" className="ballot" action={href(paths.roundBallot, { id }, { zetel: seat.id, pagina: page > 1 ? page : null })}>
      <div className="wrap stack">
        <p>
          {ballotText.intro(seat.name, seat.through)} {rule}
        </p>
        {explanation && <p className="preline">{explanation}</p>}
        {otherSeats.map((other) => (
          <p key={other.href}>
            <a href={other.href}>{ballotText.otherSeat(other.name)}</a>
          </p>
        ))}
        {open && resume !== null && (
          <p>
            <a href={`${href(paths.roundBallot, { id }, { zetel: seat.id, pagina: resume.page })}#onderdeel-${resume.position}`}>{ballotText.resume(resume.position)}</a>
          </p>
        )}
        {!open && (
          <Alert live>
            <p>{phase === "wacht" ? ballotText.notYet : ballotText.closed}</p>
          </Alert>
        )}
        {(wrong.length > 0 || answer?.general) && <Problems wrong={wrong} general={answer?.general ?? null} />}
        {shown.map((item) => (
          <Fragment key={item.id}>
            {item.heading !== null && <h2>{item.heading}</h2>}
            <BallotCard item={item} isOpen={open} />
          </Fragment>
        ))}
        {last && last.position < last.of && <p className="muted">{ballotText.after(last.position + 1, last.of)}</p>}
      </div>
      {open && (
        <div className="savebar">
          <div className="wrap">
            <Meter label={ballotText.filled} value={filled.done} max={filled.of} of={ballotText.filledOf(filled.done, filled.of)} />
            <span className="small muted">{ballotText.closes(closes)}</span>
            <span className="actions">
              <Button secondary name="stap" value="bewaar">
                {ballotText.save}
              </Button>
              {page < pages ? (
                <Button name="stap" value="verder">
                  {ballotText.next}
                </Button>
              ) : (
                <Button name="stap" value="controleer">
                  {ballotText.review}
                </Button>
              )}
            </span>
          </div>
        </div>
      )}
      {open && pages > 1 && <Parts page={page} pages={pages} />}
    </form>
  );
}

/** The other parts of a long stembiljet. Buttons, not links: going there keeps what was filled in here. */
function Parts({ page, pages }: { page: number; pages: number }) {
  return (
    <section className="wrap stack" aria-labelledby="delen">
      <p id="delen">{ballotText.pages}</p>
      <p className="actions">
        {Array.from({ length: pages }, (_, index) => index + 1).map((part) =>
          part === page ? (
            <strong key={part}>{ballotText.page(part, pages)}</strong>
          ) : (
            <Button key={part} secondary name="stap" value={`deel-${part}`}>
              {ballotText.page(part, pages)}
            </Button>
          ),
        )}
        {page < pages && (
          <Button secondary name="stap" value="controleer">
            {ballotText.review}
          </Button>
        )}
      </p>
    </section>
  );
}

function Problems({ wrong, general }: { wrong: readonly { position: number; number: string | null; title: string; problem: string | null }[]; general: VotingRefusal | null }) {
  return (
    <Alert live>
      {general && <p>{votingRefusalText[general]}</p>}
      <ul>
        {wrong.map(({ position, number, title, problem }) => (
          <li key={position}>
            <a href={`#keuze-${position}`}>
              {ballotText.problem(number ?? title)}: {problem}
            </a>
          </li>
        ))}
      </ul>
    </Alert>
  );
}
