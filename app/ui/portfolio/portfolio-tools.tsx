import { href, paths } from "#app/paths.ts";
import { portfolioText } from "#app/text/portfolio.ts";
import { Section } from "../layout.tsx";

/** Where one compares before deciding. The ranking and the scenarios are for the Taskforce. */
export function PortfolioTools({ maySeeScores }: { maySeeScores: boolean }) {
  const links = [
    [href(paths.criteria), portfolioText.criteria],
    ...(maySeeScores ? [[href(paths.ranking), portfolioText.ranking], [href(paths.scenarios), portfolioText.scenarios]] : []),
    [href(paths.whatIf), portfolioText.whatIf],
    [href(paths.advices), portfolioText.advices],
  ] as const;
  return (
    <Section id="vergelijken" title={portfolioText.tools}>
      <ul>
        {links.map(([address, label]) => (
          <li key={address}>
            <a href={address}>{label}</a>
          </li>
        ))}
      </ul>
    </Section>
  );
}
