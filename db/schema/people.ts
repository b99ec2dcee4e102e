import type { ColumnType } from "kysely";
import type { Tlp } from "#app/domain/access/visibility.ts";
import type { Day, Instant } from "#app/domain/shared/instant.ts";
import type { Flag } from "./flag.ts";

export interface PeopleSchema {
  organisation: {
    id: string;
    kind: "gemeente" | "samenwerkingsverband" | "vng" | "ketenpartner" | "koepel";
    name: string;
    name_key: string;
    code: string | null;
    province: string | null;
    inhabitants: number | null;
    valid_from: Day | null;
    valid_until: Day | null;
    tile_row: number | null;
    tile_column: number | null;
    contact: string | null;
    /** since 0011; absent in an insert means nobody yet */
    account_manager: ColumnType<string | null, string | null | undefined, string | null>;
  };
  organisation_successor: {
    organisation_id: string;
    successor_id: string;
  };
  organisation_member: {
    partnership_id: string;
    municipality_id: string;
    from: Instant;
    until: Instant | null;
  };
  person: {
    id: string;
    name: string;
    email: string;
    email_key: string;
    organisation_id: string | null;
    job: string | null;
    password_hash: string | null;
    is_admin: Flag;
    is_municipal_admin: Flag;
    is_demo: Flag;
    disabled_at: Instant | null;
    created_at: Instant;
  };
  credential_link: {
    id: string;
    person_id: string;
    created_at: Instant;
    expires_at: Instant;
    used_at: Instant | null;
  };
  session: {
    id: string;
    person_id: string;
    created_at: Instant;
    last_seen_at: Instant;
    auth_at: Instant;
    expires_at: Instant;
    device: string | null;
  };
  kept_form: {
    id: string;
    person_id: string;
    address: string;
    sealed: string;
    created_at: Instant;
    expires_at: Instant;
  };
  throttle: {
    key: string;
    points: number;
    until: Instant;
  };
  known_device: {
    id: string;
    person_id: string;
    seen_at: Instant;
  };
  component: {
    id: string;
    slug: string;
    name: string;
    summary: string;
    position: number;
  };
  policy_area: {
    id: string;
    slug: string;
    name: string;
    position: number;
  };
  body: {
    id: string;
    slug: string;
    name: string;
    prefix: string;
    kind: "expertgroep" | "adviesraad" | "taskforce";
    purpose: string;
    component_id: string | null;
    default_tlp: Tlp;
    position: number;
    ended_at: Instant | null;
  };
  seat: {
    id: string;
    body_id: string;
    organisation_id: string;
    is_voting: Flag;
    weight: number;
    from: Instant;
    until: Instant | null;
  };
  membership: {
    id: string;
    seat_id: string;
    person_id: string;
    role: "chair" | "secretary" | "member" | "substitute" | "observer";
    from: Instant;
    until: Instant | null;
  };
  counter: {
    name: string;
    last: number;
  };
  chain_head: {
    chain: string;
    sequence: number;
    hash: string;
    /** the time of the last record; null in a chain that has had none since this is kept */
    at: Instant | null;
    /** the time of the last record that says that the clock stood back */
    told_at: Instant | null;
  };
  event: {
    id: string;
    chain: string;
    sequence: number;
    at: Instant;
    actor_id: string | null;
    act: string;
    subject_kind: string;
    subject_id: string;
    payload: string;
    previous: string;
    hash: string;
  };
}
