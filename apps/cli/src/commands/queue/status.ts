import { Command } from "@commander-js/extra-typings";
import { answerOf } from "../../api/answer-of.ts";
import type { Cli } from "../../cli.ts";
import { clientNames } from "../shared/client-names.ts";
import { clientOption } from "../shared/list-options.ts";
import { withoutUndefined } from "../shared/without-undefined.ts";
import { statusWords } from "./status-words.ts";

export const queueStatus = (cli: Cli) =>
  new Command("status")
    .description("what came in today, what arrived, what waits, and what needs a person")
    .addOption(clientOption())
    .action(async ({ client }) => {
      const api = cli.api();
      const filter = withoutUndefined({ client_id: client });
      const today = new Date(cli.outside.now()).toISOString().slice(0, 10);
      const query = { ...filter, from: today, to: today };
      const [{ totals }, waiting] = await Promise.all([
        answerOf(api.GET("/api/statistics", { params: { query } })),
        answerOf(api.GET("/api/queue-status", { params: { query: filter } })),
      ]);
      const status = { date: today, ...totals, ...waiting };
      const clientOf = await clientNames(cli, status.destinations);
      cli.results.show(status, (paint) => statusWords(status, cli, paint, clientOf));
    });
