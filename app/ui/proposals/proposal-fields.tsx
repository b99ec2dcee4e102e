import type { LinkKind } from "#app/domain/proposals/proposal.ts";
import { href, paths } from "#app/paths.ts";
import { date } from "#app/text/format.ts";
import { fieldText, linkText, pageText } from "#app/text/proposals.ts";
import { ActionForm } from "#app/ui/action-form.tsx";
import { Fields } from "#app/ui/fields.tsx";
import { Markdown } from "#app/ui/markdown.tsx";
import { Tag } from "#app/ui/tag.tsx";

export interface ShownText {
  readonly number: number;
  readonly statement: string;
  readonly rationale: string | null;
  readonly acceptance: string | null;
  /** some words of it are marked: somebody waits for an answer about them */
  readonly isMarked: boolean;
  readonly source: string;
  readonly controls: readonly ShownControl[];
  readonly weight: number | null;
  readonly authorName: string;
  readonly createdAt: string;
  readonly fingerprint: string;
}

export interface ShownLink {
  readonly kind: LinkKind;
  readonly isOutgoing: boolean;
  readonly number: string;
  readonly title: string;
  readonly isSuspect: boolean;
  /** where one sees what changed in the other since the link was last reviewed */
  readonly changes: string | null;
  /** where an author or the bureau says that it was looked at again; null when it need not or may not */
  readonly review: { readonly address: string; readonly version: number } | null;
}

/** A control of a norm that a version names; those that the portal knows have a page. */
export interface ShownControl {
  readonly name: string;
  readonly title: string | null;
  readonly address: string | null;
}

interface ProposalFieldsProps {
  readonly text: ShownText;
  readonly needs: readonly { readonly number: string; readonly title: string }[];
  readonly policyAreas: readonly string[];
  readonly links: readonly ShownLink[];
  readonly authors: readonly { readonly name: string }[];
}

/** What a version says and what it hangs on; empty fields are left out. */
export function ProposalFields({ text, needs, policyAreas, links, authors }: ProposalFieldsProps) {
  const row = (term: string, value: React.ReactNode, isShown = true) => (isShown ? [{ term, value }] : []);
  return (
    <Fields
      rows={[
        { term: fieldText.statement, value: <Markdown html={text.statement} />, emphasis: true },
        ...row(fieldText.rationale, <Markdown html={text.rationale ?? ""} />, text.rationale !== null),
        ...row(fieldText.acceptance, <Markdown html={text.acceptance ?? ""} />, text.acceptance !== null),
        ...row(fieldText.weight, text.weight, text.weight !== null),
        ...row(fieldText.source, text.source, text.source !== ""),
        ...row(pageText.controls, <Controls controls={text.controls} />, text.controls.length > 0),
        ...row(pageText.needs, <Links links={needs.map(({ number, title }) => ({ href: href(paths.need, { number }), label: title }))} />, needs.length > 0),
        ...row(pageText.policyAreas, policyAreas.join(", "), policyAreas.length > 0),
        ...groupLinks(links).map(([term, group]) => ({ term, value: <LinkedProposals links={group} /> })),
        ...row(pageText.authors, authors.map(({ name }) => name).join(", "), authors.length > 0),
        ...row(pageText.author, `${text.authorName}, ${date(text.createdAt)}`),
        ...row(pageText.fingerprint, <code className="small">{text.fingerprint.slice(0, 16)}</code>),
      ]}
    />
  );
}

function Controls({ controls }: { controls: readonly ShownControl[] }) {
  return (
    <ul className="plain">
      {controls.map(({ name, title, address }) => (
        <li key={name}>
          {address === null ? name : <a href={address}>{name}</a>}
          {title !== null && ` ${title}`}
        </li>
      ))}
    </ul>
  );
}

function groupLinks(links: readonly ShownLink[]): [string, ShownLink[]][] {
  const groups = new Map<string, ShownLink[]>();
  for (const link of links) {
    const term = linkText[link.kind][link.isOutgoing ? 0 : 1];
    groups.set(term, [...(groups.get(term) ?? []), link]);
  }
  return [...groups];
}

function LinkedProposals({ links }: { links: readonly ShownLink[] }) {
  return (
    <ul className="plain">
      {links.map(({ number, title, isSuspect, changes, review }) => (
        <li key={number}>
          <a href={href(paths.proposal, { number })}>
            {number} {title}
          </a>{" "}
          {isSuspect && <Tag tone="amber">{pageText.suspect(number)}</Tag>} {changes !== null && <a href={changes}>{pageText.suspectChanges(number)}</a>}
          {review !== null && <ActionForm action={review.address} label={pageText.linkReview} fields={{ version: String(review.version) }} secondary describe={number} />}
        </li>
      ))}
    </ul>
  );
}

function Links({ links }: { links: readonly { href: string; label: string }[] }) {
  return (
    <ul className="plain">
      {links.map((link) => (
        <li key={link.href}>
          <a href={link.href}>{link.label}</a>
        </li>
      ))}
    </ul>
  );
}
