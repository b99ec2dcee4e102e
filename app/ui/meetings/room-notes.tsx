import { href, paths } from "#app/paths.ts";
import { roomText } from "#app/text/room.ts";
import { Alert } from "#app/ui/alert.tsx";
import { Button } from "#app/ui/button.tsx";
import { ChoiceField, PageForm, SelectField, TextField, type Option } from "#app/ui/form.tsx";
import type { fieldsOf } from "#app/ui/form-state.tsx";
import { LocalOffer } from "#app/ui/local-offer.tsx";
import keepScript from "#app/ui/keep-script.js?url";

interface RoomNotesProps {
  readonly meetingId: string;
  readonly itemId: string;
  readonly personId: string;
  readonly revision: number;
  readonly field: ReturnType<typeof fieldsOf>;
  readonly members: readonly Option[];
  /** what somebody else kept meanwhile; null when nobody did */
  readonly theirs: string | null;
  readonly mayRecord: boolean;
  readonly isUnsaved: boolean;
}

/** The one form of the room: notes under the item, and what came out of it. Kept as it is typed, and by its buttons. */
export function RoomNotes({ meetingId, itemId, personId, revision, field, members, theirs, mayRecord, isUnsaved }: RoomNotesProps) {
  const outcome = field("outcome");
  return (
    <>
      <LocalOffer />
      <div id="andere-tekst" hidden={theirs === null}>
        <Alert>
          <p>{roomText.theirs}</p>
          <pre className="theirs">{theirs ?? ""}</pre>
        </Alert>
      </div>
      <PageForm id="zaal">
        <input type="hidden" name="revision" value={revision} />
        <TextField {...field("notes")} label={roomText.notes} hint={roomText.notesHint} multiline rows={9} maxLength={50_000} />
        <p className="small muted" role="status" id="concept-stand" />
        <div className="actions">
          <Button name="stap" value="bewaar" secondary={mayRecord}>
            {roomText.keep}
          </Button>
        </div>
        {mayRecord && (
          <>
            <h3>{roomText.outcomeTitle}</h3>
            <ChoiceField {...outcome} label={roomText.outcome} value={outcome.value === "" ? "informatie" : outcome.value} options={Object.entries(roomText.outcomes).map(([value, label]) => ({ value, label }))} />
            <TextField {...field("statement")} label={roomText.statement} multiline rows={3} maxLength={1000} />
            <div className="pair">
              <SelectField {...field("owner")} label={roomText.owner} hint={roomText.ownerHint} options={[{ value: "", label: roomText.ownerElse }, ...members]} />
              <TextField {...field("ownerName")} label={roomText.ownerName} hint={roomText.ownerHint} maxLength={120} />
            </div>
            <TextField {...field("due")} label={roomText.due} hint={roomText.dueHint} type="date" />
            <div className="actions">
              <Button name="stap" value="uitkomst">
                {roomText.record}
              </Button>
            </div>
          </>
        )}
        {!mayRecord && <input type="hidden" name="outcome" value="informatie" />}
      </PageForm>
      <script defer src={keepScript} data-form="zaal" data-draft={href(paths.roomNotes, { id: meetingId, itemId })} data-person={personId} data-unsaved={isUnsaved ? "" : undefined} data-texts={JSON.stringify(roomText.script)} />
    </>
  );
}
