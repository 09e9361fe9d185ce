import { Command } from "@commander-js/extra-typings";
import { answerOf } from "../../api/answer-of.ts";
import type { Cli } from "../../cli.ts";
import { hang } from "../../output/hang.ts";
import { patchDestination } from "./patch-destination.ts";
import { returnsOf, withReturnsOptions } from "./returns-options.ts";
import { returnsWords } from "./returns-words.ts";

export const returnsOfDestination = (cli: Cli) =>
  withReturnsOptions(
    new Command("returns")
      .description("which leads a destination may give back; without options what was agreed")
      .argument("<destination>", "its name or id"),
  )
    .option("--any", "any lead, for any reason; further options narrow that")
    .option("--none", "it gives none back")
    .addHelpText(
      "after",
      `
It says so by the callback \`outcome\` with \`returned\` and a reason: docs/callbacks.md. What was not agreed is refused, with why.
Each option replaces what stood there for it; the others stay.`,
    )
    .action(async (id, { any, none, ...options }) => {
      const given = returnsOf(options);
      const isAsked = any === true || none === true || Object.keys(given).length > 0;
      const path = { destination_id: id };
      const destination = await (isAsked
        ? patchDestination(cli, id, ({ returns }) => ({
            returns: none === true ? null : { ...(any === true ? {} : returns), ...given },
          }))
        : answerOf(cli.api().GET("/api/destinations/{destination_id}", { params: { path } })));
      cli.results.show(destination, (paint) => `${hang("", returnsWords(destination.returns), paint)}\n`);
    });
