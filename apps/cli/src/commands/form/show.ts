import { Command } from "@commander-js/extra-typings";
import { answerOf } from "../../api/answer-of.ts";
import type { Cli } from "../../cli.ts";
import { formDetails } from "./form-details.ts";

export const showForm = (cli: Cli) =>
  new Command("show")
    .description("one form, and whether the edge has it")
    .argument("<form>", "its name, key or id")
    .action(async (form_id) => {
      const form = await answerOf(cli.api().GET("/api/forms/{form_id}", { params: { path: { form_id } } }));
      cli.results.show(form, (paint) => formDetails(form, cli, paint));
    });
