import { Command } from "@commander-js/extra-typings";
import { answerOf } from "../../api/answer-of.ts";
import { readForChange } from "../../api/read-for-change.ts";
import type { Cli } from "../../cli.ts";
import { usageFailure } from "../../exit/failure.ts";
import { withoutUndefined } from "../shared/without-undefined.ts";
import { routeDetails } from "./route-details.ts";
import { typedMembers, withRouteOptions } from "./route-options.ts";

export const changeRoute = (cli: Cli) =>
  withRouteOptions(
    new Command("change")
      .description("change a route; --members names all of them anew, in order")
      .argument("<route>", "its name or id")
      .option("--name <name>", "what people call it"),
  ).action(async (route_id, { name, mode, overflow, ...options }) => {
    const api = cli.api();
    const path = { route_id };
    const { current, version } = await readForChange(api.GET("/api/routes/{route_id}", { params: { path } }));
    const members = await typedMembers(cli, options, current.client_id);
    const body = withoutUndefined({ name, mode, members, overflow_minutes: overflow?.to });
    if (Object.keys(body).length === 0)
      throw usageFailure("Nothing to change: give what to set, see --help.");
    const header = { "if-match": version };
    const route = await answerOf(api.PATCH("/api/routes/{route_id}", { params: { path, header }, body }));
    cli.results.show(route, (paint) => routeDetails(route, cli, paint));
  });
