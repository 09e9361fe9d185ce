import { Command } from "@commander-js/extra-typings";
import { answerOf } from "../../api/answer-of.ts";
import { takeItems } from "../../api/take-items.ts";
import type { Cli } from "../../cli.ts";
import { localTime } from "../../output/local-time.ts";
import { clientOption, cursorOption, limitOption, ownedFilter } from "../shared/list-options.ts";
import { showList } from "../shared/show-list.ts";
import { keyState, lastUsed } from "./key-details.ts";

export const listKeys = (cli: Cli) =>
  new Command("list")
    .description("access keys of machines, revoked and expired ones too")
    .addOption(clientOption())
    .addOption(limitOption())
    .addOption(cursorOption())
    .action(async (options) => {
      const api = cli.api();
      const page = await takeItems(options, (query) =>
        answerOf(api.GET("/api/access-keys", { params: { query: { ...ownedFilter(options), ...query } } })),
      );
      showList(cli, page, {
        what: "access key",
        columns: [
          { title: "ID", value: ({ id }) => id },
          { title: "NAME", value: ({ name }) => name },
          { title: "STATE", value: (key, paint) => keyState(key, cli.outside.now(), paint) },
          { title: "FOR", value: ({ client_id, agency_id }) => client_id ?? agency_id },
          { title: "LAST USED", value: (key) => lastUsed(key, cli.outside) },
          { title: "EXPIRES", value: (key) => localTime(key.expires_at, cli.outside) ?? "never" },
          { title: "MAY", value: ({ permissions }) => permissions.join(" ") },
        ],
      });
    });
