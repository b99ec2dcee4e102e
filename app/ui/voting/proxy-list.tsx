import { proxiesText } from "#app/text/voting-seats.ts";
import { ActionForm } from "../action-form.tsx";

/** A volmacht as its list shows it. */
export interface ShownProxy {
  readonly id: string;
  readonly name: string;
  readonly subject: string;
  readonly state: "asked" | "accepted" | "revoked";
  readonly acceptance: string;
  readonly revocation: string;
}

/** The volmachten of a seat, each with what the reader can do with it. */
export function ProxyList({ proxies, empty, isReceived }: { proxies: readonly ShownProxy[]; empty: string; isReceived: boolean }) {
  if (proxies.length === 0) return <p>{empty}</p>;
  return (
    <ul className="rows">
      {proxies.map(({ id, name, subject, state, acceptance, revocation }) => (
        <li key={id}>
          <div>
            <h3>{name}</h3>
            <p className="meta">{`${subject} · ${proxiesText.state[state]}`}</p>
            {state !== "revoked" && (
              <div className="actions">
                {isReceived && state === "asked" && <ActionForm action={acceptance} label={proxiesText.accept} describe={name} />}
                <ActionForm action={revocation} label={isReceived ? proxiesText.giveBack : proxiesText.revoke} describe={name} secondary />
              </div>
            )}
          </div>
        </li>
      ))}
    </ul>
  );
}
