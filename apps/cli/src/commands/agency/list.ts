import { Command } from "@commander-js/extra-typings";
import { answerOf } from "../../api/answer-of.ts";
import { takeItems } from "../../api/take-items.ts";
import type { Cli } from "../../cli.ts";
import { localTime } from "../../output/local-time.ts";
import { cursorOption, limitOption } from "../shared/list-options.ts";
import { showList } from "../shared/show-list.ts";

export const listAgencies = (cli: Cli) =>
  new Command("list")
    .description("the agencies you own; all of them for the installation's owners")
    .addOption(limitOption())
    .addOption(cursorOption())
    .action(async (options) => {
      const api = cli.api();
      const page = await takeItems(options, (query) =>
        answerOf(api.GET("/api/agencies", { params: { query } })),
      );
      showList(cli, page, {
        what: "agency",
        columns: [
          { title: "ID", value: ({ id }) => id },
          { title: "NAME", value: ({ name }) => name },
          { title: "INSTALLATION", value: ({ is_installation }) => (is_installation ? "runs it" : null) },
          { title: "CREATED", value: ({ created_at }) => localTime(created_at, cli.outside) },
        ],
      });
    });
