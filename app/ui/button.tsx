import type { ReactNode } from "react";

interface ButtonProps {
  readonly children: ReactNode;
  readonly secondary?: boolean | undefined;
  readonly name?: string;
  readonly value?: string;
}

/** Sends the form it stands in. One filled button a screen; the others are secondary. */
export function Button({ children, secondary = false, ...rest }: ButtonProps) {
  return (
    <button type="submit" className={lookOf(secondary)} {...rest}>
      {children}
    </button>
  );
}

/** A link that looks like a button: it goes somewhere, it changes nothing. */
export function ButtonLink({ href, children, secondary = false }: { href: string; children: ReactNode; secondary?: boolean | undefined }) {
  return (
    <a className={lookOf(secondary)} href={href}>
      {children}
    </a>
  );
}

const lookOf = (secondary: boolean): string => (secondary ? "nl-button nl-button--secondary" : "nl-button nl-button--primary");
