import { href, paths } from "#app/paths.ts";
import { seatActText } from "#app/text/voting-kinds.ts";
import { roundText } from "#app/text/voting-pages.ts";
import { rehearsalText } from "#app/text/voting-preparing.ts";
import { proxiesText, receivedText } from "#app/text/voting-seats.ts";
import { ActionForm } from "#app/ui/action-form.tsx";
import { Section } from "#app/ui/layout.tsx";
import type { RoundFacts } from "./load-round.ts";

/** What the bureau, and a member with an interest of its own, can do besides the next step. */
export function Manage({ data: { id, can, mine, body, kind, items } }: { data: RoundFacts }) {
  const links = [
    ...(can.prepare ? [{ address: href(paths.roundSubject, { id }), label: roundText.change }] : []),
    ...(can.rehearse ? [{ address: href(paths.roundRehearsal, { id }), label: rehearsalText.link }] : []),
    ...(can.extend ? [{ address: href(paths.roundExtension, { id }), label: roundText.extend }] : []),
    ...(can.withdraw ? [{ address: href(paths.roundWithdrawal, { id }), label: roundText.withdraw }] : []),
    ...(can.invalidate ? [{ address: href(paths.roundInvalidation, { id }), label: roundText.invalidate }] : []),
    ...(can.record ? [{ address: href(paths.receivedBallot, { id }), label: receivedText.link }] : []),
    ...(mine.length > 0
      ? [
          { address: href(paths.roundRecusal, { id }), label: roundText.recuse },
          ...(items.length > 1 && (kind === "besluit" || kind === "stilte") ? [{ address: href(paths.itemPull, { id }), label: seatActText.pull.link }] : []),
          ...(kind === "prioritering" ? [] : [{ address: href(paths.treatmentRequest, { id }), label: seatActText.treatment.link }]),
          { address: href(paths.proxies, { slug: body.slug }), label: proxiesText.link },
        ]
      : []),
  ];
  if (links.length === 0 && !can.close) return null;
  return (
    <Section id="beheren" title={roundText.manage}>
      {can.close && <ActionForm action={href(paths.roundClosing, { id })} label={roundText.close} secondary />}
      <ul>
        {links.map(({ address, label }) => (
          <li key={address}>
            <a href={address}>{label}</a>
          </li>
        ))}
      </ul>
    </Section>
  );
}
