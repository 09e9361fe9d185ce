import type { Command } from "@commander-js/extra-typings";
import { commaSeparated } from "../shared/comma-separated.ts";
import { readNumber, readOnOff } from "../shared/values.ts";
import { withoutUndefined } from "../shared/without-undefined.ts";

/** Adds what says which leads a destination may give back. */
export const withReturnsOptions = <Args extends unknown[], Options extends Record<string, unknown>>(
  command: Command<Args, Options>,
) =>
  command
    .option(
      "--reasons <words>",
      "what it may give as a reason when it gives a lead back, joined by commas: wrong number,out of area",
      commaSeparated,
    )
    .option("--within-days <days>", "it may give one back for so long after it was delivered", readNumber)
    .option("--most-per-month <leads>", "no more than so many in a calendar month", readNumber)
    .option("--pass-on <on|off>", "the next of its route gets what it gives back", readOnOff);

/** What the options say of it. */
interface ReturnsOptions {
  reasons?: string[] | undefined;
  withinDays?: number | undefined;
  mostPerMonth?: number | undefined;
  passOn?: boolean | undefined;
}

/** As the API takes it; only what was typed. */
export const returnsOf = ({ reasons, withinDays, mostPerMonth, passOn }: ReturnsOptions) =>
  withoutUndefined({
    reasons,
    within_days: withinDays,
    most_per_month: mostPerMonth,
    pass_on: passOn,
  });
