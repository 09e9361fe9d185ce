import { Command } from "@commander-js/extra-typings";
import type { Cli } from "../../cli.ts";
import { listCommand, withPages } from "../shared/list-command.ts";
import { clientOption, deletedOption, ownedFilter } from "../shared/list-options.ts";

export const listRoutes = (cli: Cli) =>
  listCommand(
    cli,
    withPages(
      new Command("list")
        .description("routes, client by client")
        .addOption(clientOption())
        .addOption(deletedOption()),
    ),
    (options) => ({
      what: "route",
      ask: (api, page) => api.GET("/api/routes", { params: { query: { ...ownedFilter(options), ...page } } }),
      columns: {
        named: (clientOf) => [
          { title: "ID", value: ({ id }) => id },
          { title: "NAME", value: ({ name }) => name },
          { title: "CLIENT", value: ({ client_id }) => clientOf(client_id) },
          { title: "MODE", value: ({ mode, deleted_at }) => (deleted_at === null ? mode : "deleted") },
          {
            title: "MEMBERS",
            isSpare: true,
            value: ({ members }) => members.map(({ name }) => name).join(", "),
          },
        ],
      },
    }),
  );
