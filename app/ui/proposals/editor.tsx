import type { ReactNode } from "react";
import { href, paths } from "#app/paths.ts";
import { editorText } from "#app/text/editor.ts";
import { ActionForm } from "#app/ui/action-form.tsx";
import { Alert } from "#app/ui/alert.tsx";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { PageForm } from "#app/ui/form.tsx";
import { Section } from "#app/ui/layout.tsx";
import { LocalOffer } from "#app/ui/local-offer.tsx";
import keepScript from "#app/ui/keep-script.js?url";
import previewScript from "./preview-script.js?url";

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
      <LocalOffer />
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
        src={keepScript}
        data-form="voorstel"
        data-draft={href(paths.proposalDraft, { number })}
        data-person={personId}
        data-unsaved={isUnsaved ? "" : undefined}
        data-texts={JSON.stringify(editorText.script)}
      />
      <script defer src={previewScript} data-form="voorstel" data-preview={href(paths.markdownPreview)} />
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
