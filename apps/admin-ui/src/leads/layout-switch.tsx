import { LayoutList, SquareKanban } from "lucide-react";
import { leadTexts } from "../texts/leads.ts";
import type { LeadView } from "./list-search.ts";

/** As rows, or as columns of the pipeline. */
export const LayoutSwitch = ({
  layout,
  onChange,
}: {
  layout: LeadView["layout"];
  onChange: (layout: LeadView["layout"]) => void;
}) => (
  <div
    role="group"
    aria-label={leadTexts.layout}
    className="border-line bg-raised flex rounded-md border p-0.5"
  >
    {(
      [
        [undefined, leadTexts.table, LayoutList],
        ["board", leadTexts.board, SquareKanban],
      ] as const
    ).map(([one, title, Icon]) => (
      <button
        key={title}
        type="button"
        aria-pressed={layout === one}
        onClick={() => onChange(one)}
        className="text-soft aria-pressed:bg-calm-tint aria-pressed:text-ink hover:text-ink flex h-6.5 items-center gap-1.5 rounded px-2 font-medium"
      >
        <Icon aria-hidden className="size-3.5" />
        {title}
      </button>
    ))}
  </div>
);
