import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { transform } from "lightningcss";

/** The most that the stylesheet may weigh over the line. */
const BUDGET = 25 * 1024;

const filename = new URL("./portal.css", import.meta.url);
const { code } = transform({ filename: filename.pathname, code: readFileSync(filename), minify: true, errorRecovery: false });
const size = gzipSync(code).length;
if (size > BUDGET) {
  console.error(`portal.css weighs ${size} bytes compressed; ${BUDGET} is the budget`);
  process.exit(1);
}
