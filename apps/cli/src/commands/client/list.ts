import { Command } from "@commander-js/extra-typings";
import { answerOf } from "../../api/answer-of.ts";
import { takeItems } from "../../api/take-items.ts";
import type { Cli } from "../../cli.ts";
import { localTime } from "../../output/local-time.ts";
import { cursorOption, deletedOption, limitOption, ownedFilter } from "../shared/list-options.ts";
import { showList } from "../shared/show-list.ts";

export const listClients = (cli: Cli) =>
  new Command("list")
    .description("the clients you may see")
    .addOption(deletedOption())
    .addOption(limitOption())
    .addOption(cursorOption())
    .action(async (options) => {
      const api = cli.api();
      const page = await takeItems(options, (query) =>
        answerOf(api.GET("/api/clients", { params: { query: { ...ownedFilter(options), ...query } } })),
      );
      showList(cli, page, {
        what: "client",
        columns: [
          { title: "ID", value: ({ id }) => id },
          { title: "NAME", value: ({ name }) => name },
          { title: "AGENCY", value: ({ agency_id }) => agency_id },
          { title: "STAGES", value: ({ stages }) => stages.join(" › ") },
          { title: "CREATED", value: ({ created_at }) => localTime(created_at, cli.outside) },
        ],
      });
    });
