import { Command } from "@commander-js/extra-typings";
import { answerOf } from "../../api/answer-of.ts";
import type { Cli } from "../../cli.ts";
import { confirmed } from "../shared/confirmed.ts";

export const deleteClient = (cli: Cli) =>
  new Command("delete")
    .description("take a client away with its forms and destinations; its leads stay")
    .argument("<client>", "its name or id")
    .option("--yes", "without asking")
    .action(async (client_id, { yes }) => {
      const api = cli.api();
      const path = { client_id };
      const { name } = await answerOf(api.GET("/api/clients/{client_id}", { params: { path } }));
      const message = `Delete ${name} with its forms and destinations?`;
      if (!(await confirmed(cli, { yes, message }))) return;
      const client = await answerOf(api.DELETE("/api/clients/{client_id}", { params: { path } }));
      cli.results.show(client, () => `Deleted: ${name}. Its leads and their deliveries can still be read.\n`);
    });
