import { href, paths } from "#app/paths.ts";
import { planText } from "#app/text/roadmap-plan.ts";
import { roadmapText } from "#app/text/roadmap.ts";
import { Section } from "../layout.tsx";

/** The roadmap to take along: as a file, in a calendar, on paper, on one's own site. */
export function RoadmapTools({ query, embed }: { query: Readonly<Record<string, string | undefined>>; embed: string }) {
  return (
    <Section id="meenemen" title={planText.tools}>
      <ul>
        <li>
          <a href={href(paths.whatIf)}>{planText.whatIf}</a>
        </li>
        <li>
          <a href={href(paths.roadmapCsv, query)}>{roadmapText.csv}</a>
        </li>
        <li>
          <a href={href(paths.roadmapCalendar, { onderdeel: query["onderdeel"] })}>{planText.calendar}</a>
        </li>
        <li>
          <a href={href(paths.roadmapPrint, query)}>{planText.print}</a>
        </li>
      </ul>
      <details>
        <summary>{planText.embed}</summary>
        <p>{planText.embedCode}</p>
        <pre className="hash">
          <code>{embed}</code>
        </pre>
        <p>
          <a href={href(paths.roadmapEmbed)}>{planText.embedLook}</a>
        </p>
      </details>
    </Section>
  );
}
