import { Command, Option } from "@commander-js/extra-typings";
import { answerOf } from "../../api/answer-of.ts";
import type { Cli } from "../../cli.ts";
import { localTime } from "../../output/local-time.ts";
import { confirmed } from "../shared/confirmed.ts";
import { readSeconds } from "../shared/time-options.ts";

export const rotateCallbacks = (cli: Cli) =>
  new Command("rotate-callbacks")
    .description("a secret for its CRM's callbacks; the one before lets in, too, for the overlap")
    .argument("<client>", "its name or id")
    .addOption(
      new Option("--overlap <time>", "how long both let in: 24h, 7d; 0 ends the old one at once")
        .argParser(readSeconds)
        .default(24 * 3_600, "24h"),
    )
    .option("--yes", "without asking, where the old secret ends at once")
    .addHelpText(
      "after",
      "\nThe secret is printed alone, this once. docs/callbacks.md says what is posted with it.",
    )
    .action(async (client_id, { overlap, yes }) => {
      const message = `End the secret of ${client_id}'s callbacks at once? Its CRM is not let in until it has the new one.`;
      if (overlap === 0 && !(await confirmed(cli, { yes, message }))) return;
      const rotated = await answerOf(
        cli.api().POST("/api/clients/{client_id}/callbacks", {
          params: { path: { client_id } },
          body: { overlap_seconds: overlap },
        }),
      );
      cli.results.show(rotated, () => `${rotated.secret}\n`);
      const { previous_secret_until: until, addresses } = rotated;
      if (until !== null)
        cli.results.note(`The secret until now lets in, too, until ${localTime(until, cli.outside)}.`);
      if (addresses !== null) cli.results.note(`Its CRM posts to ${addresses.link}: see docs/callbacks.md.`);
    });
