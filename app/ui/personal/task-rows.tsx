import { date } from "#app/text/format.ts";
import { tasksText } from "#app/text/personal.ts";
import { ButtonLink } from "#app/ui/button.tsx";

export interface TaskRow {
  readonly key: string;
  readonly title: string;
  readonly meta: string;
  readonly address: string;
  /** what its button says */
  readonly label: string;
  /** the day it must be done, with the hour when there is one; null when nobody set one */
  readonly due: { readonly iso: string; readonly days: number; readonly hour: string | null } | null;
}

const SOON = 3;

/** What is left to do, by date; only the first vote to cast has a filled button. */
export function TaskRows({ tasks, first }: { tasks: readonly TaskRow[]; first: string | null }) {
  return (
    <ul className="rows due">
      {tasks.map(({ key, title, meta, address, label, due }) => (
        <li key={key}>
          <div className="date">{due === null ? <b>{tasksText.noDate}</b> : <Due {...due} />}</div>
          <div>
            <h3>
              <a href={address}>{title}</a>
            </h3>
            <p className="meta">{meta}</p>
          </div>
          <ButtonLink href={address} secondary={key !== first}>
            {label}
            <span className="vh">{`: ${title}`}</span>
          </ButtonLink>
        </li>
      ))}
    </ul>
  );
}

function Due({ iso, days, hour }: NonNullable<TaskRow["due"]>) {
  const look = days < 0 ? "late" : days <= SOON ? "soon" : undefined;
  return (
    <>
      <b className={look}>{tasksText.inDays(days)}</b>
      {[days < 0 ? tasksText.since(date(iso)) : date(iso), hour].filter((part) => part !== null).join(", ")}
    </>
  );
}
