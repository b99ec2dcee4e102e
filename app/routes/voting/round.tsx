import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { visitor } from "#app/auth/guards.ts";
import { href, paths } from "#app/paths.ts";
import { pageTitle } from "#app/text/format.ts";
import { phaseText, phaseTone, tlpText } from "#app/text/voting.ts";
import { aboutItemsText } from "#app/text/voting-kinds.ts";
import { roundText } from "#app/text/voting-pages.ts";
import { FollowButton } from "#app/ui/following/follow-button.tsx";
import { Flow } from "#app/ui/layout.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { Tag } from "#app/ui/tag.tsx";
import { loadRound } from "./load-round.ts";
import { Manage } from "./round-manage.tsx";
import { Ending, Next } from "./round-next.tsx";
import { Facts, Texts, Turnout, Voices } from "./round-sections.tsx";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: pageTitle(data ? `${data.name}: ${data.title}` : roundText.crumb) }];

export async function loader(args: LoaderFunctionArgs) {
  const visit = await visitor(args);
  return loadRound(visit, args.params["id"] ?? "");
}

export default function RoundPage() {
  const data = useLoaderData<typeof loader>();
  const { title, name, body, phase, tlp, opens, closes } = data;
  return (
    <>
      <PageHead
        crumbs={[
          { href: href(paths.rounds), label: roundText.crumb },
          { href: href(paths.body, { slug: body.slug }), label: body.name },
        ]}
        kicker={`${name} · ${body.name}`}
        title={title}
        lead={roundText.from(opens, closes)}
        tags={
          <>
            <Tag tone={phaseTone[phase]}>{phaseText[phase]}</Tag>
            <Tag tone="tlp">{tlpText[tlp]}</Tag>
          </>
        }
        action={data.isFollowable && <FollowButton kind="round" reference={data.id} isFollowed={data.isFollowed} />}
      />
      <Flow>
        <Next data={data} />
        <Ending data={data} />
        {data.turnout && <Turnout turnout={data.turnout} waiting={data.waiting} remind={data.can.remind ? href(paths.roundReminder, { id: data.id }) : null} />}
        <Texts data={data} />
        <Voices id="bezwaren" title={aboutItemsText.objections} rows={data.objections} />
        <Voices id="bespreking" title={aboutItemsText.requests} rows={data.requests} />
        <Facts data={data} />
        <Manage data={data} />
      </Flow>
    </>
  );
}
