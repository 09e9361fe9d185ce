import { Command } from "@commander-js/extra-typings";
import { answerOf } from "../../api/answer-of.ts";
import type { Cli } from "../../cli.ts";
import { clientOption } from "../shared/list-options.ts";
import { withoutUndefined } from "../shared/without-undefined.ts";

export const countLetters = (cli: Cli) =>
  new Command("count")
    .description("how many dead letters are open, by kind")
    .addOption(clientOption())
    .action(async ({ client }) => {
      const query = withoutUndefined({ client_id: client });
      const counts = await answerOf(cli.api().GET("/api/dead-letter-counts", { params: { query } }));
      cli.results.show(
        counts,
        () =>
          `${counts.open} open${counts.by_kind.map(({ kind, count }) => `, ${count} ${kind}`).join("")}.\n`,
      );
    });
