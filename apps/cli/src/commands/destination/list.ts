import { Command } from "@commander-js/extra-typings";
import type { Cli } from "../../cli.ts";
import { listCommand, withPages } from "../shared/list-command.ts";
import { clientOption, deletedOption, ownedFilter } from "../shared/list-options.ts";
import { stateWords } from "./destination-details.ts";

export const listDestinations = (cli: Cli) =>
  listCommand(
    cli,
    withPages(
      new Command("list")
        .description("destinations, client by client")
        .addOption(clientOption())
        .addOption(deletedOption()),
    ),
    (options) => ({
      what: "destination",
      ask: (api, page) =>
        api.GET("/api/destinations", { params: { query: { ...ownedFilter(options), ...page } } }),
      columns: {
        named: (clientOf) => [
          { title: "ID", value: ({ id }) => id },
          { title: "NAME", value: ({ name }) => name },
          { title: "KIND", isSpare: true, value: ({ kind }) => kind },
          { title: "CLIENT", value: ({ client_id }) => clientOf(client_id) },
          { title: "STATE", value: stateWords },
          { title: "EVENTS", isSpare: true, value: ({ event_types }) => event_types.join(" ") },
        ],
      },
    }),
  );
