import type { AppLoadContext, EntryContext } from "@remix-run/node";
import { isRouteErrorResponse, RemixServer } from "@remix-run/react";
import { renderToString } from "react-dom/server";

export default function handleRequest(request: Request, status: number, headers: Headers, context: EntryContext): Response {
  headers.set("Content-Type", "text/html; charset=utf-8");
  return new Response(toPage(context, new URL(request.url)), { headers, status });
}

/** The whole document; the server also asks for it without Remix in between. */
export const toPage = (context: EntryContext, url: URL): string => `<!doctype html>${renderToString(<RemixServer context={context} url={url} />)}`;

/** Refusals and 404s are answers, not errors; whatever else reaches this point is told to the server, which logs it. */
export function handleError(error: unknown, { request, context }: { request: Request; context: AppLoadContext }): void {
  if (request.signal.aborted || isRouteErrorResponse(error)) return;
  if (context.failed) context.failed(error);
  else console.error(request.method, new URL(request.url).pathname, error);
}
