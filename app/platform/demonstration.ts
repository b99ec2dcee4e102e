import { accept, refuse, type Result } from "#app/domain/shared/result.ts";
import { isLoopback } from "./env.ts";

interface Start {
  readonly demo: boolean | null;
  readonly appUrl: string;
  readonly isEmpty: boolean;
  readonly holdsDemoAccounts: boolean;
}

/**
 * Whether the demonstration is on. Unsaid, it is for an empty database on localhost and for one that already tells the story;
 * a real portal never gets it by accident. Refuses a public address while accounts with a public password exist.
 * Source: interfaces, "Demonstration accounts".
 */
export function demonstrationFor({ demo, appUrl, isEmpty, holdsDemoAccounts }: Start): Result<boolean, "demo-accounts-in-public"> {
  if (!isLoopback(appUrl)) return holdsDemoAccounts ? refuse("demo-accounts-in-public") : accept(false);
  return accept(demo ?? (isEmpty || holdsDemoAccounts));
}
