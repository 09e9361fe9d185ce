import { Command } from "@commander-js/extra-typings";
import { answerOf } from "../../api/answer-of.ts";
import type { Cli } from "../../cli.ts";
import { forEachId } from "../shared/for-each-id.ts";

export const retryDeliveries = (cli: Cli) =>
  new Command("retry")
    .description("send deliveries again now, under the ids receivers know")
    .argument("<id...>", "the deliveries' ids")
    .action(async (ids) => {
      const api = cli.api();
      await forEachId(cli, ids, {
        act: (delivery_id) =>
          answerOf(api.POST("/api/deliveries/{delivery_id}/retry", { params: { path: { delivery_id } } })),
        inWords: ({ id, what_next }) => `${id}: ${what_next}`,
      });
    });
