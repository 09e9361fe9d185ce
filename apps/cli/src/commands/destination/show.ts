import { Command } from "@commander-js/extra-typings";
import { answerOf } from "../../api/answer-of.ts";
import type { Cli } from "../../cli.ts";
import { destinationDetails } from "./destination-details.ts";

export const showDestination = (cli: Cli) =>
  new Command("show")
    .description("one destination, without its secrets")
    .argument("<destination>", "its name or id")
    .action(async (destination_id) => {
      const path = { destination_id };
      const destination = await answerOf(
        cli.api().GET("/api/destinations/{destination_id}", { params: { path } }),
      );
      cli.results.show(destination, (paint) => destinationDetails(destination, cli, paint));
    });
