import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { visitor } from "#app/auth/guards.ts";
import { may } from "#app/domain/access/policy.ts";
import { holds } from "#app/domain/access/actor.ts";
import { href, paths } from "#app/paths.ts";
import { notFound } from "#app/platform/http.ts";
import { date, pageTitle } from "#app/text/format.ts";
import { needsText, needStateText, needStateTone, needText } from "#app/text/needs.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { Empty } from "#app/ui/empty.tsx";
import { Fields } from "#app/ui/fields.tsx";
import { FollowButton } from "#app/ui/following/follow-button.tsx";
import { Flow, Section } from "#app/ui/layout.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { ProposalRows } from "#app/ui/proposals/proposal-rows.tsx";
import { Tag } from "#app/ui/tag.tsx";
import { findFollow } from "#db/queries/following.ts";
import { findNeed, listServing } from "#db/queries/needs.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: pageTitle(data?.title ?? needsText.title) }];

export async function loader(args: LoaderFunctionArgs) {
  const { db, actor } = await visitor(args);
  const need = (await findNeed(db, args.params["number"] ?? "")) ?? notFound();
  const isOwn = actor.organisation !== null && actor.organisation.id === need.organisationId;
  const mayAnswer = may(actor, "need.answer", { bodyId: need.bodyId });
  const isMember = need.bodyId !== null && holds(actor, need.bodyId, "chair", "secretary", "member", "substitute");
  // What a gemeente asks stays between it and the expert group until it is accepted.
  if (need.state !== "accepted" && !isOwn && !isMember) return notFound();
  const serving = await listServing(db, actor, need.id);
  const { number, title, statement, kind, state, organisation, body, createdAt, answer, answeredAt, answeredBy, targetNumber, targetTitle } = need;
  return {
    number, title, statement, kind, state, organisation, body, createdAt, answer, answeredAt, answeredBy, targetNumber, targetTitle, serving,
    isFollowable: actor.id !== null && (state === "accepted" || state === "joined"),
    isFollowed: (await findFollow(db, actor.id, "need", need.id)) !== null,
    mayAnswer: mayAnswer && state === "submitted",
    mayDraft: state === "accepted" && actor.memberships.some(({ bodyId }) => may(actor, "proposal.draft", { bodyId })),
  };
}

export default function NeedPage() {
  const need = useLoaderData<typeof loader>();
  const { number, title, state, serving } = need;
  const answered = need.answeredBy !== null && need.answeredAt !== null ? needText.answered(need.answeredBy, date(need.answeredAt)) : null;
  return (
    <>
      <PageHead
        crumbs={[{ href: href(paths.needs), label: needsText.title }]}
        kicker={number}
        title={title}
        tags={<Tag tone={needStateTone[state]}>{needStateText[state]}</Tag>}
        action={need.isFollowable && <FollowButton kind="need" reference={number} isFollowed={need.isFollowed} />}
      />
      <Flow>
        <Section
          id="behoefte"
          title={needText.details}
          aside={need.mayAnswer ? <ButtonLink href={href(paths.needAnswer, { number })}>{needText.answerTitle}</ButtonLink> : need.mayDraft && <ButtonLink href={href(paths.newProposal, { behoefte: number })}>{needText.draft}</ButtonLink>}
        >
          <Fields
            rows={[
              ...(need.statement === "" ? [] : [{ term: needText.statement, value: <p>{need.statement}</p>, emphasis: true }]),
              { term: needText.origin, value: need.organisation === null ? needText.shared : `${need.organisation}, ${date(need.createdAt)}` },
              ...(need.kind === "shared"
                ? []
                : [
                    {
                      term: needText.answer,
                      value:
                        need.answer === null ? (
                          needText.noAnswer
                        ) : (
                          <>
                            <p>{need.answer}</p>
                            {answered !== null && <p className="meta">{answered}</p>}
                          </>
                        ),
                    },
                  ]),
              ...(need.targetNumber === null ? [] : [{ term: needText.joined, value: <a href={href(paths.need, { number: need.targetNumber })}>{need.targetTitle}</a> }]),
            ]}
          />
        </Section>
        <Section id="voorstellen" title={needText.served}>
          {serving.length === 0 ? (
            <Empty title={needText.servedEmpty} action={<a href={href(paths.needs)}>{needsText.matrix}</a>} />
          ) : (
            <ProposalRows proposals={serving} />
          )}
        </Section>
      </Flow>
    </>
  );
}
