import { Command } from "@commander-js/extra-typings";
import { answerOf } from "../../api/answer-of.ts";
import type { Cli } from "../../cli.ts";
import { clientDetails } from "./client-details.ts";

export const restoreClient = (cli: Cli) =>
  new Command("restore")
    .description("bring back a client deleted in the last 30 days, with what was deleted together with it")
    .argument("<deleted-client>", "its name or id: see `client list --deleted`")
    .action(async (client_id) => {
      const path = { client_id };
      const client = await answerOf(cli.api().POST("/api/clients/{client_id}/restore", { params: { path } }));
      cli.results.show(client, (paint) => clientDetails(client, cli, paint));
    });
