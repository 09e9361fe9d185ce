import { Command } from "@commander-js/extra-typings";
import { answerOf } from "../../api/answer-of.ts";
import type { Cli } from "../../cli.ts";

export const showCallbacks = (cli: Cli) =>
  new Command("callbacks")
    .description("where its CRM tells what came of leads")
    .argument("<client>", "its name or id")
    .addHelpText("after", "\ndocs/callbacks.md says what is posted there.")
    .action(async (client_id) => {
      const callbacks = await answerOf(
        cli.api().GET("/api/clients/{client_id}/callbacks", { params: { path: { client_id } } }),
      );
      const { addresses } = callbacks;
      cli.results.show(callbacks, () =>
        addresses === null ? "" : `${addresses.link}\n${addresses.activity}\n${addresses.outcome}\n`,
      );
      if (addresses === null)
        cli.results.note(
          `There is no secret yet: \`leadrelay client rotate-callbacks ${client_id}\` makes one.`,
        );
    });
