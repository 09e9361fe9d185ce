import { Command } from "@commander-js/extra-typings";
import { answerOf } from "../../api/answer-of.ts";
import type { Cli } from "../../cli.ts";
import { clientDetails } from "./client-details.ts";

export const showClient = (cli: Cli) =>
  new Command("show")
    .description("one client")
    .argument("<client>", "its name or id")
    .action(async (client_id) => {
      const client = await answerOf(
        cli.api().GET("/api/clients/{client_id}", { params: { path: { client_id } } }),
      );
      cli.results.show(client, (paint) => clientDetails(client, cli, paint));
    });
