import { createServer, request as send, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { onTestFinished } from "vitest";
import { readEnv } from "#app/platform/env.ts";
import { createLog } from "#app/platform/log.ts";
import { createApp, hardened } from "#app/server.ts";
import type { KeptPages } from "#app/server/kept-pages.ts";
import { serverBuild } from "#test/support/app.ts";
import type { Portal } from "#test/support/portal.ts";

export interface Answer {
  readonly status: number;
  readonly headers: IncomingMessage["headers"];
  readonly body: string;
}

/** The whole server around a portal, on a port of its own; asked over a plain socket, so that anything can be sent. */
export async function aServer(portal: Pick<Portal, "db" | "now">, parts: { readonly kept?: KeptPages } = {}) {
  const server = hardened(createServer());
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const reading = readEnv({ PORT: String(port), DEMO: "0" });
  if (!reading.ok) throw new Error(reading.problems.join());
  server.on("request", createApp({ db: portal.db, env: reading.env, log: createLog("silent"), build: serverBuild, clientFolder: tmpdir(), isDemo: false, now: portal.now, ...parts }));
  onTestFinished(() => void server.close());
  const origin = `http://localhost:${port}`;

  const ask = (method: string, path: string, { headers = {}, body, chunked = false, encoding = "utf8" }: { headers?: Record<string, string>; body?: string; chunked?: boolean; encoding?: BufferEncoding } = {}): Promise<Answer> =>
    new Promise((resolve, reject) => {
      const request = send({ host: "127.0.0.1", port, method, path, headers: { host: `localhost:${port}`, ...headers, ...(body !== undefined && !chunked && { "content-length": String(Buffer.byteLength(body)) }) } }, (response) => {
        let text = "";
        response.setEncoding(encoding).on("data", (part: string) => (text += part)).on("end", () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body: text }));
      });
      request.on("error", reject);
      request.end(body);
    });
  return {
    origin,
    ask,
    get: (path: string, cookie = "") => ask("GET", path, { headers: cookie === "" ? {} : { cookie } }),
    /** A form as a browser sends it from a page of the portal. */
    post: (path: string, fields: Record<string, string>, cookie = "") => ask("POST", path, { headers: { origin, cookie, "content-type": "application/x-www-form-urlencoded" }, body: new URLSearchParams(fields).toString() }),
  };
}

/** The cookies of an answer, as the next request sends them. */
export const cookiesOf = ({ headers }: Answer): string => (headers["set-cookie"] ?? []).map((cookie) => cookie.split(";")[0]).join("; ");
