import { Command } from "@commander-js/extra-typings";
import { answerOf } from "../../api/answer-of.ts";
import type { Cli } from "../../cli.ts";
import { findClient } from "../shared/find-client.ts";
import { forEachId } from "../shared/for-each-id.ts";
import { withoutUndefined } from "../shared/without-undefined.ts";
import { expiresOption, listOwnerOption, networks, untilWords } from "./address-options.ts";
import { readReason } from "../shared/values.ts";

export const blockAddresses = (cli: Cli) =>
  new Command("block")
    .description("what comes from there is no lead and goes nowhere; the sender is not told")
    .argument("<network...>", networks)
    .addOption(listOwnerOption())
    .option("--reason <text>", "why", readReason)
    .addOption(expiresOption(cli))
    .action(async (given, { client, reason, expires }) => {
      const path = { client_id: await findClient(cli, client) };
      const more = withoutUndefined({ reason, expires_at: expires });
      const api = cli.api();
      await forEachId(cli, given, {
        act: (cidr) =>
          answerOf(
            api.POST("/api/clients/{client_id}/blocked-ips", { params: { path }, body: { cidr, ...more } }),
          ),
        inWords: ({ cidr, expires_at }) => `Blocked: ${cidr}, until ${untilWords(expires_at, cli)}.`,
      });
    });
