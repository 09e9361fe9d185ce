import { Command } from "@commander-js/extra-typings";
import type { Cli } from "../../cli.ts";
import { findClient } from "../shared/find-client.ts";
import { forEachId } from "../shared/for-each-id.ts";
import { listOwnerOption, networks } from "./address-options.ts";

/** A verb that takes networks off one of a client's lists. */
export const takeOff = (
  cli: Cli,
  verb: {
    name: string;
    about: string;
    remove: (path: { client_id: string; cidr: string }) => Promise<unknown>;
    inWords: (cidr: string) => string;
  },
) =>
  new Command(verb.name)
    .description(verb.about)
    .argument("<network...>", networks)
    .addOption(listOwnerOption())
    .action(async (given, { client }) => {
      const client_id = await findClient(cli, client);
      await forEachId(cli, given, {
        act: (cidr) => verb.remove({ client_id, cidr }),
        inWords: (_entry, cidr) => verb.inWords(cidr),
      });
    });
