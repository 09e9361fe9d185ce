import { Command } from "@commander-js/extra-typings";
import { answerOf } from "../../api/answer-of.ts";
import type { Cli } from "../../cli.ts";
import { confirmed } from "../shared/confirmed.ts";

export const deleteRoute = (cli: Cli) =>
  new Command("delete")
    .description("take a route away; each of its members then hears of every lead")
    .argument("<route>", "its name or id")
    .option("--yes", "without asking")
    .action(async (route_id, { yes }) => {
      const api = cli.api();
      const path = { route_id };
      const { name } = await answerOf(api.GET("/api/routes/{route_id}", { params: { path } }));
      const message = `Delete ${name}? Each of its members then gets every lead.`;
      if (!(await confirmed(cli, { yes, message }))) return;
      const deleted = await answerOf(api.DELETE("/api/routes/{route_id}", { params: { path } }));
      cli.results.show(deleted, () => `Deleted: ${name}. ${deleted.what_happens}\n`);
    });
