import { href, paths } from "#app/paths.ts";
import { demoText } from "#app/text/demo.ts";
import { ActionForm } from "./action-form.tsx";
import { Button } from "./button.tsx";
import { controlLook, FieldLabel } from "./form-parts.tsx";

interface DemoBarProps {
  readonly accounts: readonly { readonly email: string; readonly name: string }[];
  /** the address to come back to */
  readonly path: string;
  readonly isSignedIn: boolean;
}

/** Only in a demonstration: go on as somebody else, and let the others vote. Plain forms, so it works without script. */
export function DemoBar({ accounts, path, isSignedIn }: DemoBarProps) {
  const roundId = /^\/stemrondes\/([^/]+)$/.exec(path)?.[1];
  return (
    <aside className="acting" aria-label={demoText.title}>
      <div className="wrap">
        <details>
          <summary>{demoText.title}</summary>
          <p>{demoText.explanation}</p>
          <form method="post" action={href(paths.demoAccount)}>
            <input type="hidden" name="naar" value={path} />
            <FieldLabel htmlFor="demo-account">{demoText.account}</FieldLabel>
            <div className="search">
              <select className={controlLook.select()} id="demo-account" name="account">
                {Object.entries(demoText.groups).map(([group, label]) => (
                  <optgroup key={group} label={label}>
                    {accounts
                      .filter(({ email }) => groupOf(email) === group)
                      .sort((a, b) => serialOf(a.email) - serialOf(b.email))
                      .map(({ email, name }) => (
                        <option key={email} value={email}>
                          {email.split("@")[0]} · {name}
                        </option>
                      ))}
                  </optgroup>
                ))}
              </select>
              <Button secondary>{demoText.switch}</Button>
            </div>
          </form>
          {roundId !== undefined && roundId !== "nieuw" && isSignedIn && <ActionForm action={href(paths.demoVotes, { id: roundId })} label={demoText.votes} secondary />}
        </details>
      </div>
    </aside>
  );
}

/** "lid3.veilig@demo.ggi" belongs to veilig; without a body it is about the portal or a gemeente. */
const groupOf = (email: string): string => /^[^.@]+\.([a-z]+)@/.exec(email)?.[1] ?? "portal";
/** secretaris and voorzitter first, then lid1, lid2, … */
const serialOf = (email: string): number => Number(/^\D+(\d+)/.exec(email)?.[1] ?? 0);
