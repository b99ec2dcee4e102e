import { freezeText } from "#app/text/requirement-sets.ts";
import { Row, Rows } from "#app/ui/rows.tsx";

interface ProblemListProps {
  /** of which the first are listed */
  readonly amount: number;
  readonly list: readonly { readonly about: string | null; readonly words: string; readonly mend: string; readonly address: string }[];
}

/** What the check found, each with the way to where it is mended. */
export function ProblemList({ amount, list }: ProblemListProps) {
  return (
    <>
      <Rows>
        {list.map(({ about, words, mend, address }, index) => (
          <Row key={index}>
            <div>
              {about !== null && <p className="meta">{about}</p>}
              <p>{words}</p>
            </div>
            <a href={address}>
              {mend}
              {about !== null && <span className="vh">{`: ${about}`}</span>}
            </a>
          </Row>
        ))}
      </Rows>
      {amount > list.length && <p className="muted">{freezeText.more(amount - list.length)}</p>}
    </>
  );
}
