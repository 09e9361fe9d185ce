import { Command } from "@commander-js/extra-typings";
import { answerOf } from "../../api/answer-of.ts";
import type { Cli } from "../../cli.ts";
import { unsentDetails } from "./unsent-details.ts";

export const showUnsent = (cli: Cli) =>
  new Command("show")
    .description("why nothing of a submission was sent, and what would send it")
    .argument("<id>", "the submission's id")
    .action(async (submission_id) => {
      const params = { path: { submission_id } };
      const unsent = await answerOf(cli.api().GET("/api/unsent/{submission_id}", { params }));
      cli.results.show(unsent, (paint) => unsentDetails(unsent, cli, paint));
    });
