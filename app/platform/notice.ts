import { createCookie } from "@remix-run/node";

/** A word from one page to the next. Only a code travels; app/text turns it into Dutch. */
const notice = createCookie("melding", { path: "/", httpOnly: true, sameSite: "lax", maxAge: 60 });

/** For `redirect(address, await withNotice("proposal-saved"))`. */
export async function withNotice(code: string): Promise<{ headers: { "Set-Cookie": string } }> {
  return { headers: { "Set-Cookie": await notice.serialize(code) } };
}

/** The waiting notice, if any, with the header that clears it. */
export async function takeNotice(request: Request): Promise<{ code: string | null; clear: string }> {
  const code: unknown = await notice.parse(request.headers.get("cookie"));
  return { code: typeof code === "string" ? code : null, clear: await notice.serialize("", { maxAge: 0 }) };
}
