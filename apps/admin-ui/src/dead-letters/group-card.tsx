import { Link } from "@tanstack/react-router";
import { inPlainWords } from "../format/in-plain-words.ts";
import type { Schemas } from "../api.ts";
import { personName } from "../format/person.ts";
import { deadLetters } from "../texts/dead-letters.ts";
import { Badge } from "../ui/badge.tsx";
import { Button, buttonClass } from "../ui/button.tsx";
import { ReasonDialog } from "../ui/reason-dialog.tsx";
import { When } from "../ui/when.tsx";
import { useDiscardGroup } from "./use-discard-group.ts";
import { Said } from "../ui/said.tsx";

/** Letters that died of the same: how many, since when, one of them by name, and the ways out. */
export function GroupCard({
  group,
  isOpen,
  isBusy,
  readAt,
  onReplay,
}: {
  group: Schemas["DeadLetterGroup"];
  /** One of its letters is open beside it. */
  isOpen: boolean;
  isBusy: boolean;
  /** When it was counted: what failed after that is not given up with it. */
  readAt: number;
  /** null for whoever may not send again. */
  onReplay: (() => void) | null;
}) {
  const { giveUp, done } = useDiscardGroup(group);
  const name = group.destination_name ?? deadLetters.beforeAny;
  return (
    <li
      data-row
      data-open={isOpen || undefined}
      className="bg-surface border-line data-open:border-brand grid gap-2 rounded-lg border p-4"
    >
      <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <Badge look="bad">{deadLetters.open(group.open_count)}</Badge>
        <h2 className="font-semibold">
          {group.destination_id === null ? (
            name
          ) : (
            <Link
              to="/destinations/$destinationId"
              params={{ destinationId: group.destination_id }}
              search={({ client }) => ({ client })}
              className="hover:underline"
            >
              {name}
            </Link>
          )}
        </h2>
        <span className="text-soft text-xs sm:ms-auto">
          {deadLetters.firstAndLast.first} <When at={group.first_failed_at} />,{" "}
          {deadLetters.firstAndLast.last} <When at={group.last_failed_at} />
        </span>
      </div>
      <p>
        <Said text={inPlainWords(group.what_happened)} />
      </p>
      {group.sample_error === null ? null : (
        <p className="bg-calm-tint rounded-md px-3 py-2 text-xs break-words">{group.sample_error}</p>
      )}
      <p className="text-soft">
        <Said text={inPlainWords(group.what_next)} />
      </p>
      <div className="flex flex-wrap items-center gap-2">
        {onReplay === null ? null : (
          <>
            <Button disabled={isBusy || done !== null} onClick={onReplay}>
              {deadLetters.send(group.open_count)}
            </Button>
            {done === null ? (
              <ReasonDialog
                label={deadLetters.discard(group.open_count)}
                title={deadLetters.group.title(group.open_count)}
                error={null}
                isPending={false}
                onGiven={(reason, close) => {
                  close();
                  void giveUp(reason, readAt);
                }}
              >
                {deadLetters.group.what(name)}
              </ReasonDialog>
            ) : (
              <span role="status" className="text-soft">
                {deadLetters.group.busy(done, group.open_count)}
              </span>
            )}
          </>
        )}
        <span className="text-soft flex min-w-0 items-center gap-2 sm:ms-auto">
          {deadLetters.latest} {personName(group)}
          <Link
            to="/dead-letters"
            data-opens
            search={(before) => ({ ...before, letter: group.sample_letter_id })}
            className={buttonClass("quiet")}
          >
            {deadLetters.inspect}
          </Link>
        </span>
      </div>
    </li>
  );
}
