import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { ReadableStream as NodeStream } from "node:stream/web";
import { promisify } from "node:util";
import { createGzip, gzip } from "node:zlib";
import type { Request as Incoming, RequestHandler, Response as Outgoing } from "express";
import { createRequestHandler, type AppLoadContext, type ServerBuild } from "@remix-run/node";
import type { KeptPages } from "./kept-pages.ts";
import { once, plainAction, type DoAction } from "./plain-action.ts";
import { plainPage, type MakePage } from "./plain-page.ts";
import { againOf, storageStatusOf, type Refuse } from "./refusal.ts";
import { routeFinder } from "./route-finder.ts";

const zip = promisify(gzip);
const WORTH_ZIPPING = 1_000;
const TEXT = /^(text\/|application\/(json|[\w.+-]*xml|calendar))/;

interface Parts {
  readonly build: ServerBuild;
  /** the one origin; an address is never made from what the request says its host is */
  readonly appUrl: string;
  readonly contextOf: (request: Incoming, response: Outgoing) => AppLoadContext;
  readonly refuse: Refuse;
  readonly kept: KeptPages;
  readonly onFailure: (error: unknown, request: Incoming) => void;
}

/**
 * Remix behind express, with whole bodies both ways: the guard has read the request, and a page is sent in one piece,
 * zipped once. A failing database becomes 503 or 507; a bug becomes the 500 page of Remix.
 */
export function remixHandler({ build, appUrl, contextOf, refuse, kept, onFailure }: Parts): RequestHandler {
  const doorAt = doors(build);
  return (incoming, outgoing, next) => {
    const answer = async (): Promise<void> => {
      const url = new URL(appUrl + incoming.originalUrl);
      const { handle, makePage, doAction, pattern } = doorAt(url.pathname);
      const seen = kept.mayServe(incoming, pattern) ? await kept.look().catch(() => null) : null;
      const known = seen === null ? null : kept.find(incoming.originalUrl);
      if (known !== null) return kept.send(incoming, outgoing, known);

      const request = requestOf(incoming, url);
      const context = contextOf(incoming, outgoing);
      const page = incoming.method === "GET" && makePage !== null ? await makePage(request, url, context) : null;
      if (page !== null) {
        const body = Buffer.from(page.html);
        const stored = seen !== null && page.cookies.length === 0 ? await kept.keep(incoming.originalUrl, seen, body, context.nonce ?? "").catch(() => null) : null;
        if (stored !== null) return kept.send(incoming, outgoing, stored);
        if (page.cookies.length > 0) outgoing.setHeader("Set-Cookie", page.cookies);
        outgoing.setHeader("Content-Type", "text/html; charset=utf-8");
        return sendBody(incoming, outgoing, body);
      }
      let failure: unknown;
      context.failed = (error) => (failure = error);
      const moved = incoming.method === "POST" && doAction !== null ? await doAction(request, url, context) : null;
      if (moved !== null) return send(incoming, outgoing, moved);
      const response = await handle(request.bodyUsed ? requestOf(incoming, url) : request, context);
      if (failure !== undefined) onFailure(failure, incoming);
      const storage = storageStatusOf(failure);
      if (storage !== null && response.status >= 500) return refuse(outgoing, storage, undefined, againOf(incoming.originalUrl, incoming.headers["content-type"], incoming.body));
      await send(incoming, outgoing, response);
    };
    answer().catch(next);
  };
}

interface Door {
  /** as app/paths.ts writes the address; null when no route answers it */
  readonly pattern: string | null;
  readonly handle: ReturnType<typeof createRequestHandler>;
  readonly makePage: MakePage | null;
  readonly doAction: DoAction | null;
}

/**
 * Remix ranks every route again for each request, which with some 150 routes takes a fifth of a page's time.
 * We know the route before Remix does, and give it that one route to choose from.
 */
function doors(build: ServerBuild): (pathname: string) => Door {
  const find = routeFinder(build.routes);
  const known = new Map<string, Door>();
  const doorOf = (id: string, pattern: string | null): Door => {
    const ofOwn = <Route>(all: Readonly<Record<string, Route>>) => Object.fromEntries(Object.entries(all).filter(([one]) => one === "root" || one === id));
    const handle = createRequestHandler({ ...build, routes: once(ofOwn(build.routes)), assets: { ...build.assets, routes: ofOwn(build.assets.routes) } }, "production");
    return { pattern, handle, makePage: plainPage(build, id), doAction: plainAction(build, id) };
  };
  return (pathname) => {
    const { id, pattern } = find(pathname) ?? { id: "", pattern: null };
    const door = known.get(id) ?? doorOf(id, pattern);
    known.set(id, door);
    return door;
  };
}

function requestOf(incoming: Incoming, url: URL): Request {
  const headers = new Headers();
  for (const [name, value] of Object.entries(incoming.headers)) for (const one of Array.isArray(value) ? value : [value ?? ""]) headers.append(name, one);
  const body: unknown = incoming.body;
  return new Request(url, { method: incoming.method, headers, ...(incoming.method === "POST" && { body: Buffer.isBuffer(body) ? new Uint8Array(body) : "" }) });
}

async function send(incoming: Incoming, outgoing: Outgoing, response: Response): Promise<void> {
  outgoing.status(response.status);
  response.headers.forEach((value, name) => void outgoing.append(name, value));
  if (response.body !== null && incoming.method === "GET" && response.headers.get("Content-Disposition")?.startsWith("attachment") === true) return sendFile(incoming, outgoing, response.body);
  const body = Buffer.from(await response.arrayBuffer());
  if (body.length < WORTH_ZIPPING || !TEXT.test(response.headers.get("content-type") ?? "")) return void outgoing.end(incoming.method === "HEAD" ? undefined : body);
  await sendBody(incoming, outgoing, body);
}

/** A file to download leaves while it is still being made. When that fails halfway the connection breaks, so that nobody takes half a file for a whole one. */
async function sendFile(incoming: Incoming, outgoing: Outgoing, body: ReadableStream<Uint8Array>): Promise<void> {
  const isText = TEXT.test(String(outgoing.getHeader("Content-Type") ?? ""));
  if (isText) outgoing.vary("Accept-Encoding");
  const source = Readable.fromWeb(body as NodeStream<Uint8Array>);
  if (!isText || incoming.acceptsEncodings("gzip") !== "gzip") return pipeline(source, outgoing);
  outgoing.set("Content-Encoding", "gzip");
  return pipeline(source, createGzip({ level: 5 }), outgoing);
}

/** A text, zipped for who can read that. */
async function sendBody(incoming: Incoming, outgoing: Outgoing, body: Buffer): Promise<void> {
  outgoing.vary("Accept-Encoding");
  if (incoming.method === "HEAD" || incoming.acceptsEncodings("gzip") !== "gzip") return void outgoing.set("Content-Length", String(body.length)).end(incoming.method === "HEAD" ? undefined : body);
  const zipped = await zip(body, { level: 5 });
  outgoing.set({ "Content-Encoding": "gzip", "Content-Length": String(zipped.length) }).end(zipped);
}
