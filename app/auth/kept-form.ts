import type { CommandContext } from "#app/commands/context.ts";
import { HOUR, later, type Instant } from "#app/domain/shared/instant.ts";
import { seal, unseal } from "#app/platform/sealed.ts";
import { newToken } from "#app/platform/tokens.ts";
import { deleteKeptForm, findKeptForm, insertKeptForm } from "#db/queries/kept-forms.ts";
import { isHttps, tokenCookie, tokenNamed } from "./cookies.ts";

const LARGEST = 256_000;
const PURPOSE = "kept-form";
const COOKIE = "formulier";

/** What somebody typed in a form that came after the session had ended. */
export interface Kept {
  readonly address: string;
  readonly fields: readonly (readonly [name: string, value: string])[];
  readonly expiresAt: Instant;
}

/**
 * Keeps the posted texts for an hour, readable only with the cookie that this returns and only for who held the session.
 * Nothing is done with them. null when nothing was typed, or too much. Source: security, limits per route.
 */
export async function keepForm({ db, now }: CommandContext, request: Request, personId: string): Promise<string | null> {
  const form = await request.clone().formData().catch(() => null);
  const fields = [...(form ?? [])].flatMap(([name, value]) => (typeof value === "string" && !/^(password|again|current)/i.test(name) ? [[name, value] as const] : []));
  const text = JSON.stringify(fields);
  if (!fields.some(([, value]) => value.trim() !== "") || text.length > LARGEST) return null;
  const token = newToken();
  const { pathname, search } = new URL(request.url);
  await insertKeptForm(db, token, { personId, address: pathname + search, sealed: seal(text, token, PURPOSE), createdAt: now(), expiresAt: later(now(), HOUR) });
  return tokenCookie(COOKIE, token, isHttps(request), HOUR / 1_000);
}

/** The kept form of this browser, when the person who is here now typed it. */
export async function keptFormOf({ db, now }: CommandContext, request: Request, personId: string): Promise<Kept | null> {
  const token = tokenOf(request);
  const found = token === null ? null : await findKeptForm(db, token, personId, now());
  const text = token === null || found === null ? null : unseal(found.sealed, token, PURPOSE);
  return found === null || text === null ? null : { address: found.address, fields: JSON.parse(text) as Kept["fields"], expiresAt: found.expiresAt };
}

export const hasKeptForm = (request: Request): boolean => tokenOf(request) !== null;

/** Forgets it; the cookie that comes back does too. */
export async function disposeOfForm({ db }: CommandContext, request: Request, personId: string): Promise<string> {
  const token = tokenOf(request);
  if (token !== null) await deleteKeptForm(db, token, personId);
  return tokenCookie(COOKIE, "", isHttps(request), 0);
}

const tokenOf = (request: Request): string | null => tokenNamed(COOKIE, request.headers.get("cookie"));
