import { Command } from "@commander-js/extra-typings";
import { answerOf } from "../../../api/answer-of.ts";
import type { Cli } from "../../../cli.ts";
import { confirmed } from "../../shared/confirmed.ts";

export const deleteView = (cli: Cli) =>
  new Command("delete")
    .description("keep a view no longer")
    .argument("<view>", "its id")
    .option("--yes", "without asking")
    .action(async (view_id, { yes }) => {
      if (!(await confirmed(cli, { yes, message: "Delete this view, for all who see it?" }))) return;
      const params = { path: { view_id } };
      const deleted = await answerOf(cli.api().DELETE("/api/saved-views/{view_id}", { params }));
      cli.results.show(deleted, () => `Deleted: ${deleted.name}\n`);
    });
