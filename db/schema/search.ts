import type { Tlp } from "#app/domain/access/visibility.ts";
import type { Instant } from "#app/domain/shared/instant.ts";
import type { Flag } from "./flag.ts";

export interface SearchSchema {
  search_entry: {
    id: string;
    kind: string;
    subject_id: string;
    number: string;
    title: string;
    body_text: string;
    address: string;
    tlp: Tlp;
    body_id: string | null;
    is_shared: Flag;
    at: Instant;
  };
}
