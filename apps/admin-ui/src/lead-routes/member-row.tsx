import { ArrowDown, ArrowUp, GripVertical, X } from "lucide-react";
import { lazy, Suspense } from "react";
import { leadRoutes as texts } from "../texts/lead-routes.ts";
import { Button } from "../ui/button.tsx";
import { inputClass } from "../ui/input-class.ts";
import { percent, type MemberDraft } from "./route-draft.ts";

const MemberConditions = lazy(async () => ({
  default: (await import("./member-conditions.tsx")).MemberConditions,
}));

/** One member: its place, its share, and which leads it may get. */
export function MemberRow({
  clientId,
  member,
  index,
  isLast,
  share,
  fault,
  onChange,
  onMove,
  onRemove,
}: {
  clientId: string | undefined;
  member: MemberDraft;
  index: number;
  isLast: boolean;
  /** null: it is not shared by weights. */
  share: number | null;
  fault: string | undefined;
  onChange: (member: MemberDraft) => void;
  onMove: (to: number) => void;
  onRemove: () => void;
}) {
  const { name, weight, conditions } = member;
  return (
    <li
      data-order={index}
      className="border-line bg-surface data-over:border-brand grid gap-2 rounded-lg border p-2"
      onKeyDown={(event) => {
        if (!event.altKey || (event.key !== "ArrowUp" && event.key !== "ArrowDown")) return;
        event.preventDefault();
        onMove(index + (event.key === "ArrowUp" ? -1 : 1));
      }}
    >
      <div className="flex flex-wrap items-center gap-2">
        <span data-handle title={texts.drag(name)} className="text-soft cursor-grab px-1">
          <GripVertical aria-hidden className="size-4" />
        </span>
        <span className="text-soft w-4 tabular-nums">{index + 1}</span>
        <span className="min-w-0 flex-[1_1_9rem] truncate font-medium">{name}</span>
        {share === null ? null : (
          <span className="flex items-center gap-2">
            <input
              aria-label={texts.weight(name)}
              inputMode="numeric"
              required
              maxLength={4}
              className={`${inputClass} w-20! text-end`}
              value={weight}
              onChange={({ target }) => onChange({ ...member, weight: target.value })}
            />
            <span className="text-soft w-12 text-xs tabular-nums">{percent(share)}</span>
          </span>
        )}
        <span className="flex">
          <Button
            kind="quiet"
            className="px-2!"
            aria-label={texts.up(name)}
            disabled={index === 0}
            onClick={() => onMove(index - 1)}
          >
            <ArrowUp aria-hidden className="size-4" />
          </Button>
          <Button
            kind="quiet"
            className="px-2!"
            aria-label={texts.down(name)}
            disabled={isLast}
            onClick={() => onMove(index + 1)}
          >
            <ArrowDown aria-hidden className="size-4" />
          </Button>
          <Button kind="quiet" className="px-2!" aria-label={texts.remove(name)} onClick={onRemove}>
            <X aria-hidden className="size-4" />
          </Button>
        </span>
      </div>
      {share === 0 ? <p className="text-soft ps-9 text-xs">{texts.spare}</p> : null}
      <details open={conditions !== null} className="ps-9">
        <summary className="text-soft hover:text-ink cursor-pointer">
          {conditions === null ? texts.everyLead : texts.someLeads}
          <span className="sr-only">{texts.conditions(name)}</span>
        </summary>
        <div className="pt-2">
          <Suspense>
            <MemberConditions
              destinationId={member.id}
              clientId={clientId}
              conditions={conditions}
              onChange={(changed) =>
                onChange(
                  changed === undefined
                    ? { ...member, isUnfinished: true }
                    : { ...member, conditions: changed, isUnfinished: false },
                )
              }
            />
          </Suspense>
        </div>
      </details>
      {fault === undefined ? null : (
        <p role="alert" className="text-bad ps-9 text-xs">
          {fault}
        </p>
      )}
    </li>
  );
}
