import { addAccount } from "#app/commands/access/add-account.ts";
import { STRANGER } from "#app/domain/access/actor.ts";
import { newToken } from "#app/platform/tokens.ts";
import type { Instant } from "#app/domain/shared/instant.ts";
import { date, time } from "#app/text/format.ts";
import type { Db } from "../client.ts";

const USAGE = `gebruik: ggi user add --name NAAM --email ADRES [--admin] [--municipal-admin] [--organisation CBS-CODE|NAAM] [--json]
  maakt een account en toont één keer de link waarmee de persoon een wachtwoord kiest (72 uur geldig)`;

const REFUSALS = {
  "not-allowed": "Dit mag hier niet.",
  "name-missing": "Geef een naam: --name \"Voornaam Achternaam\".",
  "email-invalid": "Geef een e-mailadres: --email naam@gemeente.nl.",
  "email-taken": "Er is al een account met dit e-mailadres.",
  "organisation-unknown": "Er is geen organisatie met deze CBS-code of naam.",
} as const;

interface Io {
  readonly out: (line: string) => void;
  readonly err: (line: string) => void;
  readonly now: () => Instant;
  readonly newId: () => string;
  readonly appUrl: () => string;
  readonly open: () => Promise<Db>;
}

/** `ggi user add`: 0 made, 1 refused, 2 misunderstood. */
export async function runUserAdd(args: readonly string[], { out, err, now, newId, appUrl, open }: Io): Promise<number> {
  if (args.includes("--help")) {
    out(USAGE);
    return 0;
  }
  const value = (name: string): string | null => {
    const place = args.indexOf(name);
    const next = place === -1 ? undefined : args[place + 1];
    return next === undefined || next.startsWith("--") ? null : next;
  };
  const known = new Set(["--name", "--email", "--admin", "--municipal-admin", "--organisation", "--json"]);
  const strange = args.find((arg) => arg.startsWith("--") && !known.has(arg));
  if (strange !== undefined) {
    err(`De optie ${strange} bestaat niet. Zie: npm run ggi -- user add --help`);
    return 2;
  }
  const missing = value("--name") === null ? "name-missing" : value("--email") === null ? "email-invalid" : null;
  if (missing !== null) {
    err(REFUSALS[missing]);
    return 2;
  }
  const token = newToken();
  const input = { name: value("--name") ?? "", email: value("--email") ?? "", organisation: value("--organisation"), isAdmin: args.includes("--admin"), isMunicipalAdmin: args.includes("--municipal-admin") };
  const added = await addAccount({ db: await open(), actor: STRANGER, now, newId }, { ...input, token, isConsole: true });
  if (!added.ok) {
    err(REFUSALS[added.refusal]);
    return 1;
  }
  const link = `${appUrl()}/wachtwoord/${token}`;
  out(args.includes("--json") ? JSON.stringify({ id: added.value.id, link, expiresAt: added.value.expiresAt }) : `Het account is gemaakt. Geef deze link aan de persoon; hij werkt één keer, tot ${date(added.value.expiresAt)}, ${time(added.value.expiresAt)}:\n${link}`);
  return 0;
}
