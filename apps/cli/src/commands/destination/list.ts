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
import { stateWords } from "./destination-details.ts";

export const listDestinations = (cli: Cli) =>
  new Command("list")
    .description("destinations, client by client")
    .addOption(clientOption())
    .addOption(deletedOption())
    .addOption(limitOption())
    .addOption(cursorOption())
    .action(async (options) => {
      const api = cli.api();
      const page = await takeItems(options, (query) =>
        answerOf(api.GET("/api/destinations", { params: { query: { ...ownedFilter(options), ...query } } })),
      );
      showList(cli, page, {
        what: "destination",
        columns: [
          { title: "ID", value: ({ id }) => id },
          { title: "NAME", value: ({ name }) => name },
          { title: "KIND", value: ({ kind }) => kind },
          { title: "CLIENT", value: ({ client_id }) => client_id },
          { title: "STATE", value: stateWords },
          { title: "EVENTS", value: ({ event_types }) => event_types.join(" ") },
        ],
      });
    });
