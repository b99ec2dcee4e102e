import { href, paths } from "#app/paths.ts";
import { commitmentText } from "#app/text/commitments.ts";
import { Tag } from "#app/ui/tag.tsx";

export interface CommitmentRow {
  readonly number: string;
  readonly statement: string;
  readonly promisedBy: string;
  readonly due: string | null;
  readonly isDone: boolean;
  readonly isOverdue?: boolean;
  readonly body?: string;
}

/** Promises: what, who, when, and whether they were kept. */
export function CommitmentRows({ commitments, level = 3 }: { commitments: readonly CommitmentRow[]; level?: 2 | 3 }) {
  const Title = level === 2 ? "h2" : "h3";
  return (
    <ul className="rows">
      {commitments.map(({ number, statement, promisedBy, due, isDone, isOverdue = false, body }) => (
        <li key={number}>
          <div>
            <Title className="row-title">
              <a href={href(paths.commitment, { number })}>{statement}</a>
            </Title>
            <p className="meta">{[number, body, promisedBy, due === null ? null : commitmentText.dueOn(due)].filter((part) => part).join(" · ")}</p>
            <Tag tone={isDone ? "green" : isOverdue ? "red" : "amber"}>{isDone ? commitmentText.done : isOverdue ? commitmentText.overdue : commitmentText.open}</Tag>
          </div>
        </li>
      ))}
    </ul>
  );
}
