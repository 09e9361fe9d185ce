import { Command } from "@commander-js/extra-typings";
import type { components } from "@leadrelay/client/schema.gen";
import { answerOf } from "../../api/answer-of.ts";
import type { Cli } from "../../cli.ts";
import { findClient } from "../shared/find-client.ts";
import { forEachId } from "../shared/for-each-id.ts";
import { withoutUndefined } from "../shared/without-undefined.ts";
import { expiresOption, listOwnerOption, networks, untilWords } from "./address-options.ts";
import { readReason } from "../shared/values.ts";

const more = `
How many leads came from there in the last 30 days is said before it is blocked; with --preview nothing is.`;

export const blockAddresses = (cli: Cli) =>
  new Command("block")
    .description("what comes from there is no lead and goes nowhere; the sender is not told")
    .argument("<network...>", networks)
    .addOption(listOwnerOption())
    .option("--reason <text>", "why", readReason)
    .addOption(expiresOption(cli))
    .option("--preview", "only say how many leads of the last 30 days came from there")
    .addHelpText("after", more)
    .action(async (given, { client, reason, expires, preview }) => {
      const path = { client_id: await findClient(cli, client) };
      if (preview === true)
        return forEachId(cli, given, {
          act: (cidr) => answerOf(reachOf(cli, path, cidr)),
          inWords: (reach) => reachWords(reach),
        });
      const set = withoutUndefined({ reason, expires_at: expires });
      const api = cli.api();
      await forEachId(cli, given, {
        act: async (cidr) => {
          // Said before it is done; who may not know it blocks all the same.
          const { data } = await reachOf(cli, path, cidr);
          if (data !== undefined && data.leads > 0) cli.results.note(reachWords(data));
          return answerOf(
            api.POST("/api/clients/{client_id}/blocked-ips", { params: { path }, body: { cidr, ...set } }),
          );
        },
        inWords: ({ cidr, expires_at }) => `Blocked: ${cidr}, until ${untilWords(expires_at, cli)}.`,
      });
    });

const reachOf = (cli: Cli, path: { client_id: string }, cidr: string) =>
  cli.api().GET("/api/clients/{client_id}/blocked-ip-preview", { params: { path, query: { cidr } } });

function reachWords({ cidr, leads, looked_at, is_more }: components["schemas"]["BlockPreview"]): string {
  const among = is_more ? `the last ${looked_at} submissions` : "the last 30 days";
  return `${cidr}: ${leads} ${leads === 1 ? "lead" : "leads"} of ${among} came from there.`;
}
