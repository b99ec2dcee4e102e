import { randomBytes } from "node:crypto";
import type { Server } from "node:http";
import path from "node:path";
import compression from "compression";
import express, { type NextFunction, type Request, type Response } from "express";
import { createRequestHandler } from "@remix-run/express";
import type { ServerBuild } from "@remix-run/node";
import { tokenIn, visitOf } from "#app/auth/sessions.ts";
import type { CommandContext } from "#app/commands/context.ts";
import { instant } from "#app/domain/shared/instant.ts";
import { isSchemaCurrent } from "#db/migrate.ts";
import type { Db } from "#db/client.ts";
import { isLoopback, isLoopbackName, isSecure, type Env } from "#app/platform/env.ts";
import type { Log } from "#app/platform/log.ts";
import { uuid7 } from "#app/platform/uuid7.ts";
import { serverText } from "#app/text/server.ts";

const METHODS = new Set(["GET", "HEAD", "POST"]);
const LONGEST_BODY = 2_500_000;
const SECOND = 1000;

interface ServerParts {
  readonly db: Db;
  readonly env: Env;
  readonly log: Log;
  readonly build: ServerBuild;
  readonly clientFolder: string;
  readonly isDemo: boolean;
}

/** The guard before Remix, its files, and Remix itself. Source: security §3.1. */
export function createApp({ db, env, log, build, clientFolder, isDemo }: ServerParts) {
  const app = express();
  app.disable("x-powered-by");
  app.set("trust proxy", env.trustProxy.length > 0 ? [...env.trustProxy] : false);
  app.use(headers(isSecure(env.appUrl)));
  app.use(methods, host(env), sameOrigin(env), body);
  app.get("/healthz", (_, response) => void response.json({ status: "ok" }));
  app.get("/readyz", (_, response) => {
    isSchemaCurrent(db).then(
      (isCurrent) => response.status(isCurrent ? 200 : 503).json({ status: isCurrent ? "ok" : "schema" }),
      () => response.status(503).json({ status: "database" }),
    );
  });
  app.use(compression());
  app.use("/assets", express.static(path.join(clientFolder, "assets"), { immutable: true, maxAge: "1y", fallthrough: false }));
  app.use(express.static(clientFolder, { maxAge: "1h", index: false }));

  const resources = { db, now: () => instant(new Date()), newId: uuid7 };
  app.all(
    "*",
    createRequestHandler({
      build,
      mode: "production",
      getLoadContext(request: Request, response: Response) {
        let known: Promise<CommandContext> | undefined;
        const token = tokenIn(request.headers.cookie ?? null, isSecure(env.appUrl));
        return { visit: () => (known ??= visitOf(resources, token)), nonce: String(response.locals["nonce"]), isDemo };
      },
    }),
  );
  app.use((error: unknown, request: Request, response: Response, next: NextFunction) => {
    if (response.headersSent) return next(error);
    const status = statusOf(error);
    if (status >= 500) log.error({ error, method: request.method, path: request.path }, "request failed");
    response.status(status).type("text/plain; charset=utf-8").send(status === 404 ? serverText.notFound : serverText.failed);
  });
  return app;
}

/** Limits against slow and endless requests. */
export function hardened(server: Server): Server {
  server.headersTimeout = 10 * SECOND;
  server.requestTimeout = 30 * SECOND;
  server.keepAliveTimeout = 5 * SECOND;
  server.maxConnections = 512;
  server.maxRequestsPerSocket = 1000;
  return server;
}

function headers(secure: boolean) {
  return (_: Request, response: Response, next: NextFunction): void => {
    const nonce = randomBytes(16).toString("base64");
    response.locals["nonce"] = nonce;
    response.set({
      "Content-Security-Policy": `default-src 'self'; script-src 'self' 'nonce-${nonce}'; style-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'`,
      "X-Content-Type-Options": "nosniff",
      "Referrer-Policy": "same-origin",
      "Cross-Origin-Opener-Policy": "same-origin",
      "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
      ...(secure && { "Strict-Transport-Security": "max-age=31536000; includeSubDomains" }),
    });
    next();
  };
}

function methods(request: Request, response: Response, next: NextFunction): void {
  if (!METHODS.has(request.method)) return refuse(response.set("Allow", "GET, HEAD, POST"), 405);
  if (/\\|%00|%5c|\/\//i.test(request.path) || !isDecodable(request.path)) return refuse(response, 400);
  if (request.headers.cookie?.includes("sessie=")) response.set("Cache-Control", "no-store");
  next();
}

/** One name for the portal; on loopback a GET on another name is sent to it. */
function host({ appUrl, port }: Env) {
  const { host: expected } = new URL(appUrl);
  return (request: Request, response: Response, next: NextFunction): void => {
    const given = request.headers.host ?? "";
    if (given === expected || request.path === "/healthz" || request.path === "/readyz") return next();
    const name = given.replace(/:\d+$/, "");
    const isOther = isLoopback(appUrl) && isLoopbackName(name) && (given === name || given === `${name}:${port}`);
    if (isOther && request.method === "GET") return response.redirect(302, `${appUrl}${request.originalUrl}`);
    if (isOther) return void response.status(403).type("text/plain; charset=utf-8").send(serverText.otherName(appUrl));
    refuse(response, 421);
  };
}

/** Only forms of the portal itself change anything. Source: security W3. */
function sameOrigin({ appUrl }: Env) {
  return (request: Request, response: Response, next: NextFunction): void => {
    if (request.method === "GET" || request.method === "HEAD") return next();
    const origin = request.headers.origin;
    const isOwn = origin === undefined ? request.headers["sec-fetch-site"] === "same-origin" : origin === appUrl;
    if (!isOwn) return refuse(response, 403);
    next();
  };
}

function body(request: Request, response: Response, next: NextFunction): void {
  if (request.method !== "POST") return next();
  const length = Number(request.headers["content-length"] ?? "0");
  if (length > LONGEST_BODY) return refuse(response.set("Connection", "close"), 413);
  const kind = request.headers["content-type"] ?? "";
  const isForm = /^application\/x-www-form-urlencoded(?:;|$)/i.test(kind) || /^multipart\/form-data;.*boundary=/i.test(kind);
  if (!isForm && (length > 0 || request.headers["transfer-encoding"] !== undefined)) return refuse(response, 415);
  if (!isForm) request.headers["content-type"] = "application/x-www-form-urlencoded";
  let seen = 0;
  request.on("data", (chunk: Buffer) => {
    seen += chunk.length;
    if (seen > LONGEST_BODY) request.destroy();
  });
  request.pause();
  next();
}

const refuse = (response: Response, status: number): void => void response.status(status).type("text/plain; charset=utf-8").send(serverText.refused);

function isDecodable(text: string): boolean {
  try {
    decodeURIComponent(text);
    return true;
  } catch {
    return false;
  }
}

const statusOf = (error: unknown): number => {
  const status = typeof error === "object" && error !== null && "status" in error ? Number(error.status) : 500;
  return status >= 400 && status < 600 ? status : 500;
};
