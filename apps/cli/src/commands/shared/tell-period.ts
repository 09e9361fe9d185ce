import type { Cli } from "../../cli.ts";
import { usageFailure } from "../../exit/failure.ts";
import { clockTime } from "../../output/local-time.ts";
import { zoneName } from "./local-day.ts";
import type { Period } from "./read-moment.ts";

/** The period options of any command, as they were read. */
interface Given {
  since?: unknown;
  until?: unknown;
  day?: Period;
}

/** Says which times a command takes, and of which zone, beside its result; throws the usage of a period that ends before it begins. */
export function tellPeriod({ outside, results }: Cli, given: Given): void {
  const { since, until } = given.day ?? given;
  if (typeof since === "string" || typeof until === "string") return tellDays(results, { since, until });
  if (typeof since !== "number" && typeof until !== "number") return undefined;
  if (typeof since === "number" && typeof until === "number" && since >= until) throw reversed;
  const from = typeof since === "number" ? ` from ${clockTime(since, outside)}` : "";
  // Until is where it stops; told is the last second that is in it.
  const to = typeof until === "number" ? ` to ${clockTime(until - 1, outside)}` : "";
  return results.note(`Times${from}${to}, ${zoneName(outside.timeZone)}.`);
}

function tellDays(results: Cli["results"], { since, until }: Given): void {
  if (typeof since === "string" && typeof until === "string" && since > until) throw reversed;
  const from = typeof since === "string" ? ` from ${since}` : "";
  const to = typeof until === "string" ? ` to ${until}` : "";
  results.note(`Days${from}${to}, UTC.`);
}

const reversed = usageFailure("--since is after --until.");
