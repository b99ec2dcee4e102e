import type { FollowedKind } from "#app/domain/following/following.ts";
import { href, paths } from "#app/paths.ts";
import { followedText, followText } from "#app/text/following.ts";
import { ActionForm } from "#app/ui/action-form.tsx";

/** Follows a subject, or stops. `reference` is its number, slug, code or id. */
export function FollowButton({ kind, reference, isFollowed, isFirst = false }: { kind: FollowedKind; reference: string; isFollowed: boolean; isFirst?: boolean }) {
  return (
    <ActionForm
      action={href(paths.follow)}
      label={isFollowed ? followText.unfollow : followText.follow}
      secondary={!isFirst}
      fields={{ kind, reference, follow: isFollowed ? "0" : "1" }}
      describe={followedText[kind]}
    />
  );
}
