import { Command } from "@commander-js/extra-typings";
import type { Cli } from "../../cli.ts";
import { localTime } from "../../output/local-time.ts";
import { listCommand, withPages } from "../shared/list-command.ts";
import { clientOption, deletedOption, ownedFilter } from "../shared/list-options.ts";

export const listSources = (cli: Cli) =>
  listCommand(
    cli,
    withPages(
      new Command("list")
        .description("sources, client by client, with the time of each one's last lead")
        .addOption(clientOption())
        .addOption(deletedOption()),
    ),
    (options) => ({
      what: "source",
      ask: (api, page) =>
        api.GET("/api/sources", { params: { query: { ...ownedFilter(options), ...page } } }),
      columns: {
        named: (clientOf) => [
          { title: "ID", value: ({ id }) => id },
          { title: "NAME", value: ({ name }) => name },
          { title: "KIND", value: ({ kind }) => kind },
          { title: "CLIENT", value: ({ client_id }) => clientOf(client_id) },
          {
            title: "STATE",
            value: ({ enabled, deleted_at }) =>
              deleted_at === null ? (enabled ? "on" : "paused") : "deleted",
          },
          {
            title: "LAST LEAD",
            value: ({ last_lead_at }) =>
              last_lead_at === null ? "none yet" : localTime(last_lead_at, cli.outside),
          },
        ],
      },
    }),
  );
