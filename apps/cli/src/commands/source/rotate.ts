import { Command, Option } from "@commander-js/extra-typings";
import { answerOf } from "../../api/answer-of.ts";
import type { Cli } from "../../cli.ts";
import { confirmed } from "../shared/confirmed.ts";
import { readSeconds } from "../shared/time-options.ts";
import { noteShownOnce, secretsText } from "./secrets-text.ts";

export const rotateSource = (cli: Cli) =>
  new Command("rotate")
    .description(
      "a new secret, or a new address where that is its secret; the old one goes on for the overlap",
    )
    .argument("<source>", "its name or id")
    .addOption(
      new Option("--overlap <time>", "how long both let in: 24h, 7d; 0 ends the old one at once")
        .argParser(readSeconds)
        .default(24 * 3_600, "24h"),
    )
    .option("--yes", "without asking, where the old one ends at once")
    .action(async (source_id, { overlap, yes }) => {
      const message = `End at once what ${source_id} is let in by? The other system is refused until it has the new one.`;
      if (overlap === 0 && !(await confirmed(cli, { yes, message }))) return;
      const rotated = await answerOf(
        cli.api().POST("/api/sources/{source_id}/secret", {
          params: { path: { source_id } },
          body: { overlap_seconds: overlap },
        }),
      );
      cli.results.show(rotated, (paint) => secretsText(rotated, paint));
      noteShownOnce(cli, rotated);
    });
