import type { ReactNode } from "react";

/** What a figure's link looks like; whoever places one gives it the list that it counts. */
export const tileClass =
  "bg-surface border-line hover:border-brand grid content-start gap-1 rounded-lg border p-4 transition-colors";

/** A figure, what it counts, and what it is to be seen beside. */
export const Tile = ({
  title,
  value,
  look = "text-ink",
  beside,
  children,
}: {
  title: string;
  value: string;
  look?: string;
  beside?: ReactNode;
  children: ReactNode;
}) => (
  <>
    <span className="text-soft text-xs font-medium">{title}</span>
    <span className="flex items-end justify-between gap-2">
      <span className={`text-2xl leading-8 font-semibold tabular-nums ${look}`}>{value}</span>
      {beside}
    </span>
    <span className="text-soft text-xs">{children}</span>
  </>
);
