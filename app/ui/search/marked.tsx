import type { Piece } from "#app/domain/search/words.ts";

/** A text with the words that were asked for marked; React escapes the rest. */
export const Marked = ({ pieces }: { pieces: readonly Piece[] }) => pieces.map(({ text, isMatch }, place) => (isMatch ? <mark key={place}>{text}</mark> : text));
