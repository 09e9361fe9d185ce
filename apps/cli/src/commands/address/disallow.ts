import { Command } from "@commander-js/extra-typings";
import { answerOf } from "../../api/answer-of.ts";
import type { Cli } from "../../cli.ts";
import { findClient } from "../shared/find-client.ts";
import { forEachId } from "../shared/for-each-id.ts";
import { listOwnerOption, networks } from "./address-options.ts";

export const disallowAddresses = (cli: Cli) =>
  new Command("disallow")
    .description("take networks off the list of the client's own")
    .argument("<network...>", networks)
    .addOption(listOwnerOption())
    .action(async (given, { client }) => {
      const client_id = await findClient(cli, client);
      const api = cli.api();
      await forEachId(cli, given, {
        act: (cidr) =>
          answerOf(
            api.DELETE("/api/clients/{client_id}/allowed-ips/{cidr}", {
              params: { path: { client_id, cidr } },
            }),
          ),
        inWords: (_entry, cidr) => `The client's own no longer: ${cidr}.`,
      });
    });
