import type { ReactNode } from "react";
import { href, paths } from "#app/paths.ts";
import { editorText } from "#app/text/editor.ts";
import { ActionForm } from "#app/ui/action-form.tsx";
import { Alert } from "#app/ui/alert.tsx";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { PageForm } from "#app/ui/form.tsx";
import { Section } from "#app/ui/layout.tsx";
import script from "./editor-script.js?url";

interface EditorProps {
  /** number of the proposal, or "nieuw" */
  readonly number: string;
  readonly personId: string;
  /** the words on the filled button */
  readonly save: string;
  /** when the draft that fills this form was kept */
  readonly draftedAt: string | null;
  /** a sentence about what a button just did */
  readonly said: string | null;
  /** the form came back from a button with what was typed: nobody kept it yet */
  readonly isUnsaved: boolean;
  readonly children: ReactNode;
}

/** The form of a version: saving is one button; the others show, keep or fill in, and lose nothing. The script does it all by itself. */
export function Editor({ number, personId, save, draftedAt, said, isUnsaved, children }: EditorProps) {
  const [stand, privacy] = [draftedAt === null ? "" : editorText.writing(draftedAt), editorText.privacy];
  return (
    <>
      {said !== null && (
        <Alert tone="ok" live>
          {said}
        </Alert>
      )}
      <div className="next" id="lokale-tekst" hidden>
        <p>{editorText.localOffer}</p>
        <div className="actions">
          <button type="button" className="nl-button nl-button--secondary" value="terug">
            {editorText.localBack}
          </button>
          <button type="button" className="nl-button nl-button--secondary" value="weg">
            {editorText.localGone}
          </button>
        </div>
      </div>
      <PageForm id="voorstel">
        {children}
        <p className="small muted" role="status" id="concept-stand">
          {stand}
        </p>
        <div className="actions">
          <Button>{save}</Button>
          <Button secondary name="stap" value="voorbeeld">
            {editorText.preview}
          </Button>
          <Button secondary name="stap" value="concept">
            {editorText.keepDraft}
          </Button>
          <Button secondary name="stap" value="sjabloon">
            {editorText.template}
          </Button>
        </div>
        <p className="small muted">
          {privacy} {editorText.templateHint}
        </p>
      </PageForm>
      <script
        defer
        src={script}
        data-draft={href(paths.proposalDraft, { number })}
        data-preview={href(paths.markdownPreview)}
        data-person={personId}
        data-unsaved={isUnsaved ? "" : undefined}
        data-texts={JSON.stringify(editorText.script)}
      />
    </>
  );
}

/** What somebody kept before: first choose, then write, so that neither text is written over by accident. */
export function DraftOffer({ number, savedAt, endsAt, outdated }: { number: string; savedAt: string; endsAt: string; outdated: { basedOn: number; current: number } | null }) {
  const page = number === "nieuw" ? href(paths.newProposal, { concept: "verder" }) : href(paths.proposalEdit, { number }, { concept: "verder" });
  return (
    <Section id="concept" title={editorText.offerTitle}>
      <p>{editorText.offer(savedAt)}</p>
      <p className="small muted">{editorText.offerUntil(endsAt)}</p>
      {outdated !== null && <p>{editorText.offerOutdated(outdated.basedOn, outdated.current)}</p>}
      <div className="actions">
        <ButtonLink href={page}>{editorText.goOn}</ButtonLink>
        <ActionForm action={href(paths.proposalDraftDisposal, { number })} label={editorText.disposeOf} secondary />
      </div>
    </Section>
  );
}
