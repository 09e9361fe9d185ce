import { InvalidArgumentError, Option } from "@commander-js/extra-typings";
import type { Cli } from "../../cli.ts";
import { zoneName } from "./local-day.ts";
import { readDay, readDuration, readMoment, type Period } from "./read-moment.ts";

const written = "2h, 7d (ago), today, yesterday, 2026-11-21, 2026-11-21T14:00";

/** A day alone is all of it; from when, or until when, is which of its ends. */
const edge =
  ({ outside }: Cli, which: keyof Period) =>
  (text: string): number => {
    const at = readDay(text, outside)?.[which] ?? readMoment(text, outside);
    if (at === null) throw new InvalidArgumentError(`Write it as ${written}.`);
    return at;
  };

/** From when; milliseconds UTC. */
export const sinceOption = (cli: Cli, what = "created then or later") =>
  new Option("--since <when>", `${what}: ${written}; ${zoneOf(cli)}`).argParser(edge(cli, "since"));

/** Until when, that moment not included; a day alone is included. Milliseconds UTC. */
export const untilOption = (cli: Cli, what = "created before then") =>
  new Option("--until <when>", `${what}, written alike; a day alone is included`).argParser(
    edge(cli, "until"),
  );

const zoneOf = ({ outside }: Cli) => `days and times are those of ${zoneName(outside.timeZone)}`;

/** One day, from its midnight to the next. */
export const dayOption = (cli: Cli) =>
  new Option("--day <date>", `submitted on this day: today, yesterday, 2026-11-21; ${zoneOf(cli)}`).argParser(
    (text): Period => {
      const day = readDay(text, cli.outside);
      if (day === null) throw new InvalidArgumentError("Write it as today, yesterday or 2026-11-21.");
      return day;
    },
  );

/** When something ends by itself: so long from now, or a moment; a day alone is included. Milliseconds UTC. */
export const readEnd =
  ({ outside }: Cli) =>
  (text: string): number => {
    const duration = readDuration(text);
    const at =
      duration === null
        ? (readDay(text, outside)?.until ?? readMoment(text, outside))
        : outside.now() + duration;
    if (at === null) throw new InvalidArgumentError("Write it as 90d (from now) or 2027-01-31.");
    return at;
  };

/** Seconds. */
export function readSeconds(text: string): number {
  const ms = text === "0" ? 0 : readDuration(text);
  if (ms === null) throw new InvalidArgumentError("Write it as 30m, 24h or 7d, or 0.");
  return ms / 1_000;
}
