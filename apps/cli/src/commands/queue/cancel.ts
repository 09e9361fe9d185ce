import { Command } from "@commander-js/extra-typings";
import { answerOf } from "../../api/answer-of.ts";
import type { Cli } from "../../cli.ts";

export const cancelReplay = (cli: Cli) =>
  new Command("cancel")
    .description("stop a replay; what has its time already, ten seconds' worth, is still sent")
    .argument("<id>", "the replay's id")
    .action(async (replay_id) => {
      const params = { path: { replay_id } };
      const replay = await answerOf(cli.api().POST("/api/replays/{replay_id}/cancel", { params }));
      cli.results.show(replay, () => `The replay is ${replay.state}.\n`);
    });
