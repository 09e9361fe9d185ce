import { Command } from "@commander-js/extra-typings";
import { answerOf } from "../../api/answer-of.ts";
import type { Cli } from "../../cli.ts";
import { usageFailure } from "../../exit/failure.ts";
import { findClient } from "../shared/find-client.ts";
import { routeDetails } from "./route-details.ts";
import { typedMembers, withRouteOptions } from "./route-options.ts";

export const createRoute = (cli: Cli) =>
  withRouteOptions(
    new Command("create")
      .description("have several destinations of a client share its leads")
      .requiredOption("--name <name>", "what people call it")
      .option("--client <client>", "whose it is, if you work for several"),
  ).action(async ({ name, client, mode, overflow, ...options }) => {
    if (mode === undefined || options.members === undefined)
      throw usageFailure("A route needs --mode and at least one --members.", "see --help for an example.");
    const client_id = await findClient(cli, client);
    const members = (await typedMembers(cli, options, client_id)) ?? [];
    const body = {
      client_id,
      name,
      mode,
      members,
      overflow_minutes: overflow?.to ?? null,
    };
    const route = await answerOf(cli.api().POST("/api/routes", { body }));
    cli.results.show(route, (paint) => routeDetails(route, cli, paint));
    cli.results.note(`Try it on the client's last leads: \`leadrelay route preview ${route.id}\``);
  });
