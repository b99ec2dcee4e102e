import { json, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireActor } from "#app/auth/guards.ts";
import type { CommandContext } from "#app/commands/context.ts";
import { KEPT_HOURS, startImport } from "#app/commands/proposals/import/start-import.ts";
import { may } from "#app/domain/access/policy.ts";
import { HOUR, later } from "#app/domain/shared/instant.ts";
import { href, paths } from "#app/paths.ts";
import { forbidden } from "#app/platform/http.ts";
import { pageTitle } from "#app/text/format.ts";
import { importProposalsText, importRefusalText } from "#app/text/proposal-import.ts";
import { listText } from "#app/text/proposals.ts";
import { Alert } from "#app/ui/alert.tsx";
import { Button } from "#app/ui/button.tsx";
import { SelectField } from "#app/ui/form.tsx";
import { controlLook, Field, FieldLabel, Hint, ProblemLine } from "#app/ui/form-parts.tsx";
import { Flow, Section } from "#app/ui/layout.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { Row, Rows } from "#app/ui/rows.tsx";
import { Tag } from "#app/ui/tag.tsx";
import { listUnfinishedImports } from "#db/queries/proposal-imports.ts";
import { listDraftingBodies } from "#db/queries/proposal-lists.ts";

export const meta: MetaFunction = () => [{ title: pageTitle(importProposalsText.title) }];

export async function loader(args: LoaderFunctionArgs) {
  const context = await requireActor(args);
  const bodies = await importingBodies(context);
  if (bodies.length === 0) forbidden();
  const unfinished = await listUnfinishedImports(context.db, context.actor.id ?? "", later(context.now(), -KEPT_HOURS * HOUR));
  return { bodies: bodies.map(({ value, label }) => ({ value, label })), unfinished };
}

/** Reads the file that was posted. Throws a 400 when the body is no form. */
export async function action(args: ActionFunctionArgs) {
  const context = await requireActor(args);
  const form = await args.request.formData().catch(() => null);
  if (!form) throw new Response(null, { status: 400 });
  const [file, body] = [form.get("file"), String(form.get("body") ?? "")];
  if (!(file instanceof File) || file.name === "") return json({ body, problem: importRefusalText["file-missing"] }, 422);

  const started = await startImport(context, { body, fileName: file.name, bytes: new Uint8Array(await file.arrayBuffer()) });
  if (started.ok) return redirect(href(paths.proposalImport, { id: started.value.id }));
  if (started.refusal === "not-allowed" || started.refusal === "not-found") forbidden();
  const problem = importProposalsText.place(importRefusalText[started.refusal], started.place ?? null);
  return json({ body, problem }, started.refusal === "too-large" ? 413 : 422);
}

const importingBodies = ({ db, actor }: CommandContext) =>
  listDraftingBodies(db, [...new Set(actor.memberships.map(({ bodyId }) => bodyId))].filter((bodyId) => may(actor, "proposal.import", { bodyId })));

export default function ImportUploadPage() {
  const { bodies, unfinished } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <>
      <PageHead crumbs={[{ href: href(paths.proposals), label: listText.title }]} title={importProposalsText.title} lead={importProposalsText.lead} />
      <Flow>
        {answer && (
          <Alert live>
            <a href="#file">{answer.problem}</a>
          </Alert>
        )}
        <form method="post" encType="multipart/form-data" className="stack form">
          <SelectField name="body" label={importProposalsText.body} value={answer?.body} options={bodies} />
          <Field invalid={answer !== undefined}>
            <FieldLabel htmlFor="file">{importProposalsText.file}</FieldLabel>
            <Hint id="file-hint">{importProposalsText.fileHint}</Hint>
            {answer && <ProblemLine id="file-probleem">{answer.problem}</ProblemLine>}
            <input type="file" className={controlLook.textbox(answer !== undefined)} id="file" name="file" accept=".csv,.txt,.xlsx,.ods,.reqif,.reqifz" aria-describedby={answer ? "file-hint file-probleem" : "file-hint"} aria-invalid={answer ? true : undefined} />
          </Field>
          <p className="small">{importProposalsText.steps}</p>
          <Button>{importProposalsText.upload}</Button>
        </form>
        {unfinished.length > 0 && (
          <Section id="bezig" title={importProposalsText.unfinished}>
            <Rows>
              {unfinished.map(({ id, fileName, bodyName, rowCount, createdAt, hasFailed }) => (
                <Row key={id}>
                  <div>
                    <h3>
                      <a href={href(paths.proposalImport, { id })}>{fileName}</a>
                    </h3>
                    <p className="meta">{importProposalsText.unfinishedAbout(bodyName, rowCount, createdAt)}</p>
                    {hasFailed && <Tag tone="red">{importProposalsText.failedShort}</Tag>}
                  </div>
                </Row>
              ))}
            </Rows>
          </Section>
        )}
      </Flow>
    </>
  );
}
