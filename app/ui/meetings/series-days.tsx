import type { SkippedDay } from "#app/domain/meetings/recurrence.ts";
import { seriesText } from "#app/text/planning.ts";
import { Alert } from "#app/ui/alert.tsx";
import { Section } from "#app/ui/layout.tsx";

interface SeriesDaysProps {
  readonly kept: readonly string[];
  readonly skipped: readonly SkippedDay[];
  readonly warned: readonly SkippedDay[];
}

/** The days of a series before anything is planned: what comes, what falls away and why, and what deserves a second look. */
export function SeriesDays({ kept, skipped, warned }: SeriesDaysProps) {
  return (
    <Section id="datums" title={seriesText.datesTitle}>
      {warned.length > 0 && <DaysWithWhy title={seriesText.warnedTitle} days={warned} />}
      {skipped.length > 0 && <DaysWithWhy title={seriesText.skippedTitle} days={skipped} />}
      <h3>{seriesText.keptTitle(kept.length)}</h3>
      <ul className="utrecht-unordered-list">
        {kept.map((day) => (
          <li key={day} className="utrecht-unordered-list__item">
            {seriesText.day(day)}
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** Days with the reason that they are quiet. */
export function DaysWithWhy({ title, days }: { title: string; days: readonly SkippedDay[] }) {
  return (
    <Alert tone="warning">
      <p>
        <strong>{title}</strong>
      </p>
      <ul className="utrecht-unordered-list">
        {days.map(({ day, why }) => (
          <li key={day} className="utrecht-unordered-list__item">
            {seriesText.dayAndWhy(day, why)}
          </li>
        ))}
      </ul>
    </Alert>
  );
}
