import { useEffect, useId, useRef, useState } from "react";
import { leadTexts } from "../texts/leads.ts";
import { shared } from "../texts/shared.ts";
import { Button } from "../ui/button.tsx";
import { Failed, Loading, Refused } from "../ui/notices.tsx";
import { BoardCard } from "./board-card.tsx";
import type { LeadFilter } from "./list-search.ts";
import { useMoveLead } from "./move-lead.ts";
import { useLazily } from "./use-lazily.ts";
import { useLeads } from "./use-leads.ts";

/** A stage with its leads, so many at a time: whoever has thousands there does not draw thousands. */
const shownAtOnce = 20;

/** Asks anew where a mark is another than the one before; the first one is what was loaded. */
function useFresh(mark: string | undefined, ask: () => unknown): void {
  const known = useRef(mark);
  useEffect(() => {
    if (mark === undefined) return;
    const before = known.current;
    known.current = mark;
    if (before !== undefined && before !== mark) ask();
  }, [mark, ask]);
}

/** One stage of the pipeline; leads are dropped on it. */
export function BoardColumn({
  stage,
  count,
  mark,
  filter,
  openId,
  onOpen,
}: {
  stage: string;
  /** How many stand there, if that is known of what is looked at; with a + where there are more. */
  count: string | null;
  /** Another one where leads came to the board, or moved on it: then the column is asked for anew; undefined: not known now. */
  mark: string | undefined;
  filter: LeadFilter;
  openId: string | undefined;
  onOpen: (id: string) => void;
}) {
  const id = useId();
  const column = useRef<HTMLElement>(null);
  const [isOver, setIsOver] = useState(false);
  const move = useMoveLead();
  const pages = useLeads({ ...filter, status: stage }, shownAtOnce);
  useFresh(mark, pages.refetch);
  useLazily(
    () => import("./drag.ts"),
    ({ takeLeads }) =>
      column.current === null
        ? null
        : takeLeads(column.current, { stage, onOver: setIsOver, onTake: (lead) => move(lead, stage) }),
    [stage],
  );
  const leads = pages.data?.pages.flatMap(({ items }) => items);
  const told = count ?? (leads === undefined ? "" : `${leads.length}${pages.hasNextPage ? "+" : ""}`);
  return (
    <section
      ref={column}
      aria-labelledby={id}
      className={`flex min-w-52 flex-1 flex-col rounded-lg p-2 max-sm:w-full ${isOver ? "bg-brand-tint" : "bg-calm-tint"}`}
    >
      <h2 id={id} className="flex items-center gap-2 px-1 pb-2 font-medium">
        {stage}
        <span className="text-soft font-normal tabular-nums">{told}</span>
      </h2>
      {leads === undefined ? (
        pages.error === null ? (
          <Loading rows={3} />
        ) : (
          <Failed error={pages.error} retry={() => void pages.refetch()} />
        )
      ) : (
        <ul className="grid gap-2">
          {leads.map((lead) => (
            <BoardCard key={lead.id} lead={lead} isOpen={lead.id === openId} onOpen={() => onOpen(lead.id)} />
          ))}
          {leads.length === 0 ? (
            <li className="border-line text-soft rounded-md border border-dashed px-3 py-4 text-center text-xs">
              {leadTexts.emptyStage}
            </li>
          ) : null}
        </ul>
      )}
      {pages.isFetchNextPageError ? <Refused error={pages.error} /> : null}
      {pages.hasNextPage ? (
        <Button
          kind="quiet"
          className="mt-2"
          disabled={pages.isFetchingNextPage}
          onClick={() => void pages.fetchNextPage()}
        >
          {pages.isFetchingNextPage ? shared.loadingMore : shared.showMore}
        </Button>
      ) : null}
    </section>
  );
}
