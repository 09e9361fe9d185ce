import { Command } from "@commander-js/extra-typings";
import { answerOf } from "../../api/answer-of.ts";
import type { Cli } from "../../cli.ts";
import { confirmed } from "../shared/confirmed.ts";

export const deleteDestination = (cli: Cli) =>
  new Command("delete")
    .description("take a destination away; what waits for it is cancelled when it comes due")
    .argument("<destination>", "its name or id")
    .option("--yes", "without asking")
    .action(async (destination_id, { yes }) => {
      const api = cli.api();
      const path = { destination_id };
      const { name } = await answerOf(api.GET("/api/destinations/{destination_id}", { params: { path } }));
      const message = `Delete ${name}? To keep what waits for it, disable it instead.`;
      if (!(await confirmed(cli, { yes, message }))) return;
      const deleted = await answerOf(api.DELETE("/api/destinations/{destination_id}", { params: { path } }));
      cli.results.show(deleted, () => `Deleted: ${name}. ${deleted.waiting_deliveries.what_happens}\n`);
    });
