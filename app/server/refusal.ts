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
  return (response: Response, status: number, sentence?: string): void => {
    const known = refusalPage[status] ?? refusalPage[status < 500 ? 400 : 500];
    if (CLOSES.has(status)) response.set("Connection", "close");
    if (status === 503) response.set("Retry-After", "60");
    response.status(status).set("Cache-Control", "no-store").type("text/html; charset=utf-8");
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

const page = (styles: string, title: string, body: string): string =>
  `<!doctype html><html lang="nl"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark"><title>${escapeHtml(title)} · GGI-portaal</title>${styles}</head>` +
  `<body><header class="top"><div class="wrap"><a class="brand" href="/">GGI-portaal</a></div></header><main id="inhoud"><div class="wrap head"><h1>${escapeHtml(title)}</h1><p class="lead">${escapeHtml(body)}</p></div><div class="wrap flow"><p><a href="/">${escapeHtml(serverText.home)}</a></p></div></main></body></html>`;

/** The status that tells of a failing database, or null when an error is about something else. */
export function storageStatusOf(error: unknown): 503 | 507 | null {
  const failure = storageFailureOf(error);
  return failure === null ? null : failure === "full" ? 507 : 503;
}
