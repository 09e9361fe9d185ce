import { Command } from "@commander-js/extra-typings";
import type { Cli } from "../../cli.ts";
import { localTime } from "../../output/local-time.ts";
import { listCommand, withPages } from "../shared/list-command.ts";
import { deletedOption, ownedFilter } from "../shared/list-options.ts";

export const listClients = (cli: Cli) =>
  listCommand(
    cli,
    withPages(new Command("list").description("the clients you may see").addOption(deletedOption())),
    (options) => ({
      what: "client",
      ask: (api, page) =>
        api.GET("/api/clients", { params: { query: { ...ownedFilter(options), ...page } } }),
      columns: [
        { title: "ID", value: ({ id }) => id },
        { title: "NAME", value: ({ name }) => name },
        { title: "AGENCY", isSpare: true, value: ({ agency_id }) => agency_id },
        { title: "STAGES", value: ({ stages }) => stages.join(" › ") },
        { title: "CREATED", isSpare: true, value: ({ created_at }) => localTime(created_at, cli.outside) },
      ],
    }),
  );
