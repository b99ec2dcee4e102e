import { randomUUID } from "node:crypto";

/** A UUIDv7: its first part is the time, so that newer records sort after older ones. */
export function uuid7(): string {
  const time = Date.now().toString(16).padStart(12, "0");
  const rest = randomUUID().replaceAll("-", "");
  return `${time.slice(0, 8)}-${time.slice(8)}-7${rest.slice(13, 16)}-${rest.slice(16, 20)}-${rest.slice(20)}`;
}
