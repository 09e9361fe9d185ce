import { Command } from "@commander-js/extra-typings";
import { answerOf } from "../../api/answer-of.ts";
import type { Cli } from "../../cli.ts";
import { usageFailure } from "../../exit/failure.ts";
import { hang } from "../../output/hang.ts";
import { readNumber } from "../shared/values.ts";
import { confirmationWords } from "./confirmation-words.ts";
import { patchDestination } from "./patch-destination.ts";

export const confirmationOfDestination = (cli: Cli) =>
  new Command("confirmation")
    .description("whether a destination must confirm what it took, and when; without options what is set")
    .argument("<destination>", "its name or id")
    .option("--within-minutes <minutes>", "it must, so many minutes after it took a lead", readNumber)
    .option("--none", "that it took a lead is enough")
    .addHelpText(
      "after",
      `
It confirms by a POST to the callback_url that goes along with each lead, or by the id of its own that it answers: docs/callbacks.md.
What is not confirmed by then counts as unconfirmed: \`leadrelay delivery list --confirmation unconfirmed\`. Who is to be told takes the event
delivery.unconfirmed. A callback that comes late still confirms.`,
    )
    .action(async (id, { withinMinutes, none }) => {
      if (withinMinutes !== undefined && none === true)
        throw usageFailure("--within-minutes does not go with --none.", "give one of them.");
      const path = { destination_id: id };
      const confirmation = withinMinutes === undefined ? null : { within_minutes: withinMinutes };
      const destination = await (withinMinutes !== undefined || none === true
        ? patchDestination(cli, id, () => ({ confirmation }))
        : answerOf(cli.api().GET("/api/destinations/{destination_id}", { params: { path } })));
      cli.results.show(
        destination,
        (paint) => `${hang("", confirmationWords(destination.confirmation), paint)}\n`,
      );
    });
