import { canonicalJson } from "#app/domain/shared/canonical-json.ts";
import { sha256 } from "../hash.ts";
import type { VersionText } from "./proposal-writes.ts";

/** The fingerprint of everything a version says; a round pins it, so that nobody votes on another text. */
export const versionHash = (text: VersionText): string =>
  sha256(
    canonicalJson({
      title: text.title,
      statement: text.statement,
      rationale: text.rationale,
      acceptance: text.acceptance,
      source: text.source,
      moscow: text.moscow,
      weight: text.weight,
      components: text.components,
      needs: text.needs,
      policyAreas: text.policyAreas,
      controls: text.controls,
    }),
  );
