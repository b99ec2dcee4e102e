import { spawn, type ChildProcess } from "node:child_process";
import { watch } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const QUIET = 300;

/**
 * `npm run dev`: the portal with its demonstration, built and started again after every change.
 * The production build is used, because the content policy and the guard only tell the truth there; it takes some four seconds.
 */
let server = start();
let alarm: NodeJS.Timeout | undefined;
for (const folder of ["app", "db", "public", "seeds"]) {
  watch(path.join(root, folder), { recursive: true }, () => {
    clearTimeout(alarm);
    alarm = setTimeout(() => {
      server.once("exit", () => (server = start()));
      if (server.exitCode === null) server.kill("SIGTERM");
      else server = start();
    }, QUIET);
  });
}

function start(): ChildProcess {
  return spawn(process.execPath, ["--import", "tsx", "app/start.ts"], { cwd: root, stdio: "inherit" });
}
