import { CalendarDays } from "lucide-react";
import { lazy, Suspense } from "react";
import { leadTexts } from "../texts/leads.ts";
import { Button, buttonClass } from "../ui/button.tsx";
import { Loading } from "../ui/notices.tsx";
import { Popover } from "../ui/popover.tsx";
import { daysOf, periodWords, sayDays } from "./period.ts";

const DayRange = lazy(async () => ({ default: (await import("./day-range.tsx")).DayRange }));

/** When leads came in first: in words, or days of a calendar, which comes when it is asked for. */
export function DateFilter({
  when,
  onChange,
}: {
  when: string | undefined;
  onChange: (when: string | undefined) => void;
}) {
  const texts = leadTexts.when;
  const days = daysOf(when);
  const word = periodWords.find((one) => one === when);
  const shown =
    word !== undefined
      ? texts.words[word]
      : days === undefined
        ? texts.any
        : texts.days(shortDay(days.from), shortDay(days.to));
  return (
    <Popover
      label={texts.label}
      className={`${buttonClass()} ${when === undefined ? "" : "border-brand!"}`}
      trigger={
        <>
          <CalendarDays aria-hidden className="text-soft size-4" />
          <span className="text-soft font-normal">{texts.label}</span>
          {shown}
        </>
      }
    >
      {(close) => {
        const choose = (chosen: string | undefined) => {
          onChange(chosen);
          close();
        };
        return (
          <div className="grid gap-3">
            <div className="flex flex-wrap gap-1">
              <Button kind={when === undefined ? "main" : "plain"} onClick={() => choose(undefined)}>
                {texts.any}
              </Button>
              {periodWords.map((one) => (
                <Button key={one} kind={one === when ? "main" : "plain"} onClick={() => choose(one)}>
                  {texts.words[one]}
                </Button>
              ))}
            </div>
            <Suspense fallback={<Loading rows={6} />}>
              <DayRange days={days} onChosen={(from, to) => onChange(sayDays(from, to))} />
            </Suspense>
          </div>
        );
      }}
    </Popover>
  );
}

const shortDay = (day: Date) =>
  new Intl.DateTimeFormat(undefined, { day: "numeric", month: "short", year: "2-digit" }).format(day);
