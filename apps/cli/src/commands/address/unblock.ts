import { Command } from "@commander-js/extra-typings";
import { answerOf } from "../../api/answer-of.ts";
import type { Cli } from "../../cli.ts";
import { findClient } from "../shared/find-client.ts";
import { forEachId } from "../shared/for-each-id.ts";
import { listOwnerOption, networks } from "./address-options.ts";

export const unblockAddresses = (cli: Cli) =>
  new Command("unblock")
    .description("block networks no longer")
    .argument("<network...>", networks)
    .addOption(listOwnerOption())
    .action(async (given, { client }) => {
      const client_id = await findClient(cli, client);
      const api = cli.api();
      await forEachId(cli, given, {
        act: (cidr) =>
          answerOf(
            api.DELETE("/api/clients/{client_id}/blocked-ips/{cidr}", {
              params: { path: { client_id, cidr } },
            }),
          ),
        inWords: (_entry, cidr) => `Blocked no longer: ${cidr}.`,
      });
    });
