import { href, paths } from "#app/paths.ts";
import { similarText } from "#app/text/traces.ts";
import script from "./similar-titles.js?url";

/** The place under a title where the script shows what looks like it; empty and hidden without. */
export const SimilarTitles = () => (
  <>
    <div className="note" id="lijkt-op-titel" data-address={href(paths.similarTitles)} role="status" hidden>
      <p>{similarText.title}</p>
      <ul />
      <p className="small">{similarText.hint}</p>
    </div>
    <script type="module" src={script} />
  </>
);
