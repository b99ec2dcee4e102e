import { json, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireActor } from "#app/auth/guards.ts";
import type { CommandContext } from "#app/commands/context.ts";
import { importMinutes } from "#app/commands/meetings/import-minutes.ts";
import { may } from "#app/domain/access/policy.ts";
import { readMinutes } from "#app/domain/meetings/minutes-import/read-minutes.ts";
import { href, paths } from "#app/paths.ts";
import { forbidden } from "#app/platform/http.ts";
import { withNotice } from "#app/platform/notice.ts";
import { pageTitle } from "#app/text/format.ts";
import { importText, meetingRefusalText, meetingText } from "#app/text/meetings.ts";
import { Button } from "#app/ui/button.tsx";
import { Field, FieldLabel, Hint } from "#app/ui/form-parts.tsx";
import { SelectField, TextField } from "#app/ui/form.tsx";
import { Flow } from "#app/ui/layout.tsx";
import { fieldsOf, FormProblems } from "#app/ui/form-state.tsx";
import { ImportPreview } from "#app/ui/meetings/import-preview.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { listVotingBodies } from "#db/queries/voting-bodies.ts";
import { readImport, type ImportRequest } from "./import-form.ts";
import { previewOf } from "./import-preview.ts";

export const meta: MetaFunction = () => [{ title: pageTitle(importText.title) }];

export async function loader(args: LoaderFunctionArgs) {
  const bodies = await ownBodies(await requireActor(args));
  if (bodies.length === 0) forbidden();
  return { bodies: bodies.map(({ slug, name }) => ({ value: slug, label: name })) };
}

export async function action(args: ActionFunctionArgs) {
  const context = await requireActor(args);
  const { values, problems } = await readImport(args.request);
  const body = (await ownBodies(context)).find(({ slug }) => slug === values.body) ?? forbidden();
  if (Object.keys(problems).length > 0) return json(page(values, { problems }), 422);
  if (!values.isConfirmed) return json(page(values, { isPreview: true }));

  const imported = await importMinutes(context, {
    ...{ bodyId: body.id, text: values.text, path: values.path === "" ? null : values.path, day: values.day },
    ...{ title: importText.fallbackTitle(body.name), introduction: importText.introduction, withAttendance: values.withNames, candidates: values.candidates },
  });
  if (imported.ok) return redirect(href(paths.meeting, { id: imported.value.id }), await withNotice("minutes-imported"));
  if (imported.refusal === "not-allowed") forbidden();
  return json(page(values, { isPreview: true, refusal: meetingRefusalText[imported.refusal] }), 409);
}

/** What the page shows again: what was given, and what the reader makes of it. */
function page(values: ImportRequest, { problems = {}, isPreview = false, refusal = null }: { problems?: Awaited<ReturnType<typeof readImport>>["problems"]; isPreview?: boolean; refusal?: string | null }) {
  return {
    problems,
    refusal,
    entered: { body: values.body, text: values.text, path: values.path, day: values.day ?? "" },
    preview: isPreview ? previewOf(readMinutes(values.text, values.path === "" ? null : values.path), values) : null,
  };
}

const ownBodies = async ({ db, actor }: CommandContext) => (await listVotingBodies(db)).filter(({ id }) => may(actor, "meeting.import", { bodyId: id }));

export default function MeetingImportPage() {
  const { bodies } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const field = fieldsOf(answer?.entered ?? { body: bodies[0]?.value ?? "" }, answer?.problems ?? {});
  const preview = answer?.preview ?? null;
  return (
    <>
      <PageHead crumbs={[{ href: href(paths.meetings), label: meetingText.crumb }]} title={importText.title} lead={importText.lead} />
      <Flow>
        <FormProblems refusal={answer?.refusal ?? null} problems={answer?.problems ?? {}} labels={{ text: importText.text, day: importText.day }} />
        <form method="post" encType="multipart/form-data" className="stack">
          {preview && <ImportPreview preview={preview} />}
          <SelectField {...field("body")} label={importText.body} options={bodies} />
          <Field>
            <FieldLabel htmlFor="file">{importText.file}</FieldLabel>
            <Hint id="file-hint">{importText.fileHint}</Hint>
            <input type="file" id="file" name="file" accept=".md,.markdown,.txt,text/markdown,text/plain" aria-describedby="file-hint" />
          </Field>
          <TextField {...field("text")} label={importText.text} multiline rows={14} />
          <TextField {...field("path")} label={importText.path} hint={importText.pathHint} maxLength={300} />
          <TextField {...field("day")} label={importText.day} hint={importText.dayHint} type="date" />
          <Button name="stap" value="bekijken" secondary={preview !== null}>
            {importText.preview}
          </Button>
        </form>
      </Flow>
    </>
  );
}
