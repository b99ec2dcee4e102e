import { randomBytes } from "node:crypto";

/** A secret nobody can guess, for an address: 256 bits in 43 signs. */
export const newToken = (): string => randomBytes(32).toString("base64url");
