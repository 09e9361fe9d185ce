import { Command } from "@commander-js/extra-typings";
import { answerOf } from "../../api/answer-of.ts";
import type { Cli } from "../../cli.ts";
import { plain } from "../../output/paint.ts";
import { confirmed } from "../shared/confirmed.ts";
import { splitWords } from "./split-words.ts";

const more = `
They go with what only they were known under, and the new lead is sent to whoever takes new leads, once. What was sent of
them before stays with the lead they leave. Nothing is done where the lead changed since the plan was shown.`;

export const splitLead = (cli: Cli) =>
  new Command("split")
    .description(
      "make submissions of another person a lead of their own: shows the plan, and with --apply does it",
    )
    .argument("<lead>", "the lead's id")
    .argument("<submissions...>", "ids of the submissions that are not this person's")
    .option("--apply", "do it; without this nothing is changed")
    .option("--yes", "without asking")
    .addHelpText("after", more)
    .action(async (lead_id, submission_ids, { apply, yes }) => {
      const { results } = cli;
      const path = { lead_id };
      const query = { submission_ids: submission_ids.join(",") };
      const planned = await answerOf(
        cli.api().GET("/api/leads/{lead_id}/split", { params: { path, query } }),
      );
      if (planned.plan === null || apply !== true) {
        results.show(planned, (paint) => splitWords(planned, paint));
        const again = `leadrelay lead split ${lead_id} ${submission_ids.join(" ")} --apply`;
        if (planned.plan !== null) results.note(`Nothing was changed. To do it: ${again}`);
        return;
      }
      results.note(splitWords(planned, plain));
      if (!(await confirmed(cli, { yes, message: "Make them a lead of their own?" }))) return;
      const body = { submission_ids, version: planned.plan.version };
      const done = await answerOf(cli.api().POST("/api/leads/{lead_id}/split", { params: { path }, body }));
      results.show(done, () => `They are lead ${done.new_lead_id} now.\n`);
    });
