import { href, paths } from "#app/paths.ts";
import { decisionText } from "#app/text/decisions.ts";
import { Section } from "#app/ui/layout.tsx";

export interface DecisionAround {
  readonly body: { readonly slug: string; readonly name: string };
  readonly version: number | null;
  readonly proposal: { readonly number: string; readonly title: string } | null;
  readonly round: { readonly id: string; readonly title: string } | null;
  readonly meeting: { readonly id: string; readonly title: string; readonly when: string } | null;
  /** the initiative that was decided on, and the texts of its proposals as they stood then */
  readonly subject: { readonly number: string; readonly title: string } | null;
  readonly texts: readonly { readonly number: string; readonly title: string; readonly version: number }[];
  readonly items: readonly { readonly number: string; readonly title: string }[];
  readonly initiatives: readonly { readonly number: string; readonly title: string }[];
  readonly replacedBy: string | null;
  readonly replaces: readonly string[];
}

/** Where a decision came from: the text and its version, the round, the meeting, the body. */
export function DecisionOrigin({ decision }: { decision: DecisionAround }) {
  const { body, subject, texts, proposal, version, round, meeting, replaces } = decision;
  return (
    <section className="stack" aria-labelledby="herkomst">
      <h2 id="herkomst">{decisionText.origin}</h2>
      <ul className="plain stack">
        {proposal && (
          <li>
            {decisionText.proposal}: <a href={href(paths.proposal, { number: proposal.number })}>{`${proposal.number} ${proposal.title}`}</a>
            {version !== null && (
              <>
                {", "}
                <a href={href(paths.proposalVersion, { number: proposal.number, version })}>{decisionText.version(version)}</a>
              </>
            )}
          </li>
        )}
        {subject && (
          <li>
            {decisionText.initiative}: <a href={href(paths.initiative, { number: subject.number })}>{`${subject.number} ${subject.title}`}</a>
          </li>
        )}
        {texts.map((text) => (
          <li key={text.number}>
            {decisionText.proposal}: <a href={href(paths.proposal, { number: text.number })}>{`${text.number} ${text.title}`}</a>
            {", "}
            <a href={href(paths.proposalVersion, { number: text.number, version: text.version })}>{decisionText.version(text.version)}</a>
          </li>
        ))}
        {round && (
          <li>
            {decisionText.round}: <a href={href(paths.round, { id: round.id })}>{round.title}</a>
          </li>
        )}
        {meeting && (
          <li>
            {decisionText.meeting}: <a href={href(paths.meeting, { id: meeting.id })}>{`${meeting.title}, ${meeting.when}`}</a>
          </li>
        )}
        <li>
          {decisionText.body}: <a href={href(paths.body, { slug: body.slug })}>{body.name}</a>
        </li>
        {replaces.map((number) => (
          <li key={number}>
            {decisionText.replaces}: <a href={href(paths.decision, { number })}>{number}</a>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What became of it: a decision in its place, an initiative, the roadmap. */
export function DecisionSequel({ decision }: { decision: DecisionAround }) {
  const { replacedBy, initiatives, items } = decision;
  return (
    <Section id="vervolg" title={decisionText.after}>
      {replacedBy === null && initiatives.length === 0 && items.length === 0 && <p>{decisionText.nothingYet}</p>}
      <ul className="plain stack">
        {replacedBy !== null && (
          <li>
            {decisionText.replacedBy}: <a href={href(paths.decision, { number: replacedBy })}>{replacedBy}</a>
          </li>
        )}
        {initiatives.map(({ number, title }) => (
          <li key={number}>
            {decisionText.initiative}: <a href={href(paths.initiative, { number })}>{`${number} ${title}`}</a>
          </li>
        ))}
        {items.map(({ number, title }) => (
          <li key={number}>
            {decisionText.roadmap}: <a href={href(paths.roadmapItem, { number })}>{`${number} ${title}`}</a>
          </li>
        ))}
      </ul>
    </Section>
  );
}
