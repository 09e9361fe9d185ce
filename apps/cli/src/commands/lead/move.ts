import { Command } from "@commander-js/extra-typings";
import { answerOf } from "../../api/answer-of.ts";
import type { Cli } from "../../cli.ts";

export const moveLead = (cli: Cli) =>
  new Command("move")
    .description("put a lead at another stage of its client's pipeline")
    .argument("<id>", "the lead's id")
    .argument("<stage>", "one of the client's stages; `leadrelay client show` lists them")
    .action(async (lead_id, status) => {
      const params = { path: { lead_id } };
      const lead = await answerOf(cli.api().PATCH("/api/leads/{lead_id}", { params, body: { status } }));
      cli.results.show(lead, () => `${lead.contact_name ?? lead.id} is at ${lead.status} now.\n`);
    });
