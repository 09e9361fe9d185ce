import { Command } from "@commander-js/extra-typings";
import type { Cli } from "../../cli.ts";
import { localTime } from "../../output/local-time.ts";
import { listCommand, withPages } from "../shared/list-command.ts";
import { clientOption, ownedFilter } from "../shared/list-options.ts";
import { keyState, lastUsed } from "./key-details.ts";

export const listKeys = (cli: Cli) =>
  listCommand(
    cli,
    withPages(
      new Command("list")
        .description("access keys of machines, revoked and expired ones too")
        .addOption(clientOption()),
    ),
    (options) => ({
      what: "access key",
      ask: (api, page) =>
        api.GET("/api/access-keys", { params: { query: { ...ownedFilter(options), ...page } } }),
      columns: [
        { title: "ID", value: ({ id }) => id },
        { title: "NAME", value: ({ name }) => name },
        { title: "STATE", value: (key, paint) => keyState(key, cli.outside.now(), paint) },
        { title: "FOR", isSpare: true, value: ({ client_id, agency_id }) => client_id ?? agency_id },
        { title: "LAST USED", value: (key) => lastUsed(key, cli.outside) },
        { title: "EXPIRES", value: (key) => localTime(key.expires_at, cli.outside) ?? "never" },
        { title: "MAY", isSpare: true, value: ({ permissions }) => permissions.join(" ") },
      ],
    }),
  );
