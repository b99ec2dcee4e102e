import { Button } from "./button.tsx";

interface ActionFormProps {
  readonly action: string;
  readonly label: string;
  readonly secondary?: boolean;
  readonly fields?: Readonly<Record<string, string>>;
  /** what the button is about, for who hears it apart from its surroundings */
  readonly describe?: string;
}

/** One button that does one thing at an address of its own. Works without script. */
export function ActionForm({ action, label, secondary, fields = {}, describe }: ActionFormProps) {
  return (
    <form method="post" action={action} className="act">
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Button secondary={secondary}>
        {label}
        {describe !== undefined && <span className="vh">{`: ${describe}`}</span>}
      </Button>
    </form>
  );
}
