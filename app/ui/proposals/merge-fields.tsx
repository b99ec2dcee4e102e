import { MERGE_CHOICES } from "#app/domain/proposals/amendment-merge.ts";
import type { FieldProblem } from "#app/domain/shared/field-problem.ts";
import { amendmentText, mergeChoiceText } from "#app/text/amendments.ts";
import { date } from "#app/text/format.ts";
import { SelectField, TextField } from "#app/ui/form.tsx";
import { ChangeText, type ShownChange } from "./change-list.tsx";

/** An open change with who asks for it and why. */
export interface AskedChange extends ShownChange {
  readonly added: string;
  readonly by: string;
  readonly at: string;
  readonly reason: string;
}

type Field = (name: string) => { readonly name: string; readonly value: string; readonly problem: FieldProblem | undefined };

/** One change with everything the penvoerder decides about it: what to do, with which words, and the answer. */
export function MergeFields({ change, field }: { change: AskedChange; field: Field }) {
  const { id, label, by, at, reason, added, goneIn } = change;
  const choices = goneIn === null ? MERGE_CHOICES : MERGE_CHOICES.filter((choice) => choice !== "partly");
  return (
    <div className="note stack" id={`wijziging-${label}`}>
      <ChangeText change={change} />
      <p className="lines">{reason}</p>
      <p className="by">{[by, date(at)].join(" · ")}</p>
      <SelectField {...field(`besluit-${id}`)} label={amendmentText.choice(label)} options={[{ value: "", label: amendmentText.later }, ...choices.map((choice) => ({ value: choice, label: mergeChoiceText[choice] }))]} />
      {goneIn === null && <TextField {...field(`tekst-${id}`)} label={amendmentText.ownWording} hint={amendmentText.ownWordingHint} multiline rows={Math.min(8, Math.ceil(added.length / 70) + 1)} />}
      <TextField {...field(`antwoord-${id}`)} label={amendmentText.answer} hint={amendmentText.answerHint} multiline rows={2} />
    </div>
  );
}
