import type { Tlp } from "#app/domain/access/visibility.ts";
import type { Advice, Moscow, ProposalKind, ProposalState } from "#app/domain/proposals/proposal.ts";
import { href, paths } from "#app/paths.ts";
import { date } from "#app/text/format.ts";
import { adviceText, kindText, moscowText, pageText, stateText, stateTone, tlpText } from "#app/text/proposals.ts";
import { PageHead } from "#app/ui/page-head.tsx";
import { Tag } from "#app/ui/tag.tsx";

export interface Heading {
  readonly number: string;
  readonly title: string;
  readonly kind: ProposalKind;
  readonly state: ProposalState;
  readonly tlp: Tlp;
  readonly body: { readonly slug: string; readonly name: string };
  readonly components: readonly { readonly slug: string; readonly name: string }[];
  readonly moscow: Moscow;
  readonly advice: Advice | null;
  readonly heldUntil: string | null;
}

/** What it is and where it stands: number, kind, title, state, label. The same on every page of a proposal. */
export function ProposalHead({ heading, title = heading.title, isDeeper = false }: { heading: Heading; title?: string; isDeeper?: boolean }) {
  const { number, kind, state, tlp, body, components, moscow, advice, heldUntil } = heading;
  const crumbs = [
    { href: href(paths.proposals), label: pageText.crumb },
    { href: href(paths.proposals, { gremium: body.slug }), label: body.name },
    ...(isDeeper ? [{ href: href(paths.proposal, { number }), label: number }] : []),
  ];
  return (
    <PageHead
      crumbs={crumbs}
      kicker={[number, kindText[kind], ...components.map(({ name }) => name)].join(" · ")}
      title={title}
      tags={
        <>
          <Tag tone={stateTone[state]}>{state === "on_hold" && heldUntil !== null ? pageText.heldUntil(date(heldUntil)) : stateText[state]}</Tag>
          {advice !== null && <Tag tone={advice === "negative" ? "red" : "green"}>{pageText.adviceTag(adviceText[advice])}</Tag>}
          <Tag tone="tlp">{tlpText[tlp]}</Tag>
          <Tag>{moscowText[moscow]}</Tag>
        </>
      }
    />
  );
}
