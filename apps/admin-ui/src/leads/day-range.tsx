import { useState } from "react";
import { DayPicker, type DateRange } from "react-day-picker";
import { leadTexts } from "../texts/leads.ts";

const day = "grid size-9 place-items-center rounded-md hover:bg-calm-tint";

/** A month of days, of which two are chosen: the first and the last. */
export function DayRange({
  days,
  onChosen,
}: {
  days: { from: Date; to: Date } | undefined;
  onChosen: (from: Date, to: Date) => void;
}) {
  const [range, setRange] = useState<DateRange | undefined>(days);
  return (
    <DayPicker
      mode="range"
      selected={range}
      defaultMonth={days?.from ?? new Date()}
      disabled={{ after: new Date() }}
      weekStartsOn={1}
      onSelect={(chosen) => {
        setRange(chosen);
        if (chosen?.from !== undefined && chosen.to !== undefined) onChosen(chosen.from, chosen.to);
      }}
      labels={{
        labelPrevious: () => leadTexts.when.previousMonth,
        labelNext: () => leadTexts.when.nextMonth,
        labelDayButton: (date) => new Intl.DateTimeFormat(undefined, { dateStyle: "full" }).format(date),
      }}
      classNames={{
        root: "relative mx-auto w-fit",
        month_caption: "flex h-8 items-center justify-center font-medium",
        nav: "absolute inset-x-0 top-0 flex justify-between",
        button_previous: "grid size-8 place-items-center rounded-md hover:bg-calm-tint",
        button_next: "grid size-8 place-items-center rounded-md hover:bg-calm-tint",
        chevron: "size-4 fill-current",
        month_grid: "border-collapse",
        weekday: "text-soft size-9 text-xs font-normal",
        day: "p-0",
        day_button: day,
        today: "font-semibold text-brand",
        selected: "bg-brand-tint",
        range_start: "rounded-s-md",
        range_end: "rounded-e-md",
        outside: "text-soft",
        disabled: "opacity-50",
        hidden: "invisible",
      }}
    />
  );
}
