import { Command } from "@commander-js/extra-typings";
import type { Cli } from "../../cli.ts";
import { localTime } from "../../output/local-time.ts";
import { findClient } from "../shared/find-client.ts";
import { listCommand, withPages } from "../shared/list-command.ts";
import { listOwnerOption, untilWords } from "./address-options.ts";

export const listAllowed = (cli: Cli) =>
  listCommand(
    cli,
    withPages(
      new Command("allowed")
        .description("a client's own networks, expired ones too")
        .addOption(listOwnerOption()),
    ),
    async ({ client }) => {
      const path = { client_id: await findClient(cli, client) };
      return {
        what: "network of the client's own",
        ask: (api, page) =>
          api.GET("/api/clients/{client_id}/allowed-ips", { params: { path, query: page } }),
        columns: [
          { title: "NETWORK", value: ({ cidr }) => cidr },
          { title: "USAGE", value: ({ usage }) => usage },
          { title: "NOTE", value: ({ note }) => note },
          { title: "LISTED", isSpare: true, value: ({ created_at }) => localTime(created_at, cli.outside) },
          { title: "UNTIL", value: ({ expires_at }) => untilWords(expires_at, cli) },
        ],
      };
    },
  );
