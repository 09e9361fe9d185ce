import { Command, Option } from "@commander-js/extra-typings";
import { answerOf } from "../../api/answer-of.ts";
import type { Cli } from "../../cli.ts";
import { localTime } from "../../output/local-time.ts";
import { confirmed } from "../shared/confirmed.ts";
import { readSeconds } from "../shared/time-options.ts";
import { noteSecret } from "./note-secret.ts";

export const rotateDestinationSecret = (cli: Cli) =>
  new Command("rotate-secret")
    .description("a new secret to sign with; the old one signs, too, for the overlap")
    .argument("<destination>", "its name or id")
    .addOption(
      new Option("--overlap <time>", "how long both sign: 24h, 7d; 0 ends the old one at once")
        .argParser(readSeconds)
        .default(24 * 3_600, "24h"),
    )
    .option("--yes", "without asking, where the old secret ends at once")
    .addHelpText(
      "after",
      "\nThe secret is printed alone, this once. Give it to whoever runs the receiver: docs/verify-webhooks.md says how it verifies with both.",
    )
    .action(async (destination_id, { overlap, yes }) => {
      const message = `End the secret that ${destination_id} signs with at once? Its receiver refuses leads until it has the new one.`;
      if (overlap === 0 && !(await confirmed(cli, { yes, message }))) return;
      const rotated = await answerOf(
        cli.api().POST("/api/destinations/{destination_id}/secret", {
          params: { path: { destination_id } },
          body: { overlap_seconds: overlap },
        }),
      );
      cli.results.show(rotated, () => `${rotated.secret}\n`);
      noteSecret(cli);
      const { previous_secret_until: until } = rotated;
      cli.results.note(
        until === null
          ? "The secret until now signs nothing any more."
          : `The secret until now signs, too, until ${localTime(until, cli.outside)}.`,
      );
    });
