import path from "node:path";
import { vitePlugin as remix } from "@remix-run/dev";
import { defineConfig, type Plugin } from "vite";
import { portalStyles } from "./app/ui/styles/build.ts";
import remixConfig from "./remix.config.js";

/** Remix only keeps *.server files out of the browser; these whole folders must stay out too. */
const SERVER_FLOORS = ["db", "seeds", "app/auth", "app/commands", "app/platform", "app/jobs"];

function lockServerFloors(floors: string[]): Plugin {
  const roots = floors.map((floor) => path.resolve(floor) + path.sep);
  return {
    name: "lock-server-floors",
    enforce: "pre",
    async resolveId(source, importer, options) {
      if (options.ssr || !importer || importer.endsWith(".html")) return;
      const target = await this.resolve(source, importer, { ...options, skipSelf: true });
      if (target && roots.some((root) => target.id.startsWith(root))) {
        this.error(`${path.relative("", importer)} would ship ${path.relative("", target.id)} to the browser`);
      }
    },
  };
}

export default defineConfig({
  plugins: [lockServerFloors(SERVER_FLOORS), portalStyles(), remix(remixConfig)],
  server: { host: "127.0.0.1" },
  build: { assetsInlineLimit: 0 },
});
