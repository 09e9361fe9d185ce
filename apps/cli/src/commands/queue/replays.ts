import { Command } from "@commander-js/extra-typings";
import type { Cli } from "../../cli.ts";
import { localTime } from "../../output/local-time.ts";
import { listCommand, withPages } from "../shared/list-command.ts";

export const listReplays = (cli: Cli) =>
  listCommand(
    cli,
    withPages(new Command("replays").description("plans and replays, the newest first")),
    () => ({
      what: "replay",
      ask: (api, page) => api.GET("/api/replays", { params: { query: page } }),
      columns: [
        { title: "ID", value: ({ id }) => id },
        { title: "STATE", value: ({ state }) => state },
        { title: "PLANNED", value: ({ summary }) => summary.count, align: "right" },
        { title: "OF", value: ({ filter }) => filter.status },
        { title: "MADE", isSpare: true, value: ({ created_at }) => localTime(created_at, cli.outside) },
        { title: "APPLIED", value: ({ applied_at }) => localTime(applied_at, cli.outside) },
        { title: "OVER", isSpare: true, value: ({ finished_at }) => localTime(finished_at, cli.outside) },
      ],
    }),
  );
