import { Command } from "@commander-js/extra-typings";
import type { components } from "@leadrelay/client/schema.gen";
import type { Cli } from "../../cli.ts";
import { usageFailure } from "../../exit/failure.ts";
import { withoutUndefined } from "../shared/without-undefined.ts";
import { askSettings } from "./ask-settings.ts";
import { destinationDetails } from "./destination-details.ts";
import { destinationPolicies, destinationSettings, withDestinationOptions } from "./destination-options.ts";
import { patchDestination } from "./patch-destination.ts";

export const changeDestination = (cli: Cli) =>
  withDestinationOptions(
    new Command("change")
      .description("change a destination; the next try of every delivery goes by it")
      .argument("<destination>", "its name or id")
      .option("--name <name>", "what people call it")
      .option("--address", "ask for what it is reached by"),
  ).action(async (id, { name, address, ...options }) => {
    const asks = address === true || options.stdin === true;
    const settings = { ...(asks ? await askSettings(cli, options) : {}), ...destinationSettings(options) };
    const bodyFor = ({ event_types }: Pick<components["schemas"]["Destination"], "event_types">) => ({
      ...withoutUndefined({ name }),
      ...destinationPolicies(options, event_types),
      ...(Object.keys(settings).length === 0 ? {} : { settings }),
    });
    if (Object.keys(bodyFor({ event_types: [] })).length === 0)
      throw usageFailure("Nothing to change: give what to set, see --help.");
    const destination = await patchDestination(cli, id, bodyFor);
    cli.results.show(destination, (paint) => destinationDetails(destination, cli, paint));
  });
