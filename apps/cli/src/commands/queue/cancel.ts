import { Command } from "@commander-js/extra-typings";
import { answerOf } from "../../api/answer-of.ts";
import type { Cli } from "../../cli.ts";
import { cancelledWords } from "./standing-words.ts";

export const cancelReplay = (cli: Cli) =>
  new Command("cancel")
    .description("stop a replay; what has its time already, ten seconds' worth, is still sent")
    .argument("<id>", "the replay's id")
    .action(async (replay_id) => {
      const params = { path: { replay_id } };
      const api = cli.api();
      await answerOf(api.POST("/api/replays/{replay_id}/cancel", { params }));
      const standing = await answerOf(api.GET("/api/replays/{replay_id}", { params }));
      const { state } = standing;
      cli.results.show(standing, () =>
        state === "cancelled"
          ? `${cancelledWords(standing)}\n`
          : `It was over before: it is ${state}, and stays so.\n`,
      );
    });
