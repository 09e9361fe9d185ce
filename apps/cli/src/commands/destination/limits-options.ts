import { InvalidArgumentError, Option, type Command } from "@commander-js/extra-typings";
import type { components } from "@leadrelay/client/schema.gen";
import { periodUnits, weekdays } from "@leadrelay/contracts/calendar";
import { commaSeparated } from "../shared/comma-separated.ts";
import { collectPairs } from "../shared/values.ts";

type Limits = NonNullable<components["schemas"]["DestinationLimits"]>;
type Cap = Limits["caps"][number];

const capExample = "such as 50/day, 10/hour, 500/month or 20/day:facebook";

function readCap(text: string, before: Cap[] = []): Cap[] {
  const [, leads, unit, source] = /^(\d+)\/(\w+)(?::(.+))?$/.exec(text) ?? [];
  const per = periodUnits.find((one) => one === unit);
  if (leads === undefined || per === undefined)
    throw new InvalidArgumentError(`A cap is ${capExample}; there are ${periodUnits.join(", ")}.`);
  return [...before, { per, leads: Number(leads), source: source ?? null }];
}

/** Adds what says how many leads a destination takes, and when. */
export const withLimitsOptions = <Args extends unknown[], Options extends Record<string, unknown>>(
  command: Command<Args, Options>,
) =>
  command
    .option("--cap <cap>", `it takes so many, ${capExample}; may be repeated, and replaces all caps`, readCap)
    .option(
      "--hours <day=times>",
      `when it is open, of ${weekdays.join(", ")}: monday=09:00-13:00,14:00-18:00; may be repeated, and replaces all hours`,
      collectPairs,
    )
    .option("--holidays <dates>", "dates on which it is closed, joined by commas: 2026-12-25", commaSeparated)
    .option("--time-zone <zone>", "whose hours and days are meant: Asia/Kolkata; a new one: this machine's")
    .addOption(
      new Option("--week-starts <day>", "on which day a week of caps begins; a new one: monday").choices(
        weekdays,
      ),
    );

/** What the options say of it. */
export interface LimitsOptions {
  cap?: Cap[] | undefined;
  hours?: Record<string, string> | boolean | undefined;
  holidays?: string[] | undefined;
  timeZone?: string | undefined;
  weekStarts?: Limits["week_starts"] | undefined;
}

/** Whether they say anything. */
export const asksOfLimits = ({ cap, hours, holidays, timeZone, weekStarts }: LimitsOptions): boolean =>
  [cap, hours, holidays, timeZone, weekStarts].some((given) => given !== undefined && given !== true);

/** Limits as the API takes them: what was typed, over those there are. */
export function limitsOf(
  { cap, hours, holidays, timeZone, weekStarts }: LimitsOptions,
  before: Limits | null,
): Limits {
  const until = before ?? { ...nothing, time_zone: Intl.DateTimeFormat().resolvedOptions().timeZone };
  return {
    ...until,
    ...(cap === undefined ? {} : { caps: cap }),
    ...(hours === false ? { hours: null } : typeof hours === "object" ? { hours: hoursOf(hours) } : {}),
    ...(holidays === undefined ? {} : { holidays }),
    ...(timeZone === undefined ? {} : { time_zone: timeZone }),
    ...(weekStarts === undefined ? {} : { week_starts: weekStarts }),
  };
}

/** `monday=09:00-13:00,14:00-18:00`, by day. */
const hoursOf = (pairs: Record<string, string>): NonNullable<Limits["hours"]> =>
  Object.fromEntries(Object.entries(pairs).map(([day, times]) => [day, commaSeparated(times)]));

const nothing = { week_starts: "monday", caps: [], hours: null, holidays: [] } satisfies Partial<Limits>;
