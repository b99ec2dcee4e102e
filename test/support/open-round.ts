import { vi, onTestFinished } from "vitest";
import { startSession } from "#app/auth/sessions.ts";
import { draftProposal } from "#app/commands/proposals/draft-proposal.ts";
import { putUnderDiscussion } from "#app/commands/proposals/put-under-discussion.ts";
import { openRound } from "#app/commands/voting/open-round.ts";
import { prepareRound } from "#app/commands/voting/prepare-round.ts";
import { later, MINUTE } from "#app/domain/shared/instant.ts";
import { ruleOf } from "#app/domain/voting/rule.ts";
import { breakingDialect, whole } from "#test/support/breaking-dialect.ts";
import { aText } from "#test/support/drafting.ts";
import { done } from "#test/support/meeting.ts";
import { aPortal } from "#test/support/portal.ts";
import { aServer, type Answer } from "#test/support/server.ts";

/** shorter than a session may rest */
export const OPEN_FOR = 5 * MINUTE;

interface Setting {
  /** when it opens, in UTC: the portal and the whole process then live at that moment */
  readonly opensAt?: string;
  readonly openFor?: number;
  readonly items?: number;
}

/**
 * A served portal with an open round of Expertgroep GGI-Veilig about some proposals, and its members and secretaris signed in: everything
 * goes over HTTP with the fields that the real form has. The clock can be moved, and the storage can break.
 */
export async function anOpenRound({ opensAt, openFor = OPEN_FOR, items = 1 }: Setting = {}) {
  const storage = whole();
  const portal = await aPortal({ members: 3, around: (dialect) => breakingDialect(dialect, storage) });
  if (opensAt !== undefined) {
    // Lucia and the log of sessions read the clock of the process.
    vi.useFakeTimers({ toFake: ["Date"] });
    onTestFinished(() => void vi.useRealTimers());
  }
  const strike = (moment: string): void => {
    if (opensAt !== undefined) vi.setSystemTime(`${moment}:00Z`);
    portal.clockStrikes(moment);
  };
  strike(opensAt ?? new Date().toISOString().slice(0, 16));
  const proposalIds: string[] = [];
  for (let place = 1; place <= items; place++) {
    const number = done(await draftProposal(await portal.actingAs("lid1.veilig"), { ...aText({ title: `Eis ${place}`, needs: ["BH-001"] }), body: "veilig", kind: "eis", tlp: "CLEAR" })).number;
    done(await putUnderDiscussion(await portal.actingAs("voorzitter.veilig"), { number }));
    proposalIds.push((await portal.db.selectFrom("proposal").select("id").where("number", "=", number).executeTakeFirstOrThrow()).id);
  }
  const secretary = await portal.actingAs("secretaris.veilig");
  const { id } = done(await prepareRound(secretary, { bodyId: "veilig", title: "Race", explanation: "", kind: "besluit", proposalIds, rule: ruleOf("gewoon", { motivation: [] }), visibility: "openbaar", opensAt: portal.now(), closesAt: later(portal.now(), openFor) }));
  done(await openRound(secretary, { roundId: id }));

  const server = await aServer(portal);
  const signIn = async (who: string) => (await startSession({ ...portal.resources, actor: await portal.actor("stranger") }, who, new Request("http://localhost/"))).split(";")[0] ?? "";
  const cookies: string[] = [];
  /** A session rests half an hour at most: after a longer jump everybody signs in again. */
  const signInAll = async (): Promise<void> => {
    for (const [seat, who] of ["lid1.veilig", "lid2.veilig", "lid3.veilig", "secretaris.veilig"].entries()) cookies[seat] = await signIn(who);
  };
  await signInAll();
  const address = `/stemrondes/${id}/stembiljet`;
  const page = (await server.get(address, cookies[0])).body;
  const itemIds = [...page.matchAll(/name="nonce-([^"]+)"/g)].map(([, item]) => item ?? "");
  const hashOf = (item: string): string => new RegExp(`name="tekst-${item}" value="([^"]+)"`).exec(page)?.[1] ?? "";

  /** The fields of the form about one item, as the page sends them. */
  const fieldsFor = (choice: string, nonce: string, item = itemIds[0] ?? ""): Record<string, string> => ({ [`nonce-${item}`]: nonce, [`tekst-${item}`]: hashOf(item), [`keuze-${item}`]: choice, [`motivering-${item}`]: `zo ${nonce}` });
  const post = async (seat: number, fields: Record<string, string>): Promise<Answer> => {
    const answer = await server.post(address, { ...fields, stap: "bewaar" }, cookies[seat]);
    if (answer.status === 302 && answer.headers.location !== address) throw new Error(`the vote was sent on to ${answer.headers.location}`);
    return answer;
  };
  return {
    ...{ portal, server, storage, strike, roundId: id, address, itemIds, fieldsFor, post, signInAll, cookies },
    secretary: () => cookies[3] ?? "",
    cast: (seat: number, choice: string, nonce: string) => post(seat, fieldsFor(choice, nonce)),
    ballots: (item = itemIds[0] ?? "") => portal.db.selectFrom("ballot").selectAll().where("round_item_id", "=", item).orderBy("revision").execute(),
  };
}
