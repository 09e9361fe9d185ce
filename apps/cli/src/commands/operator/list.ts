import { Command } from "@commander-js/extra-typings";
import type { Cli } from "../../cli.ts";
import { localTime } from "../../output/local-time.ts";
import { listCommand, withPages } from "../shared/list-command.ts";
import { clientOption } from "../shared/list-options.ts";

export const listOperators = (cli: Cli) =>
  listCommand(
    cli,
    withPages(new Command("list").description("who may do what, a line a role").addOption(clientOption())),
    ({ client }) => {
      const filter = client === undefined ? {} : { client_id: client };
      return {
        what: "operator",
        ask: (api, page) => api.GET("/api/operators", { params: { query: { ...filter, ...page } } }),
        columns: {
          named: (clientOf) => [
            { title: "ID", value: ({ operator_id }) => operator_id },
            { title: "E-MAIL", value: ({ email }) => email },
            { title: "NAME", isSpare: true, value: ({ name }) => name },
            { title: "ROLE", value: ({ role }) => role },
            { title: "AGENCY", isSpare: true, value: ({ agency_id }) => agency_id },
            { title: "CLIENT", value: ({ client_id }) => clientOf(client_id) ?? "every one" },
            { title: "SINCE", isSpare: true, value: ({ created_at }) => localTime(created_at, cli.outside) },
          ],
        },
      };
    },
  );
