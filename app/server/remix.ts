import { promisify } from "node:util";
import { gzip } from "node:zlib";
import type { Request as Incoming, RequestHandler, Response as Outgoing } from "express";
import { createRequestHandler, type AppLoadContext, type ServerBuild } from "@remix-run/node";
import { storageStatusOf, type Refuse } from "./refusal.ts";

const zip = promisify(gzip);
const WORTH_ZIPPING = 1_000;
const TEXT = /^(text\/|application\/(json|[\w.+-]*xml|calendar))/;

interface Parts {
  readonly build: ServerBuild;
  /** the one origin; an address is never made from what the request says its host is */
  readonly appUrl: string;
  readonly contextOf: (request: Incoming, response: Outgoing) => AppLoadContext;
  readonly refuse: Refuse;
  readonly onFailure: (error: unknown, request: Incoming) => void;
}

/**
 * Remix behind express, with whole bodies both ways: the guard has read the request, and a page is sent in one piece,
 * zipped once. A failing database becomes 503 or 507; a bug becomes the 500 page of Remix.
 */
export function remixHandler({ build, appUrl, contextOf, refuse, onFailure }: Parts): RequestHandler {
  const handle = inParts(build);
  return (incoming, outgoing, next) => {
    const answer = async (): Promise<void> => {
      const context = contextOf(incoming, outgoing);
      let failure: unknown;
      context.failed = (error) => (failure = error);
      const response = await handle(incoming.path)(requestOf(incoming, appUrl), context);
      if (failure !== undefined) onFailure(failure, incoming);
      const storage = storageStatusOf(failure);
      if (storage !== null && response.status >= 500) return refuse(outgoing, storage);
      await send(incoming, outgoing, response);
    };
    answer().catch(next);
  };
}

/**
 * Remix ranks every route again for each request, which with some 150 routes takes a fifth of a page's time.
 * All ours stand directly under the root and start with a fixed word, so each first word gets a handler with its own few routes.
 */
function inParts(build: ServerBuild): (path: string) => ReturnType<typeof createRequestHandler> {
  const routes = Object.entries(build.routes).flatMap(([id, route]) => (route ? [{ id, word: route.parentId === undefined ? null : firstWord(route.path ?? "") }] : []));
  const handlerFor = (word: string) => {
    const own = new Set(routes.flatMap((one) => (one.word === null || one.word === word ? one.id : [])));
    const ofOwn = <Route>(all: Readonly<Record<string, Route>>) => Object.fromEntries(Object.entries(all).filter(([id]) => own.has(id)));
    return createRequestHandler({ ...build, routes: ofOwn(build.routes), assets: { ...build.assets, routes: ofOwn(build.assets.routes) } }, "production");
  };
  const [known, unknown] = [new Map([...new Set(routes.flatMap(({ word }) => word ?? []))].map((word) => [word, handlerFor(word)])), handlerFor("\n")];
  return (path) => known.get(firstWord(decodeURIComponent(path)).toLowerCase()) ?? unknown;
}

const firstWord = (path: string): string => path.replace(/^\//, "").split("/")[0] ?? "";

function requestOf(incoming: Incoming, appUrl: string): Request {
  const headers = new Headers();
  for (const [name, value] of Object.entries(incoming.headers)) for (const one of Array.isArray(value) ? value : [value ?? ""]) headers.append(name, one);
  const body: unknown = incoming.body;
  return new Request(appUrl + incoming.originalUrl, { method: incoming.method, headers, ...(incoming.method === "POST" && { body: Buffer.isBuffer(body) ? new Uint8Array(body) : "" }) });
}

async function send(incoming: Incoming, outgoing: Outgoing, response: Response): Promise<void> {
  outgoing.status(response.status);
  response.headers.forEach((value, name) => void outgoing.append(name, value));
  const body = Buffer.from(await response.arrayBuffer());
  if (body.length < WORTH_ZIPPING || !TEXT.test(response.headers.get("content-type") ?? "")) return void outgoing.end(incoming.method === "HEAD" ? undefined : body);
  outgoing.vary("Accept-Encoding");
  if (incoming.method === "HEAD" || incoming.acceptsEncodings("gzip") !== "gzip") return void outgoing.set("Content-Length", String(body.length)).end(incoming.method === "HEAD" ? undefined : body);
  const zipped = await zip(body, { level: 5 });
  outgoing.set({ "Content-Encoding": "gzip", "Content-Length": String(zipped.length) }).end(zipped);
}
