import { aBrowser, aServedPortal } from "./browser.ts";

/** `npm run screenshot`: takes the picture of the README from the built portal with its demonstration. */
const [browser, portal] = [await aBrowser(), await aServedPortal()];
const page = await browser.newPage({ viewport: { width: 1280, height: 900 }, colorScheme: "light" });
await page.goto(`${portal.url}/`);
await page.screenshot({ path: "docs/images/start.png" });
await browser.close();
await portal.stop();
