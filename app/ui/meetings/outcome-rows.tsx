import type { Figures } from "#app/domain/decisions/decision.ts";
import type { ActionState } from "#app/domain/meetings/action-item.ts";
import { href, paths } from "#app/paths.ts";
import { decisionText, registerText, resultText } from "#app/text/decisions.ts";
import { actionStateText, actionText } from "#app/text/meetings.ts";
import { Tag } from "#app/ui/tag.tsx";

export interface DecisionRow {
  readonly number: string;
  readonly title: string;
  readonly result: string;
  readonly figures: Figures | null;
  readonly isPublished: boolean;
  readonly day: string;
  readonly body?: string;
}

/** Decisions, lifted out: number, title, outcome and figures. */
export function DecisionRows({ decisions, level = 3 }: { decisions: readonly DecisionRow[]; level?: 2 | 3 }) {
  const Title = level === 2 ? "h2" : "h3";
  return (
    <ul className="rows rows-date">
      {decisions.map(({ number, title, result, figures, isPublished, day, body }) => (
        <li key={number}>
          <div className="date">
            <b className="num">{day}</b>
            {number}
          </div>
          <div>
            <Title className="row-title">
              <a href={href(paths.decision, { number })}>{title}</a>
            </Title>
            <p className="meta">{[body, resultText(result), figures ? decisionText.votes(figures.for, figures.against, figures.abstain) : null].filter((part) => part).join(" · ")}</p>
            {!isPublished && <Tag tone="amber">{registerText.notPublic}</Tag>}
          </div>
        </li>
      ))}
    </ul>
  );
}

export interface ActionRow {
  readonly number: string;
  readonly statement: string;
  readonly ownerName: string;
  readonly due: string | null;
  readonly state: ActionState;
}

/** Actions, lifted out: what, who and when. */
export function ActionRows({ actions }: { actions: readonly ActionRow[] }) {
  return (
    <ul className="rows">
      {actions.map(({ number, statement, ownerName, due, state }) => (
        <li key={number}>
          <div>
            <p>{statement}</p>
            <p className="meta">{[number, ownerName, due === null ? actionText.noDue : actionText.dueOn(due), actionStateText[state]].filter((part) => part !== "").join(" · ")}</p>
          </div>
        </li>
      ))}
    </ul>
  );
}
