import { href, paths } from "#app/paths.ts";
import { layoutText, navText } from "#app/text/layout.ts";

export interface Visitor {
  readonly name: string;
  readonly organisation: string | null;
  readonly isAdmin: boolean;
}

const MENU = [
  [href(paths.proposals), navText.proposals],
  [href(paths.rounds), navText.rounds],
  [href(paths.meetings), navText.meetings],
  [href(paths.decisions), navText.decisions],
  [href(paths.roadmap), navText.roadmap],
  [href(paths.municipalities), navText.municipalities],
  [href(paths.search), navText.search],
] as const;

/** The top of every page: the main menu, and who is here. */
export function SiteHead({ visitor, path }: { visitor: Visitor | null; path: string }) {
  return (
    <>
      <a className="nl-skip-link nl-skip-link--visible-on-focus" href="#inhoud">
        {layoutText.skip}
      </a>
      <header className="top">
        <div className="wrap">
          <a className="brand" href={href(paths.home)}>
            {layoutText.name}
          </a>
          <nav className="nav" aria-label={layoutText.menu}>
            <ul>
              {MENU.map(([address, label]) => (
                <li key={address}>
                  <a href={address} aria-current={path === address ? "page" : path.startsWith(`${address}/`) ? "true" : undefined}>
                    {label}
                  </a>
                </li>
              ))}
            </ul>
          </nav>
          <div className="who">
            <ul>
              {visitor === null ? (
                <li>
                  <a href={href(paths.login)} aria-current={path === href(paths.login) ? "page" : undefined}>{layoutText.signIn}</a>
                </li>
              ) : (
                <li>
                  <a href={href(paths.tasks)} aria-current={path === href(paths.tasks) ? "page" : undefined}>{layoutText.tasks}</a>
                </li>
              )}
              <li className="to-menu">
                <a href="#menu">{layoutText.toMenu}</a>
              </li>
            </ul>
          </div>
        </div>
      </header>
      {visitor !== null && (
        <aside className="acting" aria-label={layoutText.acting}>
          <div className="wrap">
            <p>
              {visitor.organisation === null ? layoutText.actingAlone : layoutText.actingAs(visitor.organisation)}
              <a href={href(paths.account)}>
                <strong>{visitor.name}</strong>
              </a>
              {visitor.isAdmin && (
                <>
                  {" · "}
                  <a href={href(paths.admin)}>{layoutText.admin}</a>
                </>
              )}
            </p>
          </div>
        </aside>
      )}
    </>
  );
}
