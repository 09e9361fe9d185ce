import { Command } from "@commander-js/extra-typings";
import { answerOf } from "../../api/answer-of.ts";
import { takeItems } from "../../api/take-items.ts";
import type { Cli } from "../../cli.ts";
import { localTime } from "../../output/local-time.ts";
import { findClient } from "../shared/find-client.ts";
import { cursorOption, limitOption } from "../shared/list-options.ts";
import { showList } from "../shared/show-list.ts";
import { listOwnerOption, untilWords } from "./address-options.ts";

export const listAllowed = (cli: Cli) =>
  new Command("allowed")
    .description("a client's own networks, expired ones too")
    .addOption(listOwnerOption())
    .addOption(limitOption())
    .addOption(cursorOption())
    .action(async ({ client, ...options }) => {
      const path = { client_id: await findClient(cli, client) };
      const api = cli.api();
      const page = await takeItems(options, (query) =>
        answerOf(api.GET("/api/clients/{client_id}/allowed-ips", { params: { path, query } })),
      );
      showList(cli, page, {
        what: "network of the client's own",
        columns: [
          { title: "NETWORK", value: ({ cidr }) => cidr },
          { title: "USAGE", value: ({ usage }) => usage },
          { title: "NOTE", value: ({ note }) => note },
          { title: "LISTED", value: ({ created_at }) => localTime(created_at, cli.outside) },
          { title: "UNTIL", value: ({ expires_at }) => untilWords(expires_at, cli) },
        ],
      });
    });
