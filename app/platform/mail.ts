import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { createTransport } from "nodemailer";

export interface Letter {
  /** the same id when it is sent again, so that a mailbox shows it once */
  readonly id: string;
  readonly to: { readonly name: string; readonly address: string };
  readonly subject: string;
  readonly text: string;
  /** where somebody leaves with one click (RFC 8058) */
  readonly unsubscribe: string;
  /** an iCalendar document that goes along as a file */
  readonly calendar?: string;
}

/** Hands a letter over; throws when it could not be handed over. */
export type Postman = (letter: Letter) => Promise<void>;

const PATIENCE = 15_000;

/** Sends through a mail server. */
export function smtpPostman(url: string, from: string): Postman {
  const transport = createTransport(url, { connectionTimeout: PATIENCE, greetingTimeout: PATIENCE, socketTimeout: PATIENCE } as never);
  return async (letter) => void (await transport.sendMail(messageOf(letter, from)));
}

/** Writes each letter as a file that a mail program opens. */
export function folderPostman(folder: string, from: string): Postman {
  const composer = createTransport({ streamTransport: true, buffer: true, newline: "unix" });
  return async (letter) => {
    const { message } = await composer.sendMail(messageOf(letter, from));
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await writeFile(path.join(folder, `${letter.id}.eml`), message as Buffer, { mode: 0o600 });
  };
}

/** The address that mail comes from when nobody names one. */
export const senderAt = (appUrl: string): string => `GGI-portaal <portaal@${new URL(appUrl).hostname.replace(/^\[|\]$/g, "")}>`;

const messageOf = ({ id, to, subject, text, unsubscribe, calendar }: Letter, from: string) => ({
  from,
  to,
  subject,
  text,
  messageId: `<${id}@ggi-portaal>`,
  ...(calendar !== undefined && { attachments: [{ filename: "vergadering.ics", content: calendar, contentType: "text/calendar; charset=utf-8; method=PUBLISH" }] }),
  headers: {
    "Auto-Submitted": "auto-generated",
    "List-Unsubscribe": `<${unsubscribe}>`,
    "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
    "Content-Language": "nl",
  },
});
