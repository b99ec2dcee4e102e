import { href, paths } from "#app/paths.ts";
import { layoutText, navText } from "#app/text/layout.ts";
import { Button } from "./button.tsx";

const LINKS = [
  [href(paths.proposals), navText.proposals],
  [href(paths.rounds), navText.rounds],
  [href(paths.meetings), navText.meetings],
  [href(paths.decisions), navText.decisions],
  [href(paths.actions), navText.actions],
  [href(paths.requirementSets), navText.requirementSets],
  [href(paths.portfolio), navText.portfolio],
  [href(paths.roadmap), navText.roadmap],
  [href(paths.needs), navText.needs],
  [href(paths.municipalities), navText.municipalities],
  [href(paths.organisations), navText.organisations],
  [href(paths.bodies), navText.bodies],
  [href(paths.buildingBlocks), navText.buildingBlocks],
  [href(paths.joining), navText.joining],
  [href(paths.search), navText.search],
  [href(paths.audit), navText.audit],
  [href(paths.about), navText.about],
  [href(paths.glossary), navText.glossary],
  [href(paths.privacy), navText.privacy],
  [href(paths.accessibility), navText.accessibility],
] as const;

/** The foot of every page: the whole menu, where the phone's menu link lands, and signing out. */
export function SiteFoot({ isSignedIn }: { isSignedIn: boolean }) {
  return (
    <footer className="foot" id="menu">
      <div className="wrap stack">
        <nav aria-label={layoutText.foot}>
          <ul>
            {LINKS.map(([address, label]) => (
              <li key={address}>
                <a href={address}>{label}</a>
              </li>
            ))}
          </ul>
        </nav>
        {isSignedIn && (
          <form method="post" action={href(paths.logout)}>
            <Button secondary>{layoutText.signOut}</Button>
          </form>
        )}
      </div>
    </footer>
  );
}
