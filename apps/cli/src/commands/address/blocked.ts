import { Command } from "@commander-js/extra-typings";
import { answerOf } from "../../api/answer-of.ts";
import { takeItems } from "../../api/take-items.ts";
import type { Cli } from "../../cli.ts";
import { localTime } from "../../output/local-time.ts";
import { findClient } from "../shared/find-client.ts";
import { cursorOption, limitOption } from "../shared/list-options.ts";
import { showList } from "../shared/show-list.ts";
import { listOwnerOption, untilWords } from "./address-options.ts";

export const listBlocked = (cli: Cli) =>
  new Command("blocked")
    .description("the networks a client blocks, expired ones too")
    .addOption(listOwnerOption())
    .addOption(limitOption())
    .addOption(cursorOption())
    .action(async ({ client, ...options }) => {
      const path = { client_id: await findClient(cli, client) };
      const api = cli.api();
      const page = await takeItems(options, (query) =>
        answerOf(api.GET("/api/clients/{client_id}/blocked-ips", { params: { path, query } })),
      );
      showList(cli, page, {
        what: "blocked network",
        columns: [
          { title: "NETWORK", value: ({ cidr }) => cidr },
          { title: "REASON", value: ({ reason }) => reason },
          { title: "COUNTRY", value: ({ country }) => country },
          { title: "REFERRER", value: ({ referrer }) => referrer },
          { title: "BLOCKED", value: ({ blocked_at }) => localTime(blocked_at, cli.outside) },
          { title: "UNTIL", value: ({ expires_at }) => untilWords(expires_at, cli) },
        ],
      });
    });
