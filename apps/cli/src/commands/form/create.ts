import { Command } from "@commander-js/extra-typings";
import { answerOf } from "../../api/answer-of.ts";
import type { Cli } from "../../cli.ts";
import { findClient } from "../shared/find-client.ts";
import { withoutUndefined } from "../shared/without-undefined.ts";
import { formDetails } from "./form-details.ts";
import { formSettings, withFormOptions } from "./form-options.ts";

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
    const form = await answerOf(cli.api().POST("/api/forms", { body }));
    cli.results.show(form, (paint) => formDetails(form, cli, paint));
  });
