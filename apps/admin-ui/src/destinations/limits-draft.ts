import type { Schemas } from "../api.ts";

type Limits = NonNullable<Schemas["Destination"]["limits"]>;

export const weekdays = [
  "monday",
  "tuesday",
  "wednesday",
  "thursday",
  "friday",
  "saturday",
  "sunday",
] as const;
export const periods = ["hour", "day", "week", "month", "total"] as const;

/** A cap as it is typed. */
export interface CapDraft {
  leads: string;
  per: (typeof periods)[number];
  source: string;
}

/** Limits as they are typed. */
export interface LimitsDraft {
  zone: string;
  weekStarts: (typeof weekdays)[number];
  caps: CapDraft[];
  isAlwaysOpen: boolean;
  hours: Readonly<Record<(typeof weekdays)[number], string>>;
  holidays: string;
}

export const emptyCap: CapDraft = { leads: "", per: "day", source: "" };
const noHours = Object.fromEntries(weekdays.map((day) => [day, ""])) as LimitsDraft["hours"];

/** How a form begins. @param zone where none is said */
export function draftOfLimits(limits: Limits | null, zone: string): LimitsDraft {
  const { time_zone = zone, week_starts = "monday", caps = [], hours = null, holidays = [] } = limits ?? {};
  return {
    zone: time_zone,
    weekStarts: week_starts,
    caps: caps.map(({ leads, per, source }) => ({ leads: String(leads), per, source: source ?? "" })),
    isAlwaysOpen: hours === null,
    hours: {
      ...noHours,
      ...Object.fromEntries(
        weekdays.flatMap((day) => {
          const open = hours?.[day];
          return open === undefined ? [] : [[day, open.join(", ")]];
        }),
      ),
    },
    holidays: holidays.join("\n"),
  };
}

const parts = (text: string, between: RegExp) =>
  text
    .split(between)
    .map((part) => part.trim())
    .filter((part) => part !== "");

/** Limits as the API takes them; null: none at all. What is no number is refused in words by the API. */
export function toLimits({
  zone,
  weekStarts,
  caps,
  isAlwaysOpen,
  hours,
  holidays,
}: LimitsDraft): Limits | null {
  const days = parts(holidays, /[\n,]/);
  const given = caps.filter(({ leads, source }) => leads.trim() !== "" || source.trim() !== "");
  if (given.length === 0 && isAlwaysOpen && days.length === 0) return null;
  const open = weekdays.flatMap((day) => {
    const times = parts(hours[day], /,/);
    return times.length === 0 ? [] : [[day, times] as const];
  });
  return {
    time_zone: zone.trim(),
    week_starts: weekStarts,
    caps: given.map(({ leads, per, source }) => ({
      leads: Number(leads),
      per,
      source: source.trim() === "" ? null : source.trim(),
    })),
    hours: isAlwaysOpen ? null : Object.fromEntries(open),
    holidays: days,
  };
}
