import { readdirSync } from "node:fs";
import path from "node:path";
import type { Response } from "express";
import { escapeHtml } from "#app/platform/escape-html.ts";
import { refusalPage, serverText } from "#app/text/server.ts";
import { storageFailureOf } from "#db/failures.ts";

const CLOSES = new Set([413, 415]);

/** Answers with a small page of its own: what was wrong and a way on. It needs no database and no Remix. */
export function refusals(clientFolder: string) {
  const styles = stylesheetsIn(clientFolder).map((file) => `<link rel="stylesheet" href="/assets/${file}">`).join("");
  const pages = new Map(Object.entries(refusalPage).map(([status, { title, body }]) => [Number(status), page(styles, title, body)]));
  return (response: Response, status: number, sentence?: string, again: Again | null = null): void => {
    const known = refusalPage[status] ?? refusalPage[status < 500 ? 400 : 500];
    if (CLOSES.has(status)) response.set("Connection", "close");
    if (status === 503) response.set("Retry-After", "60");
    response.status(status).set("Cache-Control", "no-store").type("text/html; charset=utf-8");
    if (again !== null && known !== undefined) return void response.send(page(styles, known.title, `${known.body} ${serverText.againBody}`, formOf(again)));
    response.send(sentence !== undefined && known !== undefined ? page(styles, known.title, sentence) : (pages.get(status) ?? page(styles, known?.title ?? "", known?.body ?? "")));
  };
}

export type Refuse = ReturnType<typeof refusals>;

function stylesheetsIn(clientFolder: string): string[] {
  try {
    return readdirSync(path.join(clientFolder, "assets")).filter((file) => file.endsWith(".css"));
  } catch {
    return [];
  }
}

/** A form that came while the database was away, to send once more. */
export interface Again {
  readonly action: string;
  readonly fields: URLSearchParams;
}

const SECRET = /password|wachtwoord|^code$/i;

/** What was typed, when it can be sent again from a page without a database; null for files, and for a form with a password. */
export function againOf(action: string, type: string | undefined, body: unknown): Again | null {
  if (!type?.startsWith("application/x-www-form-urlencoded") || !Buffer.isBuffer(body)) return null;
  const fields = new URLSearchParams(body.toString("utf8"));
  return [...fields.keys()].some((name) => SECRET.test(name)) ? null : { action, fields };
}

const formOf = ({ action, fields }: Again): string =>
  `<form method="post" action="${escapeHtml(action)}">${[...fields].map(([name, value]) => `<input type="hidden" name="${escapeHtml(name)}" value="${escapeHtml(value)}">`).join("")}<button class="nl-button nl-button--primary" type="submit">${escapeHtml(serverText.again)}</button></form>`;

const page = (styles: string, title: string, body: string, more = ""): string =>
  `<!doctype html><html lang="nl"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark"><title>${escapeHtml(title)} · GGI-portaal</title>${styles}</head>` +
  `<body><header class="top"><div class="wrap"><a class="brand" href="/">GGI-portaal</a></div></header><main id="inhoud"><div class="wrap head"><h1>${escapeHtml(title)}</h1><p class="lead">${escapeHtml(body)}</p></div><div class="wrap flow">${more}<p><a href="/">${escapeHtml(serverText.home)}</a></p></div></main></body></html>`;

/** The status that tells of a failing database, or null when an error is about something else. */
export function storageStatusOf(error: unknown): 503 | 507 | null {
  const failure = storageFailureOf(error);
  return failure === null ? null : failure === "full" ? 507 : 503;
}
