/* Long minutes: what a page of them costs, and a PDF of twenty pages beside other requests. Made through the commands. */
import { addAgendaItem } from "#app/commands/meetings/add-agenda-item.ts";
import { adoptMinutes } from "#app/commands/meetings/adopt-minutes.ts";
import { closeMeeting } from "#app/commands/meetings/close-meeting.ts";
import { planMeeting } from "#app/commands/meetings/plan-meeting.ts";
import { publishMinutes } from "#app/commands/meetings/publish-minutes.ts";
import { recordAction } from "#app/commands/meetings/record-action.ts";
import { recordAttendance } from "#app/commands/meetings/record-attendance.ts";
import { sendAgenda } from "#app/commands/meetings/send-agenda.ts";
import { shareConceptMinutes } from "#app/commands/meetings/share-concept-minutes.ts";
import { startMeeting } from "#app/commands/meetings/start-meeting.ts";
import { writeMinutes } from "#app/commands/meetings/write-minutes.ts";
import { HOUR, instant, later } from "#app/domain/shared/instant.ts";
import type { Result } from "#app/domain/shared/result.ts";
import { uuid7 } from "#app/platform/uuid7.ts";
import { inTransaction, openDatabase } from "#db/client.ts";
import { actorOf } from "#db/queries/people.ts";
import { ask } from "./load.ts";

const [ITEMS, MEETINGS] = [40, 6];

const SENTENCES = [
  "De voorzitter licht toe waarom dit punt nu op de agenda staat en wat er sinds de vorige keer is veranderd.",
  "Meerdere gemeenten melden dat zij de overgang in een eigen tempo willen doen, met hulp van de accountmanager.",
  "De secretaris legt het voorstel voor aan de leveranciers en vraagt om een reactie binnen vier weken.",
  "Over de kosten is nog geen duidelijkheid: het gaat om een **eenmalige** uitgave en om een bedrag per jaar.",
  "De vergadering vindt dat de eis te toetsen moet zijn met een proef bij drie gemeenten.",
  "Wie meedoet aan de proef, meldt zich voor het einde van de maand bij het secretariaat.",
];

const textOf = (meeting: number, item: number): string => {
  const paragraph = (from: number) => Array.from({ length: 5 }, (_, step) => SENTENCES[(from + step) % SENTENCES.length]).join(" ");
  return `${paragraph(item)} Vergadering ${meeting + 1}, punt ${item + 1}.\n\n- Het eerste gevolg is klein.\n- Het tweede vraagt om een besluit.\n\n${paragraph(item + 2)}\n\n| gemeente | stand |\n|---|---|\n| Voorbeeldstad | klaar |\n| Proefdorp | over ${item + 1} weken |\n\n${paragraph(item + 4)}`;
};

/** Makes the meetings in the database at `url`, with minutes that everybody may read; their ids. */
export async function longMinutes(url: string): Promise<string[]> {
  const db = await openDatabase(url);
  const now = () => instant(new Date());
  const made: string[] = [];
  await inTransaction(db, async (trx) => {
    const as = async (handle: string) => {
      const { id } = await trx.selectFrom("person").select("id").where("email", "=", `${handle}@demo.ggi`).executeTakeFirstOrThrow();
      return { db: trx, now, newId: uuid7, actor: await actorOf(trx, id, now()) };
    };
    const [secretary, chair] = [await as("secretaris.netwerk"), await as("voorzitter.netwerk")];
    const { id: bodyId } = await trx.selectFrom("body").select("id").where("slug", "=", "netwerk").executeTakeFirstOrThrow();
    const people = await trx.selectFrom("person").select("id").where("email", "like", "lid%.netwerk@demo.ggi").execute();
    for (let meeting = 0; meeting < MEETINGS; meeting++) {
      const { id: meetingId } = must(await planMeeting(secretary, { bodyId, title: `Lang overleg ${meeting + 1}`, location: "Online", startsAt: now(), endsAt: later(now(), 2 * HOUR) }));
      const ids: string[] = [];
      for (let item = 0; item < ITEMS; item++) ids.push(must(await addAgendaItem(secretary, { meetingId, title: `Onderwerp ${item + 1} van het overleg`, kind: "bespreking", isClosed: false, notes: "" })).id);
      must(await sendAgenda(secretary, { meetingId }));
      must(await startMeeting(secretary, { meetingId }));
      must(await recordAttendance(secretary, { meetingId, members: people.map(({ id }) => ({ personId: id, state: "aanwezig" as const })) }));
      must(await writeMinutes(secretary, { meetingId, revision: 0, items: ids.map((id, item) => ({ id, minutes: textOf(meeting, item) })) }));
      for (const agendaItemId of ids.slice(0, 8)) must(await recordAction(secretary, { meetingId, agendaItemId, statement: "De uitkomst delen met alle gemeenten", ownerId: people[0]?.id ?? "", ownerName: "", dueOn: null }));
      must(await closeMeeting(secretary, { meetingId }));
      must(await shareConceptMinutes(secretary, { meetingId }));
      must(await adoptMinutes(chair, { meetingId }));
      must(await publishMinutes(secretary, { meetingId }));
      made.push(meetingId);
    }
  });
  await db.destroy();
  return made;
}

/** Each set of minutes as a PDF for the first time, and how long a page takes alone and meanwhile. */
export async function pdfsBeside(portal: string, ids: readonly string[], page: string, cookie: string) {
  const timed = async () => {
    const begin = performance.now();
    await ask({ url: page, cookie });
    return performance.now() - begin;
  };
  const idle: number[] = [];
  for (let turn = 0; turn < 600; turn++) idle.push(await timed());
  const [beside, seconds, sizes]: [number[], number[], number[]] = [[], [], []];
  // The first one starts the worker: that is part of what a reader waits for, and is not left out.
  for (const id of ids) {
    const begin = performance.now();
    let isDone = false;
    const file = ask({ url: `${portal}/vergaderingen/${id}/documenten/notulen.pdf` }).then(({ body, status, bytes }) => {
      isDone = true;
      if (status !== 200) throw new Error(`the PDF answered ${status}`);
      sizes.push(body.match(/\/Type\s*\/Page\b/g)?.length ?? 0);
      return bytes;
    });
    while (!isDone) beside.push(await timed());
    await file;
    seconds.push((performance.now() - begin) / 1000);
  }
  return { seconds: Math.max(...seconds), pages: Math.min(...sizes), idle: ninetyNinth(idle), beside: ninetyNinth(beside), samples: beside.length };
}

const ninetyNinth = (times: number[]): number => times.sort((a, b) => a - b)[Math.floor(times.length * 0.99)] ?? 0;

function must<Value>(result: Result<Value, string>): Value {
  if (!result.ok) throw new Error(result.refusal);
  return result.value;
}
