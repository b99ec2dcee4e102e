import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { visitor } from "#app/auth/guards.ts";
import { isPublic } from "#app/domain/decisions/decision.ts";
import { href, paths } from "#app/paths.ts";
import { toHtml } from "#app/platform/markdown.ts";
import { decisionText, registerText, resultText } from "#app/text/decisions.ts";
import { date, pageTitle } from "#app/text/format.ts";
import { meetingText } from "#app/text/meetings.ts";
import { documentText } from "#app/text/minutes.ts";
import { Flow, Section } from "#app/ui/layout.tsx";
import { Markdown } from "#app/ui/markdown.tsx";
import { DocumentLinks } from "#app/ui/meetings/document-links.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { Tag } from "#app/ui/tag.tsx";
import { decisionsOf } from "./load-minutes.ts";
import { isMemberOf, meetingOf } from "./meeting-page.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: pageTitle(data ? documentText.listTitle(data.name) : documentText.decisions) }];

/** The list of decisions of a meeting: each with its text and figures, and nothing of the discussion. */
export async function loader(args: LoaderFunctionArgs) {
  const context = await visitor(args);
  const meeting = await meetingOf(context, args.params);
  const decisions = await decisionsOf(context, meeting);
  return {
    ...{ id: meeting.id, name: meeting.title, body: meeting.body.name, day: date(meeting.startsAt), isMember: isMemberOf(context, meeting) },
    decisions: await Promise.all(
      decisions.map(async (decision) => ({
        ...{ number: decision.number, title: decision.title, result: resultText(decision.result), isPublic: isPublic(decision, context.now()), html: await toHtml(decision.dictum) },
        votes: decision.figures ? decisionText.votes(decision.figures.for, decision.figures.against, decision.figures.abstain) : decisionText.noVote,
      })),
    ),
  };
}

export default function MeetingDecisionsPage() {
  const { id, name, body, day, isMember, decisions } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHead crumbs={[{ href: href(paths.meetings), label: meetingText.crumb }, { href: href(paths.meeting, { id }), label: name }]} kicker={`${body}, ${day}`} title={documentText.listTitle(name)} lead={documentText.listLead} />
      <Flow>
        {decisions.length === 0 && <p>{isMember ? documentText.noDecisions : documentText.noPublicDecisions}</p>}
        {decisions.map(({ number, title, result, votes, isPublic: isOut, html }) => (
          <Section key={number} id={number} title={`${number} ${title}`}>
            <p className="meta">{`${result} · ${votes}`}</p>
            {!isOut && <Tag tone="amber">{registerText.notPublic}</Tag>}
            <Markdown html={html} />
            <p>
              <a href={href(paths.decision, { number })}>{decisionText.toDecision(number)}</a>
            </p>
          </Section>
        ))}
        <DocumentLinks id={id} documents={["besluitenlijst"]} />
      </Flow>
    </>
  );
}
