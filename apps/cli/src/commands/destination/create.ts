import { Command } from "@commander-js/extra-typings";
import { answerOf } from "../../api/answer-of.ts";
import type { Cli } from "../../cli.ts";
import { usageFailure } from "../../exit/failure.ts";
import { findClient } from "../shared/find-client.ts";
import { askSettings } from "./ask-settings.ts";
import { destinationDetails } from "./destination-details.ts";
import {
  destinationPolicies,
  destinationSettings,
  withDestinationOptions,
  type DestinationOptions,
} from "./destination-options.ts";
import { kindSettings } from "./kind-settings.ts";
import { asksOfLimits, limitsOf, withLimitsOptions } from "./limits-options.ts";
import { noteSecret } from "./note-secret.ts";
import { findKind, type DestinationKind } from "./read-kinds.ts";
import { returnsOf, withReturnsOptions } from "./returns-options.ts";

/** The API says of a word whether it is one. */
type CreatedKind = DestinationKind["kind"];

export const createDestination = (cli: Cli) =>
  withReturnsOptions(
    withLimitsOptions(
      withDestinationOptions(
        new Command("create")
          .description("send a client's leads to a Make scenario, or what else there is, from now on")
          .requiredOption("--name <name>", "what people call it")
          .option("--kind <kind>", "what it is, of those that `destination kinds` lists", "make")
          .option("--client <client>", "whose leads, if you work for several")
          .option("--disabled", "switched off: what is to go there is held until `destination enable`"),
      ),
    ),
  ).action(async ({ name, client, disabled, kind, ...options }) => {
    const client_id = await findClient(cli, client);
    const settings = await settingsOf(cli, kind, options);
    const state = disabled === true ? { enabled: false } : {};
    const returns = returnsOf(options);
    const body = {
      client_id,
      name,
      kind: kind as CreatedKind,
      settings,
      ...state,
      ...destinationPolicies(options),
      ...(asksOfLimits(options) ? { limits: limitsOf(options, null) } : {}),
      ...(Object.keys(returns).length === 0 ? {} : { returns }),
    };
    const destination = await answerOf(cli.api().POST("/api/destinations", { body }));
    cli.results.show(destination, (paint) => destinationDetails(destination, cli, paint));
    for (const note of destination.notes ?? []) cli.results.note(note);
    if (destination.secret !== undefined) noteSecret(cli);
    cli.results.note(`Try it: \`leadrelay destination test ${destination.id}\` sends it a marked test.`);
    const { event_types } = destination;
    if (event_types.includes("lead.created") && !event_types.includes("lead.updated"))
      cli.results.note(
        `It is not told when a person corrects their contact details: \`leadrelay destination change ${destination.id} --corrections on\` has it told.`,
      );
  });

/** A Make scenario has flags of its own; any other kind is asked for by what the installation says of it. */
async function settingsOf(cli: Cli, kind: string, options: DestinationOptions) {
  const { stdin, apiKey, set = {}, ask } = options;
  const own = destinationSettings(options);
  if (kind !== "make" && apiKey !== undefined)
    throw usageFailure(
      "--api-key is a Make scenario's.",
      `leadrelay destination kinds ${kind} says what this kind asks for.`,
    );
  if (kind !== "make")
    return { ...(await kindSettings(cli, await findKind(cli, kind), { set, stdin, ask })), ...own };
  const typed =
    Object.keys(set).length === 0 ? {} : await kindSettings(cli, await findKind(cli, kind), { set, ask: [] });
  return { ...(await askSettings(cli, { address: true, stdin, apiKey })), ...typed, ...own };
}
