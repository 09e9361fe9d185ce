import { Command } from "@commander-js/extra-typings";
import { answerOf } from "../../api/answer-of.ts";
import type { Cli } from "../../cli.ts";

export const noteOnLead = (cli: Cli) =>
  new Command("note")
    .description("write a note on a lead")
    .argument("<id>", "the lead's id")
    .argument("<text>", "the note")
    .action(async (lead_id, text) => {
      const params = { path: { lead_id } };
      const note = await answerOf(cli.api().POST("/api/leads/{lead_id}/notes", { params, body: { text } }));
      cli.results.show(note, () => `Noted on ${lead_id}.\n`);
    });
