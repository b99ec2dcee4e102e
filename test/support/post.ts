import type { AddressInfo } from "node:net";
import { simpleParser, type ParsedMail } from "mailparser";
import { SMTPServer } from "smtp-server";
import { onTestFinished } from "vitest";
import type { Resources } from "#app/commands/context.ts";
import { deliverMail, type PostOffice } from "#app/jobs/deliver-mail.ts";
import { runJobs } from "#app/jobs/run-jobs.ts";
import { smtpPostman } from "#app/platform/mail.ts";

/** A real mail server that keeps what it gets; `refuses` makes it turn every letter away. */
export async function aMailServer() {
  const letters: ParsedMail[] = [];
  const state = { refuses: false };
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onData(stream, _session, done) {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", () => {
        if (state.refuses) return done(Object.assign(new Error("mailbox is full"), { responseCode: 452 }));
        simpleParser(Buffer.concat(chunks)).then((letter) => {
          letters.push(letter);
          done();
        }, done);
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => new Promise<void>((resolve) => server.close(() => resolve())));
  return { letters, state, url: `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}` };
}

export const addressesOf = (letters: readonly ParsedMail[]): string[] => letters.map(({ to }) => (Array.isArray(to) ? to[0] : to)?.value[0]?.address ?? "").sort();

/** The post room of a portal with a mail server of its own: `turn` does what is due and sends what waits. */
export async function anOffice(resources: Resources, changes: Partial<PostOffice> = {}) {
  const server = await aMailServer();
  const post = smtpPostman(server.url, "GGI-portaal <portaal@voorbeeld.test>");
  let tokens = 0;
  const office: PostOffice = { db: resources.db, now: resources.now, newToken: () => `token-${++tokens}`, appUrl: "https://portaal.test", post, postDemo: post, ...changes };
  return { ...server, office, turn: async () => (await runJobs({ ...resources }), await deliverMail(office)) };
}
