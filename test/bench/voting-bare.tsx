/* What the page of a result is measured against: the same rows from the same queries in a plain table, by Remix as it comes. */
import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { STRANGER } from "#app/domain/access/actor.ts";
import { instant } from "#app/domain/shared/instant.ts";
import type { Db } from "#db/client.ts";
import { listBallotsOnItems, listPastItems, listSeatsOfRounds } from "#db/queries/voting-history.ts";
import { listFrozenSeats } from "#db/queries/voting-electorate.ts";
import { listItems } from "#db/queries/voting-items.ts";
import { findRound } from "#db/queries/voting-rounds.ts";

/** The route of a result on this database: every seat with what it said in each round, and the figures as they were stored. */
export function bareResult(db: Db) {
  const loader = async ({ params }: LoaderFunctionArgs) => {
    const now = instant(new Date());
    const round = await findRound(db, STRANGER, params["id"] ?? "");
    if (!round) throw new Response(null, { status: 404 });
    const [items, electorate] = [await listItems(db, round.id), await listFrozenSeats(db, round.id)];
    const past = await listPastItems(db, STRANGER, { bodyId: round.bodyId, subjectIds: items.flatMap(({ subjectId }) => subjectId ?? []), until: round.closesAt }, now);
    const said = new Map((await listBallotsOnItems(db, past.map(({ itemId }) => itemId))).map(({ itemId, seatId, choice }) => [`${itemId} ${seatId}`, choice]));
    const names = new Map((await listSeatsOfRounds(db, past.map((one) => one.round.id))).map(({ seatId, name }) => [seatId, name]));
    return {
      ...{ title: round.title, outcome: items.map(({ count }) => JSON.stringify(count)), fingerprint: round.fingerprint, provinces: electorate.map(({ province }) => province) },
      rows: [...names].map(([seatId, name]) => ({ seatId, name, said: past.map(({ itemId }) => said.get(`${itemId} ${seatId}`) ?? "") })),
    };
  };

  function Result() {
    const { title, outcome, fingerprint, rows } = useLoaderData<typeof loader>();
    return (
      <main>
        <h1>{title}</h1>
        <p>{[...outcome, fingerprint].join(" ")}</p>
        <table>
          <tbody>
            {rows.map(({ seatId, name, said }) => (
              <tr key={seatId}>
                <th>{name}</th>
                {said.map((choice, round) => (
                  <td key={round}>{choice}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </main>
    );
  }
  return { id: "result", parentId: "root", path: "stemrondes/:id/uitslag", module: { default: Result, loader } };
}
