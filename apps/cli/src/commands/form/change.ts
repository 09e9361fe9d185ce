import { Command } from "@commander-js/extra-typings";
import { answerOf } from "../../api/answer-of.ts";
import { readForChange } from "../../api/read-for-change.ts";
import type { Cli } from "../../cli.ts";
import { usageFailure } from "../../exit/failure.ts";
import { withoutUndefined } from "../shared/without-undefined.ts";
import { formDetails } from "./form-details.ts";
import { formSettings, withFormOptions } from "./form-options.ts";

export const changeForm = (cli: Cli) =>
  withFormOptions(
    new Command("change")
      .description("change a form; the edge has it within about a minute")
      .argument("<id>", "the form's id")
      .option("--name <name>", "what people call it"),
  ).action(async (form_id, { name, ...options }) => {
    const body = { ...withoutUndefined({ name }), ...formSettings(options) };
    if (Object.keys(body).length === 0)
      throw usageFailure("Nothing to change: give what to set, see --help.");
    const api = cli.api();
    const path = { form_id };
    const { version } = await readForChange(api.GET("/api/forms/{form_id}", { params: { path } }));
    const header = { "if-match": version };
    const form = await answerOf(api.PATCH("/api/forms/{form_id}", { params: { path, header }, body }));
    cli.results.show(form, (paint) => formDetails(form, cli, paint));
  });
