import { useLoaderData } from "@remix-run/react";
import { href, paths } from "#app/paths.ts";
import { ballotText } from "#app/text/voting-ballot.ts";
import { seatActText } from "#app/text/voting-kinds.ts";
import { roundText } from "#app/text/voting-pages.ts";
import { ActionForm } from "#app/ui/action-form.tsx";
import { ButtonLink } from "#app/ui/button.tsx";
import type { loader } from "./ballot.tsx";

/** The whole stembiljet of a seat on one page: every choice with its receipt, to change or withdraw. */
export function BallotReview() {
  const { id, review, seat, isOpen: open, mayPull } = useLoaderData<typeof loader>();
  return (
    <div className="wrap stack">
      <table className="cards dense">
        <caption className="vh">{ballotText.reviewTitle}</caption>
        <thead>
          <tr>
            <th scope="col">{ballotText.reviewItem}</th>
            <th scope="col">{ballotText.reviewChoice}</th>
            <th scope="col">{ballotText.reviewReceipt}</th>
            <th scope="col">{ballotText.change}</th>
          </tr>
        </thead>
        <tbody>
          {(review ?? []).map((item) => (
            <tr key={item.id}>
              <th scope="row">{item.name}</th>
              <td data-label={ballotText.reviewChoice}>
                <span>
                  {item.without ?? item.choice ?? ballotText.noChoice} {item.condition}
                </span>
              </td>
              <td data-label={ballotText.reviewReceipt}>
                <span className="num">{item.receipt ?? "–"}</span>
              </td>
              <td data-label={ballotText.change}>
                <div>
                  {item.without === null ? (
                    <a href={`${href(paths.roundBallot, { id }, { zetel: seat.id, pagina: item.page })}#onderdeel-${item.position}`}>{ballotText.change}</a>
                  ) : (
                    "–"
                  )}
                  {open && item.receipt !== null && (
                    <ActionForm action={href(paths.ballotWithdrawal, { id })} label={ballotText.withdraw} secondary fields={{ onderdeel: item.id, zetel: seat.id }} describe={item.name} />
                  )}
                </div>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="actions">
        <ButtonLink href={href(paths.round, { id })}>{ballotText.done}</ButtonLink>
        {open && (
          <ButtonLink href={href(paths.roundBallot, { id }, { zetel: seat.id })} secondary>
            {ballotText.back}
          </ButtonLink>
        )}
      </p>
      {open && <Besides id={id} zetel={seat.id} mayPull={mayPull} />}
    </div>
  );
}

/** What a seat can do about an item instead of voting on it. */
function Besides({ id, zetel, mayPull }: { id: string; zetel: string; mayPull: boolean }) {
  return (
    <>
      <p>{ballotText.besides}</p>
      <ul>
        {mayPull && (
          <li>
            <a href={href(paths.itemPull, { id }, { zetel })}>{seatActText.pull.link}</a>
          </li>
        )}
        <li>
          <a href={href(paths.treatmentRequest, { id }, { zetel })}>{seatActText.treatment.link}</a>
        </li>
        <li>
          <a href={href(paths.roundRecusal, { id })}>{roundText.recuse}</a>
        </li>
      </ul>
    </>
  );
}
