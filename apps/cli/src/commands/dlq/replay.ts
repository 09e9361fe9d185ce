import { Command } from "@commander-js/extra-typings";
import { answerOf } from "../../api/answer-of.ts";
import type { Cli } from "../../cli.ts";
import { forEachId } from "../shared/for-each-id.ts";

export const replayLetters = (cli: Cli) =>
  new Command("replay")
    .description("send again what dead letters are about; `queue replay` does so for all of a kind")
    .argument("<id...>", "the letters' ids")
    .action(async (ids) => {
      const api = cli.api();
      await forEachId(cli, ids, {
        act: (dead_letter_id) =>
          answerOf(
            api.POST("/api/dead-letters/{dead_letter_id}/replay", { params: { path: { dead_letter_id } } }),
          ),
        inWords: ({ id, what_next }) => `${id}: ${what_next}`,
      });
    });
