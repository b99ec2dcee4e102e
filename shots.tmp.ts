import { aBrowser } from "#test/support/browser.ts";
const url = process.env.URL ?? "";
const browser = await aBrowser();
const shots: [string, string | null, string][] = JSON.parse(process.env.SHOTS ?? "[]");
const sizes = (process.env.SIZES ?? "1280l,360d").split(",");
for (const [name, role, path] of shots) {
  const context = await browser.newContext();
  if (role) {
    const answer = await fetch(`${url}/demo/account`, { method: "POST", redirect: "manual", headers: { origin: url }, body: new URLSearchParams({ account: `${role}@demo.ggi`, naar: "/" }) });
    await context.addCookies(answer.headers.getSetCookie().map((c) => c.split(";")[0] ?? "").map((c) => ({ name: c.split("=")[0] ?? "", value: c.slice(c.indexOf("=") + 1), url })));
  }
  for (const size of sizes) {
    const page = await context.newPage();
    await page.setViewportSize({ width: parseInt(size), height: 900 });
    await page.emulateMedia({ colorScheme: size.endsWith("d") ? "dark" : "light" });
    const r = await page.goto(url + path);
    console.log(name, size, r?.status());
    await page.screenshot({ path: `/tmp/pf/${name}-${size}.png`, fullPage: true });
    await page.close();
  }
  await context.close();
}
await browser.close();
