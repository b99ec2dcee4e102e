import type { ReactNode } from "react";
import { layoutText } from "#app/text/layout.ts";
import { Tags } from "./tag.tsx";

interface PageHeadProps {
  readonly crumbs?: readonly { readonly href: string; readonly label: string }[];
  readonly kicker?: ReactNode;
  readonly title: string;
  readonly lead?: ReactNode;
  readonly tags?: ReactNode;
  /** what one can do with the whole page: search, follow */
  readonly action?: ReactNode;
}

/** The head of every page: where am I, what is this, in what state. The one h1. */
export function PageHead({ crumbs = [], kicker, title, lead, tags, action }: PageHeadProps) {
  return (
    <>
      {crumbs.length > 0 && (
        <div className="wrap crumb-wrap">
          <nav className="utrecht-breadcrumb-nav" aria-label={layoutText.crumbs}>
            <ol className="utrecht-breadcrumb-nav__list utrecht-breadcrumb-nav__list--html-ol">
              {crumbs.map(({ href, label }) => (
                <li key={href} className="utrecht-breadcrumb-nav__item">
                  <a className="utrecht-breadcrumb-nav__link" href={href}>
                    {label}
                  </a>
                </li>
              ))}
            </ol>
          </nav>
        </div>
      )}
      <div className="wrap head">
        {kicker !== undefined && <p className="muted num">{kicker}</p>}
        <h1>{title}</h1>
        {tags !== undefined && <Tags>{tags}</Tags>}
        {lead !== undefined && <p className="lead">{lead}</p>}
        {action}
      </div>
    </>
  );
}
