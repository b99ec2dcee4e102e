/** A token of ours in the cookies of a request, by the name of its cookie; null when there is none that looks like one. */
export const tokenNamed = (name: string, cookies: string | null): string | null => new RegExp(`(?:^|;\\s*)${name}=([A-Za-z0-9_-]{43})(?:;|$)`).exec(cookies ?? "")?.[1] ?? null;

/** A cookie that no script reads and no other site sends along; without `maxAge` (seconds) it leaves with the browser. Source: security §3.2. */
export const tokenCookie = (name: string, token: string, isHttps: boolean, maxAge?: number): string =>
  `${name}=${token}; Path=/; HttpOnly; SameSite=Lax${isHttps ? "; Secure" : ""}${maxAge === undefined ? "" : `; Max-Age=${maxAge}`}`;

export const isHttps = (request: Request): boolean => new URL(request.url).protocol === "https:";
