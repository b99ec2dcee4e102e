import { ITEM_KINDS } from "#app/domain/meetings/agenda.ts";
import type { FieldProblem } from "#app/domain/shared/field-problem.ts";
import { agendaText, itemKindText } from "#app/text/meetings.ts";
import { CheckboxField, SelectField, TextField } from "#app/ui/form.tsx";

interface Field {
  readonly name: string;
  readonly value: string;
  readonly problem: FieldProblem | undefined;
}

/** The fields of an agenda item, for a new one and for changing one. */
export function AgendaItemFields({ field }: { field: (name: string) => Field }) {
  const closed = field("closed");
  return (
    <>
      <TextField {...field("title")} label={agendaText.itemTitle} required maxLength={200} />
      <SelectField {...field("kind")} label={agendaText.kind} options={ITEM_KINDS.map((kind) => ({ value: kind, label: itemKindText[kind] }))} />
      <CheckboxField name="closed" label={agendaText.closed} value="ja" checked={closed.value === "ja"} />
      <TextField {...field("notes")} label={agendaText.notes} hint={agendaText.notesHint} multiline rows={4} maxLength={10_000} />
      <TextField {...field("publicTitle")} label={agendaText.publicTitle} hint={agendaText.publicTitleHint} maxLength={200} />
    </>
  );
}
