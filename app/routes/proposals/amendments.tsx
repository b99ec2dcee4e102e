import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { visitor } from "#app/auth/guards.ts";
import { may } from "#app/domain/access/policy.ts";
import { asConsulted } from "#app/domain/proposals/consultation.ts";
import { openChanges } from "#app/domain/proposals/open-changes.ts";
import { isTextOpen } from "#app/domain/proposals/proposal.ts";
import { addUp } from "#app/domain/proposals/reactions.ts";
import { href, paths } from "#app/paths.ts";
import { amendmentStateText, amendmentText, amendmentTone, totalsText } from "#app/text/amendments.ts";
import { date, pageTitle } from "#app/text/format.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { Empty } from "#app/ui/empty.tsx";
import { Flow, Section } from "#app/ui/layout.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { crumbsOf } from "#app/ui/proposals/crumbs.ts";
import { ConsultationNote } from "#app/ui/proposals/discussion-summary.tsx";
import { Row, Rows } from "#app/ui/rows.tsx";
import { Tag, Tags } from "#app/ui/tag.tsx";
import { listAmendments, type Amendment } from "#db/queries/amendments.ts";
import { proposalAt, textsOf } from "./find-proposal.ts";
import { shownChanges } from "./shown-discussion.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: pageTitle(data ? amendmentText.listTitle(data.number) : "404") }];

export async function loader(args: LoaderFunctionArgs) {
  const context = await visitor(args);
  const proposal = await proposalAt(context, args.params.number);
  const amendments = await listAmendments(context.db, proposal.id);
  const { current, texts } = await textsOf(context, proposal, amendments.map(({ baseVersion }) => baseVersion));
  const open = openChanges(amendments);
  const asked = asConsulted(proposal, context.now());
  return {
    number: proposal.number,
    title: proposal.title,
    consultation: proposal.consultation === null ? null : { until: proposal.consultation.until, isOpen: asked.isConsulted },
    amendments: amendments.map((amendment) => {
      const changes = shownChanges(amendment, texts, current, open);
      return {
        ...{ number: amendment.number, parent: amendment.parent, state: amendment.state, reason: amendment.reason, baseVersion: amendment.baseVersion, at: amendment.createdAt },
        by: amendmentText.from(amendment.authorName, amendment.organisationName),
        places: [...new Set(changes.map(({ place }) => place))],
        totals: totalsOf(amendment),
        collides: changes.some(({ collidesWith }) => collidesWith.length > 0),
        goneIn: changes.find(({ goneIn, disposition }) => goneIn !== null && disposition === null)?.goneIn ?? null,
      };
    }),
    may: { amend: isTextOpen(proposal.state) && may(context.actor, "amendment.submit", asked), merge: open.length > 0 && isTextOpen(proposal.state) && may(context.actor, "amendment.merge", proposal) },
  };
}

/** "2 overgenomen, 1 niet" of one amendment; empty while nothing was decided. */
function totalsOf({ changes }: Amendment): string {
  const { totals } = addUp(changes.map(({ disposition }) => ({ kind: "change", version: 1, disposition, count: 1 })));
  const own = totals.get(1);
  return own === undefined ? "" : totalsText(own);
}

export default function AmendmentsPage() {
  const { number, title, amendments, consultation, may: allowed } = useLoaderData<typeof loader>();
  const make = (
    <ButtonLink href={href(paths.newAmendment, { number })} secondary={allowed.merge}>
      {amendmentText.make}
    </ButtonLink>
  );
  return (
    <>
      <PageHead crumbs={crumbsOf(number)} kicker={`${number} · ${title}`} title={amendmentText.listTitle(number)} lead={amendmentText.listLead} />
      <Flow>
        <ConsultationNote consultation={consultation} />
        {(allowed.merge || (allowed.amend && amendments.length > 0)) && (
          <div className="actions">
            {allowed.merge && <ButtonLink href={href(paths.amendmentMerge, { number })}>{amendmentText.merge}</ButtonLink>}
            {allowed.amend && amendments.length > 0 && make}
          </div>
        )}
        {amendments.length === 0 && <Empty title={amendmentText.none} action={allowed.amend && make} />}
        {([["open", amendmentText.waiting], ["afgehandeld", amendmentText.closed]] as const).map(([id, heading]) => {
          const group = amendments.filter(({ state }) => (state === "submitted") === (id === "open"));
          return group.length === 0 ? null : (
            <Section key={id} id={id} title={heading}>
              <AmendmentRows number={number} amendments={group} />
            </Section>
          );
        })}
        {amendments.length > 0 && (
          <p>
            <a href={href(paths.dispositionNote, { number })}>{amendmentText.nota}</a>
          </p>
        )}
      </Flow>
    </>
  );
}

type Shown = ReturnType<typeof useLoaderData<typeof loader>>["amendments"];

function AmendmentRows({ number, amendments }: { number: string; amendments: Shown }) {
  return (
    <Rows>
      {amendments.map((amendment) => (
        <Row key={amendment.number}>
          <div className="stack">
            <h3>
              <a href={href(paths.amendment, { number, amendment: amendment.number })}>{amendmentText.one(amendment.number)}</a>
            </h3>
            <p>{amendment.reason}</p>
            <p className="meta">{[amendment.by, date(amendment.at), amendmentText.onVersion(amendment.baseVersion), amendment.places.join("; ")].join(" · ")}</p>
            <Tags>
              <Tag tone={amendmentTone[amendment.state]}>{amendmentStateText[amendment.state]}</Tag>
              {amendment.parent !== null && <Tag>{amendmentText.amends(amendment.parent)}</Tag>}
              {amendment.totals !== "" && <Tag>{amendment.totals}</Tag>}
              {amendment.collides && <Tag tone="amber">{amendmentText.collisionNotice}</Tag>}
              {amendment.state === "submitted" && amendment.goneIn !== null && <Tag tone="amber">{amendmentText.gone(amendment.goneIn)}</Tag>}
            </Tags>
          </div>
        </Row>
      ))}
    </Rows>
  );
}
