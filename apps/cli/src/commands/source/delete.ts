import { Command } from "@commander-js/extra-typings";
import { answerOf } from "../../api/answer-of.ts";
import type { Cli } from "../../cli.ts";
import { confirmed } from "../shared/confirmed.ts";

export const deleteSource = (cli: Cli) =>
  new Command("delete")
    .description("take a source away: its address or key takes nothing any more")
    .argument("<source>", "its name or id")
    .option("--yes", "without asking")
    .action(async (source_id, { yes }) => {
      const api = cli.api();
      const path = { source_id };
      const { name } = await answerOf(api.GET("/api/sources/{source_id}", { params: { path } }));
      const message = `Delete ${name}? To take nothing for a while, pause it instead.`;
      if (!(await confirmed(cli, { yes, message }))) return;
      const deleted = await answerOf(api.DELETE("/api/sources/{source_id}", { params: { path } }));
      cli.results.show(
        deleted,
        () => `Deleted: ${name}. It takes nothing any more, within about a minute everywhere.\n`,
      );
    });
