/** Spans that move on with the days; a view that is kept has "the last 7 days" whenever it is looked at. */
export const periodWords = ["today", "yesterday", "7d", "30d"] as const;

/** Days as somebody chose them, both included: `2026-11-01..2026-11-30`. */
const chosen = /^(\d{4}-\d{2}-\d{2})\.\.(\d{4}-\d{2}-\d{2})$/;

/** A period as the API asks for it, ms UTC: from its first moment to before the one that follows it. */
interface Period {
  since: number;
  until: number;
}

/** What `when` of the address means now, by the days of whoever looks; undefined: it means nothing. */
export function periodOf(when: string | undefined, now: number): Period | undefined {
  if (when === undefined) return undefined;
  const today = startOfDay(new Date(now));
  switch (when) {
    case "today":
      return { since: today.getTime(), until: addDays(today, 1) };
    case "yesterday":
      return { since: addDays(today, -1), until: today.getTime() };
    case "7d":
      return { since: addDays(today, -6), until: addDays(today, 1) };
    case "30d":
      return { since: addDays(today, -29), until: addDays(today, 1) };
    default: {
      const days = daysOf(when);
      return days === undefined ? undefined : { since: days.from.getTime(), until: addDays(days.to, 1) };
    }
  }
}

/** The first and the last of chosen days. */
export function daysOf(when: string | undefined): { from: Date; to: Date } | undefined {
  const [, first = "", last = ""] = chosen.exec(when ?? "") ?? [];
  const [from, to] = [dayOf(first), dayOf(last)];
  return from === undefined || to === undefined || from > to ? undefined : { from, to };
}

/** How the address says days. */
export const sayDays = (from: Date, to: Date): string => `${isoDay(from)}..${isoDay(to)}`;

const isoDay = (day: Date) =>
  [day.getFullYear(), day.getMonth() + 1, day.getDate()]
    .map((part, index) => String(part).padStart(index === 0 ? 4 : 2, "0"))
    .join("-");

function dayOf(text: string): Date | undefined {
  const day = new Date(`${text}T00:00:00`);
  return Number.isNaN(day.getTime()) || isoDay(day) !== text ? undefined : day;
}

const startOfDay = (at: Date) => new Date(at.getFullYear(), at.getMonth(), at.getDate());

/** Days are not all 24 hours long. */
const addDays = (day: Date, count: number) =>
  new Date(day.getFullYear(), day.getMonth(), day.getDate() + count).getTime();
