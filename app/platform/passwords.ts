import { hash, verify, type Options } from "@node-rs/argon2";

/** argon2id with 19 MiB and two passes: OWASP's first choice. Source: security §0.8. */
const COST: Options = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export const SHORTEST_PASSWORD = 12;
export const LONGEST_PASSWORD = 200;

export const PASSWORD_PROBLEMS = ["too-short", "too-long", "too-common"] as const;
export type PasswordProblem = (typeof PASSWORD_PROBLEMS)[number];

/**
 * Why a new password will not do, or null. Length counts, not odd signs; a password made of nothing but
 * words that anybody would try here first is refused. Source: ASVS 6.2, BIO2 5.17.03.
 */
export function passwordProblem(password: string, about: readonly string[] = []): PasswordProblem | null {
  const signs = [...password].length;
  if (signs < SHORTEST_PASSWORD) return "too-short";
  if (signs > LONGEST_PASSWORD) return "too-long";
  const words = [...ABOUT_EVERYBODY, ...about.flatMap((text) => text.toLowerCase().split(/[^\p{L}]+/u)).filter((word) => word.length >= 3)];
  const rest = words.sort((a, b) => b.length - a.length).reduce((left, word) => left.replaceAll(word, ""), password.normalize("NFKC").toLowerCase());
  const ownSigns = new Set([...rest.replace(/[\d\p{P}\p{S}\s]/gu, "")]);
  return ownSigns.size < 4 ? "too-common" : null;
}

const ABOUT_EVERYBODY = [
  ...["wachtwoord", "password", "welkom", "welcome", "geheim", "inloggen", "portaal", "gemeente", "beheerder", "beheer", "admin"],
  ...["qwerty", "asdfgh", "zxcvbn", "azerty", "abcdef", "letmein", "iloveyou", "nederland", "holland"],
  ...["januari", "februari", "maart", "april", "juni", "juli", "augustus", "september", "oktober", "november", "december"],
  ...["lente", "zomer", "herfst", "winter", "voorjaar", "najaar", "ggi", "vng", "veilig", "adviesraad", "taskforce"],
];

export const hashPassword = (password: string): Promise<string> => oneOfTwo(() => hash(password.normalize("NFKC"), COST));

/** Whether the password fits. Without a hash (nobody of that name) it works just as long and says no. */
export async function verifyPassword(stored: string | null, password: string): Promise<boolean> {
  const against = stored ?? (await (decoy ??= hashPassword("nobody signs in with this one")));
  const fits = await oneOfTwo(() => verify(against, password.normalize("NFKC")).catch(() => false));
  return fits && stored !== null;
}

let decoy: Promise<string> | undefined;

const SEATS = 2;
let busy = 0;
const waiting: (() => void)[] = [];

/** Hashing is meant to be slow; two at a time leave the rest of the server alone. */
async function oneOfTwo<T>(work: () => Promise<T>): Promise<T> {
  if (busy >= SEATS) await new Promise<void>((resolve) => waiting.push(resolve));
  else busy++;
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next) next();
    else busy--;
  }
}
