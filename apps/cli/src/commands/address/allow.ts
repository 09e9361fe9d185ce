import { Command, Option } from "@commander-js/extra-typings";
import { networkUsages } from "@leadrelay/contracts/network-usage";
import { answerOf } from "../../api/answer-of.ts";
import type { Cli } from "../../cli.ts";
import { findClient } from "../shared/find-client.ts";
import { forEachId } from "../shared/for-each-id.ts";
import { withoutUndefined } from "../shared/without-undefined.ts";
import { expiresOption, listOwnerOption, networks, untilWords } from "./address-options.ts";

export const allowAddresses = (cli: Cli) =>
  new Command("allow")
    .description("list networks as the client's own")
    .argument("<network...>", networks)
    .addOption(
      new Option("--usage <usage>", "testing: what comes from there is a test; internal: it is a lead")
        .choices(networkUsages)
        .makeOptionMandatory(),
    )
    .addOption(listOwnerOption())
    .option("--note <text>", "whose it is")
    .addOption(expiresOption(cli))
    .action(async (given, { usage, client, note, expires }) => {
      const path = { client_id: await findClient(cli, client) };
      const more = { usage, ...withoutUndefined({ note, expires_at: expires }) };
      const api = cli.api();
      await forEachId(cli, given, {
        act: (cidr) =>
          answerOf(
            api.POST("/api/clients/{client_id}/allowed-ips", { params: { path }, body: { cidr, ...more } }),
          ),
        inWords: ({ cidr, expires_at }) => `The client's own: ${cidr}, until ${untilWords(expires_at, cli)}.`,
      });
    });
