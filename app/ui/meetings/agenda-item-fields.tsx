import { ITEM_KINDS } from "#app/domain/meetings/agenda.ts";
import type { FieldProblem } from "#app/domain/shared/field-problem.ts";
import { agendaText, itemKindText } from "#app/text/meetings.ts";
import { itemText } from "#app/text/planning.ts";
import { CheckboxField, SelectField, TextField, type Option } from "#app/ui/form.tsx";

interface Field {
  readonly name: string;
  readonly value: string;
  readonly problem: FieldProblem | undefined;
}

/** The fields of an agenda item, for a new one and for changing one. */
export function AgendaItemFields({ field, members }: { field: (name: string) => Field; members: readonly Option[] }) {
  const closed = field("closed");
  return (
    <>
      <TextField {...field("title")} label={agendaText.itemTitle} required maxLength={200} />
      <SelectField {...field("kind")} label={agendaText.kind} options={ITEM_KINDS.map((kind) => ({ value: kind, label: itemKindText[kind] }))} />
      <div className="pair">
        <SelectField {...field("owner")} label={itemText.owner} options={[{ value: "", label: itemText.ownerNobody }, ...members]} />
        <TextField {...field("ownerName")} label={itemText.ownerName} maxLength={120} />
      </div>
      <TextField {...field("minutes")} label={itemText.minutes} hint={itemText.minutesHint} type="number" />
      <CheckboxField name="closed" label={agendaText.closed} value="ja" checked={closed.value === "ja"} />
      <TextField {...field("notes")} label={agendaText.notes} hint={agendaText.notesHint} multiline rows={4} maxLength={10_000} />
      <TextField {...field("publicTitle")} label={agendaText.publicTitle} hint={agendaText.publicTitleHint} maxLength={200} />
    </>
  );
}
