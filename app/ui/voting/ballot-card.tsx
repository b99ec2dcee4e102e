import type { Choice } from "#app/domain/voting/choice.ts";
import type { ConditionStrength } from "#app/domain/proposals/discussion.ts";
import { choiceText, strengthText } from "#app/text/voting.ts";
import { aboutItemsText } from "#app/text/voting-kinds.ts";
import { ballotText } from "#app/text/voting-ballot.ts";
import { roundText } from "#app/text/voting-pages.ts";
import { DiffText } from "../diff.tsx";
import { ItemVoices, type ItemVoice } from "./item-voices.tsx";
import { ChoiceLine, controlLook, Field, FieldLabel, Fieldset, Hint, ProblemLine } from "#app/ui/form-parts.tsx";

/** One item of the stembiljet as its card shows it. */
export interface BallotCardItem {
  readonly id: string;
  readonly position: number;
  readonly of: number;
  readonly number: string | null;
  readonly href: string | null;
  readonly version: number | null;
  readonly title: string;
  readonly statement: string;
  readonly hash: string;
  readonly nonce: string;
  readonly savedAt: string | null;
  readonly savedBy: string | null;
  readonly isRecused: boolean;
  readonly isPulled: boolean;
  /** the seat itself voted; who looks with a volmacht sees no more than that */
  readonly isHeld: boolean;
  readonly previous: { readonly round: string; readonly choice: string | null; readonly condition: string | null; /** the choice to confirm again, if it exists in this round */ readonly again: string | null } | null;
  readonly diff: readonly { readonly kind: "same" | "added" | "removed"; readonly text: string }[] | null;
  readonly choices: readonly Choice[];
  /** the choices for which this round asks why */
  readonly motivated: readonly Choice[];
  readonly voices: readonly ItemVoice[];
  readonly value: { readonly choice: string; readonly motivation: string; readonly condition: string; readonly strength: string; readonly quote: string };
  readonly problem: string | null;
}

const STRENGTHS = Object.keys(strengthText) as ConditionStrength[];

/** A card per proposal: the text, what changed since the last round, the former choice (shown, not copied) and the choice now. */
export function BallotCard({ item, isOpen }: { item: BallotCardItem; isOpen: boolean }) {
  const heading = `titel-${item.position}`;
  return (
    <article className="card" aria-labelledby={heading} id={`onderdeel-${item.position}`}>
      <header>
        <p className="small muted num">
          {ballotText.position(item.position, item.of)}
          {item.number && <> · {item.href ? <a href={item.href}>{item.number}</a> : item.number}</>}
          {item.version !== null && <> · {roundText.version(item.version)}</>}
          {item.savedAt && (
            <>
              {" · "}
              <strong>{ballotText.saved(item.savedAt)}</strong>
              {item.savedBy && <> ({item.savedBy})</>}
            </>
          )}
        </p>
        <h2 id={heading}>{item.title}</h2>
        <p className="quote">{item.statement}</p>
      </header>
      <ItemVoices voices={item.voices} />
      {item.previous && <Before previous={item.previous} diff={item.diff} />}
      {item.previous?.again && !item.isRecused && !item.isHeld && (
        <div className="part">
          <fieldset disabled={!isOpen}>
            <legend className="vh">{ballotText.again}</legend>
            <div className="choices choices-1">
              <label>
                <input type="radio" name={`keuze-${item.id}`} value="opnieuw" defaultChecked={item.value.choice === "opnieuw"} /> {ballotText.againAs(item.previous.again)}
              </label>
            </div>
          </fieldset>
        </div>
      )}
      <div className="part stack">{item.isRecused ? <p>{item.isPulled ? aboutItemsText.pulled : ballotText.recused}</p> : item.isHeld ? <p>{ballotText.held}</p> : <Choosing item={item} isOpen={isOpen} />}</div>
    </article>
  );
}

function Before({ previous, diff }: { previous: NonNullable<BallotCardItem["previous"]>; diff: BallotCardItem["diff"] }) {
  return (
    <div className="part stack">
      {diff === null ? (
        <p className="small muted">{ballotText.unchanged(previous.round)}</p>
      ) : (
        <details>
          <summary>{ballotText.changed(previous.round)}</summary>
          <div className="diff">
            <p>
              <DiffText parts={diff} />
            </p>
          </div>
        </details>
      )}
      {previous.choice && (
        <p className="prev">
          {ballotText.previousChoice(previous.round)}
          <b>{previous.choice}</b>
          {previous.condition && <> {previous.condition}</>}
          {ballotText.notCopied}
        </p>
      )}
    </div>
  );
}

function Choosing({ item, isOpen }: { item: BallotCardItem; isOpen: boolean }) {
  const { id, position, value, choices, problem } = item;
  const [problemId, hintId] = [`fout-${position}`, `hint-${position}`];
  const called = item.number ?? item.title;
  return (
    <>
      <input type="hidden" name={`nonce-${id}`} value={item.nonce} />
      <input type="hidden" name={`tekst-${id}`} value={item.hash} />
      <Fieldset legend={ballotText.choice(called)} disabled={!isOpen} invalid={Boolean(problem)} aria-describedby={problem ? problemId : undefined}>
        {problem && <ProblemLine id={problemId}>{problem}</ProblemLine>}
        <div className={choices.length === 4 ? "choices choices-4" : "choices"}>
          {choices.map((choice, index) => (
            <ChoiceLine key={choice} type="radio" name={`keuze-${id}`} value={choice} defaultChecked={value.choice === choice} id={index === 0 ? `keuze-${position}` : undefined}>
              {choiceText[choice]}
            </ChoiceLine>
          ))}
        </div>
      </Fieldset>
      {choices.includes("akkoord_mits") && <Condition item={item} />}
      <Field>
        <FieldLabel htmlFor={`motivering-${position}`}>{ballotText.motivation}</FieldLabel>
        <Hint id={hintId}>{ballotText.motivationHint(item.motivated.map((choice) => choiceText[choice].toLowerCase()))}</Hint>
        <textarea className={controlLook.textarea()} id={`motivering-${position}`} name={`motivering-${id}`} rows={2} maxLength={2000} aria-describedby={hintId} defaultValue={value.motivation} />
      </Field>
    </>
  );
}

function Condition({ item: { id, position, value } }: { item: BallotCardItem }) {
  const [hintId, quoteHintId] = [`voorwaardehint-${position}`, `woordenhint-${position}`];
  return (
    <div className="with-condition stack">
      <Field>
        <FieldLabel htmlFor={`voorwaarde-${position}`}>{ballotText.condition}</FieldLabel>
        <Hint id={hintId}>{ballotText.conditionHint}</Hint>
        <textarea className={controlLook.textarea()} id={`voorwaarde-${position}`} name={`voorwaarde-${id}`} rows={2} maxLength={2000} aria-describedby={hintId} defaultValue={value.condition} />
      </Field>
      <Field>
        <FieldLabel htmlFor={`woorden-${position}`}>{ballotText.quote}</FieldLabel>
        <Hint id={quoteHintId}>{ballotText.quoteHint}</Hint>
        <input className={controlLook.textbox()} id={`woorden-${position}`} name={`woorden-${id}`} maxLength={2000} aria-describedby={quoteHintId} defaultValue={value.quote} />
      </Field>
      <Field>
        <FieldLabel htmlFor={`gewicht-${position}`}>{ballotText.strength}</FieldLabel>
        <select className={controlLook.select()} id={`gewicht-${position}`} name={`gewicht-${id}`} defaultValue={value.strength}>
          {STRENGTHS.map((strength) => (
            <option key={strength} value={strength}>
              {strengthText[strength]}
            </option>
          ))}
        </select>
      </Field>
    </div>
  );
}
