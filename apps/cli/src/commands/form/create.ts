import { Command } from "@commander-js/extra-typings";
import { answerOf } from "../../api/answer-of.ts";
import type { Cli } from "../../cli.ts";
import { findClient } from "../shared/find-client.ts";
import { withoutUndefined } from "../shared/without-undefined.ts";
import { findIntakeOrigin } from "../send/intake-origin.ts";
import { formDetails } from "./form-details.ts";
import { formSettings, withFormOptions } from "./form-options.ts";
import { htmlForm, unknownIntake } from "./html-form.ts";

export const createForm = (cli: Cli) =>
  withFormOptions(
    new Command("create")
      .description("add a form to a client")
      .requiredOption("--name <name>", "what people call it")
      .option("--client <client>", "whose it is, if you work for several")
      .option("--key <key>", "its public name in /f/…; made up when not given"),
  ).action(async ({ name, client, key, ...options }) => {
    const client_id = await findClient(cli, client);
    const body = { client_id, name, ...withoutUndefined({ form_key: key }), ...formSettings(options) };
    const intake = await findIntakeOrigin(cli);
    const form = await answerOf(cli.api().POST("/api/forms", { body }));
    cli.results.show(form, (paint) => {
      const html = htmlForm(form, intake ?? unknownIntake);
      return `${formDetails(form, cli, paint, intake)}\n${paint("bold", "For the page")}\n${html}`;
    });
    if (intake === undefined)
      cli.results.note(
        `Nothing names the address that forms post to: put it in the place of ${unknownIntake}, or give --intake-url.`,
      );
    cli.results.note(
      `Its fields may have other names: docs/fields.md has those we know, --map tells the rest. Again: leadrelay form show ${form.id} --html`,
    );
  });
