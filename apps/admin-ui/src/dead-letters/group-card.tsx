import { Link } from "@tanstack/react-router";
import type { Schemas } from "../api.ts";
import { personName } from "../format/person.ts";
import { Badge } from "../ui/badge.tsx";
import { Button } from "../ui/button.tsx";
import { When } from "../ui/when.tsx";

/** Letters that died of the same: how many, since when, one of them by name, and the way out. */
export const GroupCard = ({
  group,
  isBusy,
  onReplay,
}: {
  group: Schemas["DeadLetterGroup"];
  isBusy: boolean;
  /** null for whoever may not send again. */
  onReplay: (() => void) | null;
}) => (
  <li className="bg-surface border-line grid gap-2 rounded-lg border p-4">
    <div className="flex flex-wrap items-center gap-2">
      <Badge look="bad">{group.open_count} open</Badge>
      <h2 className="font-semibold">{group.destination_name ?? "Before any destination"}</h2>
      <span className="text-soft ms-auto">
        <When at={group.first_failed_at} /> – <When at={group.last_failed_at} />
      </span>
    </div>
    <p>{group.what_happened}</p>
    {group.sample_error === null ? null : (
      <p className="bg-calm-tint rounded-md px-3 py-2 text-xs break-words">{group.sample_error}</p>
    )}
    <p className="text-soft">{group.what_next}</p>
    <div className="flex flex-wrap items-center gap-3">
      {onReplay === null ? null : (
        <Button disabled={isBusy} onClick={onReplay}>
          Send {group.open_count === 1 ? "it" : `these ${group.open_count}`} again …
        </Button>
      )}
      <span className="text-soft">
        The latest:{" "}
        <Link
          to="/where"
          search={({ client }) => ({ client, id: group.sample_letter_id })}
          className="text-brand underline"
        >
          {personName(group)}
        </Link>
      </span>
    </div>
  </li>
);
