import type { Quarter } from "#app/domain/roadmap/quarter.ts";
import { nextGate, placed } from "#app/domain/roadmap/phase.ts";
import { href, paths } from "#app/paths.ts";
import { date, quarter } from "#app/text/format.ts";
import { phasesText } from "#app/text/roadmap-plan.ts";
import { roadmapText } from "#app/text/roadmap.ts";
import { ActionForm } from "../action-form.tsx";
import { DataTable } from "../table.tsx";

interface PhaseTableProps {
  readonly number: string;
  readonly start: Quarter;
  readonly phases: readonly { readonly id: string; readonly title: string; readonly quarters: number; readonly gate: string; readonly passedOn: string | null }[];
  /** whether this reader may say that a gate was passed */
  readonly mayPass: boolean;
}

/** The phases one after another, and the one gate that is next. */
export function PhaseTable({ number, start, phases, mayPass }: PhaseTableProps) {
  if (phases.length === 0) return <p className="muted">{phasesText.none}</p>;
  const next = nextGate(phases);
  return (
    <DataTable
      caption={phasesText.caption}
      head={[phasesText.phase, phasesText.quarters, phasesText.gate, phasesText.state]}
      rows={placed(phases, start).map((phase) => ({
        key: phase.id,
        cells: [
          phase.title,
          roadmapText.period(quarter(phase.start), quarter(phase.end)),
          phase.gate === "" ? phasesText.noGate : phase.gate,
          phase.gate === "" ? (
            "–"
          ) : phase.passedOn !== null ? (
            phasesText.passed(date(phase.passedOn))
          ) : mayPass && phase.id === next?.id ? (
            <ActionForm key="gehaald" action={href(paths.gatePassed, { number, phaseId: phase.id })} label={phasesText.pass} secondary describe={phase.gate} />
          ) : (
            phasesText.open
          ),
        ],
      }))}
    />
  );
}
