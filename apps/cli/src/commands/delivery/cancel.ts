import { Command } from "@commander-js/extra-typings";
import { answerOf } from "../../api/answer-of.ts";
import type { Cli } from "../../cli.ts";
import { confirmed } from "../shared/confirmed.ts";
import { forEachId } from "../shared/for-each-id.ts";
import { readReason } from "../shared/values.ts";

export const cancelDeliveries = (cli: Cli) =>
  new Command("cancel")
    .description("keep waiting deliveries from being sent")
    .argument("<id...>", "the deliveries' ids")
    .requiredOption("--reason <text>", "why; it is kept in the audit log", readReason)
    .option("--yes", "without asking")
    .action(async (ids, { reason, yes }) => {
      const message = `Keep ${ids.length === 1 ? "this delivery" : `these ${ids.length} deliveries`} from being sent?`;
      if (!(await confirmed(cli, { yes, message }))) return;
      const api = cli.api();
      await forEachId(cli, ids, {
        act: (delivery_id) =>
          answerOf(
            api.POST("/api/deliveries/{delivery_id}/cancel", {
              params: { path: { delivery_id } },
              body: { reason },
            }),
          ),
        inWords: ({ id, what_next }) => `${id}: ${what_next}`,
      });
    });
