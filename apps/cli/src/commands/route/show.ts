import { Command } from "@commander-js/extra-typings";
import { answerOf } from "../../api/answer-of.ts";
import type { Cli } from "../../cli.ts";
import { routeDetails } from "./route-details.ts";

export const showRoute = (cli: Cli) =>
  new Command("show")
    .description("one route, what each member had of it, and who takes no lead now")
    .argument("<route>", "its name or id")
    .action(async (route_id) => {
      const path = { route_id };
      const route = await answerOf(cli.api().GET("/api/routes/{route_id}", { params: { path } }));
      cli.results.show(route, (paint) => routeDetails(route, cli, paint));
    });
