import { z } from "zod";
import { isPostgresUrl } from "./database-url.ts";

/** What the portal was told from outside, checked once. */
export interface Env {
  readonly port: number;
  readonly host: string;
  readonly databaseUrl: string;
  /** the one origin that forms, links and mails use; no slash at the end */
  readonly appUrl: string;
  readonly smtpUrl: string | null;
  /** where somebody reports a weak spot, for security.txt; null: nowhere yet */
  readonly securityContact: string | null;
  /** whom mail comes from; null: made from the address of the portal */
  readonly mailFrom: string | null;
  /** addresses of proxies whose word about the visitor's address counts */
  readonly trustProxy: readonly string[];
  readonly logLevel: (typeof LOG_LEVELS)[number];
  /** null: nobody said so; then an empty database on localhost gets the demonstration */
  readonly demo: boolean | null;
  readonly workers: number;
  readonly isProduction: boolean;
}

export type EnvReading = { readonly ok: true; readonly env: Env } | { readonly ok: false; readonly problems: readonly string[] };

const LOG_LEVELS = ["fatal", "error", "warn", "info", "debug", "trace", "silent"] as const;

const wholeNumber = (lowest: number, highest: number) =>
  z.string().regex(/^\d{1,6}$/).transform(Number).refine((value) => value >= lowest && value <= highest);
const url = (...protocols: string[]) => z.string().refine((raw) => URL.canParse(raw) && protocols.includes(new URL(raw).protocol));

const SHAPE = {
  PORT: wholeNumber(1, 65_535),
  HOST: z.string().regex(/^[A-Za-z0-9.:_-]+$/),
  DATABASE_URL: z.string().refine((raw) => /^file:./.test(raw) || isPostgresUrl(raw)),
  APP_URL: url("http:", "https:").refine((raw) => isBareOrigin(raw)),
  SMTP_URL: url("smtp:", "smtps:"),
  SECURITY_CONTACT: z.string().refine((raw) => /^(mailto:[^\s@]+@[^\s@]+\.[^\s@]+|https:\/\/\S+|tel:\+?[\d-]+)$/.test(raw) && URL.canParse(raw)),
  MAIL_FROM: z.string().max(200).regex(/^(?:[^<>\r\n]* )?<?[^\s@<>]+@[^\s@<>]+>?$/),
  TRUST_PROXY: z.string().regex(/^[A-Za-z0-9.:/, ]+$/),
  LOG_LEVEL: z.enum(LOG_LEVELS),
  DEMO: z.enum(["0", "1"]),
  WORKERS: wholeNumber(1, 64),
  NODE_ENV: z.enum(["production", "development", "test"]),
};

const EXPECTED: Record<keyof typeof SHAPE, string> = {
  PORT: "een poortnummer van 1 tot en met 65535",
  HOST: "een naam of IP-adres om op te luisteren, bijvoorbeeld 127.0.0.1",
  DATABASE_URL: "file:pad/naar/bestand.sqlite of postgres://gebruiker:wachtwoord@server/database",
  APP_URL: "het adres van het portaal zonder pad, bijvoorbeeld https://portaal.voorbeeld.nl",
  SMTP_URL: "smtp://… of smtps://…",
  SECURITY_CONTACT: "mailto:adres@voorbeeld.nl, https://… of tel:+31…, voor wie een zwakke plek meldt",
  MAIL_FROM: "een mailadres, bijvoorbeeld GGI-portaal <portaal@voorbeeld.nl>",
  TRUST_PROXY: "IP-adressen of netwerken van uw proxy's, met komma's ertussen",
  LOG_LEVEL: `een van ${LOG_LEVELS.join(", ")}`,
  DEMO: "0 of 1",
  WORKERS: "een aantal processen van 1 tot en met 64",
  NODE_ENV: "production, development of test",
};

/** Reads and checks every variable; all problems come back together, each with its name and what is expected. */
export function readEnv(raw: Readonly<Record<string, string | undefined>>): EnvReading {
  const problems: string[] = [];
  const read = <Name extends keyof typeof SHAPE>(name: Name): z.infer<(typeof SHAPE)[Name]> | undefined => {
    const value = raw[name]?.trim();
    if (value === undefined || value === "") return undefined;
    const parsed = SHAPE[name].safeParse(value);
    if (parsed.success) return parsed.data as z.infer<(typeof SHAPE)[Name]>;
    problems.push(`${name} heeft een verkeerde waarde. Verwacht: ${EXPECTED[name]}.`);
    return undefined;
  };

  const port = read("PORT") ?? 3000;
  const env: Env = {
    port,
    host: read("HOST") ?? "127.0.0.1",
    databaseUrl: read("DATABASE_URL") ?? "file:var/ggi.sqlite",
    appUrl: new URL(read("APP_URL") ?? `http://localhost:${port}`).origin,
    smtpUrl: read("SMTP_URL") ?? null,
    securityContact: read("SECURITY_CONTACT") ?? null,
    mailFrom: read("MAIL_FROM") ?? null,
    trustProxy: (read("TRUST_PROXY") ?? "").split(",").map((part) => part.trim()).filter((part) => part !== ""),
    logLevel: read("LOG_LEVEL") ?? "info",
    demo: { "0": false, "1": true, none: null }[read("DEMO") ?? "none"],
    workers: read("WORKERS") ?? 1,
    isProduction: read("NODE_ENV") === "production",
  };
  problems.push(...conflictsIn(env));
  return problems.length > 0 ? { ok: false, problems } : { ok: true, env };
}

/** Values that are fine one by one, but not together. Source: interfaces, "Environment". */
function conflictsIn(env: Env): string[] {
  const isLocal = isLoopback(env.appUrl);
  return [
    ...(env.isProduction && !isLocal && !isSecure(env.appUrl) ? ["APP_URL moet met https beginnen, want dit is geen adres op deze computer zelf."] : []),
    ...(env.demo === true && !isLocal ? ["DEMO=1 mag alleen als APP_URL localhost, 127.0.0.1 of [::1] is: de wachtwoorden van de demonstratie zijn openbaar."] : []),
    ...(env.workers > 1 && !isPostgresUrl(env.databaseUrl) ? ["WORKERS groter dan 1 kan alleen met PostgreSQL in DATABASE_URL."] : []),
  ];
}

export const isSecure = (origin: string): boolean => new URL(origin).protocol === "https:";

export const isLoopback = (origin: string): boolean => isLoopbackName(new URL(origin).hostname);

export const isLoopbackName = (hostname: string): boolean => hostname === "localhost" || hostname === "[::1]" || /^127(\.\d{1,3}){3}$/.test(hostname);

function isBareOrigin(raw: string): boolean {
  if (!URL.canParse(raw)) return false;
  const { pathname, search, hash, username, password } = new URL(raw);
  return pathname === "/" && search + hash + username + password === "";
}
