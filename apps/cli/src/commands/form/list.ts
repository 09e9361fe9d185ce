import { Command } from "@commander-js/extra-typings";
import type { Cli } from "../../cli.ts";
import { listCommand, withPages } from "../shared/list-command.ts";
import { clientOption, deletedOption, ownedFilter } from "../shared/list-options.ts";

export const listForms = (cli: Cli) =>
  listCommand(
    cli,
    withPages(
      new Command("list")
        .description("forms, client by client")
        .addOption(clientOption())
        .addOption(deletedOption()),
    ),
    (options) => ({
      what: "form",
      ask: (api, page) => api.GET("/api/forms", { params: { query: { ...ownedFilter(options), ...page } } }),
      columns: {
        named: (clientOf) => [
          { title: "ID", value: ({ id }) => id },
          { title: "KEY", value: ({ form_key }) => form_key },
          { title: "NAME", value: ({ name }) => name },
          { title: "CLIENT", value: ({ client_id }) => clientOf(client_id) },
          { title: "EDGE", value: ({ snapshot }) => snapshot.state },
          { title: "HOSTS", isSpare: true, value: ({ allowed_hosts }) => allowed_hosts.join(" ") || "any" },
        ],
      },
    }),
  );
