import type { Moscow, ProposalKind } from "#app/domain/proposals/proposal.ts";
import { href, paths } from "#app/paths.ts";
import { importProposalsText } from "#app/text/proposal-import.ts";
import { kindText, moscowText } from "#app/text/proposals.ts";
import { ActionForm } from "#app/ui/action-form.tsx";
import { Section } from "#app/ui/layout.tsx";
import { DataTable } from "#app/ui/table.tsx";

interface ImportPreviewProps {
  readonly id: string;
  readonly rowCount: number;
  readonly problemCount: number;
  readonly problems: readonly { readonly place: number; readonly title: string; readonly sentences: readonly string[] }[];
  readonly samples: readonly { readonly place: number; readonly title: string; readonly statement: string; readonly kind: ProposalKind; readonly moscow: Moscow }[];
  readonly taken: readonly { readonly title: string; readonly number: string }[];
  readonly earlier: string | null;
}

/** What a file would become, row by row, before anything is kept; or what is wrong with it. */
export function ImportPreview({ id, rowCount, problemCount, problems, samples, taken, earlier }: ImportPreviewProps) {
  return (
    <Section id="voorbeeld" title={importProposalsText.previewTitle}>
      <p role="status">{problemCount === 0 ? importProposalsText.allGood(rowCount) : importProposalsText.someWrong(problemCount, rowCount)}</p>
      {earlier !== null && <p className="note">{earlier}</p>}
      {taken.length > 0 && (
        <div className="note">
          <p>{importProposalsText.sameTitle(taken.length)}</p>
          <ul>
            {taken.map(({ title, number }) => (
              <li key={number}>
                <a href={href(paths.proposal, { number })}>{`${number} ${title}`}</a>
              </li>
            ))}
          </ul>
        </div>
      )}
      {problems.length > 0 && (
        <>
          <DataTable
            caption={importProposalsText.problemsCaption}
            head={importProposalsText.problemsHead}
            rows={problems.map(({ place, title, sentences }) => ({ key: String(place), cells: [place, title, <Sentences key="why" sentences={sentences} />] }))}
          />
          {problemCount > problems.length && <p className="small">{importProposalsText.moreProblems(problems.length)}</p>}
        </>
      )}
      {problemCount === 0 && (
        <DataTable
          caption={importProposalsText.sampleCaption}
          head={importProposalsText.sampleHead}
          rows={samples.map(({ place, title, statement, kind, moscow }) => ({ key: String(place), cells: [place, title, statement, kindText[kind], moscowText[moscow]] }))}
        />
      )}
      <div className="actions">
        {problemCount === 0 && <ActionForm action={href(paths.proposalImportCommit, { id })} label={importProposalsText.commit(rowCount)} />}
        <ActionForm action={href(paths.proposalImportDisposal, { id })} label={importProposalsText.drop} secondary />
      </div>
    </Section>
  );
}

const Sentences = ({ sentences }: { sentences: readonly string[] }) => (
  <ul className="plain">
    {sentences.map((sentence) => (
      <li key={sentence}>{sentence}</li>
    ))}
  </ul>
);
