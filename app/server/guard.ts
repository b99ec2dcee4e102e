import { randomBytes } from "node:crypto";
import express, { type NextFunction, type Request, type RequestHandler, type Response } from "express";
import { paths } from "#app/paths.ts";
import { isLoopback, isLoopbackName, isSecure, type Env } from "#app/platform/env.ts";
import { serverText } from "#app/text/server.ts";
import type { Refuse } from "./refusal.ts";

const METHODS = new Set(["GET", "HEAD", "POST"]);
/** Bytes of a form with texts, and of one that may hold a file with minutes. */
const LARGEST_FORM = 256_000;
const LARGEST_FILE = 2_500_000;
/** A file with proposals may be 10 MB: a little more is let in, so that the page itself can say that it is too large. */
const LARGEST_TABLE = 12_000_000;
/** An annex may be 10 MB as well. */
const LARGEST_ANNEX = LARGEST_TABLE;
const UNSUBSCRIBE = paths.mailPreference.replace(":token", "");
const MOST_FIELDS = 1_000;
const FORM = /^application\/x-www-form-urlencoded(?:;|$)|^multipart\/form-data;.*boundary=/i;

/** What every request passes before anything else looks at it. Source: security §3.1. */
export function guard(env: Env, refuse: Refuse): RequestHandler[] {
  return [headers(isSecure(env.appUrl)), requestLine(refuse), host(env, refuse), sameOrigin(env, refuse), contentType(refuse), readBody({ [paths.meetingImport]: LARGEST_FILE, [paths.proposalImports]: LARGEST_TABLE, [paths.annexes]: LARGEST_ANNEX }), fieldCount(refuse)];
}

function headers(secure: boolean): RequestHandler {
  return (request, response, next) => {
    // One page may stand in somebody else's: it shows what every stranger may see, and has no form.
    const framers = request.path === paths.roadmapEmbed ? "*" : "'none'";
    const nonce = randomBytes(16).toString("base64");
    response.locals["nonce"] = nonce;
    response.set({
      "Content-Security-Policy": `default-src 'self'; script-src 'self' 'nonce-${nonce}'; style-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors ${framers}`,
      "X-Content-Type-Options": "nosniff",
      "Referrer-Policy": "same-origin",
      "Cross-Origin-Opener-Policy": "same-origin",
      "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
      ...(secure && { "Strict-Transport-Security": "max-age=31536000; includeSubDomains" }),
    });
    next();
  };
}

function requestLine(refuse: Refuse): RequestHandler {
  return (request, response, next) => {
    if (!METHODS.has(request.method)) return refuse(response.set("Allow", "GET, HEAD, POST"), 405);
    if (!request.originalUrl.startsWith("/") || /\\|%00|%5c|\/\//i.test(request.path) || !isDecodable(request.path)) return refuse(response, 400);
    if (request.headers.cookie?.includes("sessie=")) response.set("Cache-Control", "no-store");
    next();
  };
}

/** One name for the portal; on loopback a GET on another name is sent to it. */
function host({ appUrl, port }: Env, refuse: Refuse): RequestHandler {
  const { host: expected } = new URL(appUrl);
  return (request, response, next) => {
    const given = request.headers.host ?? "";
    if (given === expected || request.path === "/healthz" || request.path === "/readyz") return next();
    const name = given.replace(/:\d+$/, "");
    const isOther = isLoopback(appUrl) && isLoopbackName(name) && (given === name || given === `${name}:${port}`);
    if (!isOther) return refuse(response, 421);
    if (request.method === "POST") return refuse(response, 403, serverText.otherName(appUrl));
    response.redirect(302, `${appUrl}${request.originalUrl}`);
  };
}

/** Only forms of the portal itself change anything. Source: security W3. */
function sameOrigin({ appUrl }: Env, refuse: Refuse): RequestHandler {
  return (request, response, next) => {
    // A mail program that unsubscribes is no browser of ours; the token in the address is all that counts there.
    if (request.method !== "POST" || request.path.startsWith(UNSUBSCRIBE)) return next();
    const { origin } = request.headers;
    const isOwn = origin === undefined ? request.headers["sec-fetch-site"] === "same-origin" : origin === appUrl;
    if (!isOwn) return refuse(response, 403);
    next();
  };
}

function contentType(refuse: Refuse): RequestHandler {
  return (request, response, next) => {
    if (request.method !== "POST") return next();
    const isEmpty = Number(request.headers["content-length"] ?? "0") === 0 && request.headers["transfer-encoding"] === undefined;
    if (isEmpty) request.headers["content-type"] = "application/x-www-form-urlencoded";
    else if (!FORM.test(request.headers["content-type"] ?? "") || request.headers["content-encoding"] !== undefined) return refuse(response, 415);
    next();
  };
}

/** The whole body in memory, or a 413 from express, also when nobody said how long it would be. */
function readBody(files: Readonly<Record<string, number>>): RequestHandler {
  const upTo = (limit: number): RequestHandler => express.raw({ type: () => true, limit, inflate: false });
  const form = upTo(LARGEST_FORM);
  const own = Object.entries(files).map(([path, limit]) => ({ path: new RegExp(`^${path.replace(/:\w+/g, "[^/]+")}$`), read: upTo(limit) }));
  return (request: Request, response: Response, next: NextFunction) => {
    if (request.method !== "POST") return next();
    // A large file is only for somebody who seems to have signed in: a stranger has no page to send one from.
    const file = request.headers.cookie?.includes("sessie=") ? own.find(({ path }) => path.test(request.path))?.read : undefined;
    (file ?? form)(request, response, next);
  };
}

function fieldCount(refuse: Refuse): RequestHandler {
  return (request, response, next) => {
    const body: unknown = request.body;
    if (Buffer.isBuffer(body) && request.is("application/x-www-form-urlencoded") !== false && body.filter((byte) => byte === 0x26).length >= MOST_FIELDS) return refuse(response, 413);
    next();
  };
}

function isDecodable(text: string): boolean {
  try {
    decodeURIComponent(text);
    return true;
  } catch {
    return false;
  }
}
