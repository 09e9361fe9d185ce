import { Command } from "@commander-js/extra-typings";
import type { Cli } from "../../cli.ts";
import { localTime } from "../../output/local-time.ts";
import { findClient } from "../shared/find-client.ts";
import { listCommand, withPages } from "../shared/list-command.ts";
import { listOwnerOption, untilWords } from "./address-options.ts";

export const listBlocked = (cli: Cli) =>
  listCommand(
    cli,
    withPages(
      new Command("blocked")
        .description("the networks a client blocks, expired ones too")
        .addOption(listOwnerOption()),
    ),
    async ({ client }) => {
      const path = { client_id: await findClient(cli, client) };
      return {
        what: "blocked network",
        ask: (api, page) =>
          api.GET("/api/clients/{client_id}/blocked-ips", { params: { path, query: page } }),
        columns: [
          { title: "NETWORK", value: ({ cidr }) => cidr },
          { title: "REASON", value: ({ reason }) => reason },
          { title: "COUNTRY", isSpare: true, value: ({ country }) => country },
          { title: "REFERRER", isSpare: true, value: ({ referrer }) => referrer },
          { title: "BLOCKED", value: ({ blocked_at }) => localTime(blocked_at, cli.outside) },
          { title: "UNTIL", value: ({ expires_at }) => untilWords(expires_at, cli) },
        ],
      };
    },
  );
