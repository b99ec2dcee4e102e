import type { Tlp } from "#app/domain/access/visibility.ts";
import { href, paths } from "#app/paths.ts";
import { setText } from "#app/text/requirement-sets.ts";
import { ActionForm } from "#app/ui/action-form.tsx";
import { ButtonLink } from "#app/ui/button.tsx";
import { Empty } from "#app/ui/empty.tsx";
import { FollowButton } from "#app/ui/following/follow-button.tsx";
import { Columns, Flow, Section } from "#app/ui/layout.tsx";
import { Markdown } from "#app/ui/markdown.tsx";
import { NextStep } from "#app/ui/next-step.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { Pager } from "#app/ui/pager.tsx";
import { Tag } from "#app/ui/tag.tsx";
import { SetAside } from "./set-aside.tsx";
import { SetLines, type SetLine } from "./set-lines.tsx";

export interface SetViewProps {
  readonly slug: string;
  readonly title: string;
  readonly lot: string;
  readonly introHtml: string;
  readonly version: number;
  readonly tlp: Tlp;
  readonly component: string;
  readonly body: { readonly slug: string; readonly name: string };
  readonly frozen: { readonly at: string; readonly by: string; readonly fingerprint: string; readonly note: string } | null;
  readonly amount: number;
  readonly hidden: number;
  readonly chapters: readonly { readonly number: string; readonly depth: 1 | 2; readonly title: string }[];
  readonly shownChapter: string | null;
  readonly from: number;
  readonly next: number | null;
  readonly lines: readonly SetLine[];
  readonly editions: readonly { readonly version: number; readonly frozenAt: string | null }[];
  readonly isSignedIn: boolean;
  readonly isFollowed: boolean;
  readonly conceptVersion: number | null;
  readonly may: { readonly change: boolean; readonly succeed: boolean };
}

/** One edition of a programma van eisen: what it is, what its keeper can do next, its contents and its text, with files and versions beside it. */
export function SetView(view: SetViewProps) {
  const { slug, title, version, tlp, lot, frozen, amount, hidden, lines } = view;
  return (
    <>
      <PageHead
        crumbs={[{ href: href(paths.requirementSets), label: setText.title }]}
        kicker={[view.component, ...(lot === "" ? [] : [setText.lot(lot)]), setText.version(version)].join(" · ")}
        title={title}
        tags={
          <>
            <Tag tone={frozen === null ? "amber" : "green"}>{frozen === null ? setText.concept : setText.frozen}</Tag>
            <Tag>{setText.requirements(amount)}</Tag>
            {tlp !== "CLEAR" && <Tag tone="tlp">{`TLP:${tlp}`}</Tag>}
          </>
        }
        action={view.isSignedIn && <FollowButton kind="requirement_set" reference={slug} isFollowed={view.isFollowed} />}
      />
      <Columns aside={<SetAside {...view} />}>
        <Flow>
          <Keeper {...view} />
          {view.introHtml !== "" && <Markdown html={view.introHtml} />}
          <Contents {...view} />
          {hidden > 0 && <p className="note">{setText.hidden(hidden)}</p>}
          {lines.length === 0 ? <Empty title={setText.noRequirements} /> : <SetLines lines={lines} />}
          <Pager previous={view.from === 0 ? null : partAddress(view, view.shownChapter, 0)} next={view.next === null ? null : partAddress(view, view.shownChapter, view.next)} />
        </Flow>
      </Columns>
    </>
  );
}

const partAddress = ({ slug, version }: Pick<SetViewProps, "slug" | "version">, chapter: string | null, from: number): string =>
  href(paths.requirementSetVersion, { slug, version }, { hoofdstuk: chapter, vanaf: from === 0 ? null : from });

/** The next step of who keeps the programma. */
function Keeper({ slug, frozen, may, conceptVersion }: SetViewProps) {
  if (may.change && frozen === null) {
    return (
      <NextStep title={setText.outline} action={<ButtonLink href={href(paths.requirementSetOutline, { slug })}>{setText.outline}</ButtonLink>}>
        {setText.outlineWhy}
      </NextStep>
    );
  }
  if (may.change && conceptVersion !== null) {
    return (
      <p className="actions">
        <ButtonLink secondary href={href(paths.requirementSetOutline, { slug })}>
          {setText.toConcept(conceptVersion)}
        </ButtonLink>
      </p>
    );
  }
  if (!may.succeed || conceptVersion !== null) return null;
  return (
    <NextStep title={setText.succeed} action={<ActionForm action={href(paths.requirementSetSuccession, { slug })} label={setText.succeed} />}>
      {setText.succeedWhy}
    </NextStep>
  );
}

function Contents({ chapters, shownChapter, slug, version }: SetViewProps) {
  if (chapters.length < 2) return null;
  const address = (number: string): string => {
    const top = number.split(".")[0] ?? "";
    const anchor = `#hoofdstuk-${number}`;
    return shownChapter === null || shownChapter === top ? anchor : `${partAddress({ slug, version }, top, 0)}${anchor}`;
  };
  return (
    <Section id="inhoudsopgave" title={setText.contents}>
      <ul className="toc">
        {chapters.map(({ number, depth, title }) => (
          <li key={number} className={depth === 2 ? "deeper" : undefined}>
            <a href={address(number)}>{`${number} ${title}`}</a>
          </li>
        ))}
      </ul>
      {shownChapter !== null && <p className="small muted">{setText.chapterOnly}</p>}
    </Section>
  );
}
