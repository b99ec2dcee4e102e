import { href, paths } from "#app/paths.ts";
import { roleText } from "#app/text/bodies.ts";
import { municipalityText } from "#app/text/municipalities.ts";
import { Row, Rows } from "#app/ui/rows.tsx";

export interface Voice {
  readonly id: string;
  readonly slug: string;
  readonly body: string;
  readonly person: string;
  readonly role: keyof typeof roleText;
  readonly isVoting: number;
}

/** Who speaks for an organisation, and where; `empty` says so when it sits nowhere. */
export function Voices({ voices, empty }: { voices: readonly Voice[]; empty: string }) {
  if (voices.length === 0) return <p className="muted">{empty}</p>;
  return (
    <Rows>
      {voices.map((voice) => (
        <Row key={voice.id}>
          <div>
            <h3>
              <a href={href(paths.body, { slug: voice.slug })}>{voice.body}</a>
            </h3>
            <p className="meta">{`${voice.person} · ${roleText[voice.role]} · ${voice.isVoting === 1 ? municipalityText.voting : municipalityText.advisory}`}</p>
          </div>
        </Row>
      ))}
    </Rows>
  );
}
