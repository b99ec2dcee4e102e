import type { Instant } from "#app/domain/shared/instant.ts";

export interface ImportsSchema {
  proposal_import: {
    id: string;
    person_id: string;
    body_id: string;
    file_name: string;
    file_hash: string;
    file_kind: "csv" | "xlsx" | "ods" | "reqif";
    encoding: string;
    heads: string;
    mapping: string;
    defaults: string;
    row_count: number;
    problem_count: number;
    state: "open" | "running" | "done";
    /** rows made ready, while it runs */
    progress: number;
    started_at: Instant | null;
    first_number: string | null;
    last_number: string | null;
    created_at: Instant;
    done_at: Instant | null;
    /** when taking it over went wrong; null once somebody tries again */
    failed_at: Instant | null;
    /** the chapters of a file that becomes a programma van eisen as well, as JSON */
    set_outline: string | null;
    set_slug: string | null;
  };
  proposal_import_row: {
    import_id: string;
    place: number;
    cells: string;
    formulas: string;
    broken: string;
    problems: string | null;
  };
  saved_view: {
    id: string;
    person_id: string;
    name: string;
    query: string;
    created_at: Instant;
  };
  proposal_control: {
    proposal_id: string;
    control_id: string;
  };
}
