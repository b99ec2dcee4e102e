import { canonicalJson } from "#app/domain/shared/canonical-json.ts";
import { frozenParts, type PublishedRound } from "#app/domain/voting/published.ts";
import { parsePublished } from "#app/domain/voting/published-parser.ts";
import { recount } from "#app/domain/voting/recount.ts";
import { recountText } from "#app/text/recount.ts";

/**
 * Counts the result that stands in the page again, in the browser of the reader: the same function that made the stored result, and no
 * request to the server. It also computes the fingerprint of seats, texts and rules. The one page that wants it asks for this script.
 */
async function recountHere(): Promise<void> {
  const [source, place] = [document.getElementById("uitslag-gegevens"), document.getElementById("narekenen-browser")];
  if (!source || !place) return;
  const published: unknown = JSON.parse(source.textContent ?? "null");
  const parsed = parsePublished(published);
  if (!parsed.ok) {
    place.textContent = recountText.unreadable;
    return;
  }
  const counted = recount(parsed.value);
  const wrong = counted.flatMap(({ id, differences }) => differences.map((name) => `${id} ${name}`));
  const figures = counted.every(({ count }) => count === null) ? recountText.hidden : wrong.length === 0 ? recountText.right(counted.length) : recountText.wrong(wrong.join(", "));
  place.textContent = `${figures} ${await fingerprintSentence(published as PublishedRound)}`;
}

async function fingerprintSentence({ rule, seats, items, fingerprint }: PublishedRound): Promise<string> {
  // Only a page over https, or on this very machine, may hash.
  if (typeof crypto === "undefined" || !("subtle" in crypto)) return recountText.noHash;
  const bytes = new TextEncoder().encode(canonicalJson(frozenParts(rule, seats, items)));
  const hash = [...new Uint8Array(await crypto.subtle.digest("SHA-256", bytes))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return hash === fingerprint ? recountText.fingerprintRight : recountText.fingerprintWrong;
}

void recountHere();
