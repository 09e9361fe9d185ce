import { Command } from "@commander-js/extra-typings";
import { answerOf } from "../../api/answer-of.ts";
import type { Cli } from "../../cli.ts";
import { isNotFound } from "../../exit/failure.ts";
import { blockedDetails } from "./blocked-details.ts";
import { submissionDetails } from "./submission-details.ts";

export const showSubmission = (cli: Cli) =>
  new Command("show")
    .description("one submission, blocked or not: what was posted, why it was decided so, whom it reached")
    .argument("<id>", "the submission's id, `lead_submission_public_id` at Make")
    .action(async (submission_id) => {
      const api = cli.api();
      const params = { path: { submission_id } };
      try {
        const submission = await answerOf(api.GET("/api/submissions/{submission_id}", { params }));
        cli.results.show(submission, (paint) => submissionDetails(submission, cli, paint));
      } catch (unknown) {
        if (!isNotFound(unknown)) throw unknown;
        const asked = api.GET("/api/blocked-submissions/{submission_id}", { params });
        const blocked = await answerOf(asked).catch((error: unknown) => {
          throw isNotFound(error) ? unknown : error;
        });
        cli.results.show(blocked, (paint) => blockedDetails(blocked, cli, paint));
      }
    });
