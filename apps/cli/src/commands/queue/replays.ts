import { Command } from "@commander-js/extra-typings";
import { answerOf } from "../../api/answer-of.ts";
import { takeItems } from "../../api/take-items.ts";
import type { Cli } from "../../cli.ts";
import { localTime } from "../../output/local-time.ts";
import { cursorOption, limitOption } from "../shared/list-options.ts";
import { showList } from "../shared/show-list.ts";

export const listReplays = (cli: Cli) =>
  new Command("replays")
    .description("plans and replays, the newest first")
    .addOption(limitOption())
    .addOption(cursorOption())
    .action(async (options) => {
      const api = cli.api();
      const page = await takeItems(options, (query) =>
        answerOf(api.GET("/api/replays", { params: { query } })),
      );
      showList(cli, page, {
        what: "replay",
        columns: [
          { title: "ID", value: ({ id }) => id },
          { title: "STATE", value: ({ state }) => state },
          { title: "PLANNED", value: ({ summary }) => summary.count, align: "right" },
          { title: "OF", value: ({ filter }) => filter.status },
          { title: "MADE", value: ({ created_at }) => localTime(created_at, cli.outside) },
          { title: "APPLIED", value: ({ applied_at }) => localTime(applied_at, cli.outside) },
          { title: "OVER", value: ({ finished_at }) => localTime(finished_at, cli.outside) },
        ],
      });
    });
