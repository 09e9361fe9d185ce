import { Command } from "@commander-js/extra-typings";
import { answerOf } from "../../api/answer-of.ts";
import type { Cli } from "../../cli.ts";
import { hang } from "../../output/hang.ts";
import { commaSeparated } from "../shared/comma-separated.ts";
import { readNumber, readOnOff } from "../shared/values.ts";
import { patchDestination } from "./patch-destination.ts";
import { returnsWords } from "./returns-words.ts";

export const returnsOfDestination = (cli: Cli) =>
  new Command("returns")
    .description("which leads a destination may give back; without options what was agreed")
    .argument("<destination>", "its name or id")
    .option(
      "--reasons <words>",
      "what it may give as a reason, joined by commas: wrong number,out of area",
      commaSeparated,
    )
    .option("--within-days <days>", "for so long after the lead was delivered", readNumber)
    .option("--most-per-month <leads>", "no more than so many in a calendar month", readNumber)
    .option("--pass-on <on|off>", "the next of its route gets what it gives back", readOnOff)
    .option("--any", "any lead, for any reason; further options narrow that")
    .option("--none", "it gives none back")
    .addHelpText(
      "after",
      `
It says so by the callback \`outcome\` with \`returned\` and a reason: docs/callbacks.md. What was not agreed is refused, with why.
Each option replaces what stood there for it; the others stay.`,
    )
    .action(async (id, { reasons, withinDays, mostPerMonth, passOn, any, none }) => {
      const given = {
        ...(reasons === undefined ? {} : { reasons }),
        ...(withinDays === undefined ? {} : { within_days: withinDays }),
        ...(mostPerMonth === undefined ? {} : { most_per_month: mostPerMonth }),
        ...(passOn === undefined ? {} : { pass_on: passOn }),
      };
      const isAsked = any === true || none === true || Object.keys(given).length > 0;
      const path = { destination_id: id };
      const destination = await (isAsked
        ? patchDestination(cli, id, ({ returns }) => ({
            returns: none === true ? null : { ...(any === true ? {} : returns), ...given },
          }))
        : answerOf(cli.api().GET("/api/destinations/{destination_id}", { params: { path } })));
      cli.results.show(destination, (paint) => `${hang("", returnsWords(destination.returns), paint)}\n`);
    });
