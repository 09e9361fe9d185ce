import { Command } from "@commander-js/extra-typings";
import { answerOf } from "../../api/answer-of.ts";
import type { Cli } from "../../cli.ts";
import { findClient } from "../shared/find-client.ts";
import { askSettings } from "./ask-settings.ts";
import { destinationDetails } from "./destination-details.ts";
import { destinationPolicies, destinationSettings, withDestinationOptions } from "./destination-options.ts";

export const createDestination = (cli: Cli) =>
  withDestinationOptions(
    new Command("create")
      .description("send a client's leads to a Make scenario from now on")
      .requiredOption("--name <name>", "what people call it")
      .option("--client <client>", "whose leads, if you work for several")
      .option("--disabled", "switched off: what is to go there is held until `destination enable`"),
  ).action(async ({ name, client, disabled, ...options }) => {
    const client_id = await findClient(cli, client);
    const { stdin, apiKey } = options;
    const asked = await askSettings(cli, { address: true, stdin, apiKey });
    const settings = { ...asked, ...destinationSettings(options) };
    const state = disabled === true ? { enabled: false } : {};
    const body = {
      client_id,
      name,
      kind: "make" as const,
      settings,
      ...state,
      ...destinationPolicies(options),
    };
    const destination = await answerOf(cli.api().POST("/api/destinations", { body }));
    cli.results.show(destination, (paint) => destinationDetails(destination, cli, paint));
    for (const note of destination.notes ?? []) cli.results.note(note);
    cli.results.note(`Try it: \`leadrelay destination test ${destination.id}\` sends it a marked test.`);
    if (!destination.event_types.includes("lead.updated"))
      cli.results.note(
        `It is not told when a person corrects their contact details: \`leadrelay destination change ${destination.id} --corrections on\` has it told.`,
      );
  });
