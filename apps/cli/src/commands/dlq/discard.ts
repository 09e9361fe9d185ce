import { Command } from "@commander-js/extra-typings";
import { answerOf } from "../../api/answer-of.ts";
import type { Cli } from "../../cli.ts";
import { confirmed } from "../shared/confirmed.ts";
import { forEachId } from "../shared/for-each-id.ts";
import { readReason } from "../shared/values.ts";

export const discardLetters = (cli: Cli) =>
  new Command("discard")
    .description("give dead letters up: what they are about is never sent")
    .argument("<id...>", "the letters' ids")
    .requiredOption("--reason <text>", "why; it is kept with the letter", readReason)
    .option("--yes", "without asking")
    .action(async (ids, { reason, yes }) => {
      const message = `Give up ${ids.length === 1 ? "this letter" : `these ${ids.length} letters`} for good?`;
      if (!(await confirmed(cli, { yes, message }))) return;
      const api = cli.api();
      await forEachId(cli, ids, {
        act: (dead_letter_id) =>
          answerOf(
            api.POST("/api/dead-letters/{dead_letter_id}/discard", {
              params: { path: { dead_letter_id } },
              body: { reason },
            }),
          ),
        inWords: ({ id, state }) => `${id}: ${state}.`,
      });
    });
