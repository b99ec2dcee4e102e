import type { Server } from "node:http";
import path from "node:path";
import compression from "compression";
import express, { type NextFunction, type Request, type Response } from "express";
import type { ServerBuild } from "@remix-run/node";
import { tokenIn, visitOf } from "#app/auth/sessions.ts";
import type { Visit } from "#app/auth/guards.ts";
import { instant, type Instant } from "#app/domain/shared/instant.ts";
import { isSecure, type Env } from "#app/platform/env.ts";
import type { Log } from "#app/platform/log.ts";
import { uuid7 } from "#app/platform/uuid7.ts";
import { guard } from "#app/server/guard.ts";
import { keptPages, type KeptPages } from "#app/server/kept-pages.ts";
import { refusals, storageStatusOf } from "#app/server/refusal.ts";
import { remixHandler } from "#app/server/remix.ts";
import { routeFinder } from "#app/server/route-finder.ts";
import type { Db } from "#db/client.ts";
import { isSchemaCurrent } from "#db/migrate.ts";

const SECOND = 1000;

interface ServerParts {
  readonly db: Db;
  readonly env: Env;
  readonly log: Log;
  readonly build: ServerBuild;
  readonly clientFolder: string;
  readonly isDemo: boolean;
  readonly now?: () => Instant;
  readonly kept?: KeptPages;
}

/** The guard before Remix, its files, and Remix itself. Source: security §3.1. */
export function createApp({ db, env, log, build, clientFolder, isDemo, now = () => instant(new Date()), kept = keptPages({ db, now }) }: ServerParts) {
  const refuse = refusals(clientFolder);
  const resources = { db, now, newId: uuid7 };
  const app = express();
  app.disable("x-powered-by").set("query parser", false);
  app.set("trust proxy", env.trustProxy.length > 0 ? [...env.trustProxy] : false);
  app.use(guard(env, refuse));
  app.get("/healthz", (_, response) => void response.json({ status: "ok" }));
  app.get("/readyz", (_, response) => {
    isSchemaCurrent(db).then(
      (isCurrent) => response.status(isCurrent ? 200 : 503).json({ status: isCurrent ? "ok" : "schema" }),
      () => response.status(503).json({ status: "database" }),
    );
  });
  app.use("/assets", compression(), express.static(path.join(clientFolder, "assets"), { immutable: true, maxAge: "1y", fallthrough: false }));
  const [files, isPage] = [express.static(clientFolder, { maxAge: "1h", index: false }), routeFinder(build.routes)];
  // The disk is only asked for what no page answers to.
  app.use((request, response, next) => (isPage(request.path) === null ? files(request, response, next) : next()));

  app.use(
    remixHandler({
      ...{ build, appUrl: env.appUrl, refuse, kept },
      contextOf(request, response) {
        let known: Promise<Visit> | undefined;
        const token = tokenIn(request.headers.cookie ?? null, isSecure(env.appUrl));
        return { visit: () => (known ??= visitOf(resources, token)), nonce: String(response.locals["nonce"]), isDemo, securityContact: env.securityContact, address: request.ip ?? "" };
      },
      onFailure: (error, { method, path: address }) => log.error({ error, method, path: address }, "request failed"),
    }),
  );
  app.use((error: unknown, request: Request, response: Response, next: NextFunction) => {
    if (response.headersSent) return next(error);
    const status = storageStatusOf(error) ?? statusOf(error);
    if (status >= 500) log.error({ error, method: request.method, path: request.path }, "request failed");
    refuse(response, status);
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

const statusOf = (error: unknown): number => {
  const status = typeof error === "object" && error !== null && "status" in error ? Number(error.status) : 500;
  return status >= 400 && status < 600 ? status : 500;
};
