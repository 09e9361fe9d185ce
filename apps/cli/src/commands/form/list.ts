import { Command } from "@commander-js/extra-typings";
import { answerOf } from "../../api/answer-of.ts";
import { takeItems } from "../../api/take-items.ts";
import type { Cli } from "../../cli.ts";
import {
  clientOption,
  cursorOption,
  deletedOption,
  limitOption,
  ownedFilter,
} from "../shared/list-options.ts";
import { showList } from "../shared/show-list.ts";

export const listForms = (cli: Cli) =>
  new Command("list")
    .description("forms, client by client")
    .addOption(clientOption())
    .addOption(deletedOption())
    .addOption(limitOption())
    .addOption(cursorOption())
    .action(async (options) => {
      const api = cli.api();
      const page = await takeItems(options, (query) =>
        answerOf(api.GET("/api/forms", { params: { query: { ...ownedFilter(options), ...query } } })),
      );
      showList(cli, page, {
        what: "form",
        columns: [
          { title: "ID", value: ({ id }) => id },
          { title: "KEY", value: ({ form_key }) => form_key },
          { title: "NAME", value: ({ name }) => name },
          { title: "CLIENT", value: ({ client_id }) => client_id },
          { title: "EDGE", value: ({ snapshot }) => snapshot.state },
          { title: "HOSTS", value: ({ allowed_hosts }) => allowed_hosts.join(" ") || "any" },
        ],
      });
    });
