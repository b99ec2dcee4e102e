import type { AdoptionState } from "#app/domain/municipalities/adoption.ts";
import { href, paths } from "#app/paths.ts";
import { adoptionText, joinText } from "#app/text/municipalities.ts";

/** Where the next step of a state leads to. */
const NEXT = {
  niet: () => href(paths.joining),
  orientatie: (component: string) => href(paths.buildingBlocks, { onderdeel: component }),
  besloten: (component: string) => href(paths.roadmap, { onderdeel: component }),
  in_aansluiting: (component: string) => href(paths.roadmap, { onderdeel: component }),
  aangesloten: (component: string) => href(paths.proposals, { onderdeel: component }),
} satisfies Record<AdoptionState, (component: string) => string>;

/** The steps to join: per component where this gemeente stands, and what comes next. */
export function JoinSteps({ states }: { states: readonly { readonly slug: string; readonly component: string; readonly state: AdoptionState }[] }) {
  return (
    <>
      <ol>
        {joinText.steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <h3>{joinText.next}</h3>
      <ul className="rows rows-date">
        {states.map(({ slug, component, state }) => (
          <li key={slug}>
            <div className="date">
              <b>{component}</b>
              {adoptionText[state]}
            </div>
            <div>
              <p>{joinText.todo[state]}</p>
              <p>
                <a href={NEXT[state](slug)}>{joinText.link[state](component)}</a>
              </p>
            </div>
          </li>
        ))}
      </ul>
    </>
  );
}
