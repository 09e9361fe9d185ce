import { Command } from "@commander-js/extra-typings";
import type { components } from "@leadrelay/client/schema.gen";
import type { Cli } from "../../cli.ts";
import { usageFailure } from "../../exit/failure.ts";
import { withoutUndefined } from "../shared/without-undefined.ts";
import { askSettings } from "./ask-settings.ts";
import { destinationDetails } from "./destination-details.ts";
import { destinationPolicies, destinationSettings, withDestinationOptions } from "./destination-options.ts";
import { kindSettings } from "./kind-settings.ts";
import { noteSecret } from "./note-secret.ts";
import { findKind } from "./read-kinds.ts";
import { patchDestination } from "./patch-destination.ts";
import { settleKey } from "./settle-key.ts";

export const changeDestination = (cli: Cli) =>
  withDestinationOptions(
    new Command("change")
      .description("change a destination; the next try of every delivery goes by it")
      .argument("<destination>", "its name or id")
      .option("--name <name>", "what people call it")
      .option("--address", "ask for what it is reached by"),
  ).action(async (id, { name, address, ...options }) => {
    const { stdin, apiKey, set = {}, ask } = options;
    const isByKind = Object.keys(set).length > 0 || ask !== undefined;
    if (isByKind && (address === true || apiKey !== undefined))
      throw usageFailure(
        "--address and --api-key do not go with --set and --ask.",
        "name every secret in --ask: --ask url,api_key; an optional one is taken away by --stdin with null.",
      );
    const asked = isByKind ? {} : await askSettings(cli, { address: address === true, stdin, apiKey });
    const settings = { ...asked, ...destinationSettings(options) };
    const asksOfSettings = isByKind || Object.keys(settings).length > 0;
    const policies = (has?: components["schemas"]["Destination"]["event_types"]) => ({
      ...withoutUndefined({ name }),
      ...destinationPolicies(options, has),
    });
    if (!asksOfSettings && Object.keys(policies()).length === 0)
      throw usageFailure("Nothing to change: give what to set, see --help.");
    const destination = await patchDestination(cli, id, async (current) => {
      const typed = isByKind
        ? await kindSettings(cli, await findKind(cli, current.kind), { set, stdin, ask: ask ?? [] })
        : {};
      return {
        ...policies(current.event_types),
        ...(asksOfSettings ? { settings: await settleKey(cli, current, { ...settings, ...typed }) } : {}),
      };
    });
    cli.results.show(destination, (paint) => destinationDetails(destination, cli, paint));
    for (const note of destination.notes ?? []) cli.results.note(note);
    if (destination.secret !== undefined) noteSecret(cli);
    if (asksOfSettings)
      cli.results.note(`Try it: \`leadrelay destination test ${id}\` sends it a marked test.`);
  });
