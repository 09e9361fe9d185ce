import type { ReactNode } from "react";
import type { Look } from "../format/states.ts";

const looks: Readonly<Record<Look, string>> = {
  good: "bg-good-tint text-good",
  bad: "bg-bad-tint text-bad",
  warn: "bg-warn-tint text-warn",
  busy: "bg-brand-tint text-brand",
  calm: "bg-calm-tint text-soft",
};

/** A state as a small coloured word; the word says it, the colour only helps. */
export const Badge = ({ look, children }: { look: Look; children: ReactNode }) => (
  <span
    className={`inline-flex items-center gap-1.5 rounded-full px-2 py-0.5 text-xs font-medium whitespace-nowrap ${looks[look]}`}
  >
    <span aria-hidden className="size-1.5 rounded-full bg-current" />
    {children}
  </span>
);
