import { Command } from "@commander-js/extra-typings";
import { answerOf } from "../../api/answer-of.ts";
import { takeItems } from "../../api/take-items.ts";
import type { Cli } from "../../cli.ts";
import { localTime } from "../../output/local-time.ts";
import { clientOption, cursorOption, limitOption } from "../shared/list-options.ts";
import { showList } from "../shared/show-list.ts";

export const listOperators = (cli: Cli) =>
  new Command("list")
    .description("who may do what, a line a role")
    .addOption(clientOption())
    .addOption(limitOption())
    .addOption(cursorOption())
    .action(async ({ client, ...options }) => {
      const api = cli.api();
      const filter = client === undefined ? {} : { client_id: client };
      const page = await takeItems(options, (query) =>
        answerOf(api.GET("/api/operators", { params: { query: { ...filter, ...query } } })),
      );
      showList(cli, page, {
        what: "operator",
        columns: [
          { title: "ID", value: ({ operator_id }) => operator_id },
          { title: "E-MAIL", value: ({ email }) => email },
          { title: "NAME", value: ({ name }) => name },
          { title: "ROLE", value: ({ role }) => role },
          { title: "AGENCY", value: ({ agency_id }) => agency_id },
          { title: "CLIENT", value: ({ client_id }) => client_id ?? "every one" },
          { title: "SINCE", value: ({ created_at }) => localTime(created_at, cli.outside) },
        ],
      });
    });
