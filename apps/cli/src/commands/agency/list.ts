import { Command } from "@commander-js/extra-typings";
import type { Cli } from "../../cli.ts";
import { localTime } from "../../output/local-time.ts";
import { listCommand, withPages } from "../shared/list-command.ts";

export const listAgencies = (cli: Cli) =>
  listCommand(
    cli,
    withPages(
      new Command("list").description("the agencies you own; all of them for the installation's owners"),
    ),
    () => ({
      what: "agency",
      ask: (api, page) => api.GET("/api/agencies", { params: { query: page } }),
      columns: [
        { title: "ID", value: ({ id }) => id },
        { title: "NAME", value: ({ name }) => name },
        { title: "INSTALLATION", value: ({ is_installation }) => (is_installation ? "runs it" : null) },
        { title: "CREATED", value: ({ created_at }) => localTime(created_at, cli.outside) },
      ],
    }),
  );
