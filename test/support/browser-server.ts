import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { chromium } from "playwright-core";
import { aServedPortal, launching } from "./browser.ts";

/** Before the browser tests: one browser for all of them, and one portal filled with the demonstration, of which each gets a copy. */
export default async function setup(): Promise<() => Promise<void>> {
  const folder = mkdtempSync(path.join(tmpdir(), "ggi-demo-"));
  await (await aServedPortal(folder)).stop();
  const server = await chromium.launchServer(await launching());
  process.env.BROWSER_ADDRESS = server.wsEndpoint();
  process.env.DEMO_DATABASE = path.join(folder, "ggi.sqlite");
  return async () => {
    await server.close();
    rmSync(folder, { recursive: true, force: true });
  };
}
