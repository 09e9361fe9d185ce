import { Command } from "@commander-js/extra-typings";
import { answerOf } from "../../api/answer-of.ts";
import type { Cli } from "../../cli.ts";
import { confirmed } from "../shared/confirmed.ts";

export const deleteForm = (cli: Cli) =>
  new Command("delete")
    .description("take a form away: within a minute it takes no more submissions")
    .argument("<form>", "its name, key or id")
    .option("--yes", "without asking")
    .action(async (form_id, { yes }) => {
      const api = cli.api();
      const path = { form_id };
      const { name, form_key } = await answerOf(api.GET("/api/forms/{form_id}", { params: { path } }));
      cli.results.note(whatItMeans(form_key, form_id));
      if (!(await confirmed(cli, { yes, message: `Delete the form ${name} (${form_key})?` }))) return;
      const form = await answerOf(api.DELETE("/api/forms/{form_id}", { params: { path } }));
      cli.results.show(
        form,
        () => `Deleted: ${name} (${form_key}). Within 30 days: leadrelay form restore ${form_id}\n`,
      );
    });

const whatItMeans = (formKey: string, id: string) =>
  [
    `Within a minute, pages that post to /f/${formKey} are answered "no such form" (404): their visitors' leads are not taken.`,
    "What came before is stored and delivered as always. The key is never given to another form.",
    `For 30 days it can be undone: leadrelay form restore ${id}`,
  ].join("\n");
