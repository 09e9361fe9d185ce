import { InvalidArgumentError, Option } from "@commander-js/extra-typings";
import type { Cli } from "../../cli.ts";
import { readDuration, readMoment } from "./read-moment.ts";

const moment =
  ({ outside }: Cli) =>
  (text: string): number => {
    const at = readMoment(text, outside.now());
    if (at === null) throw new InvalidArgumentError("Write it as 2h, 7d, 2026-11-21, or 2026-11-21T14:00.");
    return at;
  };

/** From when; milliseconds UTC. */
export const sinceOption = (cli: Cli, what = "created then or later") =>
  new Option("--since <when>", `${what}: 2h, 7d (ago), 2026-11-21, 2026-11-21T14:00`).argParser(moment(cli));

/** Until when, that moment not included; milliseconds UTC. */
export const untilOption = (cli: Cli, what = "created before then") =>
  new Option("--until <when>", `${what}, written alike`).argParser(moment(cli));

/** When something ends by itself: so long from now, or a date; milliseconds UTC. */
export const readEnd =
  ({ outside }: Cli) =>
  (text: string): number => {
    const duration = readDuration(text);
    const at = duration === null ? readMoment(text, outside.now()) : outside.now() + duration;
    if (at === null) throw new InvalidArgumentError("Write it as 90d (from now) or 2027-01-31.");
    return at;
  };

/** Seconds. */
export function readSeconds(text: string): number {
  const ms = text === "0" ? 0 : readDuration(text);
  if (ms === null) throw new InvalidArgumentError("Write it as 30m, 24h or 7d, or 0.");
  return ms / 1_000;
}
